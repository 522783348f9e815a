import assert from 'node:assert/strict';
import { whyNoBase } from '../../src/core/exchange/base';
import { skosOfTermbase, type SkosOptions } from '../../src/core/exchange/skos';
import { builtinTermbase } from '../../src/core/termbase/builtin';
import { loadTermbase } from '../../src/core/termbase/load';
import type { Termbase } from '../../src/core/termbase/termbase';

type Node = Readonly<Record<string, unknown>> & { readonly id: string; readonly type: string };
type Labels = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

interface Skos {
  readonly context: Readonly<Record<string, unknown>>;
  readonly scheme: Node;
  readonly concepts: readonly Node[];
}

/** The SKOS terms that the vocabulary of the context may complete. */
const SKOS_TERMS = new Set([
  'Concept',
  'ConceptScheme',
  'inScheme',
  'topConceptOf',
  'hasTopConcept',
  'exactMatch',
  'prefLabel',
  'altLabel',
  'hiddenLabel',
  'definition',
  'historyNote',
]);
const BY_ADDRESS = ['inScheme', 'topConceptOf', 'hasTopConcept', 'exactMatch', 'source', 'isReplacedBy', 'license'];

function skos(options?: SkosOptions, termbase: Termbase = builtinTermbase()): Skos {
  const {
    '@context': context,
    '@graph': [scheme, ...concepts],
    ...rest
  } = JSON.parse(skosOfTermbase(termbase, options));
  assert.deepEqual(rest, {});
  return { context, scheme, concepts };
}

function textsOf(value: unknown): readonly string[] {
  return [value ?? []].flat() as string[];
}

describe('the built-in termbase as SKOS', () => {
  const { context, scheme, concepts } = skos();
  const { concepts: all } = builtinTermbase();

  it('is JSON-LD whose keys the context or SKOS defines, with absolute addresses for all links', () => {
    assert.equal(context['@vocab'], 'http://www.w3.org/2004/02/skos/core#');
    for (const node of [scheme, ...concepts]) {
      assert.doesNotThrow(() => new URL(node.id), node.id);
      assert.ok(SKOS_TERMS.has(node.type));
      const unexplained = Object.keys(node).filter((key) => !(key in context) && !SKOS_TERMS.has(key));
      assert.deepEqual(unexplained, [], node.id);
      for (const key of BY_ADDRESS) {
        if (node[key] === undefined) continue;
        assert.equal((context[key] as Node)['@type'], '@id', key);
        for (const address of textsOf(node[key]))
          assert.match(address, /^(?:https?:\/\/|urn:)[^\s<>{}"`|\\^]+$/, `${node.id} ${key}`);
      }
    }
    for (const [key, meaning] of Object.entries(context)) {
      const prefix = /^(\w+):\w/.exec(((meaning as Node)['@id'] as string) ?? '')?.[1];
      if (prefix !== undefined) assert.ok(prefix in context, key);
    }
  });

  it('is one scheme that contains every concept, each with its own id', () => {
    assert.equal(concepts.length, all.size);
    assert.equal(new Set([scheme, ...concepts].map(({ id }) => id)).size, all.size + 1);
    assert.deepEqual(
      concepts.filter(({ inScheme }) => inScheme !== scheme.id),
      [],
    );
    const known = new Set(concepts.map(({ id }) => id));
    const replacing = concepts.flatMap(({ isReplacedBy }) => textsOf(isReplacedBy));
    assert.ok(replacing.length > 0 && replacing.every((id) => known.has(id)));
  });

  it('has each concept as a top concept, because none is broader than another, and says so in both directions', () => {
    assert.ok(concepts.every((concept) => !('broader' in concept) && concept.topConceptOf === scheme.id));
    assert.deepEqual(
      scheme.hasTopConcept,
      concepts.map(({ id }) => id),
    );
  });

  it('links to the same concept in other databases', () => {
    const linked = concepts.filter(({ exactMatch }) => exactMatch !== undefined);
    assert.equal(linked.length, [...all.values()].filter(({ sameAs }) => sameAs !== undefined).length);
    assert.deepEqual(concepts.find(({ id }) => id.endsWith(':iom'))?.exactMatch, all.get('iom')?.sameAs);
  });

  it('has one preferred label per language, and no duplicate label', () => {
    const iom = concepts.find(({ id }) => id === 'urn:x-migration-terms:iom') as unknown as Labels;
    assert.equal(iom.prefLabel!.en, 'International Organization for Migration');
    assert.ok(
      iom.altLabel!.en!.includes('IOM') &&
        iom.altLabel!.en!.includes('Intergovernmental Committee for European Migration'),
    );
    assert.ok(iom.hiddenLabel!.en!.includes('International Office for Migration'));
    for (const concept of concepts) {
      const { prefLabel, altLabel, hiddenLabel } = concept as unknown as Labels;
      for (const [lang, label] of Object.entries(prefLabel!)) {
        assert.equal(typeof label, 'string', concept.id);
        const others = [...(altLabel![lang] ?? []), ...(hiddenLabel![lang] ?? [])];
        assert.equal(new Set([label, ...others]).size, others.length + 1, `${concept.id}: SKOS labels are disjoint`);
      }
    }
  });
});

describe('SKOS', () => {
  it('has ids that begin with the base, and a licence if one is given', () => {
    const { scheme, concepts } = skos({ base: 'https://example.org/terms#', license: 'https://spdx.org/licenses/MIT' });
    assert.deepEqual(
      [scheme.id, scheme.license],
      ['https://example.org/terms#ConceptScheme', 'https://spdx.org/licenses/MIT'],
    );
    assert.ok(concepts.every(({ id }) => /^https:\/\/example\.org\/terms#[a-z0-9-]+$/.test(id)));
    assert.equal('license' in skos().scheme, false);
  });

  it('encodes invalid addresses of a writer’s own sources', () => {
    const name = { id: 'a', because: { en: 'So.' }, sources: ['s'], terms: [{ text: 'Alpha Body', lang: 'en' }] };
    const content = {
      concepts: [{ id: 'a', kind: 'body', definition: { en: 'A.' }, names: [name] }],
      sources: [{ id: 's', title: 'S', URL: 'https://example.org/a b"<c>' }],
    };
    const { concepts } = skos({}, loadTermbase([{ file: 'own.json', content }]).termbase);
    assert.deepEqual(concepts[0]!.source, ['https://example.org/a%20b%22%3Cc%3E']);
  });

  for (const base of [
    'https://example.org/terms/',
    'http://example.org/t#',
    'urn:x-migration-terms:',
    'https://example.org/?id=',
  ]) {
    it(`accepts the base ${base}`, () => assert.equal(whyNoBase(base), undefined));
  }

  for (const [base, stated] of [
    ['', /no address/],
    ['terms/', /no address/],
    ['ftp://example.org/', /no address/],
    ['https:///', /no address/],
    ['javascript://x/', /no address/],
    ['https://example.org/terms', /must end with/],
    ['https://example.org/a b/', /no address may hold/],
    ['https://example.org/<x>/', /no address may hold/],
  ] as const) {
    it(`rejects the base “${base}”`, () => assert.match(whyNoBase(base) ?? '', stated));
  }
});
