import * as vscode from 'vscode';
import type { Finding } from '../core/finding';
import { cursorAfter, finishedFindings } from '../core/findings/typing';
import { editsOf } from './convert';

/** Tracks where the writer is typing: unfinished text is not marked yet. */
export class Typing implements vscode.Disposable {
  private at: { readonly document: vscode.TextDocument; readonly offset: number } | undefined;
  private readonly stoppedEmitter = new vscode.EventEmitter<vscode.TextDocument>();
  private readonly subscriptions: readonly vscode.Disposable[];

  /** Fires when the cursor has moved elsewhere, or the document was saved. */
  readonly onDidStop = this.stoppedEmitter.event;

  constructor() {
    this.subscriptions = [
      vscode.workspace.onDidChangeTextDocument((event) => this.changed(event)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor: { document }, selections }) => {
        if (this.at?.document === document && document.offsetAt(selections[0]!.active) !== this.at.offset) this.stop();
      }),
      vscode.window.onDidChangeActiveTextEditor(() => this.stop()),
      vscode.workspace.onDidSaveTextDocument((document) => this.at?.document === document && this.stop()),
    ];
  }

  /** The findings of a document, without those in text that is still being written. */
  finished(document: vscode.TextDocument, findings: readonly Finding[]): readonly Finding[] {
    if (this.at?.document !== document || findings.length === 0) return findings;
    return finishedFindings(document.getText(), this.at.offset, findings);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    this.stoppedEmitter.dispose();
  }

  /** Text from an undo, or in a document that is not active, was not typed. */
  private changed({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
    if (contentChanges.length === 0) return;
    const isByHand = vscode.window.activeTextEditor?.document === document && reason === undefined;
    const offset = isByHand ? cursorAfter(editsOf(contentChanges)) : undefined;
    if (offset !== undefined) this.at = { document, offset };
    else if (this.at?.document === document) this.stop();
  }

  private stop(): void {
    const document = this.at?.document;
    this.at = undefined;
    if (document) this.stoppedEmitter.fire(document);
  }
}
