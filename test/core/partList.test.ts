import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatOf } from '../../src/core/prose/languages';
import { PartList } from '../../src/core/parts/partList';
import { builtinTermbase } from '../../src/core/termbase/builtin';

/** Number of runs; increase it for a long test: `RUNS=50000`. */
const RUNS = Number(process.env.RUNS ?? 400);

/** What a document is made of: lines, blank lines, headings, and what continues over blank lines. */
const PIECES = [
  'A line.\n',
  'Another line of the text.\n',
  '\n',
  '\n\n',
  '## Head\n\n',
  '- item\n',
  '```\n',
  ' ',
  'x',
  '> q\n',
];

const textOf = (maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...PIECES), { maxLength, size: 'max' }).map((pieces) => pieces.join(''));

const partsOf = (list: PartList): readonly string[] => {
  while (!list.isCut) list.cutNext();
  return list.parts.map(({ text }) => text);
};

describe('the parts of a document', () => {
  it('depend on its text only, not on the edits that led to it', () => {
    const edit = fc.tuple(fc.nat(1000), fc.nat(60), textOf(6));
    fc.assert(
      fc.property(
        textOf(60),
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        fc.nat(80),
        fc.nat(20),
        (start, edits, length, cuts) => {
          const listOf = (text: string): PartList =>
            new PartList(text, formatOf('markdown'), builtinTermbase(), length + 1);
          const list = listOf(start);
          for (let i = 0; i < cuts && !list.isCut; i++) list.cutNext();
          for (const [at, removed, newText] of edits) {
            const from = at % (list.text.length + 1);
            list.update(list.text.slice(0, from) + newText + list.text.slice(from + removed));
            for (let i = 0; i < cuts && !list.isCut; i++) list.cutNext();
          }
          assert.deepEqual(partsOf(list), partsOf(listOf(list.text)));
        },
      ),
      { numRuns: RUNS },
    );
  });
});
