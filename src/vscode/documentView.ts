import * as vscode from 'vscode';
import { wordingIn } from '../core/describe/wording';
import type { Checker } from './checker';
import { findingCount, type DocumentTree, type Grouping } from './documentTree';
import { spokenLanguage, type SettingsReader } from './settings';
import { countsLine } from './status';

/** Shows the tree in its view, with the number of findings on it, says why it is empty, and lets the writer choose how it is grouped. */
export function registerDocumentView(tree: DocumentTree, checker: Checker, settings: SettingsReader, workspaceState: vscode.Memento): vscode.Disposable {
  const view = vscode.window.createTreeView('migrationTerms.document', { treeDataProvider: tree, showCollapseAll: true });
  let shown: string | undefined;
  const show = () => {
    const findings = tree.findingCount;
    view.badge = findings === 0 ? undefined : { value: findings, tooltip: findingCount(findings) };
    const document = vscode.window.activeTextEditor?.document;
    const state = stateOf(checker, document);
    // Each change goes to the window, and checks are many.
    if (state !== shown) void vscode.commands.executeCommand('setContext', 'migrationTerms.documentState', (shown = state));
    view.message = document && messageOf(checker, settings, document, findings);
  };
  const group = (by: Grouping) => {
    tree.grouping = by;
    void vscode.commands.executeCommand('setContext', 'migrationTerms.groupedBy', by);
    return workspaceState.update(GROUPING, by);
  };
  void group(workspaceState.get<Grouping>(GROUPING, 'rule'));
  show();
  return vscode.Disposable.from(
    view,
    tree.onDidChangeTreeData(show),
    vscode.commands.registerCommand('migrationTerms.groupByRule', () => group('rule')),
    vscode.commands.registerCommand('migrationTerms.groupByConcept', () => group('concept')),
  );
}

/** The window remembers the choice under this key. */
const GROUPING = 'documentGrouping';

/** Which of the texts of the manifest the empty view shows, each with the next step. */
function stateOf(checker: Checker, document: vscode.TextDocument | undefined): string {
  if (document === undefined) return 'no-document';
  return checker.whyUnchecked(document) ?? 'checked';
}

/** Above the rows: a settings file that is broken, or that nothing is wrong; an empty view has a text of its own. */
function messageOf(checker: Checker, settings: SettingsReader, document: vscode.TextDocument, findings: number): string | undefined {
  const [problem] = settings.problemsOf(document);
  if (problem !== undefined) return problem.text;
  const checked = checker.knownOf(document);
  if (checked === undefined || findings > 0 || checked.namesLetThrough === 0) return undefined;
  return countsLine({ ...checked, findings: [] }, wordingIn(spokenLanguage(settings.of(document))));
}
