import type { Sentence } from './sentence';
import type { Prose } from '../prose/prose';
import { isBar } from './bars';
import type { Token } from './tokens';
import type { Range } from './nodes';
import type { Part } from './text';

/** A label that the text marks as such, with its value. */
export interface Labelled {
  readonly labels: readonly Part[];
  readonly value: Part;
}

/**
 * The cells of a table row, or the term and the description of a list item; a single cell where nothing divides the
 * sentence.
 */
export function cellsOf(sentence: Sentence, { text }: Prose): readonly Part[] {
  const { tokens, block } = sentence;
  const isDivision = (i: number): boolean => i < tokens.length && block.kind === 'table-row' && isBar(tokens[i]!);
  const isGap = (i: number): boolean =>
    block.kind !== 'table-row' && i > 0 && CELL.test(text.slice(tokens[i - 1]!.end, tokens[i]?.start));
  const cells: Part[] = [];
  let first = 0;
  for (let next = 0; next <= tokens.length; next++) {
    if (next < tokens.length && !isDivision(next) && !isGap(next)) continue;
    if (next > first) cells.push({ sentence, first, next });
    first = isDivision(next) ? next + 1 : next;
  }
  return cells;
}

const CELL = /<(?:td|th|dd)\b/i;

/**
 * "Members: 171", "**Seat** – Vienna", "[Members] 170": each line, and each half of a line, that begins with a label.
 */
export function labelledIn(part: Part, { text }: Prose): readonly Labelled[] {
  const { sentence } = part;
  const { tokens } = sentence;
  const found: Labelled[] = [];
  for (const { first, next } of piecesOf(part, text)) {
    let start = first;
    while (start < next && tokens[start]!.kind === 'punctuation') start++;
    for (let i = start + 1, count = 0; i < next - 1 && count <= MOST_LABELS; i++) {
      if (i - start > LONGEST_LABEL) break;
      if (!isDivider(tokens, i)) continue;
      count++;
      let from = i + 1;
      while (from < next && tokens[from]!.kind === 'punctuation') from++;
      if (from < next)
        found.push({ labels: [{ sentence, first: start, next: i }], value: { sentence, first: from, next } });
      // The second label is separate: "Key figures: Members – 175".
      if (tokens[i]!.folded === ':') start = from;
    }
  }
  return found;
}

const MOST_LABELS = 3;
const LONGEST_LABEL = 16;

function isDivider(tokens: readonly Token[], i: number): boolean {
  const { folded, start, end } = tokens[i]!;
  if (folded === ':' || folded === ']') return true;
  return (
    /^[-–—]$/.test(folded) && tokens[i - 1]!.end < start && tokens[i + 1] !== undefined && tokens[i + 1]!.start > end
  );
}

/** Splits at semicolons, and at the ends of lines where the next line has its own colon. */
function piecesOf({ sentence: { tokens }, first, next }: Part, text: string): readonly Range[] {
  const pieces: Range[] = [];
  let start = first;
  for (let i = first + 1; i < next; i++) {
    const isLine =
      text.slice(tokens[i - 1]!.end, tokens[i]!.start).includes('\n') &&
      tokens.slice(i, Math.min(next, i + 8)).some(({ folded }) => folded === ':');
    if (!isLine && tokens[i]!.folded !== ';') continue;
    pieces.push({ first: start, next: i });
    start = tokens[i]!.folded === ';' ? i + 1 : i;
  }
  if (start < next) pieces.push({ first: start, next });
  return pieces;
}
