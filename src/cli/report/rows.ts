import type { Finding } from '../../core/finding';
import { lineIndex } from '../../core/lineIndex';
import type { CheckedFile } from './json';
import { placeInWord } from './wordPlace';

/** A finding with its place, in lines and columns from 1. */
export interface Row {
  readonly finding: Finding;
  readonly from: Place;
  readonly to: Place;
  /** The place in a Word document, which has no lines: “paragraph 12, under “Background””, or empty if unknown. */
  readonly paragraph: string | undefined;
}

interface Place {
  readonly line: number;
  readonly column: number;
}

/** Yields what the formats that write a row for each finding say of its place. */
export function* rowsOf({ text, word, inTurn }: Pick<CheckedFile, 'text' | 'word' | 'inTurn'>): Generator<Row> {
  const index = lineIndex(text);
  const placeAt = (offset: number): Place => {
    const { line, character } = index.positionAt(offset);
    return { line: line + 1, column: character + 1 };
  };
  for (const { findings } of inTurn())
    for (const finding of findings) {
      const paragraph = word && (placeInWord(word, finding)?.full ?? '');
      yield { finding, from: placeAt(finding.start), to: placeAt(finding.end), paragraph };
    }
}
