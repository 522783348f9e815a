import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cursorAfter, finishedFindings, isElsewhere } from '../../src/core/findings/typing';

const edit = (start: number, end: number, newText: string) => ({ start, end, newText });

describe('what was typed', () => {
  const cases: [title: string, changes: ReturnType<typeof edit>[], cursor: number | undefined][] = [
    ['a letter', [edit(4, 4, 'a')], 5],
    ['a syllable of an input method', [edit(4, 6, '한')], 5],
    ['a line end with an indentation', [edit(4, 4, '\r\n        ')], 14],
    ['a deletion', [edit(3, 4, '')], 3],
    ['letters that are reported at once', [edit(4, 4, 'a'), edit(5, 5, 'b'), edit(5, 6, ''), edit(5, 5, 'cd')], 7],
    ['a letter before the cursor, as an accent that is added', [edit(4, 4, 'e'), edit(4, 5, 'é')], 5],
    ['nothing', [], undefined],
    ['a paste', [edit(4, 4, 'IOM')], undefined],
    ['a replacement', [edit(0, 4, 'A')], undefined],
    ['a letter and a paste after it', [edit(4, 4, 'a'), edit(5, 5, 'IOM')], undefined],
    ['a letter at each of two cursors', [edit(9, 9, 'a'), edit(4, 4, 'a')], undefined],
  ];
  for (const [title, changes, cursor] of cases) {
    it(`${cursor === undefined ? 'is not' : 'is'} ${title}`, () => assert.equal(cursorAfter(changes), cursor));
  }

  it('has the same cursor however the editor divides it', () => {
    const key = fc.constantFrom('a', 'é', ' ', '\n', '🙂', undefined);
    fc.assert(
      fc.property(fc.nat(100), fc.array(key, { minLength: 1 }), fc.nat(), (start, keys, division) => {
        let cursor = start;
        const changes = keys.map((typed) => {
          const change = typed === undefined ? edit(Math.max(0, cursor - 1), cursor, '') : edit(cursor, cursor, typed);
          cursor = change.start + change.newText.length;
          return change;
        });
        assert.equal(cursorAfter(changes), cursor);
        assert.equal(cursorAfter(changes.slice(division % changes.length)), cursor);
      }),
    );
  });
});

describe('text that is being typed', () => {
  const text = 'ICEM pays. In 1995 ICEM paid';
  const [first, second] = [
    { start: 0, end: 4 },
    { start: 19, end: 23 },
  ];

  it('has findings only in what is finished', () => {
    assert.deepEqual(finishedFindings(text, text.length, [first, second]), [first]);
    assert.deepEqual(finishedFindings(`${text}.`, text.length + 1, [first, second]), [first, second]);
  });

  const requests: [title: string, start: number, end: number, elsewhere: boolean][] = [
    ['at the cursor', 28, 28, false],
    ['in the unfinished sentence', 20, 20, false],
    ['about the whole document', 0, 28, false],
    ['in another sentence', 2, 2, true],
    ['about a range in another sentence', 0, 4, true],
  ];
  for (const [title, start, end, elsewhere] of requests) {
    it(`${elsewhere ? 'has' : 'does not have'} the cursor elsewhere after a request ${title}`, () =>
      assert.equal(isElsewhere(text, text.length, { start, end }), elsewhere));
  }

  it('is only at the cursor in the middle of a line', () => {
    assert.equal(isElsewhere(text, 2, { start: 2, end: 2 }), false);
    assert.equal(isElsewhere(text, 5, { start: 5, end: 5 }), false);
    assert.equal(isElsewhere(text, 2, { start: 0, end: 0 }), true);
    assert.equal(isElsewhere(text, 2, { start: 20, end: 20 }), true);
  });
});
