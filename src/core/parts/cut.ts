import type { Block, Format } from '../prose/prose';

/**
 * Approximate length of a part in code units: short enough to be read again quickly, long enough to keep the number
 * of parts small.
 */
export const PART_LENGTH = 1_500;

/** A stretch of a text, and its blocks with offsets in it. */
export interface Piece {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** Cuts the next part of a text, from `start`: longer than asked where something that begins in it continues. */
export function cutPart(text: string, start: number, format: Format, partLength: number): Piece {
  const { cutting } = format;
  if (!cutting) return { text, blocks: format.readPart(text, start === 0).blocks };
  for (let length = partLength; ; length *= 2) {
    const end = cutting.nextCut(text, Math.min(text.length, start + length));
    const piece = start === 0 && end === text.length ? text : text.slice(start, end);
    const { blocks, isClosed } = format.readPart(piece, start === 0);
    // A heading may date the text that follows it and is read with it: "1953", then "The Constitution is adopted".
    const isComplete = isClosed && blocks[blocks.length - 1]?.kind !== 'heading';
    if (isComplete || end === text.length) return { text: piece, blocks };
  }
}
