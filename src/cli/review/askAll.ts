import { DocumentReview, takeInTurn } from '../../core/review/documentReview';
import type { Review } from '../../core/review/review';
import type { Reader } from './answers';

/** What came of the requests on one document. */
export interface Outcome {
  readonly review: DocumentReview;
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
  const state = new DocumentReview(review.passages, reader.name, new Date().toISOString());
  const faults = new Map<string, number>();
  const fail = (reason: string): void => void faults.set(reason, (faults.get(reason) ?? 0) + 1);
  let tokens = 0;
  let stops = false;
  let done = 0;
  const numbered = review.passages.map((passage) => ({ passage, number: nextNumber() }));
  await takeInTurn(numbered, reader.atOnce, async ({ passage, number }) => {
    if (stops) return fail('the run had to stop');
    const answered = await reader.answer(review.requestFor(passage).text, number);
    if (answered.kind === 'failed') {
      fail(answered.message);
      stops ||= answered.stops;
    } else {
      tokens += answered.tokens ?? 0;
      const judged = review.judge(passage, answered.text, reader.name, showsUnsure);
      state.answer(passage, judged);
      if (judged.fault === 'no-list') fail('the model wrote something that is no list of remarks');
      if (judged.fault === 'cut-off') fail('the answer of the model was cut off');
    }
    onAnswer(++done);
  });
  return { review: state, faults, tokens, stops };
}
