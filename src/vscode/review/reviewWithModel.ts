import type * as vscode from 'vscode';
import { takeInTurn, type DocumentReview } from '../../core/review/documentReview';
import type { Passage } from '../../core/review/passages';
import { askModel, type Asked } from './askModel';
import type { AnswerStore } from './answerStore';
import { endsReview, type Failure } from './failures';
import type { Prepared } from './reviewable';
import type { Reviews } from './reviews';

/** How a review ended. What arrived is shown in any case. */
export interface Outcome {
  readonly review: DocumentReview;
  /** The last failure, if there was one. */
  readonly failure: Failure | undefined;
  readonly isCancelled: boolean;
}

/** What a review needs beside the document. */
export interface Means {
  readonly model: Asked & Pick<vscode.LanguageModelChat, 'id' | 'name'>;
  readonly reviews: Reviews;
  readonly answers: AnswerStore;
  readonly output: vscode.LogOutputChannel;
  readonly token: vscode.CancellationToken;
  /** Called after each passage. */
  readonly onProgress: (review: DocumentReview) => void;
}

/** Asks a model about the passages that it was not asked about before, and shows the remarks as they arrive. */
export async function reviewWithModel({ document, review }: Prepared, means: Means): Promise<Outcome> {
  const { model, reviews, answers, output, token, onProgress } = means;
  const state = answers.begin(review, model);
  reviews.show(document, state);
  let failure: Failure | undefined;
  let failuresInRow = 0;
  let isOver = false;
  const later = answers.unanswered(review, model);
  if (later.length < review.passages.length) shown();

  // Several at once, as a model takes long.
  await takeInTurn(later, AT_ONCE, async (passage) => {
    if (isOver || token.isCancellationRequested) return;
    await ask(passage);
    shown();
  });
  for (const passage of later) state.giveUp(passage);
  reviews.refresh(document);
  return { review: state, failure, isCancelled: token.isCancellationRequested };

  function shown(): void {
    onProgress(state);
    reviews.refresh(document);
  }

  async function ask(passage: Passage): Promise<void> {
    const reply = await askModel(model, review.requestFor(passage).text, token);
    if (reply.kind === 'cancelled') return;
    const judged = review.judge(passage, reply.text, model.name);
    if (reply.kind === 'answer' && judged.fault === 'none') {
      answers.add(review, passage, model, reply.text);
      state.answer(passage, judged);
      failuresInRow = 0;
      return;
    }
    // The complete items of an answer that broke off count, but the rest of the passage is still to be asked about.
    state.answerInPart(passage, judged);
    failure = reply.kind === 'failure' ? reply.failure : judged.fault === 'no-list' ? 'no-list' : 'broken';
    if (reply.kind === 'failure') output.warn(`Review by ${model.name}: ${reply.failure} ${reply.reason}`);
    isOver ||= endsReview(failure) || ++failuresInRow >= MOST_IN_ROW;
  }
}

/** The number of passages that a model is asked about at the same time. */
const AT_ONCE = 3;
/** A model that fails so often in a row is not asked again. */
const MOST_IN_ROW = 3;
