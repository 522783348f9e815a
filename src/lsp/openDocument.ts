import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextDocumentContentChangeEvent, TextDocumentItem } from 'vscode-languageserver';
import type { Checked, Edit } from '../core/finding';
import type { Lang, TextDocument as CoreDocument } from '../core/document';
import type { Options } from '../core/options';
import { DocumentCheck } from '../core/parts/documentCheck';
import type { Termbase } from '../core/termbase/termbase';
import { dayOf } from '../core/termbase/dates';
import { spanOf } from './convert';
import { languageIdFor } from './languageIds';

/** By what a document is judged. */
export interface Judgement {
  readonly termbase: Termbase;
  readonly options: Options;
  readonly language: Lang | 'auto';
  /** Whether a configuration excludes the document, so that it is not checked. */
  readonly isExcluded: boolean;
}

/** A document that the client has opened, and its check, which follows the changes of the text. */
export class OpenDocument {
  readonly languageId: string;
  /** Distinguishes it from a document that was opened earlier at the same address. */
  readonly serial = ++serial;
  /** What judges it; `undefined` until its configuration was read. */
  judgement: Judgement | undefined;
  /** The result of the check of the current text. */
  result: Checked | undefined;
  /** Identifies {@link result} among all results of the document. */
  resultId = 0;
  /** Whether the check threw an error, after which the document is checked again only once it has changed. */
  hasFailed = false;
  private kept: DocumentCheck | undefined;

  private constructor(private current: TextDocument) {
    this.languageId = languageIdFor(current.languageId, current.uri);
  }

  static of({ uri, languageId, version, text }: TextDocumentItem): OpenDocument {
    return new OpenDocument(TextDocument.create(uri, languageId, version, text));
  }

  get uri(): string {
    return this.current.uri;
  }

  get version(): number {
    return this.current.version;
  }

  get text(): string {
    return this.current.getText();
  }

  /** Converts offsets and positions of the current text. */
  get places(): TextDocument {
    return this.current;
  }

  /** Whether the text is too long to be checked. */
  get isTooLong(): boolean {
    return this.text.length > MOST_LENGTH;
  }

  /** Applies changes one after the other, and returns them; each is in the text that results from those before it. */
  change(changes: readonly TextDocumentContentChangeEvent[], version: number): readonly Edit[] {
    this.forgetResult();
    return changes.map((change) => {
      if ('range' in change) {
        const edit = { ...spanOf(this.current, change.range), newText: change.text };
        this.replace(edit, version);
        return edit;
      }
      const edit = { start: 0, end: this.text.length, newText: change.text };
      this.current = TextDocument.update(this.current, [change], version);
      return edit;
    });
  }

  /** Judges the document by something else from now on. */
  judgeBy(judgement: Judgement | undefined): void {
    this.judgement = judgement;
    this.kept = undefined;
    this.forgetResult();
  }

  /** The check of the current text; `undefined` if it is not to be checked. */
  get check(): DocumentCheck | undefined {
    const { judgement } = this;
    if (judgement === undefined || judgement.isExcluded || this.hasFailed || this.isTooLong) return undefined;
    if (this.kept) this.kept.update(this.text);
    else this.kept = new DocumentCheck(this.forCore, judgement.termbase, judgement.options);
    return this.kept;
  }

  /** The document as the core reads it. */
  get forCore(): CoreDocument {
    const { text, languageId, judgement } = this;
    return { text, languageId, lang: judgement?.language ?? 'auto', today: dayOf(new Date()) };
  }

  /** Records that the check threw an error. */
  fail(): void {
    this.kept = undefined;
    this.hasFailed = true;
  }

  /** The range is derived from the offsets: the library counts lines wrongly after a range that exceeds the text. */
  private replace(edit: Edit, version: number): void {
    const { start, end, newText: text } = edit;
    const range = { start: this.current.positionAt(start), end: this.current.positionAt(end) };
    const next = TextDocument.update(this.current, [{ range, text }], version);
    const { uri, languageId } = next;
    // It counts two line ends where a change has joined \r and \n.
    this.current = [start, start + text.length].some((offset) => isWithinLineEnd(next.getText(), offset))
      ? TextDocument.create(uri, languageId, version, next.getText())
      : next;
  }

  private forgetResult(): void {
    this.result = undefined;
    this.hasFailed = false;
  }
}

function isWithinLineEnd(text: string, offset: number): boolean {
  return text[offset - 1] === '\r' && text[offset] === '\n';
}

/** In code units: the length of some ten thousand pages. */
export const MOST_LENGTH = 20_000_000;

let serial = 0;
