import { endOfElement } from './htmlTags';
import { endOfLine, skipBlanks } from './lines';

const RAW_ELEMENT = /^<(script|style|pre|textarea|template)\b/i;

/** The mark that opens a fence and closes it. */
export interface Fence {
  readonly mark: string;
  readonly length: number;
}

/** The fence that begins at an offset. */
export function fenceAt(text: string, start: number): Fence | undefined {
  const mark = text[start];
  if (mark !== '`' && mark !== '~') return undefined;
  let length = 0;
  while (text[start + length] === mark) length++;
  if (length < 3) return undefined;
  const info = text.slice(start + length, endOfLine(text, start + length));
  // Backticks in the info string mean inline code, not a fence. MyST’s {note} and Quarto’s {=html} are fences like any
  // other.
  return mark === '`' && info.includes('`') ? undefined : { mark, length };
}

/**
 * Skips from the line after the opening fence to the line after its end; an unclosed fence extends to the end of the
 * text.
 */
export function skipFence(text: string, from: number, fence: Fence): number {
  for (let position = from; position < text.length;) {
    const lineEnd = endOfLine(text, position);
    let start = position;
    while (start < lineEnd && (text[start] === ' ' || text[start] === '\t' || text[start] === '>')) start++;
    let length = 0;
    while (text[start + length] === fence.mark) length++;
    if (length >= fence.length && skipBlanks(text, start + length, lineEnd) >= lineEnd) return lineEnd + 1;
    position = lineEnd + 1;
  }
  return text.length;
}

/** The offset after a comment of HTML or MDX that fills its lines, or a raw element (`<script>`), that begins here. */
export function skipRaw(text: string, start: number, lineEnd: number): number | undefined {
  const isHtml = text.startsWith('<!--', start);
  if (isHtml || text.startsWith('{/*', start)) {
    const end = text.indexOf(isHtml ? '-->' : '*/}', start + 3);
    if (end < 0) return text.length;
    const after = endOfLine(text, end);
    return skipBlanks(text, end + 3, after) >= after ? after + 1 : undefined;
  }
  const raw = RAW_ELEMENT.exec(text.slice(start, Math.min(lineEnd, start + 12)));
  if (!raw) return undefined;
  const end = endOfElement(text, raw[1]!.toLowerCase(), start);
  return end >= text.length ? text.length : endOfLine(text, end) + 1;
}
