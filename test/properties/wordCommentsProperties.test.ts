import assert from 'node:assert/strict';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { applyEdits } from '../../src/core/findings/applyFixes';
import { writeComments, type WordComment } from '../../src/core/word/writeComments';
import type { WordText } from '../../src/core/word/wordText';
import { anyWordPackage } from '../support/anyWordPackage';
import { partsOf, readable, withPart } from '../support/wordPackage';
import { elementsOf, formattedCharacters, parseXml, settleChanges } from '../support/wordXml';

const AUTHOR = 'Migration Terms';
const OPTIONS = { author: AUTHOR, date: '2026-01-02T03:04:05Z' };
const MAIN = 'word/document.xml';

/** Numbers between 0 and 1, from which comments on any text can be made. */
const anyPlaces = fc.array(
  fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 0.3, noNaN: true }), fc.nat(3)),
  { maxLength: 6 },
);

/** Comments, each with a change of some of its words. */
function commentsOn(text: string, places: readonly (readonly [number, number, number])[]): readonly WordComment[] {
  return places.map(([at, length, kind], i) => {
    const start = wholeCharacter(text, Math.floor(at * text.length));
    const end = wholeCharacter(text, Math.min(text.length, start + Math.floor(length * text.length)));
    let word = 0;
    const newText = text
      .slice(start, end)
      .replace(/[a-zé]+/g, (old) => (word++ % (kind + 1) === 0 ? `${'xyz'[i % 3]}${old.slice(1)}` : old));
    return { start, end, message: `<${i}>`, change: { newText: start === end ? `new${i}` : newText } };
  });
}

/** A position that is not within a surrogate pair or after a backslash, which may be an escape. */
function wholeCharacter(text: string, position: number): number {
  let whole = position;
  while (text[whole - 1] === '\\' || /[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(whole - 1, whole + 1))) whole--;
  return whole;
}

/** Markdown may need other escapes around new words. */
const unescaped = (text: string): string => text.replace(/\\([!-/:-@[-`{-~])/g, '$1');

/** The text with the changes that do not overlap an earlier one, and insertions only at text of the document. */
function withChanges({ text, stretches }: WordText, comments: readonly WordComment[]): string {
  const made: WordComment[] = [];
  for (const comment of [...comments].sort((a, b) => a.start - b.start)) {
    const conflicts = made.some(
      (other) =>
        (other.start < comment.end && comment.start < other.end) ||
        JSON.stringify([other.start, other.end, other.change]) ===
          JSON.stringify([comment.start, comment.end, comment.change]),
    );
    const isPossible =
      comment.start < comment.end || stretches.some(({ start, end }) => start <= comment.start && comment.start <= end);
    if (isPossible && !conflicts) made.push(comment);
  }
  const edits = made.map(({ start, end, change }) => ({ start, end, newText: change!.newText }));
  return applyEdits(text, edits);
}

/** The ids of comments and changes in a package, sorted. */
function idsIn(parts: Readonly<Record<string, string>>): Readonly<Record<string, readonly string[]>> {
  const ids: Record<string, string[]> = {
    'w:comment': [],
    'w:commentRangeStart': [],
    'w:commentRangeEnd': [],
    'w:commentReference': [],
    changes: [],
  };
  for (const name of [MAIN, 'word/comments.xml'])
    for (const [element] of parts[name] === undefined ? [] : elementsOf(parseXml(parts[name])))
      (/^w:(?:ins|del|rPrChange)$/.test(element.name) ? ids.changes : ids[element.name])?.push(
        element.attributes['w:id']!,
      );
  for (const each of Object.values(ids)) each.sort();
  return ids;
}

describe('a copy of any Word document with comments', () => {
  const check = (
    tracked: boolean,
    property: (original: Uint8Array, copy: Uint8Array, comments: readonly WordComment[]) => void,
  ) =>
    fc.assert(
      fc.property(anyWordPackage, anyPlaces, (original, places) => {
        const document = readable(original);
        const comments = commentsOn(document.text.text, places);
        property(original, writeComments(document, comments, { ...OPTIONS, tracked }).bytes, comments);
      }),
      { numRuns: 40 },
    );

  for (const tracked of [false, true])
    it(`is well-formed, and every comment has a range, a reference and a content${tracked ? ', with changes' : ''}`, () =>
      check(tracked, (original, copy, comments) => {
        const parts = partsOf(copy);
        for (const [name, xml] of Object.entries(parts)) if (/\.(?:xml|rels)$/.test(name)) parseXml(xml);
        const ids = idsIn(parts);
        const before = idsIn(partsOf(original));
        assert.equal(ids['w:comment']!.length, before['w:comment']!.length + comments.length);
        for (const name of ['w:commentRangeStart', 'w:commentRangeEnd', 'w:commentReference'])
          assert.deepEqual(ids[name], ids['w:comment'], name);
        assert.equal(new Set(ids['w:comment']).size, ids['w:comment']!.length);
        assert.equal(new Set(ids.changes).size, ids.changes!.length, 'ids of changes');
        for (const [element, path] of elementsOf(parseXml(parts[MAIN]!))) {
          if (element.name === 'w:ins') assert.ok(!path.includes('w:ins'), 'an insertion in an insertion');
          if (/^w:(?:ins|del)$/.test(element.name)) assert.ok(!path.includes('w:del'), 'a change in a deletion');
          if (/^w:comment/.test(element.name)) assert.ok(!/w:(?:ins|del)\b/.test(path.join()), 'a comment in a change');
          if (element.name === 'w:r') assert.ok(!path.includes('w:r'), 'a run in a run');
        }
      }));

  it('has the same text and formatting', () =>
    check(false, (original, copy) => {
      assert.equal(readable(copy).text.text, readable(original).text.text);
      assert.deepEqual(formattedCharacters(partsOf(copy)[MAIN]!), formattedCharacters(partsOf(original)[MAIN]!));
    }));

  it('has the original text and formatting after its changes are rejected', () =>
    check(true, (original, copy) => {
      const rejected = settleChanges(partsOf(copy)[MAIN]!, AUTHOR, 'reject');
      assert.deepEqual(formattedCharacters(rejected), formattedCharacters(partsOf(original)[MAIN]!));
      assert.equal(readable(withPart(copy, MAIN, rejected)).text.text, readable(original).text.text);
    }));

  it('has the new text after its changes are accepted', () =>
    check(true, (original, copy, comments) => {
      const accepted = settleChanges(partsOf(copy)[MAIN]!, AUTHOR, 'accept');
      const { text } = readable(withPart(copy, MAIN, accepted)).text;
      assert.equal(unescaped(text), unescaped(withChanges(readable(original).text, comments)));
      assert.equal(readable(copy).text.text, text);
    }));

  it('has all other parts byte for byte, in their order', () =>
    check(true, (original, copy, comments) => {
      const before = unzipSync(original);
      const after = unzipSync(copy);
      const names = Object.keys(before);
      assert.deepEqual(Object.keys(after).slice(0, names.length), names);
      const edited = /^word\/(?:document|comments)\.xml$|\.rels$|^\[Content_Types\]/;
      for (const name of names)
        if (comments.length === 0 || !edited.test(name)) assert.deepEqual(after[name], before[name], name);
    }));

  it('may get more comments', () =>
    check(true, (_, copy, comments) => {
      const document = readable(copy);
      const again = writeComments(document, commentsOn(document.text.text, [[0.3, 0.2, 0]]), {
        ...OPTIONS,
        tracked: true,
      }).bytes;
      const ids = idsIn(partsOf(again));
      assert.equal(ids['w:comment']!.length, idsIn(partsOf(copy))['w:comment']!.length + 1);
      assert.equal(new Set(ids['w:comment']).size, ids['w:comment']!.length);
      assert.equal(new Set(ids.changes).size, ids.changes!.length, `${comments.length}`);
    }));
});
