import * as vscode from 'vscode';
import { cellsOf, fileOf, isWritten } from '../languages';

/**
 * The document whose findings the view lists: the one in the active editor. While the focus is in a page, a panel or an
 * output, it is the one before, as long as a tab shows it. Of a notebook, all cells are followed.
 */
export class Followed implements vscode.Disposable {
  private current: vscode.TextDocument | undefined;
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable;
  readonly onDidChange = this.changed.event;

  constructor() {
    this.current = this.next();
    const update = () => {
      const next = this.next();
      if (next === this.current) return;
      this.current = next;
      this.changed.fire();
    };
    this.subscriptions = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(update),
      vscode.window.onDidChangeActiveNotebookEditor(update),
      vscode.window.tabGroups.onDidChangeTabs(update),
      vscode.workspace.onDidCloseTextDocument(update),
      // A cell that was added or removed.
      vscode.workspace.onDidChangeNotebookDocument(() => this.changed.fire()),
      this.changed,
    );
  }

  get document(): vscode.TextDocument | undefined {
    return this.current;
  }

  /** The document, or all cells of its notebook in their order. */
  get documents(): readonly vscode.TextDocument[] {
    if (this.current === undefined) return [];
    return cellsOf(this.current.uri) ?? [this.current];
  }

  includes(uri: vscode.Uri): boolean {
    const wanted = uri.toString();
    return this.documents.some((document) => document.uri.toString() === wanted);
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private next(): vscode.TextDocument | undefined {
    const active = vscode.window.activeTextEditor?.document ?? firstCell();
    if (active !== undefined && isWritten(active)) return active;
    return this.current !== undefined && !this.current.isClosed && isInTab(this.current.uri) ? this.current : active;
  }
}

/** A cell of the active notebook, none of whose cells is being edited. */
function firstCell(): vscode.TextDocument | undefined {
  return vscode.window.activeNotebookEditor?.notebook.getCells()[0]?.document;
}

/** Whether a tab shows a document; the tab of a cell is that of its notebook. */
function isInTab(uri: vscode.Uri): boolean {
  const wanted = [uri.toString(), fileOf(uri).toString()];
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .some(({ input }) => {
      const { uri: shown, modified } = (input ?? {}) as { readonly uri?: vscode.Uri; readonly modified?: vscode.Uri };
      return [shown, modified].some((each) => each !== undefined && wanted.includes(each.toString()));
    });
}
