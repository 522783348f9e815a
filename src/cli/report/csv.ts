import { csvOfFindings } from '../../core/exchange/findingsCsv';
import { lineIndex } from '../../core/lineIndex';
import { printable } from '../style';
import type { CheckedFile } from './json';

/** Yields the rows of one file in pieces. */
export function* csvFile({ path, text, inTurn }: CheckedFile): Generator<string> {
  const index = lineIndex(text);
  for (const { findings } of inTurn()) {
    yield csvOfFindings(
      findings.map((finding) => {
        const { line, character } = index.positionAt(finding.start);
        return [{ file: printable(path), line: line + 1, column: character + 1 }, finding] as const;
      }),
    );
  }
}
