import assert from 'node:assert/strict';
import fc from 'fast-check';
import { check } from '../../src/core/check';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { BUILTIN_FILES } from '../../src/core/termbase/builtin';
import { loadTermbase } from '../../src/core/termbase/load';
import { rangesIn } from '../../src/core/termbase/jsonPosition';
import type { Termbase } from '../../src/core/termbase/termbase';
import { assertLinear } from '../support/growth';
import { RUNS } from '../support/runs';

const KEYS = [
  'concepts',
  'facts',
  'sources',
  'otherMeanings',
  'retire',
  'prefer',
  'id',
  'names',
  'terms',
  'text',
  'lang',
  'status',
  'instead',
  'because',
  'en',
  'definition',
  'kind',
  'conflicts',
  'value',
  'verdict',
  'statement',
  'section',
  'subject',
  'from',
  'to',
  'examples',
  'anchors',
  '__proto__',
  'constructor',
];
const hostile = fc.oneof(
  fc.constantFrom(
    'iom',
    'icem',
    'gcm',
    'en',
    'notion',
    '__proto__',
    '$&',
    '(a+)+$',
    '{|}',
    '{a|b}',
    '\ud800',
    'x'.repeat(30_000),
    '1952',
    '',
  ),
  fc.string({ unit: 'binary' }),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium' },
    hostile,
    fc.integer(),
    fc.constantFrom(null, true, undefined, NaN),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie('value'), { maxKeys: 8, noNullPrototype: true }),
  ),
}));

/** Valid entries with one broken part, which are closer to human errors than noise. */
const broken = fc.tuple(fc.constantFrom(...BUILTIN_FILES), fc.nat(), value).map(([{ content }, where, by]) => {
  const copy = structuredClone(content);
  const slots: [Record<string, unknown>, string][] = [];
  const collect = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const key of Object.keys(node)) {
      slots.push([node as Record<string, unknown>, key]);
      collect((node as Record<string, unknown>)[key]);
    }
  };
  collect(copy);
  const [holder, key] = slots[where % slots.length]!;
  holder[key] = by;
  return copy;
});

describe('a broken termbase', () => {
  it('never breaks the built-in one', () => {
    fc.assert(
      fc.property(fc.oneof(value, broken), (content) => {
        const { termbase, problems } = loadTermbase(BUILTIN_FILES, [{ file: 'own.json', content }]);
        for (const { message } of problems) assert.match(message, /[.)]$/);
        check(
          {
            text: 'In 1965 ICEM chartered ships; IOM assists 5 Member States of the Global Compact on Migration.',
            languageId: 'plaintext',
            lang: 'en',
          },
          termbase,
          DEFAULT_OPTIONS,
        );
        const text = JSON.stringify(content) ?? '';
        const rangeOf = rangesIn(text);
        for (const { place } of problems) rangeOf(place);
      }),
      { numRuns: RUNS * 4 },
    );
  }).timeout(300_000);

  it('is loaded and searched in time that grows with the number of its terms', () => {
    const termsOf = (count: number) =>
      Array.from({ length: count }, (_, i) => ({
        id: `x${String(i).padStart(5, '0')}`,
        kind: 'notion',
        definition: { en: 'x' },
        names: [
          {
            id: `x${i}`,
            because: { en: 'x' },
            sources: [],
            terms: [{ text: `invented term ${i}`, lang: 'en', status: 'deprecated', instead: ['y'] }],
          },
        ],
      }));
    const loaded = (count: number) =>
      loadTermbase(BUILTIN_FILES, [{ file: 'own.json', content: { concepts: termsOf(count) } }]);
    const findingsIn = (termbase: Termbase, text: string) =>
      check({ text, languageId: 'plaintext', lang: 'en' }, termbase, DEFAULT_OPTIONS).findings;
    assertLinear((count) => () => findingsIn(loaded(count).termbase, 'Nothing.'), 160);
    const { termbase, problems } = loaded(5_000);
    assert.equal(findingsIn(termbase, 'The invented term 4999 and ICEM.')[0]!.text, 'invented term 4999');
    assert.ok(problems.filter(({ file }) => file === 'own.json').length < 60, 'not a problem for each');
  }).timeout(300_000);
});
