import type { Checked } from '../../core/finding';
import { DocumentCheck } from '../../core/parts/documentCheck';
import type { Severity } from '../../core/rules';
import type { Termbase } from '../../core/termbase/termbase';
import type { CellMap } from '../../core/notebook/cellMap';
import type { CheckCommand } from '../arguments';
import type { Baseline, Seen } from '../baseline/baseline';
import { withoutKnown } from '../baseline/withoutKnown';
import { heldBackOf } from '../../core/describe/textTime';
import { wordingIn } from '../../core/describe/wordings';
import type { Found } from '../files';
import type { Invocation } from '../invocation';
import { openFile, type OpenedFile } from '../openFile';
import { csvFile } from '../report/csv';
import { githubFile } from '../report/github';
import { jsonFile, type CheckedFile } from '../report/json';
import type { HeldBack } from '../../core/describe/textTime';
import type { HeldBackIn } from '../report/run';
import { junitFile } from '../report/junit';
import { pathFrom, placeOf } from '../report/placeOf';
import { sarifFile } from '../report/sarif';
import { printable, type Style } from '../style';
import { textFile } from '../report/text';

/** How to read, judge and report every file of a run. */
export interface Manner {
  readonly command: Pick<CheckCommand, 'format' | 'explain' | 'failOn' | 'languageId' | 'rules' | 'lang' | 'date'>;
  readonly termbase: Termbase;
  readonly cwd: string;
  /** The known findings, which are not reported. */
  readonly baseline: Baseline | undefined;
  readonly style: Style;
}

/** The report on one file, ready to print. */
export interface FileReport {
  /** Set if the file was not read, and why. */
  readonly unread?: Unread;
  /** Yielded lazily in pieces: the report on a file with a million findings would not fit into memory. */
  readonly out: Iterable<string>;
  readonly err: string;
  /** Complete once `out` has been exhausted. */
  readonly counts: Counts;
  /** What the time of the text holds back, if it does; complete at the same time. */
  readonly heldBackIn?: readonly HeldBackIn[];
  /** Set if the file was read, but not judged completely; `err` says why. */
  readonly isPartial?: true;
  /** What was found, if there is a baseline; complete at the same time. */
  readonly seen?: Seen;
  /** Set if the report is larger than a thread may send, so that the printing thread must check the file itself. */
  readonly isTooLong?: true;
}

export type Unread = Exclude<Found, { kind: 'file' | 'stdin' }>;

export type Counts = Readonly<Partial<Record<Severity, number>>>;

/** Reads, checks and reports one file; errors are part of the report. */
export async function checkFile(found: Found, manner: Manner, stdin: Invocation['stdin']): Promise<FileReport> {
  const opened = await openOrReport(found, manner, stdin);
  if (opened.kind === 'unread') return opened.report;
  const { document, options } = opened;
  const check = new DocumentCheck(document, manner.termbase, options);
  return fileReport(opened, { inTurn: () => check.inTurn(), ...timeOf(check) }, manner);
}

/** What a report says of the time of a text. */
export function timeOf(check: DocumentCheck): Pick<CheckedFile, 'judgedAs' | 'heldBack'> {
  let known: HeldBack | undefined;
  return {
    judgedAs: () => check.judgedAs,
    heldBack: () => {
      return (known ??= heldBackOf(check, wordingIn('en')) ?? { count: 0, because: '' });
    },
  };
}

/** Reads a file; one that cannot be read has a report already. */
export async function openOrReport(
  found: Found,
  { command }: Pick<Manner, 'command'>,
  stdin: Invocation['stdin'],
): Promise<OpenedFile | { readonly kind: 'unread'; readonly report: FileReport }> {
  if (found.kind !== 'file' && found.kind !== 'stdin') return { kind: 'unread', report: reportUnread(found) };
  const opened = await openFile(found, command, stdin);
  return opened.kind === 'opened' ? opened : { kind: 'unread', report: reportUnread({ ...opened, path: found.path }) };
}

/** The report on a file, and what was found in it. */
export function fileReport(
  { path, languageId, text, word, cells, err }: OpenedFile,
  { inTurn: found, judgedAs: judged, heldBack }: Pick<CheckedFile, 'inTurn' | 'judgedAs' | 'heldBack'>,
  manner: Manner,
): FileReport {
  const { cwd, baseline } = manner;
  const place = placeOf(path, cwd);
  const results = cells ? () => placed(found(), cells) : found;
  const judgedAs = cells ? () => cells.judgedAs(judged()) : judged;
  const seen = baseline && { key: pathFrom(baseline.folder, path, cwd), entries: [], hidden: 0 };
  const inTurn = baseline && seen ? () => withoutKnown(results(), text, baseline, seen) : results;
  const counts: Partial<Record<Severity, number>> = {};
  const heldBackIn: HeldBackIn[] = [];
  function* pieces(inTurn: () => Iterable<Checked>): Generator<string> {
    yield* print({ path, place, languageId, text, word: word?.text, cells, inTurn, judgedAs, heldBack }, manner);
    const held = heldBack();
    if (held.count > 0) heldBackIn.push({ place, ...held });
  }
  return { counts, seen, heldBackIn, out: counted(inTurn, counts, pieces), err };
}

function* placed(results: Iterable<Checked>, cells: CellMap): Generator<Checked> {
  for (const checked of results) yield cells.checked(checked);
}

/** Joins the pieces into larger ones for printing; counts the findings on the first iteration. */
function* counted(
  source: () => Iterable<Checked>,
  counts: Partial<Record<Severity, number>>,
  pieces: (inTurn: () => Iterable<Checked>) => Iterable<string>,
): Generator<string> {
  let isFirst = true;
  function* inTurn(): Generator<Checked> {
    const isCounting = isFirst;
    isFirst = false;
    for (const checked of source()) {
      if (isCounting) for (const { severity } of checked.findings) counts[severity] = (counts[severity] ?? 0) + 1;
      yield checked;
    }
  }
  let piece = '';
  for (const next of pieces(inTurn)) {
    piece += next;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

/** The approximate number of characters to write at once. */
const PIECE = 1 << 16;

function print(file: CheckedFile, { command: { format, explain, failOn }, style }: Manner): Iterable<string> {
  switch (format) {
    case 'text':
      return textFile(file, explain, style);
    case 'json':
      return jsonFile(file, explain);
    case 'csv':
      return csvFile(file);
    case 'sarif':
      return sarifFile(file);
    case 'github':
      return githubFile(file);
    case 'junit':
      return junitFile(file, failOn);
  }
}

export function reportUnread(unread: Unread): FileReport {
  const err = unread.kind === 'problem' ? `${printable(unread.path)}: ${printable(unread.message)}\n` : '';
  return { unread, out: [], err, counts: {} };
}
