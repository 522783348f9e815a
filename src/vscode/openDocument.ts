import * as vscode from 'vscode';
import type { Lang, Span } from '../core/document';
import type { Options } from '../core/options';
import { DocumentCheck } from '../core/parts/documentCheck';
import type { Termbase } from '../core/termbase/termbase';
import { editsOf } from './convert';
import type { KnownDates } from './textDates';

/** The number of simultaneous changes from which the text is read as a new one. */
const MANY = 200;

/** An open document and its check, which follows the document's changes. */
export class OpenDocument {
  private kept: DocumentCheck | undefined;
  /** The version that results from the check and its pending changes. */
  private version = -1;
  private changes: (readonly vscode.TextDocumentContentChangeEvent[])[] = [];

  constructor(
    readonly document: vscode.TextDocument,
    private readonly language: Lang | 'auto',
    private readonly options: Options,
    private readonly termbase: Termbase,
    private readonly dates: KnownDates,
  ) {}

  /** Records a change; it is applied when the check is requested. */
  changed({ document: { version }, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (contentChanges.length === 0 || this.kept === undefined) return;
    this.changes.push(contentChanges);
    if (version !== this.version + 1 || this.changes.reduce((sum, { length }) => sum + length, 0) > MANY)
      this.kept = undefined;
    this.version = version;
  }

  /** The check of the current text; the caller decides how much of its work to do. */
  get check(): DocumentCheck {
    const { document } = this;
    if (this.kept && this.version === document.version) {
      for (const changes of this.changes) this.kept.edit(editsOf(changes));
    } else this.kept = undefined;
    this.changes = [];
    this.version = document.version;
    // A missed change would leave a different text; comparing lengths detects nearly all such cases cheaply.
    if (this.kept?.length !== lengthOf(document)) {
      this.kept = new DocumentCheck(
        { text: document.getText(), languageId: document.languageId, lang: this.language, ...this.dates },
        this.termbase,
        this.options,
      );
    }
    return this.kept;
  }

  /** The lines that are visible in any editor. */
  get visible(): Span | undefined {
    const { document } = this;
    const ranges = vscode.window.visibleTextEditors
      .filter((editor) => editor.document === document)
      .flatMap((editor) => editor.visibleRanges);
    if (ranges.length === 0) return undefined;
    const lines = ranges.flatMap(({ start, end }) => [start.line, end.line]);
    return {
      start: document.offsetAt(new vscode.Position(Math.min(...lines), 0)),
      end: document.offsetAt(new vscode.Position(Math.max(...lines) + 1, 0)),
    };
  }
}

function lengthOf(document: vscode.TextDocument): number {
  return document.offsetAt(new vscode.Position(document.lineCount, 0));
}
