import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../src/core/findings/applyFixes';
import { CollectedEdits } from '../../src/core/findings/collectedEdits';

describe('edits that are collected one after the other', () => {
  it('are kept in the offsets of the original text', () => {
    const collected = new CollectedEdits('ICEM and PICMME paid ICEM.');
    collected.add([{ start: 21, end: 25, newText: 'IOM' }]);
    collected.add([{ start: 0, end: 4, newText: 'The IOM' }]);
    assert.equal(collected.text, 'The IOM and PICMME paid IOM.');
    assert.deepEqual(collected.edits, [
      { start: 0, end: 4, newText: 'The IOM' },
      { start: 21, end: 25, newText: 'IOM' },
    ]);
    assert.deepEqual(
      collected.changed.map(({ start, end }) => collected.text.slice(start, end)),
      ['The IOM', 'IOM'],
    );
  });

  it('become one where they touch, and none where they restore the text', () => {
    const collected = new CollectedEdits('ICEM paid.');
    collected.add([{ start: 0, end: 4, newText: 'IOM' }]);
    collected.add([{ start: 1, end: 6, newText: 'CM w' }]);
    assert.deepEqual([collected.text, collected.edits.length], ['ICM wid.', 1]);
    collected.add([{ start: 0, end: 5, newText: 'ICEM pa' }]);
    assert.deepEqual([collected.text, collected.edits], ['ICEM paid.', []]);
  });

  it('can be taken back at a place', () => {
    const collected = new CollectedEdits('ICEM and ICEM.');
    collected.add([
      { start: 0, end: 4, newText: 'IOM' },
      { start: 9, end: 13, newText: 'IOM' },
    ]);
    collected.takeBack({ start: 1, end: 1 });
    assert.equal(collected.text, 'ICEM and IOM.');
  });

  it('are kept in a later version of the text, but for those of the part that changed', () => {
    const collected = new CollectedEdits('ICEM paid. PICMME paid. ICEM paid.');
    collected.add([
      { start: 0, end: 4, newText: 'IOM' },
      { start: 11, end: 17, newText: 'IOM' },
      { start: 24, end: 28, newText: 'IOM' },
    ]);
    assert.equal(collected.in('ICEM paid. UNHCR also paid. ICEM paid.').text, 'IOM paid. UNHCR also paid. IOM paid.');
    assert.equal(collected.in('ICEM paid. PICMME paid. ICEM paid.').text, collected.text);
    assert.deepEqual(collected.in('').edits, []);
  });

  it('replace the same words in a later version of the text', () => {
    const textOf = (...units: string[]): fc.Arbitrary<string> =>
      fc.string({ unit: fc.constantFrom(...units), maxLength: 12 });
    const same = textOf('a', 'b', ' ');
    const changed = textOf('x', 'y');
    fc.assert(
      fc.property(same, changed, changed, same, fc.nat(36), (head, middle, other, tail, at) => {
        const original = head + middle + tail;
        const start = Math.min(at, original.length);
        const edit = { start, end: Math.min(start + 2, original.length), newText: 'new' };
        const collected = new CollectedEdits(original);
        collected.add([edit]);
        const later = collected.in(head + other + tail);
        if (edit.end <= head.length || edit.start >= head.length + middle.length) assert.equal(later.edits.length, 1);
        const wordsOf = ({ original: text, edits }: CollectedEdits): string[] =>
          edits.map(({ start, end }) => text.slice(start, end));
        if (later.edits.length > 0) assert.deepEqual(wordsOf(later), wordsOf(collected));
      }),
      { numRuns: 2000 },
    );
  });

  it('change the original text as they change the texts in between', () => {
    const edit = fc.record({ at: fc.nat(40), length: fc.nat(6), newText: fc.string({ maxLength: 6 }) });
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.array(edit, { maxLength: 8 }), (original, steps) => {
        const collected = new CollectedEdits(original);
        let text = original;
        for (const { at, length, newText } of steps) {
          const start = Math.min(at, text.length);
          const one = { start, end: Math.min(start + length, text.length), newText };
          collected.add([one]);
          text = applyEdits(text, [one]);
          assert.equal(collected.text, text);
        }
        const { edits, changed } = collected;
        assert.ok(edits.every(({ start }, i) => i === 0 || start >= edits[i - 1]!.end));
        assert.deepEqual(
          changed.map(({ start, end }) => text.slice(start, end)),
          edits.map(({ newText }) => newText),
        );
      }),
      { numRuns: 2000 },
    );
  });
});
