import { oneLine } from '../citation/escapeText';
import type { Block, Format } from './prose';
import { InlineList, inlinesBy } from './inlineList';
import { cutsAfterBlankLines, isWritten } from './cuts';
import { declaredLanguage, readFrontMatter } from './frontMatter';
import { commentsWithoutBlankLines } from './comments';
import { endOfLine, skipBlanks } from './lines';

/**
 * Plain text: paragraphs between blank lines, list items, lines of cells between tabs, mail quotations, addresses.
 * Unknown languages are read as plain text too.
 */
export const plaintext: Format = {
  readPart: (text, isFirst) => ({
    blocks: readBlocks(text),
    isClosed: !isFirst || readFrontMatter(text).isClosed,
  }),
  readInlines: inlinesBy({}, InlineList),
  escape: oneLine,
  tables: { cells: [/\t+/g], next: /\n[ \t]*\r?\n/ },
  readEscape: undefined,
  declaredLanguage,
  cutting: cutsAfterBlankLines(isWritten),
  commentsIn: commentsWithoutBlankLines,
};

/** "M. Dupont" begins no list: the French "Mr" is not a thirteenth item. */
const LIST_MARK = /^(?!M\.[ \t]+\p{Lu}\p{L})(?:[-*•–+]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)])[ \t]+/u;

function readBlocks(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let open: { kind: Block['kind']; start: number; end: number; quoted: boolean; level: number } | undefined;
  const close = (): void => {
    if (open) blocks.push(open);
    open = undefined;
  };
  let inTable = false;
  for (let position = 0; position < text.length;) {
    const lineEnd = endOfLine(text, position);
    let start = skipBlanks(text, position, lineEnd);
    let quoted = false;
    while (text[start] === '>') {
      quoted = true;
      start = skipBlanks(text, start + 1, lineEnd);
    }
    inTable = !quoted && isRow(text, position, lineEnd, inTable);
    if (start >= lineEnd) close();
    else if (inTable) {
      close();
      blocks.push({ kind: 'table-row', start, end: lineEnd, quoted, level: 0 });
    } else {
      const item = LIST_MARK.exec(text.slice(start, Math.min(lineEnd, start + 12)));
      if (item || !open || open.quoted !== quoted) {
        close();
        open = {
          kind: item ? 'list-item' : 'paragraph',
          start: start + (item?.[0].length ?? 0),
          end: lineEnd,
          quoted,
          level: 0,
        };
      } else open.end = lineEnd;
    }
    position = lineEnd + 1;
  }
  close();
  return blocks.filter((block) => block.start < block.end);
}

/** Whether a line is a row of cells between tabs, of which a table has two or more; the first cell may be empty. */
function isRow(text: string, start: number, end: number, inTable: boolean): boolean {
  const tab = text.indexOf('\t', start);
  if (tab < 0 || tab >= end) return false;
  const line = text.slice(start, end);
  if (inTable) return CELLS.test(line);
  const next = text.slice(end + 1, endOfLine(text, end + 1));
  return CELLS.test(next) && (CELLS.test(line) || /^\t\s*\S/.test(line)) && !LIST_MARK.test(line);
}

const CELLS = /\S *\t[\t ]*\S/;
