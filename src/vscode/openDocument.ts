import * as vscode from 'vscode';
import type { Lang, Span } from '../core/document';
import type { Options } from '../core/options';
import { DocumentCheck } from '../core/parts/documentCheck';
import type { Termbase } from '../core/termbase/termbase';
import type { KnownDates } from './textDates';

/** An open document and its check, which follows the document's changes. */
export class OpenDocument {
  private kept: DocumentCheck | undefined;
  /** The version of the text that the check has. */
  private version = -1;

  constructor(
    readonly document: vscode.TextDocument,
    private readonly language: Lang | 'auto',
    private readonly options: Options,
    private readonly termbase: Termbase,
    private readonly dates: KnownDates,
  ) {}

  /** The check of the current text; the caller decides how much of its work to do. */
  get check(): DocumentCheck {
    const { document, language: lang } = this;
    const { version, languageId } = document;
    if (this.kept === undefined) {
      const text = document.getText();
      this.kept = new DocumentCheck({ text, languageId, lang, ...this.dates }, this.termbase, this.options);
    } else if (this.version !== version) this.kept.update(document.getText());
    this.version = version;
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
