import type { Span } from '../document';
import { plainText } from '../mentions/plainText';
import type { Block, Prose } from '../prose/prose';
import type { Surroundings } from '../surroundings/surroundings';

/**
 * Quotations within a block, across sentence boundaries: “…”, „…“, «…», ‘…’, "…", '…', and a line of dialogue after a
 * dash. An unclosed quotation extends to the end of the block.
 */
export function quotationsIn(block: Block, { prose }: Surroundings): readonly Span[] {
  const { text } = prose;
  const marks = marksOf(prose, block);
  const line = block.kind === 'paragraph' ? DIALOGUE.exec(text.slice(block.start, block.end)) : null;
  const spans: Span[] = line ? [{ start: block.start, end: block.start + line[0].length }] : [];
  // The search for a missing closing mark runs only once: no later mark of that kind is closed either.
  const unclosed = new Set<string>();
  for (let i = 0; i < marks.length; i++) {
    const { character } = marks[i]!;
    const closing = CLOSING[character];
    const single = character === "'" || character === '‘';
    if (closing === undefined || ((single || character === '"') && !opens(text, marks[i]!))) continue;
    const close = unclosed.has(character) ? -1 : closingMark(text, marks, i + 1, closing, single);
    if (close < 0) {
      unclosed.add(character);
      // A quotation of several paragraphs opens each of them and closes only the last. A lone straight mark is a typo
      // or denotes inches.
      if (character === '“' || character === '«')
        spans.push({ start: marks[i]!.start, end: text[block.end - 1] === '\r' ? block.end - 1 : block.end });
      continue;
    }
    spans.push({ start: marks[i]!.start, end: marks[close]!.end });
    i = close;
  }
  return spans;
}

/** "—Del Comité, señora. —Y calló.": up to the dash before the narrator's words. */
const DIALOGUE = /^—[\p{L}¿¡][^—]*/u;

const MARKS = /["“”„«»‘’']|&(?:quot|[lr]dquo|[lr]aquo|[lr]squo);/g;

interface Mark extends Span {
  readonly character: string;
}

function marksOf(prose: Prose, block: Block): readonly Mark[] {
  const marks: Mark[] = [];
  for (const match of prose.text.slice(block.start, block.end).matchAll(MARKS)) {
    const start = block.start + match.index;
    // The apostrophe within a word is by far the most frequent mark, and is not a quotation mark.
    if (
      /['’]/.test(match[0]) &&
      /\p{L}/u.test(prose.text[start - 1] ?? ' ') &&
      /\p{L}/u.test(prose.text[start + 1] ?? ' ')
    )
      continue;
    const end = start + match[0].length;
    if (!prose.markupAt(block, start))
      marks.push({ start, end, character: plainText(prose.text, start, end, prose.format.readEscape) });
  }
  return marks;
}

const CLOSING: Readonly<Record<string, string>> = { '“': '”', '„': '“”', '«': '»', '"': '"', '‘': '’', "'": "'" };

function closingMark(text: string, marks: readonly Mark[], from: number, closing: string, single: boolean): number {
  for (let i = from; i < marks.length; i++)
    if (closing.includes(marks[i]!.character) && (!single || closes(text, marks[i]!))) return i;
  return -1;
}

function opens(text: string, mark: Mark): boolean {
  return !/[\p{L}\d.,]/u.test(text[mark.start - 1] ?? ' ') && /\S/.test(text[mark.end] ?? ' ');
}

function closes(text: string, mark: Mark): boolean {
  return /\S/.test(text[mark.start - 1] ?? ' ') && !/[\p{L}\d]/u.test(text[mark.end] ?? ' ');
}
