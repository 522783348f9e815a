import { spanAt, type Span } from '../../core/document';
import { jsonAllowed, jsonFinding, jsonTime, listedExplained } from '../../core/findings/json';
import type { Checked, JudgedAs } from '../../core/finding';
import type { CellMap } from '../../core/notebook/cellMap';
import type { WordText } from '../../core/word/wordText';
import { lineIndex } from '../../core/lineIndex';
import type { HeldBack } from '../../core/describe/textTime';

export interface CheckedFile {
  readonly path: string;
  /** The path as other programs find it: from the working folder, with slashes. */
  readonly place: string;
  readonly languageId: string;
  readonly text: string;
  /** The origin of the text, if it was read from a Word document. */
  readonly word: WordText | undefined;
  /** The place of each cell, if it is a notebook. */
  readonly cells: CellMap | undefined;
  /** The results, one stretch of the text at a time; can be iterated more than once. */
  inTurn(): Iterable<Checked>;
  /** The time as of which the text is judged. */
  judgedAs(): JudgedAs;
  heldBack(): HeldBack;
}

/**
 * Yields one file of the report in pieces. The shape is a contract: keys may be added, but not renamed. Allowed names
 * are listed only with `--explain`, and so is the time as of which the text is judged.
 */
export function* jsonFile(
  { path, languageId, text, word, cells, inTurn, judgedAs, heldBack }: CheckedFile,
  explain: boolean,
): Generator<string> {
  const index = lineIndex(text);
  yield `{"path":${JSON.stringify(path)},"languageId":${JSON.stringify(languageId)},"findings":[`;
  let comma = '';
  for (const { findings } of inTurn()) {
    for (const finding of findings) {
      yield (
        comma + JSON.stringify({ ...jsonFinding(finding, index), ...inWord(finding, word), ...inCell(finding, cells) })
      );
      comma = ',';
    }
  }
  yield '],"allowed":[';
  comma = '';
  for (const checked of explain ? inTurn() : []) {
    for (const allowed of listedExplained(checked)) {
      yield (
        comma + JSON.stringify({ ...jsonAllowed(allowed, index), ...inWord(allowed, word), ...inCell(allowed, cells) })
      );
      comma = ',';
    }
  }
  const { count, because } = heldBack();
  yield count > 0 ? `],"heldBack":${JSON.stringify({ count, because })}` : ']';
  yield explain ? `,"time":${JSON.stringify(jsonTime(judgedAs()))}}` : '}';
}

/** The text before and after the files, which are written one by one, separated by commas. */
export const JSON_START = '{"version":1,"files":[';
export const jsonEnd = (unread: readonly string[]): string =>
  unread.length === 0 ? ']}\n' : `],"unread":${JSON.stringify(unread)}}\n`;

/** In a Word document, the range refers to the text that was read, and the paragraph to the document. */
function inWord(span: Span, word: WordText | undefined): object {
  const found = word && spanAt(word.paragraphs, span.start);
  return found ? { paragraph: { number: found.number, kind: found.kind, heading: found.heading } } : {};
}

/** In a notebook, the range refers to the file; the cell, with its line and column, counts from 1. */
function inCell({ start }: Span, cells: CellMap | undefined): object {
  const place = cells?.placeOf(start);
  return place ? { cell: { number: place.cell, line: place.line, column: place.column } } : {};
}
