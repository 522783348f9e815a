import type { Format } from '../prose/prose';
import type { Termbase } from '../termbase/termbase';
import { Part } from './part';

/**
 * Approximate length of a part in code units: short enough to be read again quickly, long enough to keep the number
 * of parts small.
 */
export const PART_LENGTH = 1_500;

/**
 * Cuts the next part of a text, from `start`. Returns `undefined` where the part needs the text that follows: it is
 * too short, something that begins in it continues past the end of the text, or its last block is a heading.
 */
export function cutPart(
  text: string,
  start: number,
  isFirst: boolean,
  moreFollows: boolean,
  format: Format,
  termbase: Termbase,
  partLength: number,
): Part | undefined {
  const { cutting } = format;
  if (!cutting) return new Part(text, format.readPart(text, isFirst).blocks, format, termbase);
  for (let length = partLength; ; length *= 2) {
    // A part ends where it would in the whole text.
    if (start + length > text.length && moreFollows) return undefined;
    const end = cutting.nextCut(text, Math.min(text.length, start + length));
    const piece = start === 0 && end === text.length ? text : text.slice(start, end);
    const { blocks, isClosed } = format.readPart(piece, isFirst);
    // A heading may date the text that follows it and is read with it: "1953", then "The Constitution is adopted".
    const isComplete = isClosed && blocks[blocks.length - 1]?.kind !== 'heading';
    if (isComplete || (end === text.length && !moreFollows)) return new Part(piece, blocks, format, termbase);
    if (end === text.length) return undefined;
  }
}

/**
 * Whether two adjacent texts may be separate parts. Reads only the blanks and line ends after the last word of the
 * first text, and only the first line of the second, from `from`.
 */
export function mayBeSeparate(before: string, after: string, format: Format, from = 0): boolean {
  if (!format.cutting || before === '' || from >= after.length) return false;
  let written = before.length;
  while (written > 0 && /\s/.test(before[written - 1]!)) written--;
  const end = before.slice(Math.max(0, written - 1));
  const lineEnd = after.indexOf('\n', from);
  return format.cutting.isCut(end + after.slice(from, lineEnd < 0 ? after.length : lineEnd + 1), end.length);
}
