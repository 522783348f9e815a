import { openAll } from '../inputs';
import type { ExitCode, Invocation } from '../invocation';
import type { Endpoint, ReviewCommand, Way } from '../reviewArguments';
import { selectFiles } from '../selectFiles';
import { plural, printable } from '../style';
import { resolve } from 'node:path';
import { ownFiles, writeRequest } from './answers';
import { openReview } from './reviewFile';

/** Says what would be sent, or writes the requests as files; asks no model and reports no findings. */
export async function planReview(
  command: ReviewCommand,
  way: Extract<Way, { kind: 'dry-run' | 'files' }>,
  invocation: Invocation,
): Promise<ExitCode> {
  const { stdout, stderr, stdin, cwd, stop } = invocation;
  const opened = await openAll(command, invocation);
  if (!opened) return 2;
  const files = await selectFiles(command, opened.configs, invocation, ownFiles(command, cwd));
  const folder = way.kind === 'files' ? resolve(cwd, way.requests!) : undefined;
  let { failed } = opened;
  let number = 0;
  let sum = 0;
  for await (const found of files) {
    if (stop?.aborted) return 130;
    const file = await openReview(found, { command, termbase: opened.termbase }, command, stdin);
    if (file.kind === 'unread') {
      stderr.write(file.report.err);
      failed ||= file.report.unread?.kind === 'problem';
      continue;
    }
    const path = printable(file.file.path);
    if (file.notSent !== undefined) {
      stdout.write(`${path}: nothing, as ${file.notSent}\n`);
      continue;
    }
    const requests = file.review.passages.map((passage) => file.review.requestFor(passage));
    const tokens = requests.reduce((all, request) => all + request.tokens, 0);
    sum += tokens;
    const first = number + 1;
    for (const request of requests) {
      number++;
      const fault = folder === undefined ? undefined : await writeRequest(folder, request.text, number);
      if (fault !== undefined) throw new Error(`${fault}.`);
    }
    const span = requests.length === 0 ? '' : requests.length === 1 ? ` (${first})` : ` (${first}–${number})`;
    stdout.write(`${path}: ${plural(requests.length, 'request')}${span}, about ${tokens} tokens\n`);
  }
  const where =
    folder !== undefined
      ? `written to ${way.kind === 'files' ? way.requests! : ''}`
      : way.kind === 'dry-run' && way.endpoint
        ? `would be sent to ${way.endpoint.model} at ${addressOf(way.endpoint)}`
        : 'would be sent';
  stdout.write(`${plural(number, 'request')}, about ${sum} tokens, ${printable(where)}. Nothing was sent.\n`);
  return failed ? 2 : 0;
}

/** Without the query, which may hold a secret. */
function addressOf({ url: { origin, pathname } }: Endpoint): string {
  return origin + pathname;
}
