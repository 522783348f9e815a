import { EMPHASIS, FOLD, LETTER, NEWLINE } from '../fold';

/**
 * The class of a code unit for reading words. `Unknown` where the matcher’s table and Unicode’s classes may differ.
 */
export const enum Kind {
  Stop,
  Passed,
  LineEnd,
  Letters,
  Mark,
  Unknown,
}

export function kindOf(text: string, index: number): Kind {
  const code = text.charCodeAt(index);
  const value = FOLD[code]!;
  if (value >= LETTER) return code < 0x250 || (code >= 0x1e00 && code < 0x1f00) ? Kind.Letters : Kind.Unknown;
  if (code === 32 || code === 9 || code === 0xa0 || code === 0x202f) return Kind.Passed;
  if (code < 128) {
    if (value === NEWLINE) return Kind.LineEnd;
    return value === EMPHASIS || code === 39 || code === 44 || code === 45 || code === 62 ? Kind.Passed : Kind.Stop;
  }
  if (code === 0x2019) return Kind.Passed;
  if (code === 0xad || (code >= 0x300 && code < 0x370)) return Kind.Mark;
  return STOPS.includes(text[index]!) ? Kind.Stop : Kind.Unknown;
}

const STOPS = '«»‘“”–—…';

export function isInWord(kind: Kind): boolean {
  return kind === Kind.Letters || kind === Kind.Mark;
}
