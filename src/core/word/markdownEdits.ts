import { escapesOfInlines } from './escapeInlines';
import { escapeOfLineStart } from './escapeLineStart';

/** A change that makes the text of a paragraph Markdown: `insert` replaces `remove` characters. */
export interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/** How a paragraph is written. */
export interface Layout {
  /** What replaces a line break. */
  readonly newLine: string;
  /** What replaces several line breaks. */
  readonly blankLine: string;
  /** In a cell, bars are escaped, and marks may be paired with those of another cell. */
  readonly isCell: boolean;
  /** Whether the text begins a line, so that a mark at its start would be read as that of a block. */
  readonly beginsLine: boolean;
}

/**
 * The changes after which Markdown reads the text as the paragraph shows it, sorted by offset. Escapes only what
 * `core/prose` or CommonMark takes as markup at that place. Only line breaks of the paragraph are `\n` in the text.
 */
export function editsFor(text: string, layout: Layout): readonly Edit[] {
  if (!MAY_NEED_EDITS.test(text)) return NONE;
  const edits: Edit[] = [];
  const escapes = new Set<number>();
  let line = afterBlanks(text, 0);
  if (line > 0) edits.push({ at: 0, remove: line, insert: '' });
  let beginsLine = layout.beginsLine;
  for (;;) {
    const lineBreak = text.indexOf('\n', line);
    const end = beforeBlanks(text, line, lineBreak < 0 ? text.length : lineBreak);
    if (beginsLine) {
      const escape = escapeOfLineStart(text, line, end);
      if (escape !== undefined) escapes.add(escape);
    }
    const next = lineBreak < 0 ? text.length : afterBlanks(text, lineBreak);
    if (next >= text.length) {
      if (end < text.length) edits.push({ at: end, remove: text.length - end, insert: '' });
      break;
    }
    const isBlankLine = text.lastIndexOf('\n', next - 1) > lineBreak;
    edits.push({ at: end, remove: next - end, insert: isBlankLine ? layout.blankLine : layout.newLine });
    line = next;
    beginsLine = layout.newLine.includes('\n');
  }
  for (const at of escapesOfInlines(text, layout.isCell)) escapes.add(at);
  for (const at of escapes)
    edits.push({ at, remove: 0, insert: IN_ENTITY.test(text.slice(at - 1, at + 1)) ? 'amp;' : '\\' });
  return edits.sort((a, b) => a.at - b.at);
}

const NONE: readonly Edit[] = [];
const IN_ENTITY = /^&[#a-z]/i;
const MAY_NEED_EDITS = /[\\`*_$[\]{~<&|\n]|^[ \t#+\->=:\d]|[ \t]$/;

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

/** The offset after the blanks and line breaks at the offset. */
function afterBlanks(text: string, at: number): number {
  while (at < text.length && (isBlank(text.charCodeAt(at)) || text[at] === '\n')) at++;
  return at;
}

function beforeBlanks(text: string, start: number, end: number): number {
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}
