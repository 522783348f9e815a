import type { Cutting } from './prose';
import { isBlankLine } from './lines';

/** Whether a part may begin with the line at `lineStart`. Reads no other line, and rejects a blank one. */
type MayBegin = (text: string, lineStart: number) => boolean;

/** Cuts before every line that `mayBegin` accepts. */
export function cutsAtLines(mayBegin: MayBegin): Cutting {
  const isCut: Cutting['isCut'] = (text, offset) => text[offset - 1] === '\n' && mayBegin(text, offset);
  return {
    isCut,
    nextCut(text, from) {
      for (let end = text.indexOf('\n', Math.max(0, from - 1)); end >= 0; end = text.indexOf('\n', end + 1)) {
        if (isCut(text, end + 1)) return end + 1;
      }
      return text.length;
    },
  };
}

/** Cuts before accepted lines that follow a blank one, which ends open blocks in most formats. */
export function cutsAfterBlankLines(mayBegin: MayBegin): Cutting {
  return cutsAtLines((text, lineStart) => followsBlankLine(text, lineStart) && mayBegin(text, lineStart));
}

/** True for a letter at the very start of the line: the line belongs to no list, quotation or table. */
export function beginsWithLetter(text: string, lineStart: number): boolean {
  const code = text.charCodeAt(lineStart);
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 0xc0 && code < 0x2000);
}

/** For plain text: any line that is not blank. */
export function isWritten(text: string, lineStart: number): boolean {
  return !isBlankLine(text, lineStart);
}

function followsBlankLine(text: string, lineStart: number): boolean {
  let i = lineStart - 2;
  while (i >= 0 && (text[i] === ' ' || text[i] === '\t' || text[i] === '\r')) i--;
  return i < 0 || text[i] === '\n';
}
