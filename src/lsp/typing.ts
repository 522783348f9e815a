import type { Span } from '../core/document';
import type { Edit, Finding } from '../core/finding';
import { cursorAfter, finishedFindings, isElsewhere } from '../core/findings/typing';
import type { OpenDocument } from './openDocument';

/** Calls back after a pause in typing; the result cancels that. */
export type Pause = (ended: () => void) => () => void;

/** The pause after which unfinished text is marked too. */
export const pauseInTyping: Pause = (ended) => {
  const timer = setTimeout(ended, PAUSE_MS);
  return () => clearTimeout(timer);
};

/**
 * Derives from changes and requests where the writer is typing, as the protocol does not report the cursor: unfinished
 * text is not marked yet.
 */
export class Typing {
  private at: { readonly document: OpenDocument; readonly cursor: number; readonly cancel: () => void } | undefined;

  /** @param changed Called when findings of a document that were left out must be shown. */
  constructor(
    private readonly changed: (document: OpenDocument) => void,
    private readonly pause: Pause,
  ) {}

  /** Takes note of changes, each in the text that results from those before it. */
  edited(document: OpenDocument, edits: readonly Edit[]): void {
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

  /** Takes note of a request about the place of the cursor. */
  asked(document: OpenDocument, span: Span): void {
    if (this.at?.document !== document || isElsewhere(document.text, this.at.cursor, span)) this.stop();
  }

  /** Ends the typing in a document, or in any. */
  stop(document = this.at?.document): void {
    const { at } = this;
    if (at === undefined || at.document !== document) return;
    const findings = document.result?.findings ?? [];
    const areSomeLeftOut = this.finished(document, findings).length < findings.length;
    at.cancel();
    this.at = undefined;
    if (areSomeLeftOut) this.changed(document);
  }

  /** The findings of a document, without those in text that is still being written. */
  finished(document: OpenDocument, findings: readonly Finding[]): readonly Finding[] {
    if (this.at?.document !== document || findings.length === 0) return findings;
    return finishedFindings(document.text, this.at.cursor, findings);
  }
}

const PAUSE_MS = 2000;
