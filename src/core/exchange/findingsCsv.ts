import { onlyReplacement, type Finding } from '../finding';
import { guarded, writeCsv } from './csv';

/** The columns of a table of findings; a front end may translate the headers. */
export const FINDING_COLUMNS = [
  'file',
  'line',
  'column',
  'paragraph',
  'severity',
  'certainty',
  'rule',
  'text',
  'message',
  'because',
  'replacement',
  'sources',
] as const;

export type FindingColumn = (typeof FINDING_COLUMNS)[number];

/** The place of a finding: in a text, counted from 1; in a Word document, in words. */
export type FindingPlace =
  | { readonly kind: 'line'; readonly file: string; readonly line: number; readonly column: number }
  | { readonly kind: 'paragraph'; readonly file: string; readonly paragraph: string };

/** The header row. */
export function csvOfColumns(labels: Readonly<Partial<Record<FindingColumn, string>>> = {}): string {
  return writeCsv([FINDING_COLUMNS.map((column) => labels[column] ?? column)]);
}

/** One row for each finding (RFC 4180), safe to open in a spreadsheet. */
export function csvOfFindings(findings: Iterable<readonly [FindingPlace, Finding]>): string {
  return writeCsv(
    [...findings].map(([place, finding]) => {
      const { severity, certainty, rule, text, message, because, fixes, sources } = finding;
      // A reader decides, so fixes that need confirmation are included.
      const edits = (fixes.find(({ fits }) => fits) ?? onlyReplacement(finding))?.edits ?? [];
      const row: Readonly<Record<FindingColumn, string>> = {
        file: place.file,
        line: place.kind === 'line' ? String(place.line) : '',
        column: place.kind === 'line' ? String(place.column) : '',
        paragraph: place.kind === 'paragraph' ? place.paragraph : '',
        severity,
        certainty,
        rule,
        text,
        message,
        because,
        replacement: edits.map(({ newText }) => newText).join(' … '),
        sources: sources.map(({ title, url }) => (url === undefined ? title : `${title} <${url}>`)).join('; '),
      };
      return FINDING_COLUMNS.map((column) => guarded(row[column]));
    }),
  );
}
