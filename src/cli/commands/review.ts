import { setTimeout as sleep } from 'node:timers/promises';
import { CHECKS, NOTHING_DROPPED, type Dropped } from '../../core/review/judge';
import type { ExitCode, Invocation } from '../invocation';
import { reportFiles } from '../reportFiles';
import { FileReader, ownFiles, type Reader } from '../review/answers';
import { askAll, type Outcome } from '../review/askAll';
import { Client } from '../review/client';
import { planReview } from '../review/plan';
import { openReview, type OpenedReview } from '../review/reviewFile';
import { runSelfTest } from '../review/selfTest';
import { KEY_VARIABLE, type Endpoint, type ReviewCommand } from '../reviewArguments';
import { plural, printable } from '../style';
import { fileReport, timeOf, type FileReport, type Manner } from '../threads/checkFile';
import type { Found } from '../files';

/** Reviews every input with a reader, and prints the findings of the rules and the remarks in one report. */
export async function runReview(command: ReviewCommand, invocation: Invocation): Promise<ExitCode> {
  const { way } = command;
  const { env, cwd, stop } = invocation;
  if (way.kind === 'dry-run' || (way.kind === 'files' && way.answers === undefined))
    return planReview(command, way, invocation);
  const reader = way.kind === 'files' ? new FileReader(way, cwd) : modelAt(way.endpoint, env[KEY_VARIABLE], stop);
  if (way.kind === 'self-test') return runSelfTest(reader, invocation);
  const run = new Run(command, reader, invocation);
  const code = await reportFiles(
    command,
    invocation,
    (manner) => ({ here: (found) => run.review(found, manner), pool: () => undefined }),
    undefined,
    ownFiles(command, cwd),
  );
  run.summarize();
  return code;
}

/** A model as a reader. Throws if it may not be asked. */
function modelAt(endpoint: Endpoint, key: string | undefined, signal: AbortSignal | undefined): Reader {
  const isSet = key !== undefined && key !== '';
  if (isSet && endpoint.url.protocol === 'http:' && !LOCAL.test(endpoint.url.hostname))
    throw new Error(
      `the key in ${KEY_VARIABLE} would be sent without encryption: use an https:// address, or unset the variable.`,
    );
  if (isSet && /[^ -~]/.test(key))
    throw new Error(
      `the key in ${KEY_VARIABLE} holds a line break or another character that no key has: set it again, without it.`,
    );
  const wait = (milliseconds: number, until: AbortSignal | undefined): Promise<void> =>
    sleep(milliseconds, undefined, { signal: until }).catch(() => undefined);
  const client = new Client(endpoint, isSet ? key : undefined, { wait, signal });
  return { name: endpoint.model, atOnce: endpoint.atOnce, answer: (request) => client.ask(request) };
}

const LOCAL = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/** A run over all inputs: the numbers of its requests, and what came of them. */
class Run {
  private number = 0;
  private asked = 0;
  private remarks = 0;
  private tokens = 0;
  private hasStopped = false;
  private readonly dropped: Record<keyof Dropped, number> = { ...NOTHING_DROPPED };

  constructor(
    private readonly command: ReviewCommand,
    private readonly reader: Reader,
    private readonly invocation: Invocation,
  ) {}

  async review(found: Found, manner: Manner): Promise<FileReport> {
    const opened = await openReview(found, manner, this.command, this.invocation.stdin);
    if (opened.kind === 'unread') return opened.report;
    const outcome = opened.notSent !== undefined || this.hasStopped ? undefined : await this.ask(opened);
    const findings = opened.review.merged(outcome?.review.remarks ?? []);
    const { check } = opened;
    const { checked } = check;
    const results = [
      {
        findings,
        get allowed() {
          return checked.allowed;
        },
        setAside: checked.setAside,
        allowedNameCount: checked.allowedNameCount,
      },
    ];
    const report = fileReport(opened.file, { inTurn: () => results, ...timeOf(check) }, manner);
    const name = printable(opened.file.path);
    const off = opened.notSent === undefined ? '' : `${name}: not sent: ${opened.notSent}.\n`;
    const faults = [...(outcome?.faults ?? [])].map(
      ([reason, count]) =>
        `${name}: not reviewed, ${count} of ${outcome!.review.counts.total} passages: ${printable(reason)}.\n`,
    );
    const unsent = opened.notSent === undefined && !outcome && opened.review.passages.length > 0;
    if (unsent) faults.push(`${name}: not reviewed: the run had to stop.\n`);
    return {
      ...report,
      err: report.err + off + faults.join(''),
      ...(faults.length > 0 ? { isPartial: true as const } : {}),
    };
  }

  private async ask({ review, file }: OpenedReview): Promise<Outcome> {
    const { stderr } = this.invocation;
    const isShown = stderr.isTTY === true;
    const outcome = await askAll(review, this.reader, () => ++this.number, {
      showsUnsure: this.command.unsure,
      onAnswer: (done) => {
        if (isShown) stderr.write(`\r\u001b[K${printable(file.path)}: ${done} of ${review.passages.length} passages …`);
      },
    });
    if (isShown) stderr.write('\r\u001b[K');
    this.asked += outcome.review.counts.total;
    this.remarks += outcome.review.remarks.length;
    this.tokens += outcome.tokens;
    this.hasStopped ||= outcome.stops;
    for (const each of CHECKS) this.dropped[each] += outcome.review.dropped[each];
    return outcome;
  }

  /** Says on standard error what was asked, if anything, and what the checks dropped. */
  summarize(): void {
    if (this.asked === 0) return;
    const dropped = CHECKS.filter((each) => this.dropped[each] > 0).map((each) => `${each} ${this.dropped[each]}`);
    const tokens = this.tokens === 0 ? '' : `, ${this.tokens} tokens`;
    this.invocation.stderr.write(
      `Reviewed by ${printable(this.reader.name)}: ${plural(this.asked, 'passage')}${tokens}, ${plural(this.remarks, 'remark')}; ` +
        `dropped: ${dropped.length === 0 ? 'none' : dropped.join(', ')}.\n`,
    );
  }
}
