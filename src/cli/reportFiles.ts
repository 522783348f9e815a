import { isAtLeast, SEVERITIES, type Severity } from '../core/rules';
import type { CheckCommand } from './arguments';
import { openBaseline, type Seen } from './baseline/baseline';
import { closeBaseline } from './baseline/closeBaseline';
import { FORCE_HELP, NOTHING_TO_READ, UNREAD_HELP } from './files';
import { openAll } from './inputs';
import type { ExitCode, Invocation, Output } from './invocation';
import type { Choices, Selection } from './options';
import { frameOf } from './report/frame';
import { placeOf } from './report/placeOf';
import { progressOn } from './report/progress';
import type { Fault, Unread } from './report/run';
import { selectFiles } from './selectFiles';
import { printable, styleFor } from './style';
import type { Manner } from './threads/checkFile';
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
  const { configs, termbases, termbase } = opened;
  const known = await openBaseline(command, cwd);
  if (known.kind === 'problem') {
    stderr.write(`${printable(known.message)}\n`);
    return 2;
  }
  const selected = await selectFiles(command, configs, invocation, passesOver);
  if (selected.kind === 'problem') {
    stderr.write(`migration-terms: ${printable(selected.message)}\n`);
    return 2;
  }
  const baseline = known.kind === 'open' ? known.baseline : undefined;
  const seen: Seen[] = [];
  const manner: Manner = { command, termbase, cwd, baseline, style: styleFor(stdout, env) };
  const progress = progressOn(stderr);
  const frame = frameOf(command.format, command.bom);
  const counts = new Map<Severity, number>();
  let { failed } = opened;
  let files = 0;
  let findings = 0;
  const faults: Fault[] = [];
  const passedOver: Unread[] = [];
  const excluded: string[] = [];
  const unread = (path: string): Unread => ({ path, place: placeOf(path, cwd) });
  const workforce = workforceOf(manner, termbases);
  if (frame.start !== '') stdout.write(frame.start);
  let isFirst = true;
  for await (const report of inOrder(selected.files, workforce, stop)) {
    if (report.err !== '') {
      progress.clear();
      stderr.write(report.err);
    }
    if (!report.isRead) {
      if (report.excluded !== undefined) excluded.push(report.excluded);
      else if (report.passedOver !== undefined) passedOver.push(unread(report.passedOver));
      else {
        failed = true;
        if (report.fault) faults.push({ ...unread(report.fault.path), message: report.fault.message });
      }
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
    files++;
    if (report.isPartial) failed = true;
    if (report.seen) seen.push(report.seen);
    for (const severity of SEVERITIES) {
      const count = report.counts[severity] ?? 0;
      if (count === 0) continue;
      counts.set(severity, (counts.get(severity) ?? 0) + count);
      findings += count;
    }
    progress.say(files, findings);
  }
  progress.clear();
  if (stop?.aborted) {
    // An interrupted report has no end, so that nobody mistakes it for a complete one.
    stderr.write(`migration-terms: stopped after ${files} ${files === 1 ? 'file' : 'files'}.\n`);
    return 130;
  }
  const isEmpty = files === 0 && !failed && excluded.length === 0;
  if (excluded.length > 0)
    stderr.write(`Not read, as a configuration excludes it: ${namesOf(excluded)}. ${FORCE_HELP}\n`);
  if (passedOver.length > 0) stderr.write(textUnread(passedOver.map(({ path }) => path)));
  else if (isEmpty && command.changedSince !== undefined)
    stderr.write(`No file here has changed since ${printable(command.changedSince)}.\n`);
  else if (isEmpty) stderr.write(`Nothing was checked in this folder: ${NOTHING_TO_READ}\n`);
  // Nothing is known about a folder in which no file is read.
  const isComplete = !failed && (files > 0 || passedOver.length === 0);
  const hidden = seen.reduce((sum, each) => sum + each.hidden, 0);
  const end = frame.end({ counts, files, faults, passedOver, isComplete, hidden });
  if (end !== '') stdout.write(end);
  if (baseline && !(await closeBaseline(command, baseline, seen, hidden, invocation))) return 2;
  const code = await finish();
  if (!isComplete) return 2;
  if (code !== undefined) return code;
  const { failOn } = command;
  return failOn !== 'never' && [...counts.keys()].some((severity) => isAtLeast(severity, failOn)) ? 1 : 0;
}

/** Names the documents that are not read, and says what to do. */
function textUnread(paths: readonly string[]): string {
  return `Not read: ${namesOf(paths)}. ${UNREAD_HELP}\n`;
}

function namesOf(paths: readonly string[]): string {
  const named = paths.slice(0, MOST_NAMED).map(printable).join(', ');
  return `${named}${paths.length > MOST_NAMED ? ` and ${paths.length - MOST_NAMED} more` : ''}`;
}

const MOST_NAMED = 10;

/** Writes, and waits if the reader is slower than the check, so that output does not accumulate. */
async function writeOut(stdout: Output, text: string): Promise<void> {
  if (stdout.write(text) === false && stdout.once) await new Promise<void>((resolve) => stdout.once!('drain', resolve));
}
