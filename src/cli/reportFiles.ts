import { isAtLeast, SEVERITIES, type Severity } from '../core/rules';
import type { CheckCommand } from './arguments';
import { openBaseline, type Seen } from './baseline/baseline';
import { closeBaseline } from './baseline/closeBaseline';
import { FORCE_HELP, NOTHING_TO_READ, UNREAD_HELP } from './files';
import { openAll, type Opened } from './inputs';
import type { ExitCode, Invocation, Output } from './invocation';
import type { Choices, Selection } from './sharedOptions';
import { frameOf } from './report/frame';
import { heldBackText } from './report/heldBack';
import { placeOf } from './report/placeOf';
import { progressOn } from './report/progress';
import type { Fault, Frame, HeldBackIn, Run, Unread } from './report/run';
import { selectFiles } from './selectFiles';
import { namesOf, plural, printable, styleFor } from './style';
import type { FileReport, Manner } from './threads/checkFile';
import { inOrder, type Workforce } from './threads/inOrder';

/** The options of a command that reports on files. */
export type Reporting = Choices &
  Selection &
  Pick<CheckCommand, 'paths' | 'areNamed' | 'format' | 'bom' | 'explain' | 'failOn'>;

/**
 * Reads every input and prints the report; the exit code says whether a finding is at or above `--fail-on`. The
 * workforce makes the report on each file; `finish` runs after the report, and may give another exit code. Files
 * that `passesOver` accepts are not read.
 */
export async function reportFiles(
  command: Reporting,
  invocation: Invocation,
  workforceOf: (manner: Manner, termbases: readonly string[]) => Workforce,
  finish: () => Promise<ExitCode | undefined> = () => Promise.resolve(undefined),
  passesOver: (fullPath: string) => boolean = () => false,
): Promise<ExitCode> {
  const { stdout, stderr, env, cwd, stop } = invocation;
  const opened = await openAll(command, invocation);
  if (!opened) return 2;
  const known = await openBaseline(command, cwd);
  if (known.kind === 'problem') {
    stderr.write(`${printable(known.message)}\n`);
    return 2;
  }
  const files = await selectFiles(command, opened.configs, invocation, passesOver);
  const baseline = known.kind === 'open' ? known.baseline : undefined;
  const manner: Manner = { command, termbase: opened.termbase, cwd, baseline, style: styleFor(stdout, env) };
  const frame = frameOf(command.format, command.bom);
  const tally = new Tally(cwd, opened.failed, opened.unused);
  const workforce = workforceOf(manner, opened.termbases);
  if (frame.start !== '') stdout.write(frame.start);
  await writeReports(inOrder(files, workforce, stop), frame, tally, invocation);
  if (stop?.aborted) {
    // An interrupted report has no end, so that nobody mistakes it for a complete one.
    stderr.write(`migration-terms: stopped after ${plural(tally.files, 'file')}.\n`);
    return 130;
  }
  const unread = textUnread(tally, command.changedSince);
  if (unread !== '') stderr.write(unread);
  const run = tally.finish();
  const end = frame.end(run);
  if (end !== '') stdout.write(end);
  // A table has no place for it.
  if (command.format === 'csv') stderr.write(heldBackText(run.heldBackIn));
  if (baseline && !(await closeBaseline(command, baseline, tally.seen, run.hidden, invocation))) return 2;
  const code = await finish();
  if (!run.isComplete) return 2;
  if (code !== undefined) return code;
  const { failOn } = command;
  return failOn !== 'never' && [...run.counts.keys()].some((severity) => isAtLeast(severity, failOn)) ? 1 : 0;
}

/** Writes each report as soon as its file is checked, and adds it to the tally. */
async function writeReports(
  reports: AsyncIterable<FileReport>,
  frame: Frame,
  tally: Tally,
  { stdout, stderr, stop }: Invocation,
): Promise<void> {
  const progress = progressOn(stderr);
  let isFirst = true;
  for await (const report of reports) {
    if (report.err !== '') {
      progress.clear();
      stderr.write(report.err);
    }
    if (report.unread) {
      tally.addUnread(report.unread);
      continue;
    }
    let before = isFirst ? '' : frame.between;
    for (const piece of report.out) {
      if (stop?.aborted) break;
      if (stdout.isTTY) progress.clear();
      await writeOut(stdout, before + piece);
      before = '';
      isFirst = false;
    }
    tally.add(report);
    progress.say(tally.files, tally.findings);
  }
  progress.clear();
}

/** Says which files were not read, or why there were none. */
function textUnread({ excluded, passedOver, files, failed }: Tally, changedSince: string | undefined): string {
  const text =
    excluded.length > 0
      ? `Not read, as a configuration excludes it: ${namesOf(excluded, MOST_NAMED)}. ${FORCE_HELP}\n`
      : '';
  if (passedOver.length > 0)
    return `${text}Not read: ${namesOf(
      passedOver.map(({ path }) => path),
      MOST_NAMED,
    )}. ${UNREAD_HELP}\n`;
  if (text !== '' || files > 0 || failed) return text;
  return changedSince === undefined
    ? `Nothing was checked in this folder: ${NOTHING_TO_READ}\n`
    : `No file here has changed since ${printable(changedSince)}.\n`;
}

const MOST_NAMED = 10;

/** Writes, and waits if the reader is slower than the check, so that output does not accumulate. */
async function writeOut(stdout: Output, text: string): Promise<void> {
  if (stdout.write(text) === false && stdout.once) await new Promise<void>((resolve) => stdout.once!('drain', resolve));
}

/** What the reports on the files of a run say together. */
class Tally {
  readonly seen: Seen[] = [];
  readonly passedOver: Unread[] = [];
  readonly excluded: string[] = [];
  readonly heldBackIn: HeldBackIn[] = [];
  files = 0;
  findings = 0;
  private readonly counts = new Map<Severity, number>();
  private readonly faults: Fault[] = [];

  constructor(
    private readonly cwd: string,
    public failed: boolean,
    unused: Opened['unused'],
  ) {
    for (const { path, message } of unused) this.faults.push({ ...this.unread(path), message });
  }

  add({ isPartial, seen, counts, heldBackIn = [] }: FileReport): void {
    this.heldBackIn.push(...heldBackIn);
    this.files++;
    if (isPartial) this.failed = true;
    if (seen) this.seen.push(seen);
    for (const severity of SEVERITIES) {
      const count = counts[severity] ?? 0;
      if (count === 0) continue;
      this.counts.set(severity, (this.counts.get(severity) ?? 0) + count);
      this.findings += count;
    }
  }

  addUnread(found: NonNullable<FileReport['unread']>): void {
    if (found.kind === 'excluded') this.excluded.push(found.path);
    else if (found.kind === 'unread') this.passedOver.push(this.unread(found.path));
    else {
      this.failed = true;
      this.faults.push({ ...this.unread(found.path), message: found.message });
    }
  }

  finish(): Run {
    const { counts, files, faults, passedOver, heldBackIn, seen, failed } = this;
    // Nothing is known about a folder in which no file is read.
    const isComplete = !failed && (files > 0 || passedOver.length === 0);
    const hidden = seen.reduce((sum, each) => sum + each.hidden, 0);
    return { counts, files, faults, passedOver, heldBackIn, isComplete, hidden };
  }

  private unread(path: string): Unread {
    return { path, place: placeOf(path, this.cwd) };
  }
}
