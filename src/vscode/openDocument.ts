import * as vscode from 'vscode';
import type { Lang, Span } from '../core/document';
import type { Options } from '../core/options';
import { DocumentCheck } from '../core/parts/documentCheck';
import type { Termbase } from '../core/termbase/termbase';

/** So many changes at once are read as a new text. */
const MANY = 200;

/** An open document and its check, which follows the document's changes. */
export class OpenDocument {
  private kept: DocumentCheck | undefined;
  /** The version that the check and the changes not yet made in it come to. */
  private version = -1;
  private changes: (readonly vscode.TextDocumentContentChangeEvent[])[] = [];

  constructor(readonly document: vscode.TextDocument, private readonly language: Lang | 'auto', private readonly options: Options, private readonly termbase: Termbase) {}

  /** To be told of each change; keeps it until the check is asked for. */
  changed({ document: { version }, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (contentChanges.length === 0 || this.kept === undefined) return;
    this.changes.push(contentChanges);
    if (version !== this.version + 1 || this.changes.reduce((sum, { length }) => sum + length, 0) > MANY) this.kept = undefined;
    this.version = version;
  }

  /** The check of the text as it stands; how much of its work is done is the caller's to see to. */
  get check(): DocumentCheck {
    const { document } = this;
    if (this.kept && this.version === document.version) {
      for (const changes of this.changes) this.kept.edit(changes.map(({ rangeOffset, rangeLength, text }) => ({ start: rangeOffset, end: rangeOffset + rangeLength, newText: text })));
    } else this.kept = undefined;
    this.changes = [];
    this.version = document.version;
    // A change that was not told would leave another text; lengths show nearly all of that for next to nothing.
    if (this.kept?.length !== lengthOf(document)) {
      this.kept = new DocumentCheck({ text: document.getText(), languageId: document.languageId, lang: this.language }, this.termbase, this.options);
    }
    return this.kept;
  }

  /** The lines that the writer sees, in whichever editor. */
  get visible(): Span | undefined {
    const { document } = this;
    const ranges = vscode.window.visibleTextEditors.filter((editor) => editor.document === document).flatMap((editor) => editor.visibleRanges);
    if (ranges.length === 0) return undefined;
    const lines = ranges.flatMap(({ start, end }) => [start.line, end.line]);
    return { start: document.offsetAt(new vscode.Position(Math.min(...lines), 0)), end: document.offsetAt(new vscode.Position(Math.max(...lines) + 1, 0)) };
  }
}

function lengthOf(document: vscode.TextDocument): number {
  return document.offsetAt(new vscode.Position(document.lineCount, 0));
}
