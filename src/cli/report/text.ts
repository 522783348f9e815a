import type { Span } from '../../core/document';
import type { Allowed, Finding } from '../../core/finding';
import { reasonBeyond } from '../../core/findings/reason';
import { SEVERITIES, type Severity } from '../../core/rules';
import type { CellMap } from '../../core/notebook/cellMap';
import type { WordText } from '../../core/word/wordText';
import { whyAllowed } from '../../core/describe/card';
import { textTimeLine } from '../../core/describe/textTime';
import { wordingIn } from '../../core/describe/wordings';
import { listedExplained } from '../../core/findings/json';
import { lineIndex, type LineIndex } from '../../core/lineIndex';
import type { CheckedFile } from './json';
import { plural, positionText, printable, type Paint, type Style } from '../style';
import { placeInWord } from './wordPlace';

/**
 * Yields a file's findings as text, in pieces: the place, the message, the line, the reason and the sources;
 * with `explain`, also what was allowed, and the time of the text.
 */
export function* textFile(
  { path, text, word, cells, inTurn, judgedAs }: CheckedFile,
  explain: boolean,
  style: Style,
): Generator<string> {
  const index = lineIndex(text);
  const place = (span: Span): string =>
    style.bold(
      word
        ? wordPlaceOf(path, span, word)
        : `${printable(path)}${positionText(index, span.start)}${cellOf(span, cells)}`,
    );
  let isEmpty = true;
  for (const checked of inTurn()) {
    const entries = [
      ...checked.findings.map((finding) => ({
        start: finding.start,
        text: findingText(place(finding), finding, index, style),
      })),
      ...(explain ? listedExplained(checked) : []).map((allowed) => ({
        start: allowed.start,
        text: allowedText(place(allowed), allowed, style),
      })),
    ];
    isEmpty &&= entries.length === 0;
    yield* entries.sort((a, b) => a.start - b.start).map((entry) => entry.text);
  }
  if (explain && !isEmpty)
    yield `${style.bold(printable(path))} ${printable(textTimeLine(judgedAs(), wordingIn('en')))}\n`;
}

/** The last line: the numbers of files and of findings; `hidden` counts those that a baseline contains. */
export function textSummary(
  counts: ReadonlyMap<Severity, number>,
  files: number,
  unread: number,
  hidden: number,
): string {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const parts = SEVERITIES.flatMap((severity) => {
    const count = counts.get(severity) ?? 0;
    return count === 0 ? [] : [severity === 'information' ? `${count} information` : plural(count, severity)];
  });
  const checked = `${plural(files, 'file')} checked${unread === 0 ? '' : `, ${unread} not read`}${
    hidden === 0 ? '' : `, ${plural(hidden, 'known finding')} hidden`
  }`;
  return total === 0
    ? `No findings; ${checked}.\n`
    : `${plural(total, 'finding')} (${parts.join(', ')}); ${checked}.\n`;
}

function findingText(place: string, finding: Finding, index: LineIndex, style: Style): string {
  const paint = paintOf(finding.severity, style);
  const head = `${place} ${paint(finding.severity)} ${style.dim(finding.rule)}`;
  const sources = finding.sources.slice(0, MAX_SOURCES).map(({ title, url }) => (url ? `${title} <${url}>` : title));
  if (finding.sources.length > MAX_SOURCES) sources.push(`${finding.sources.length - MAX_SOURCES} more`);
  const reason = reasonBeyond(finding);
  const rows = [
    `${head} ${printable(finding.message)}`,
    ...excerpt(finding, index).map((row, i) => `    ${i === 1 ? paint(row) : row}`),
    ...(reason === '' ? [] : [`  ${printable(reason)}`]),
    ...(sources.length > 0 ? [`  ${style.dim(`Source: ${printable(sources.join('; '))}`)}`] : []),
  ];
  return `${rows.join('\n')}\n\n`;
}

function allowedText(place: string, allowed: Allowed, style: Style): string {
  const why = printable(`“${allowed.text}”: ${whyAllowed(allowed, wordingIn('en'))}`);
  return `${place} allowed ${style.dim(allowed.reason)} ${why}\n`;
}

/** " (cell 3, line 2)" */
function cellOf({ start }: Span, cells: CellMap | undefined): string {
  const place = cells?.placeOf(start);
  return place ? ` (cell ${place.cell}, line ${place.line})` : '';
}

/** "report.docx, paragraph 12, under “Background”:" */
function wordPlaceOf(path: string, span: Span, word: WordText): string {
  const place = placeInWord(word, span);
  return printable(place ? `${path}, ${place.full}:` : path);
}

/** The line around a span, and a line of carets below it; a long line is cut to the surroundings of the span. */
function excerpt({ start, end }: { readonly start: number; readonly end: number }, index: LineIndex): [string, string] {
  const { line, character } = index.positionAt(start);
  const text = index.lineText(line);
  const to = Math.min(text.length, character + (end - start));
  const cutBefore = character > BEFORE + 10 ? character - BEFORE : 0;
  const cutAfter = text.length > to + AFTER + 10 ? to + AFTER : text.length;
  const lead = `${cutBefore > 0 ? '…' : ''}${printable(text.slice(cutBefore, character))}`;
  const tail = `${printable(text.slice(to, cutAfter))}${cutAfter < text.length ? '…' : ''}`;
  const marked = printable(text.slice(character, to));
  return [`${lead}${marked}${tail}`, `${' '.repeat(width(lead))}${'^'.repeat(Math.max(1, width(marked)))}`];
}

// JSON lists all sources; on a terminal a few suffice.
const MAX_SOURCES = 2;
const BEFORE = 50;
const AFTER = 40;

/** The number of columns on a terminal, approximated for Latin scripts: combining accents take none. */
function width(text: string): number {
  return [...text.replace(/[\p{M}\u200b]/gu, '')].length;
}

function paintOf(severity: Severity, style: Style): Paint {
  return { error: style.red, warning: style.yellow, information: style.blue, hint: style.cyan }[severity];
}
