import { csvOfFindings } from '../../core/exchange/findingsCsv';
import { lineIndex } from '../lineIndex';
import type { CheckedFile } from './json';

/** The rows of one file. */
export function csvFile({ path, text, checked }: CheckedFile): string {
  const index = lineIndex(text);
  return csvOfFindings(checked.findings.map((finding) => {
    const { line, character } = index.positionAt(finding.start);
    return [{ file: path, line: line + 1, column: character + 1 }, finding] as const;
  }));
}
