import type { Format } from '../prose/prose';
import type { Termbase } from '../termbase/termbase';
import { Part } from './part';

/** About so long is a part: short enough that reading one again is nothing, long enough that there are not too many. */
const LENGTH = 3_000;

/**
 * The next part of a text that may be cut at its start. `undefined` where something that begins in it runs on past the
 * end of the text, and more text follows.
 */
export function cutPart(text: string, start: number, isFirst: boolean, moreFollows: boolean, format: Format, termbase: Termbase): Part | undefined {
  const { cutting } = format;
  if (!cutting) return new Part(text, format.readBlocks(text), format, termbase);
  for (let length = LENGTH; ; length *= 2) {
    const end = cutting.nextCut(text, start + length);
    const piece = start === 0 && end === text.length ? text : text.slice(start, end);
    const { blocks, isClosed } = cutting.readPart(piece, isFirst);
    if (isClosed || (end === text.length && !moreFollows)) return new Part(piece, blocks, format, termbase);
    if (end === text.length) return undefined;
  }
}

/** Whether two neighbouring texts may be parts of their own. */
export function mayStandApart(before: string, after: string, format: Format): boolean {
  return format.cutting !== undefined && before !== '' && after !== '' && format.cutting.isCut(before + after, before.length);
}
