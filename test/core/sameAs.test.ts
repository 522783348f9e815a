import assert from 'node:assert/strict';
import { check } from '../../src/core/check';
import { describeMention } from '../../src/core/describe/card';
import { cardMarkdown } from '../../src/core/describe/cardMarkdown';
import { recordOf } from '../../src/core/describe/sameAs';
import type { Lang } from '../../src/core/document';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { builtinTermbase } from '../../src/core/termbase/builtin';
import { loadTermbase } from '../../src/core/termbase/load';

const own = (sameAs: unknown): object => ({
  concepts: [
    {
      id: 'a',
      kind: 'body',
      definition: { en: 'A.' },
      sameAs,
      names: [{ id: 'a', because: { en: 'So.' }, sources: ['s'], terms: [{ text: 'Alpha Body', lang: 'en' }] }],
    },
  ],
  sources: [{ id: 's', title: 'S' }],
});

function card(text: string, lang: Lang, detail: 'full' | 'brief'): string {
  const { findings, allowed } = check({ text, languageId: 'plaintext', lang }, builtinTermbase(), DEFAULT_OPTIONS);
  const [mention] = [...findings, ...allowed].sort((a, b) => a.start - b.start);
  return cardMarkdown(builtinTermbase(), describeMention(builtinTermbase(), mention!, lang)!, detail);
}

describe('a link to the same concept in another database', () => {
  for (const [address, name] of [
    ['http://www.wikidata.org/entity/Q472311', 'Wikidata'],
    ['http://eurovoc.europa.eu/5991', 'EuroVoc'],
    ['http://metadata.un.org/thesaurus/1005418', 'UNBIS Thesaurus'],
    ['http://metadata.un.org/sdg/10', 'metadata.un.org'],
    ['https://unterm.un.org/x', 'UNTERM'],
    ['https://iate.europa.eu/entry/result/1', 'IATE'],
    ['https://example.org/x', 'example.org'],
  ]) {
    it(`belongs to ${name}: ${address}`, () => assert.equal(recordOf(address!), name));
  }

  it('appears on the full card, but not on the brief one', () => {
    const links = '[Wikidata](http://www.wikidata.org/entity/Q472311) · [EuroVoc](http://eurovoc.europa.eu/5991)';
    assert.ok(card('IOM helps migrants.', 'en', 'full').endsWith(`Also in: ${links}`));
    assert.ok(card("L'OIM aide les migrants.", 'fr', 'full').endsWith(`Aussi dans\u00a0: ${links}`));
    assert.doesNotMatch(card('IOM helps migrants.', 'en', 'brief'), /wikidata/);
  });

  it('may be given in a writer’s own termbase, in a list of addresses', () => {
    const { termbase, problems } = loadTermbase([], [{ file: 'own.json', content: own(['https://example.org/a']) }]);
    assert.deepEqual([problems, termbase.concepts.get('a')?.sameAs], [[], ['https://example.org/a']]);
  });

  for (const wrong of [
    'https://example.org/a',
    ['Q472311'],
    ['ftp://example.org'],
    ['https://a b'],
    ['https://a/<x>'],
    [3],
  ]) {
    it(`is rejected as ${JSON.stringify(wrong)}`, () => {
      const { problems } = loadTermbase([], [{ file: 'own.json', content: own(wrong) }]);
      assert.match(problems[0]!.message, /has a wrong "sameAs": a list of addresses/);
    });
  }

  it('leads to one of five databases in the built-in data, and belongs to one concept', () => {
    const addresses = [...builtinTermbase().concepts.values()].flatMap(({ sameAs = [] }) => sameAs);
    const FORMS = [
      /^http:\/\/www\.wikidata\.org\/entity\/Q[1-9]\d*$/,
      /^http:\/\/eurovoc\.europa\.eu\/\d+$/,
      /^http:\/\/metadata\.un\.org\/thesaurus\/\d{7}$/,
      /^https:\/\/unterm\.un\.org\//,
      /^https?:\/\/iate\.europa\.eu\//,
    ];
    assert.ok(addresses.length > 0);
    assert.deepEqual(
      addresses.filter((address) => !FORMS.some((form) => form.test(address))),
      [],
    );
    assert.equal(new Set(addresses).size, addresses.length);
  });
});
