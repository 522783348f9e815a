/** Rows of fields, each row with the line it begins on, or where a quotation mark is never closed. */
export type CsvTable =
  | { readonly kind: 'rows'; readonly rows: readonly CsvRow[] }
  | { readonly kind: 'unclosed'; readonly line: number };

export interface CsvRow {
  readonly line: number;
  readonly fields: readonly string[];
}

/**
 * Reads comma-separated values as RFC 4180 has them, with any line ends. Fields may also be parted by semicolons or tabs,
 * as spreadsheets do it where the comma is decimal: the first line tells. Empty lines are skipped.
 */
export function readCsv(text: string): CsvTable {
  const separator = separatorOf(text.slice(0, endOfLine(text, 0)));
  const rows: CsvRow[] = [];
  let fields: string[] = [];
  let line = 1;
  let rowLine = 1;
  let at = 0;
  while (at <= text.length) {
    let field: string;
    if (text[at] === '"') {
      const quoted = readQuoted(text, at);
      if (quoted === undefined) return { kind: 'unclosed', line };
      // What stands behind the closing mark belongs to the field: better than losing it.
      const end = endOfField(text, quoted.end, separator);
      field = quoted.value + text.slice(quoted.end, end);
      line += quoted.value.split('\n').length - 1;
      at = end;
    } else {
      const end = endOfField(text, at, separator);
      field = text.slice(at, end);
      at = end;
    }
    fields.push(field);
    if (text[at] === separator) { at++; continue; }
    if (fields.length > 1 || fields[0] !== '') rows.push({ line: rowLine, fields });
    fields = [];
    if (at >= text.length) break;
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    rowLine = ++line;
  }
  return { kind: 'rows', rows };
}

/** Writes rows as RFC 4180 has them. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

/**
 * A field that a spreadsheet shows: it takes one that begins so for a formula, and would run what a document or a termbase
 * says. One that has a quotation mark there already gets a second, so that {@link unguarded} gives it back.
 */
export function guarded(field: string): string {
  return FORMULA.test(field) ? `'${field}` : field;
}

/** The field that {@link guarded} was given. */
export function unguarded(field: string): string {
  return field.startsWith("'") && FORMULA.test(field) ? field.slice(1) : field;
}

/** With the wide signs of East Asian keyboards, which spreadsheets there take for the same. */
const FORMULA = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

function quoted(field: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

function separatorOf(header: string): string {
  const counts = [',', ';', '\t'].map((each) => header.split(each).length);
  return [',', ';', '\t'][counts.indexOf(Math.max(...counts))];
}

function endOfLine(text: string, from: number): number {
  const match = /[\r\n]/.exec(text.slice(from, from + 10_000));
  return match ? from + match.index : Math.min(text.length, from + 10_000);
}

function endOfField(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

function readQuoted(text: string, at: number): { readonly value: string; readonly end: number } | undefined {
  const parts: string[] = [];
  let from = at + 1;
  for (;;) {
    const mark = text.indexOf('"', from);
    if (mark < 0) return undefined;
    parts.push(text.slice(from, mark));
    if (text[mark + 1] !== '"') return { value: parts.join('"'), end: mark + 1 };
    from = mark + 2;
  }
}
