import type { Span } from '../core/document';
import type { Checked, Edit, Finding } from '../core/finding';
import type { DocumentCheck } from '../core/parts/documentCheck';
import { settledEdits } from '../core/parts/settledFixes';
import { forCore, OpenDocument, type Judgement, type LiveText } from './openDocument';

/** Why a request for a result was not answered. */
export type Unanswered = 'cancelled' | 'changed';

/** Ends a request whose answer nobody needs any more. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
  onCancellationRequested(listener: () => void): { dispose(): void };
}

/** What a checker asks of an editor, and what it reports. */
export interface Host<T extends LiveText> {
  /** `unknown` while what decides it is being read, after which the check must be begun again. */
  isToBeChecked(document: T): boolean | 'unknown';
  judgementOf(document: T): Judgement;
  /** The part of a document that somebody sees. */
  visibleIn(document: T): Span | undefined;
  /** Called with the findings of a document, or of its visible part while the rest is still being checked. */
  checked(document: T, checked: Checked, isComplete: boolean): void;
  /** Called when a document is not to be checked, or its check has failed. */
  unchecked(document: T): void;
  /** Called after each slice of work, with the share of the work that is done. */
  progressed(document: T, share: number): void;
  failed(document: T, error: unknown): void;
}

/** How an editor divides its time. */
export interface Pace<T> {
  /** The milliseconds after which other work gets its turn. */
  readonly slice: number;
  /** The milliseconds for which a request that can be answered in part waits for a check. */
  readonly patience: (document: T) => number;
  /** Runs something after other work had its turn. */
  readonly later: (run: () => void) => void;
  /** Work to do before the first check, each item in a slice of its own. */
  readonly preparing?: (() => unknown)[];
}

/** Somebody who waits for the result of a document. */
interface Waiting<T> {
  readonly document: T;
  readonly end: (answer: Checked | Unanswered | undefined) => void;
}

/** The pause in typing after which the text is read again. */
const PAUSE_MS = 250;

const ALL = { start: 0, end: Infinity };

/**
 * Decides when the open documents of an editor are checked, and holds the results. A document is checked in slices, the
 * visible part first, and one for which somebody waits comes before all others. A result is published only for the
 * version of the text that it was computed from.
 */
export class Checker<T extends LiveText> {
  private readonly held = new Map<T, OpenDocument>();
  private readonly queue = new Set<T>();
  private readonly pauses = new Map<T, ReturnType<typeof setTimeout>>();
  private waiting: Waiting<T>[] = [];
  private isTurnAwaited = false;

  constructor(
    private readonly host: Host<T>,
    private readonly pace: Pace<T>,
  ) {}

  /** Checks a document from the beginning: one that was opened, or is judged by something else from now on. */
  begin(document: T): void {
    this.held.delete(document);
    this.soon(document);
  }

  /** Goes on with the check of a document without a pause. */
  soon(document: T): void {
    this.suspend(document);
    this.queue.add(document);
    this.awaitTurn();
  }

  /** Checks a document whose text has changed after a pause. Requests for the result of its earlier text are ended. */
  changed(document: T): void {
    this.held.get(document)?.changed();
    this.suspend(document);
    this.endAll(document, 'changed');
    const timer = setTimeout(() => this.soon(document), PAUSE_MS);
    this.pauses.set(document, timer);
  }

  /** Stops the work on a document; returns whether there was any. */
  suspend(document: T): boolean {
    clearTimeout(this.pauses.get(document));
    const wasPausing = this.pauses.delete(document);
    return this.queue.delete(document) || wasPausing;
  }

  /** Drops a document that was closed. */
  forget(document: T): void {
    this.suspend(document);
    this.held.delete(document);
    this.endAll(document, 'changed');
  }

  /** Drops all documents. */
  clear(): void {
    for (const document of [...this.held.keys(), ...this.queue, ...this.pauses.keys()]) this.forget(document);
  }

  /** Whether a document is to be checked and its check has not failed. */
  isChecked(document: T): boolean {
    return this.host.isToBeChecked(document) === true && !this.hasFailed(document);
  }

  hasFailed(document: T): boolean {
    return this.held.get(document)?.hasFailed === true;
  }

  /** What is already known about the current text; never checks. */
  knownOf(document: T): Checked | undefined {
    return this.held.get(document)?.result;
  }

  /** Identifies what {@link knownOf} returns among the results of all documents. */
  idOf(document: T): number | undefined {
    return this.held.get(document)?.resultId;
  }

  /** The check of a document, if it has begun. */
  checkOf(document: T): DocumentCheck | undefined {
    return this.held.get(document)?.begun;
  }

  /** The result for the current text; `undefined` if it is not to be checked. Does the remaining work. */
  resultOf(document: T): Checked | undefined {
    return this.resultWithin(document, Infinity);
  }

  /** What is known about the current text after a moment of work, which begins with the visible part. */
  resultSoFar(document: T): Checked | undefined {
    return this.resultWithin(document, this.pace.patience(document));
  }

  /**
   * Resolves to the result for the current text once others had their turn, to `undefined` if it is not to be checked,
   * or to the reason why there is no result.
   */
  whenChecked(document: T, cancellation: Cancellation): Promise<Checked | Unanswered | undefined> {
    if (cancellation.isCancellationRequested) return Promise.resolve('cancelled');
    const known = this.knownOf(document);
    const isToBeChecked = this.host.isToBeChecked(document);
    if (known || isToBeChecked === false || this.hasFailed(document)) return Promise.resolve(known);
    return new Promise((resolve) => {
      const cancelling = cancellation.onCancellationRequested(() => waiting.end('cancelled'));
      const waiting: Waiting<T> = {
        document,
        end: (answer) => {
          cancelling.dispose();
          this.waiting = this.waiting.filter((each) => each !== waiting);
          resolve(answer);
        },
      };
      this.waiting.push(waiting);
      this.soon(document);
    });
  }

  /** The edits that fix all of these findings in the current text that can be fixed without asking. */
  settledEdits(document: T, findings: readonly Finding[]): readonly Edit[] {
    const judgement = this.host.judgementOf(document);
    return settledEdits(forCore(document, judgement), findings, judgement.termbase, judgement.options);
  }

  /** Reports the result of a document, and stops the work on it. */
  publish(document: T): void {
    this.suspend(document);
    const known = this.knownOf(document);
    if (known) this.host.checked(document, known, true);
    else this.host.unchecked(document);
    this.endAll(document, known);
  }

  private resultWithin(document: T, milliseconds: number): Checked | undefined {
    if (!this.isChecked(document)) return undefined;
    const open = this.hold(document);
    if (open.result || this.work(document, open, milliseconds)) return open.result;
    return this.soFar(document, open);
  }

  private awaitTurn(): void {
    if (this.isTurnAwaited) return;
    this.isTurnAwaited = true;
    this.pace.later(() => {
      this.isTurnAwaited = false;
      this.takeTurn();
      if (this.queue.size > 0) this.awaitTurn();
    });
  }

  private takeTurn(): void {
    const document = this.next();
    if (document === undefined) return;
    const isToBeChecked = this.host.isToBeChecked(document);
    if (isToBeChecked === 'unknown') {
      this.queue.delete(document);
      return;
    }
    const prepare = isToBeChecked && this.pace.preparing?.shift();
    if (prepare) {
      prepare();
      return;
    }
    const open = this.hold(document);
    if (!isToBeChecked || open.result || this.work(document, open, this.pace.slice)) {
      this.publish(document);
      return;
    }
    // The others have their turn.
    this.queue.delete(document);
    this.queue.add(document);
    this.showVisible(document, open);
    this.host.progressed(document, open.check.progress);
  }

  private next(): T | undefined {
    const awaited = this.waiting.find((each) => this.queue.has(each.document))?.document;
    return awaited ?? this.queue.values().next().value;
  }

  private showVisible(document: T, open: OpenDocument): void {
    const visible = this.host.visibleIn(document);
    const { check } = open;
    // Once everything is judged, reporting only the visible part would take as long as reporting everything.
    if (!visible || open.shown === document.version) return;
    if (!check.isJudged(visible) || check.isJudged(ALL)) return;
    open.shown = document.version;
    const checked = this.soFar(document, open);
    if (checked) this.host.checked(document, checked, false);
  }

  /** Works for a while; returns whether the check has ended. */
  private work(document: T, open: OpenDocument, milliseconds: number): boolean {
    if (open.hasFailed) return true;
    const end = performance.now() + milliseconds;
    try {
      return open.work(() => performance.now() > end, this.host.visibleIn(document));
    } catch (error) {
      this.broke(document, open, error);
      return true;
    }
  }

  private soFar(document: T, open: OpenDocument): Checked | undefined {
    try {
      return open.check.checkedSoFar;
    } catch (error) {
      this.broke(document, open, error);
      return undefined;
    }
  }

  private broke(document: T, open: OpenDocument, error: unknown): void {
    open.fail();
    this.host.failed(document, error);
  }

  private hold(document: T): OpenDocument {
    const known = this.held.get(document);
    if (known) return known;
    const open = new OpenDocument(document, () => this.host.judgementOf(document));
    // Nothing would release the result of a document that has been closed.
    if (document.isClosed !== true) this.held.set(document, open);
    return open;
  }

  private endAll(document: T, answer: Checked | Unanswered | undefined): void {
    for (const each of this.waiting) if (each.document === document) each.end(answer);
  }
}
