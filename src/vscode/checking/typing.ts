import * as vscode from 'vscode';
import type { Finding } from '../../core/finding';
import { noPause, Typing as Session } from '../../session/typing';
import type { Checker } from './checker';
import { editsOf } from '../convert';

/** Tells the session where the writer is typing. */
export class Typing implements vscode.Disposable {
  private readonly session: Session<vscode.TextDocument>;
  private readonly stoppedEmitter = new vscode.EventEmitter<vscode.TextDocument>();
  private readonly subscriptions: readonly vscode.Disposable[];

  /** Fires when findings that were left out must be shown: the cursor has moved elsewhere, or the text was saved. */
  readonly onDidStop = this.stoppedEmitter.event;

  constructor(checker: Pick<Checker, 'knownOf'>) {
    this.session = new Session(
      (document) => checker.knownOf(document)?.findings ?? [],
      (document) => this.stoppedEmitter.fire(document),
      noPause,
    );
    this.subscriptions = [
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
        // Text from an undo, or in a document that is not active, was not typed.
        const isByHand = vscode.window.activeTextEditor?.document === document && reason === undefined;
        if (isByHand) this.session.edited(document, editsOf(contentChanges));
        else if (contentChanges.length > 0) this.session.stop(document);
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor: { document }, selections }) =>
        this.session.moved(document, document.offsetAt(selections[0]!.active)),
      ),
      vscode.window.onDidChangeActiveTextEditor(() => this.session.stop()),
      vscode.workspace.onDidSaveTextDocument((document) => this.session.stop(document)),
    ];
  }

  /** The findings of a document, without those in text that is still being written. */
  finished(document: vscode.TextDocument, findings: readonly Finding[]): readonly Finding[] {
    return this.session.finished(document, findings);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    this.stoppedEmitter.dispose();
  }
}
