import assert from 'node:assert/strict';
import { lookUpEntries, rankEntries } from '../../src/core/describe/lookUp';
import type { Lang } from '../../src/core/document';
import { builtinTermbase } from '../../src/core/termbase/builtin';

function rows(query: string, lang: Lang = 'en'): readonly string[] {
  return rankEntries(lookUpEntries(builtinTermbase(), lang), query, lang).map(({ label, description }) => `${label} (${description})`);
}

describe('looking up', () => {
  const first: [query: string, lang: Lang, row: RegExp][] = [
    ['member states', 'en', /^Member States: 175 \(IOM, as of 2025\)/],
    ['états membres', 'fr', /^États membres\u00a0: 175/],
    ['director general 2015', 'en', /^Director General: William Lacy Swing/],
    ['director general 1985', 'en', /^Director General: James L\. Carlin/],
    ['objective 7', 'en', /Objective 7\b/],
    ['objetivo 7', 'es', /objetivo 7\b/],
    ['pope', 'en', /^Amy E\. Pope \(English, French, Spanish\)/],
    ['ICEM', 'en', /^ICEM \(English, 1952–1980\)/],
    ['pacte mondial', 'fr', /^Pacte mondial/],
    ['un network on migration', 'en', /^UN Network on Migration/],
  ];
  for (const [query, lang, row] of first) it(`“${query}” finds first what was meant`, () => assert.match(rows(query, lang)[0], row));

  it('takes a number for itself only', () => assert.deepEqual(rows('objective 7').filter((row) => /\b[12]7\b/.test(row)), []));

  it('tells a series from its newest value on', () => {
    const years = rows('member states').flatMap((row) => /^Member States.*as of .*?(\d{4})\)/.exec(row)?.[1] ?? []);
    assert.ok(years.length > 10, years.join());
    assert.deepEqual(years, [...years].sort().reverse());
  });

  it('lists a name once, whatever languages write it so', () => {
    const all = lookUpEntries(builtinTermbase(), 'en').filter(({ kind }) => kind === 'term');
    const seen = all.map((entry) => (entry.kind === 'term' ? `${entry.term.entry.name.id} ${entry.label}` : ''));
    assert.equal(new Set(seen).size, seen.length);
  });

  it('shows what is merely alike only where nothing fits', () => {
    const entries = lookUpEntries(builtinTermbase(), 'en').filter(({ label }) => /^(?:Member|Observer) States/.test(label));
    assert.equal(rankEntries(entries, 'membr staes', 'en').length, entries.length);
    assert.ok(rankEntries(entries, 'member', 'en').every(({ label }) => label.startsWith('Member')));
  });
});
