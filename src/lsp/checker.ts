import type { CancellationToken } from 'vscode-languageserver';
import type { Checked } from '../core/finding';
import type { OpenDocument } from './openDocument';

/** Why a request for a result was not answered. */
export type Unanswered = 'cancelled' | 'changed';

/** What a checker reports. */
export interface Listener {
  /** Called when a document was checked, or is not to be checked. */
  readonly checked: (document: OpenDocument) => void;
  readonly failed: (document: OpenDocument, error: unknown) => void;
}

/** Somebody who waits for the result of a document. */
interface Waiting {
  readonly document: OpenDocument;
  readonly end: (answer: Checked | Unanswered | undefined) => void;
}

/** The pause in typing after which the text is read again, if nobody has requested a result. */
const PAUSE_MS = 250;

/** The longest time for which other messages wait while a document is checked. */
const SLICE_MS = 8;

/** The longest time for which a request that can be answered in part waits for a check. */
const PATIENCE_MS = 50;

/**
 * Checks documents in slices, between which the server answers other messages. Documents for which somebody waits come
 * first.
 */
export class Checker {
  private readonly queue = new Set<OpenDocument>();
  private readonly pauses = new Map<OpenDocument, ReturnType<typeof setTimeout>>();
  private waiting: Waiting[] = [];
  private turn: ReturnType<typeof setImmediate> | undefined;

  constructor(private readonly listener: Listener) {}

  /** Checks a document soon: one that was opened, or is judged by something else from now on. */
  begin(document: OpenDocument): void {
    this.stop(document);
    this.enqueue(document);
  }

  /** Checks a document whose text has changed after a pause. Requests for the result of its earlier text are ended. */
  changed(document: OpenDocument): void {
    this.forget(document);
    if (document.judgement === undefined) return;
    this.pauses.set(
      document,
      setTimeout(() => this.enqueue(document), PAUSE_MS),
    );
  }

  /** Stops the work on a document that was closed. */
  forget(document: OpenDocument): void {
    this.stop(document);
    this.endAll(document, 'changed');
  }

  /**
   * Resolves to the result for the current text, to `undefined` if it is not to be checked, or to the reason why there
   * is no result.
   */
  resultOf(document: OpenDocument, token: CancellationToken): Promise<Checked | Unanswered | undefined> {
    if (token.isCancellationRequested) return Promise.resolve('cancelled');
    if (isDone(document)) return Promise.resolve(document.result);
    return new Promise((resolve) => {
      const cancelling = token.onCancellationRequested(() => waiting.end('cancelled'));
      const waiting: Waiting = {
        document,
        end: (answer) => {
          cancelling.dispose();
          this.waiting = this.waiting.filter((each) => each !== waiting);
          resolve(answer);
        },
      };
      this.waiting.push(waiting);
      if (document.judgement !== undefined) {
        this.stop(document);
        this.enqueue(document);
      }
    });
  }

  /** What is known about the current text after a moment of work; empty for one that is not checked. */
  resultSoFar(document: OpenDocument): Checked | undefined {
    if (isDone(document)) return document.result;
    this.work(document, PATIENCE_MS);
    try {
      return document.result ?? document.check?.checkedSoFar;
    } catch (error) {
      this.broke(document, error);
      return undefined;
    }
  }

  private enqueue(document: OpenDocument): void {
    this.queue.add(document);
    this.turn ??= setImmediate(() => this.goOn());
  }

  private goOn(): void {
    this.turn = undefined;
    const document =
      this.waiting.find((each) => this.queue.has(each.document))?.document ?? this.queue.values().next().value;
    if (document === undefined) return;
    if (isDone(document) || this.work(document, SLICE_MS)) {
      this.queue.delete(document);
      this.listener.checked(document);
      this.endAll(document, document.result);
    }
    if (this.queue.size > 0) this.turn ??= setImmediate(() => this.goOn());
  }

  /** Works for a while; returns whether the check has ended. */
  private work(document: OpenDocument, milliseconds: number): boolean {
    const end = performance.now() + milliseconds;
    try {
      const { check } = document;
      if (check === undefined) return true;
      const isTimeUp = (): boolean => performance.now() > end;
      if (!check.work(isTimeUp) || !check.workOnHeldBack(isTimeUp)) return false;
      document.result = check.checked;
      document.resultId++;
    } catch (error) {
      this.broke(document, error);
    }
    return true;
  }

  private broke(document: OpenDocument, error: unknown): void {
    document.fail();
    this.listener.failed(document, error);
  }

  private stop(document: OpenDocument): void {
    clearTimeout(this.pauses.get(document));
    this.pauses.delete(document);
    this.queue.delete(document);
  }

  private endAll(document: OpenDocument, answer: Checked | Unanswered | undefined): void {
    for (const each of this.waiting) if (each.document === document) each.end(answer);
  }
}

/**
 * Whether no work remains: it is checked, or is not to be. Without a judgement, its configuration is still being read.
 */
function isDone(document: OpenDocument): boolean {
  return document.result !== undefined || (document.judgement !== undefined && document.check === undefined);
}
