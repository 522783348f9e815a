import type { Span } from '../core/document';
import type { Edit, Finding } from '../core/finding';
import { cursorAfter, finishedFindings, isElsewhere } from '../core/findings/typing';
import type { LiveText } from './openDocument';

/** Calls back after a pause in typing; the result cancels that. */
export type Pause = (ended: () => void) => () => void;

/** The pause after which unfinished text is marked too. */
export const pauseInTyping: Pause = (ended) => {
  const timer = setTimeout(ended, PAUSE_MS);
  return () => clearTimeout(timer);
};

/** For editors that report when the cursor leaves the text. */
export const noPause: Pause = () => () => {};

/** Tracks where the writer is typing: unfinished text is not marked yet. */
export class Typing<T extends LiveText> {
  private at: { readonly document: T; readonly cursor: number; readonly cancel: () => void } | undefined;

  /**
   * @param known The findings of the current text of a document.
   * @param changed Called when findings of a document that were left out must be shown.
   */
  constructor(
    private readonly known: (document: T) => readonly Finding[],
    private readonly changed: (document: T) => void,
    private readonly pause: Pause,
  ) {}

  /** Takes note of changes by hand, each in the text that results from those before it. */
  edited(document: T, edits: readonly Edit[]): void {
    if (edits.length === 0) return;
    const cursor = cursorAfter(edits);
    if (cursor === undefined) {
      this.stop(document);
      return;
    }
    if (this.at?.document === document) this.at.cancel();
    else this.stop();
    this.at = { document, cursor, cancel: this.pause(() => this.stop()) };
  }

  /** Takes note of a request about the place of the cursor, in editors that do not report the cursor itself. */
  asked(document: T, span: Span): void {
    if (this.at?.document !== document || isElsewhere(document.getText(), this.at.cursor, span)) this.stop();
  }

  /** Takes note of where the cursor of a document is. */
  moved(document: T, cursor: number): void {
    if (this.at?.document === document && this.at.cursor !== cursor) this.stop();
  }

  /** Ends the typing in a document, or in any. */
  stop(document: T | undefined = this.at?.document): void {
    const { at } = this;
    if (at === undefined || at.document !== document) return;
    const findings = this.known(document);
    const areSomeLeftOut = this.finished(document, findings).length < findings.length;
    at.cancel();
    this.at = undefined;
    if (areSomeLeftOut) this.changed(document);
  }

  /** The findings of a document, without those in text that is still being written. */
  finished<F extends Span>(document: T, findings: readonly F[]): readonly F[] {
    if (this.at?.document !== document || findings.length === 0) return findings;
    return finishedFindings(document.getText(), this.at.cursor, findings);
  }
}

const PAUSE_MS = 2000;
