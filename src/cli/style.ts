import type { LineIndex } from '../core/lineIndex';
import type { Invocation, Output } from './invocation';

/** Functions that style text for a terminal; without colours, each returns its text unchanged. */
export interface Style {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly red: Paint;
  readonly yellow: Paint;
  readonly blue: Paint;
  readonly cyan: Paint;
}

export type Paint = (text: string) => string;

/** Uses colours only on a terminal, and not if `NO_COLOR` is set (https://no-color.org). */
export function styleFor(output: Output, env: Invocation['env']): Style {
  const coloured = output.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';
  const paint = (on: number, off: number): Paint =>
    coloured ? (text) => `\u001b[${on}m${text}\u001b[${off}m` : (text) => text;
  return {
    bold: paint(1, 22),
    dim: paint(2, 22),
    red: paint(31, 39),
    yellow: paint(33, 39),
    blue: paint(34, 39),
    cyan: paint(36, 39),
  };
}

/** “1 file”, “2 files” */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The first of some paths, and the number of the others. */
export function namesOf(paths: readonly string[], most: number): string {
  const named = paths.slice(0, most).map(printable).join(', ');
  return `${named}${paths.length > most ? ` and ${paths.length - most} more` : ''}`;
}

/** “:3:14”: a line and a column, from 1, as they follow a path. */
export function positionText(index: LineIndex, offset: number): string {
  const { line, character } = index.positionAt(offset);
  return `:${line + 1}:${character + 1}`;
}

/**
 * Makes text of a document or a file's name safe to print: removes characters that move the cursor or reverse the line,
 * and divides, by a sign without width, what a runner of automatic checks would take for a command: `::` at the
 * beginning of a line, and `##[` or `##vso[` anywhere.
 */
export function printable(text: string): string {
  return withoutControls(text.replace(/\r\n|[\t\r\n]/g, ' ')).replace(/^\s*:(?=:)|##(?=\[|vso\[)/gi, '$&\u200b');
}

/** Replaces the characters that move the cursor or reverse the line, except for line breaks. */
export function withoutControls(text: string): string {
  return text.replace(/[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\uFFFD');
}
