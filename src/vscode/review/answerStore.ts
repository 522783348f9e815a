import type * as vscode from 'vscode';
import { DocumentReview } from '../../core/review/documentReview';
import type { Passage } from '../../core/review/passages';
import { RememberedAnswers, type RememberedAnswer } from '../../core/review/remembered';
import type { Review } from '../../core/review/review';

/** Who reads: a model of the editor, or a chat window; `id` distinguishes the answers, `name` is shown. */
export interface ReaderName {
  readonly id: string;
  readonly name: string;
}

/**
 * The answers of earlier reviews in this workspace. They outlast the window, so that only what changed is asked again.
 */
export class AnswerStore {
  private answers: RememberedAnswers | undefined;

  constructor(private readonly workspaceState: vscode.Memento) {}

  /** The passages about which a reader is still to be asked. */
  unanswered(review: Review, { id }: Pick<ReaderName, 'id'>): readonly Passage[] {
    return review.passages.filter((passage) => this.known.get(review.keyOf(passage, id)) === undefined);
  }

  /** A new review, with the answers that are known. */
  begin(review: Review, { id, name }: ReaderName): DocumentReview {
    const state = new DocumentReview(review.passages, name, new Date().toISOString());
    for (const passage of review.passages) {
      const known = this.known.get(review.keyOf(passage, id));
      if (known) state.answer(passage, review.judge(passage, known.answer, name));
    }
    return state;
  }

  add(review: Review, passage: Passage, { id }: Pick<ReaderName, 'id'>, answer: string): void {
    this.known.add({ key: review.keyOf(passage, id), model: id, at: new Date().toISOString(), answer });
    void this.workspaceState.update(ANSWERS, this.known.all);
  }

  private get known(): RememberedAnswers {
    return (this.answers ??= new RememberedAnswers(
      this.workspaceState.get<readonly RememberedAnswer[]>(ANSWERS, []),
      MOST_ANSWERS,
    ));
  }
}

const ANSWERS = 'reviewAnswers';
/** The answers on several long reports; the editor keeps them in memory. */
const MOST_ANSWERS = 500;
