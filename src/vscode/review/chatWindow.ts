import * as vscode from 'vscode';
import { DocumentReview } from '../../core/review/documentReview';
import type { Judged } from '../../core/review/judge';
import type { Passage } from '../../core/review/passages';
import type { AnswerStore, ReaderName } from './answerStore';
import type { Prepared, Reviewable } from './reviewable';
import type { Reviews } from './reviews';
import { offer, remarkCount, showRemarks } from './words';

/** A review in a chat window, and the part that was copied last. */
interface Session {
  readonly prepared: Prepared;
  readonly state: DocumentReview;
  copied: Passage;
}

/**
 * Reviews a document in any chat window: each part of the document is copied as a prompt, and its answer is pasted back
 * from the clipboard.
 */
export class ChatWindowReview {
  private readonly sessions = new Map<string, Session>();

  constructor(
    private readonly reviewable: Reviewable,
    private readonly reviews: Reviews,
    private readonly answers: AnswerStore,
  ) {}

  /** Copies the prompt for the first part without an answer. */
  async copy(document: vscode.TextDocument | undefined): Promise<void> {
    if (!(await this.reviewable.isAllowed(document)) || document === undefined) return;
    const session = await this.sessionOf(document);
    if (session === undefined) return;
    const { review } = session.prepared;
    session.copied = nextPart(session)!;
    await vscode.env.clipboard.writeText(review.requestFor(session.copied).text);
    const { length } = review.passages;
    const text =
      length === 1
        ? vscode.l10n.t(
            'The review is copied. Paste it into a chat window, copy the whole answer, and paste that here.',
          )
        : vscode.l10n.t(
            'Part {0} of {1} is copied. Paste it into a new chat, copy the whole answer, and paste that here.',
            session.copied.index + 1,
            length,
          );
    this.offerPaste(document, text);
  }

  /** Judges the answer in the clipboard. */
  async paste(document: vscode.TextDocument | undefined): Promise<void> {
    if (!(await this.reviewable.isAllowed(document)) || document === undefined) return;
    const known = this.sessions.get(document.uri.toString());
    const session = known?.prepared.document === document ? known : await this.sessionOf(document);
    if (session === undefined) return;
    const { review } = session.prepared;
    const answer = await vscode.env.clipboard.readText();
    if (review.passages.some((passage) => review.requestFor(passage).text.trim() === answer.trim()))
      return this.offerPaste(
        document,
        vscode.l10n.t('The clipboard still contains the prompt. Copy the whole answer of the chat window first.'),
        true,
      );
    const taken = bestPart(session, answer);
    if (taken === undefined)
      return this.offerPaste(
        document,
        vscode.l10n.t('The clipboard contains no answer to a review. Copy the whole answer of the chat window first.'),
        true,
      );
    const { passage, judged } = taken;
    if (session.state.stateOf(passage) === 'changed') {
      void vscode.window.showWarningMessage(
        vscode.l10n.t('The text of this part has changed since it was copied. Copy the review again.'),
      );
      this.sessions.delete(document.uri.toString());
      return;
    }
    if (judged.fault === 'none') this.answers.add(review, passage, CHAT_WINDOW(), answer);
    if (this.reviews.of(document) !== session.state) this.reviews.show(document, session.state);
    session.state.answer(passage, judged);
    this.reviews.refresh(document);
    this.tell(document, session, passage, judged);
  }

  private offerPaste(document: vscode.TextDocument, text: string, isWarning = false): void {
    offer(text, { [vscode.l10n.t('Paste the Answer')]: () => this.paste(document) }, isWarning);
  }

  private tell(document: vscode.TextDocument, session: Session, { index }: Passage, judged: Judged): void {
    const { passages } = session.prepared.review;
    const part = nextPart(session);
    const found = remarkCount(judged.remarks.length);
    const text =
      passages.length === 1
        ? vscode.l10n.t('The answer is read: {0}.', found)
        : vscode.l10n.t('Part {0} of {1} is read: {2}.', index + 1, passages.length, found);
    const note =
      judged.fault === 'cut-off' ? ` ${vscode.l10n.t('The answer was cut off; some remarks may be missing.')}` : '';
    offer(text + note, {
      ...(part ? { [vscode.l10n.t('Copy Part {0}', part.index + 1)]: () => this.copy(document) } : {}),
      [vscode.l10n.t('Show')]: showRemarks,
    });
  }

  /** The session with parts left to ask about; a new one if there is none. */
  private async sessionOf(document: vscode.TextDocument): Promise<Session | undefined> {
    const key = document.uri.toString();
    const known = this.sessions.get(key);
    if (known?.prepared.document === document && nextPart(known) !== undefined) return known;
    const prepared = await this.reviewable.prepare(document);
    if (prepared === undefined) return undefined;
    const { review } = prepared;
    const isNew = this.answers.unanswered(review, CHAT_WINDOW()).length === 0;
    const state = isNew
      ? new DocumentReview(review.passages, CHAT_WINDOW().name, new Date().toISOString())
      : this.answers.begin(review, CHAT_WINDOW());
    const session: Session = { prepared, state, copied: review.passages[0]! };
    this.sessions.set(key, session);
    // From now on it follows the edits of the text.
    this.reviews.show(document, state);
    return session;
  }
}

const CHAT_WINDOW = (): ReaderName => ({ id: 'chat-window', name: vscode.l10n.t('a chat window') });

function nextPart({ prepared, state }: Session): Passage | undefined {
  return prepared.review.passages.find((passage) => state.stateOf(passage) === 'waiting');
}

/** The part that an answer is about: the one that was copied last, unless more of its quotes are in another. */
function bestPart(
  { prepared: { review }, copied }: Session,
  answer: string,
): { readonly passage: Passage; readonly judged: Judged } | undefined {
  const parts = [copied, ...review.passages.filter((passage) => passage !== copied)];
  const tried = parts.map((passage) => ({ passage, judged: review.judge(passage, answer, CHAT_WINDOW().name) }));
  if (tried[0]!.judged.fault === 'no-list') return undefined;
  return tried.reduce((best, each) => (each.judged.dropped.quote < best.judged.dropped.quote ? each : best));
}
