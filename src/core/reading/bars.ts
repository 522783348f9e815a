import type { Span } from '../document';
import type { Prose } from '../prose/prose';
import type { Token } from './tokens';

/**
 * The tokens of a table row with one bar between two cells, whatever divides them in the format. What stands before the
 * first cell or after the last one is left out.
 */
export function dividedIntoCells(tokens: readonly Token[], { start, end }: Span, prose: Prose): readonly Token[] {
  const row = prose.text.slice(start, end);
  for (const mark of prose.format.tables.cells) {
    const marks = [...row.matchAll(mark)].map(({ index, 0: { length } }) => ({
      start: start + index,
      end: start + index + length,
    }));
    const divided: Token[] = [];
    let next = 0;
    let bar: Token | undefined;
    for (const token of tokens) {
      for (; next < marks.length && marks[next]!.end <= token.start; next++)
        bar ??= divided.length > 0 ? barAt(marks[next]!.start) : undefined;
      if (next < marks.length && marks[next]!.start <= token.start) continue;
      divided.push(...(bar ? [bar, token] : [token]));
      bar = undefined;
    }
    if (marks.length > 0) return divided;
  }
  return tokens;
}

function barAt(start: number): Token {
  return { kind: 'punctuation', folded: BAR, written: BAR, start, end: start + 1, known: undefined };
}

/** Whether a token of a row is what divides its cells. */
export function isBar({ folded }: Token): boolean {
  return folded === BAR;
}

const BAR = '|';
