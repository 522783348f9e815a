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
