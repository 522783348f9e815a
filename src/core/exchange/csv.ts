/** Rows of fields, each with the line on which it begins; or the line of a quotation mark that is never closed. */
export type CsvTable =
  { readonly kind: 'rows'; readonly rows: readonly CsvRow[] } | { readonly kind: 'unclosed'; readonly line: number };

export interface CsvRow {
  readonly line: number;
  readonly fields: readonly string[];
}

/**
 * Reads comma-separated values (RFC 4180) with any line ends. Fields may also be separated by semicolons or tabs, as
 * in spreadsheets with a decimal comma; the first line determines the separator. Empty lines are skipped.
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
      // Text after the closing mark is kept as part of the field, so that nothing is lost.
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
    if (text[at] === separator) {
      at++;
      continue;
    }
    if (fields.length > 1 || fields[0] !== '') rows.push({ line: rowLine, fields });
    fields = [];
    if (at >= text.length) break;
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    rowLine = ++line;
  }
  return { kind: 'rows', rows };
}

/** Writes rows as comma-separated values (RFC 4180). */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

/**
 * Prefixes an apostrophe to a field that a spreadsheet would take for a formula and execute. A field that begins with
 * an apostrophe already gets a second one, so that {@link unguarded} can restore it.
 */
export function guarded(field: string): string {
  return FORMULA.test(field) ? `'${field}` : field;
}

/** The original field of {@link guarded}. */
export function unguarded(field: string): string {
  return field.startsWith("'") && FORMULA.test(field) ? field.slice(1) : field;
}

/** Includes the full-width signs of East Asian keyboards, which spreadsheets there treat the same way. */
const FORMULA = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

function quoted(field: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

function separatorOf(header: string): string {
  const counts = [',', ';', '\t'].map((each) => header.split(each).length);
  return [',', ';', '\t'][counts.indexOf(Math.max(...counts))]!;
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
