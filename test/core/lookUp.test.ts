import assert from 'node:assert/strict';
import { check } from '../../src/core/check';
import { lookUpEntries } from '../../src/core/describe/lookUp';
import { searchIn } from '../../src/core/describe/search';
import { LANGS, type Lang } from '../../src/core/document';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { builtinTermbase } from '../../src/core/termbase/builtin';

const SEARCHES = new Map(LANGS.map((lang) => [lang, searchIn(builtinTermbase(), lang)]));

function rows(query: string, lang: Lang = 'en'): readonly string[] {
  return SEARCHES.get(lang)!
    .find(query)
    .entries.map(({ label, description }) => `${label} (${description})`);
}

describe('looking up', () => {
  const first: [query: string, lang: Lang, row: RegExp][] = [
    ['member states', 'en', /^Member States: 175 \(IOM, as of December 2025\)/],
    ['états membres', 'fr', /^États membres\u00a0: 175 \(OIM, en décembre 2025\)/],
    ['estados miembros', 'es', /^Estados miembros: 175 \(OIM, en diciembre de 2025\)/],
    ['director general 2015', 'en', /^Director General: William Lacy Swing/],
    ['director general 1985', 'en', /^Director General: James L\. Carlin/],
    ['who leads IOM', 'en', /^Director General: Amy E\. Pope/],
    ["qui dirige l'OIM", 'fr', /^Amy E\. Pope est Directrice générale/],
    ['quién dirige la OIM', 'es', /^Amy E\. Pope es Directora General/],
    ['GCM vote', 'en', /^Vote: 152-5-12/],
    ['votación pacto mundial', 'es', /152 votos/],
    ['UNNM coordinator', 'en', /^Coordinator: /],
    ['IMRF 2026', 'en', /^Session: 5 May 2026/],
    ['budget 2025', 'en', /^Budget: USD 2,890 million/],
    ['objective 7', 'en', /Objective 7\b/],
    ['objetivo 7', 'es', /objetivo 7\b/],
    ['pope', 'en', /^Amy E\. Pope \(English, French, Spanish\)/],
    ['ICEM', 'en', /^ICEM \(English, 1952–1980\)/],
    ['pacte mondial', 'fr', /^Pacte mondial/],
    ['un network on migration', 'en', /^UN Network on Migration/],
    // Names that the product recommends, or that are only known to be different bodies.
    ['UNHCR', 'en', /^UNHCR/],
    ['HCR', 'fr', /^HCR/],
    ['ACNUR', 'es', /^ACNUR/],
    ['ILO', 'en', /^ILO/],
    ['OIT', 'fr', /^OIT/],
    ['OIT', 'es', /^OIT/],
    ['irregular migrant', 'en', /^irregular migrant/],
    ['undocumented migrant', 'en', /^undocumented migrant/],
    // Misspellings.
    ['membr staets', 'en', /^Member States: 175 \(IOM, as of December 2025\)/],
    ['vittorino', 'fr', /^António Vitorino/],
    ['memebr states', 'en', /^Member States: 175/],
  ];
  for (const [query, lang, row] of first)
    it(`“${query}” finds first what was meant (${lang})`, () => assert.match(rows(query, lang)[0] ?? 'nothing', row));

  it('matches a number only with itself', () =>
    assert.deepEqual(
      rows('objective 7').filter((row) => /\b[12]7\b/.test(row)),
      [],
    ));

  it('finds nothing for a word that the record does not contain', () => {
    for (const query of ['frontex', 'zzzzqqqq', 'frontex budget', 'blockchain'])
      assert.deepEqual(rows(query), [], query);
  });

  it('prefers whole words to parts', () => {
    assert.deepEqual(
      rows('ILO').filter((row) => /asilo/i.test(row)),
      [],
    );
    assert.ok(rows('WHO').every((row) => !/person whose/.test(row)));
  });

  it('lists a series from its newest value', () => {
    const years = rows('member states').flatMap((row) => /^Member States.*as of .*?(\d{4})\)/.exec(row)?.[1] ?? []);
    assert.ok(years.length > 10, years.join());
    assert.deepEqual(years, [...years].sort().reverse());
  });

  it('finds a plain word that is not searched for in text', () => {
    assert.match(rows('migrant')[0]!, /^migrant \(English/);
    const { findings, allowed } = check(
      { text: 'A migrant and a refugee met two migrants.', languageId: 'plaintext', lang: 'auto' },
      builtinTermbase(),
      DEFAULT_OPTIONS,
    );
    assert.deepEqual([findings, allowed], [[], []]);
  });

  it('lists everything for an empty query', () =>
    assert.equal(rows('').length, lookUpEntries(builtinTermbase(), 'en').length));

  it('reports the words that it took for misspellings', () => {
    assert.deepEqual([...SEARCHES.get('en')!.find('memebr states').corrected.keys()], ['memebr']);
    assert.equal(SEARCHES.get('en')!.find('member states').corrected.size, 0);
  });

  it('lists a name once for all languages that write it the same way', () => {
    const all = lookUpEntries(builtinTermbase(), 'en').filter(({ kind }) => kind === 'term');
    const seen = all.map((entry) => (entry.kind === 'term' ? `${entry.term.entry.name.id} ${entry.label}` : ''));
    assert.equal(new Set(seen).size, seen.length);
  });
});
