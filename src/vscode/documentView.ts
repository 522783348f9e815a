import * as vscode from 'vscode';
import { findingCount, type DocumentTree, type Grouping } from './documentTree';

/** Shows the tree in its view, with the number of findings on it, and lets the writer choose how it is grouped. */
export function registerDocumentView(tree: DocumentTree, state: vscode.Memento): vscode.Disposable {
  const view = vscode.window.createTreeView('migrationTerms.document', { treeDataProvider: tree, showCollapseAll: true });
  const count = () => {
    const findings = tree.findingCount;
    view.badge = findings === 0 ? undefined : { value: findings, tooltip: findingCount(findings) };
  };
  const group = (by: Grouping) => {
    tree.grouping = by;
    void vscode.commands.executeCommand('setContext', 'migrationTerms.groupedBy', by);
    return state.update(GROUPING, by);
  };
  void group(state.get<Grouping>(GROUPING, 'concept'));
  return vscode.Disposable.from(
    view,
    tree.onDidChangeTreeData(count),
    vscode.commands.registerCommand('migrationTerms.groupByRule', () => group('rule')),
    vscode.commands.registerCommand('migrationTerms.groupByConcept', () => group('concept')),
  );
}

/** The window remembers the choice under this key. */
const GROUPING = 'documentGrouping';
