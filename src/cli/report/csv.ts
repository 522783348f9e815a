import { csvOfFindings } from '../../core/exchange/findingsCsv';
import { lineIndex } from '../../core/lineIndex';
import { printable } from '../style';
import type { CheckedFile } from './json';
import { placeInWord } from './wordPlace';

/** Yields the rows of one file in pieces. */
export function* csvFile({ path, text, word, inTurn }: CheckedFile): Generator<string> {
  const index = lineIndex(text);
  for (const { findings } of inTurn()) {
    yield csvOfFindings(
      findings.map((finding) => {
        const file = printable(path);
        const paragraph = word && placeInWord(word, finding)?.full;
        if (paragraph !== undefined) return [{ kind: 'paragraph', file, paragraph }, finding] as const;
        const { line, character } = index.positionAt(finding.start);
        return [{ kind: 'line', file, line: line + 1, column: character + 1 }, finding] as const;
      }),
    );
  }
}
