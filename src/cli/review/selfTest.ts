import { CHECKS } from '../../core/review/judge';
import { reviewOfTest, scoreOf, TEST_DOCUMENTS } from '../../core/review/selfTest';
import { openTermbase } from '../termbases';
import type { ExitCode, Invocation } from '../invocation';
import { printable } from '../style';
import type { Reader } from './answers';
import { askAll } from './askAll';

/** Reviews the documents that come with the product, and prints how many errors the reader found. */
export async function runSelfTest(reader: Reader, { stdout, stderr, cwd, stop }: Invocation): Promise<ExitCode> {
  const { termbase } = await openTermbase([], cwd, stderr);
  const begin = Date.now();
  const sum = { errors: 0, found: 0, remarks: 0, right: 0, clean: 0, silent: 0, dropped: 0, tokens: 0, failed: 0 };
  let number = 0;
  for (const document of TEST_DOCUMENTS) {
    const outcome = await askAll(reviewOfTest(document, termbase), reader, () => ++number, {
      showsUnsure: false,
      onAnswer: () => undefined,
    });
    if (stop?.aborted) return 130;
    const score = scoreOf(document, outcome.review.remarks);
    sum.errors += score.errors;
    sum.found += score.found;
    sum.remarks += score.remarks;
    sum.right += score.right;
    sum.tokens += outcome.tokens;
    sum.dropped += CHECKS.reduce((all, each) => all + outcome.review.dropped[each], 0);
    if (score.errors === 0 && outcome.faults.size === 0) {
      sum.clean++;
      if (score.remarks === 0) sum.silent++;
    }
    for (const [reason] of outcome.faults) {
      sum.failed++;
      stderr.write(`${document.id}: not reviewed: ${printable(reason)}.\n`);
    }
    stdout.write(`${document.id}: ${score.found} of ${score.errors} errors found, ${score.remarks} remarks\n`);
    if (outcome.stops) break;
  }
  const seconds = Math.round((Date.now() - begin) / 1_000);
  stdout.write(
    [
      `Model: ${printable(reader.name)}`,
      `Found: ${sum.found} of ${sum.errors} errors`,
      `Right: ${sum.right} of ${sum.remarks} remarks`,
      `Silent: ${sum.silent} of ${sum.clean} documents without an error`,
      `Dropped by the checks: ${sum.dropped} items`,
      `Tokens: ${sum.tokens === 0 ? 'not reported' : sum.tokens}; time: ${seconds} s`,
      '',
    ].join('\n'),
  );
  return sum.failed > 0 ? 2 : 0;
}
