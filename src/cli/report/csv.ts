import { csvOfFindings } from '../../core/exchange/findingsCsv';
import { printable } from '../style';
import type { CheckedFile } from './json';
import { rowsOf } from './rows';

/** Yields the rows of one file in pieces. */
export function* csvFile(checked: CheckedFile): Generator<string> {
  const file = printable(checked.path);
  for (const { finding, from, paragraph } of rowsOf(checked))
    yield csvOfFindings([
      [paragraph ? { kind: 'paragraph', file, paragraph } : { kind: 'line', file, ...from }, finding],
    ]);
}
