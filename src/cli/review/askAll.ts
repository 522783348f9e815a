import type { Review, ReviewRequest } from '../../core/review/review';
import { CHECKS, distinct, NOTHING_DROPPED, type Dropped } from '../../core/review/judge';
import type { Finding } from '../../core/finding';
import type { Reader } from './answers';

/** What came of the requests on one document. */
export interface Outcome {
  readonly remarks: readonly Finding[];
  readonly dropped: Dropped;
  readonly asked: number;
  /** Why passages have no answer, or one that is cut off; each reason once. */
  readonly faults: ReadonlyMap<string, number>;
  readonly tokens: number;
  /** Whether every other request would fail as well. */
  readonly stops: boolean;
}

/**
 * Asks a reader about all passages of a document, a few at a time, and judges the answers. What arrived before a
 * failure counts. `onAnswer` is called after each answer with the number of passages that are done.
 */
export async function askAll(
  review: Review,
  reader: Reader,
  nextNumber: () => number,
  { showsUnsure, onAnswer }: { readonly showsUnsure: boolean; readonly onAnswer: (done: number) => void },
): Promise<Outcome> {
  const answers: (readonly Finding[])[] = review.passages.map(() => []);
  const dropped: Record<keyof Dropped, number> = { ...NOTHING_DROPPED };
  const faults = new Map<string, number>();
  const fail = (reason: string): void => void faults.set(reason, (faults.get(reason) ?? 0) + 1);
  let tokens = 0;
  let stops = false;
  let done = 0;
  const waiting = review.passages.map((passage, at) => ({ passage, at, number: nextNumber() }));
  const { length: asked } = waiting;
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      if (stops) {
        fail('the run had to stop');
        continue;
      }
      const request: ReviewRequest = review.requestFor(next.passage);
      const answered = await reader.answer(request.text, next.number);
      if (answered.kind === 'failed') {
        fail(answered.message);
        stops ||= answered.stops;
      } else {
        tokens += answered.tokens ?? 0;
        const judged = review.judge(next.passage, answered.text, reader.name, showsUnsure);
        answers[next.at] = judged.remarks;
        for (const check of CHECKS) dropped[check] += judged.dropped[check];
        if (judged.fault === 'no-list') fail('the model wrote something that is no list of remarks');
        if (judged.fault === 'cut-off') fail('the answer of the model was cut off');
      }
      onAnswer(++done);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, reader.atOnce) }, work));
  const remarks = distinct(answers.flat());
  dropped.repeated += answers.flat().length - remarks.length;
  return { remarks, dropped, asked, faults, tokens, stops };
}
