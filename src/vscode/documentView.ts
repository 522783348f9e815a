import * as vscode from 'vscode';
import type { Checker } from './checker';
import type { Grouping } from './documentNodes';
import { findingCount, type DocumentTree } from './documentTree';
import { spokenLanguage, type SettingsReader } from './settings';
import { countsLine } from './status';
import { wordingIn } from '../core/describe/wordings';

/**
 * Shows the tree in its view with a badge for the number of findings, says why it is empty, and offers the groupings.
 */
export function registerDocumentView(
  tree: DocumentTree,
  checker: Checker,
  settings: SettingsReader,
  workspaceState: vscode.Memento,
): vscode.Disposable {
  const view = vscode.window.createTreeView('migrationTerms.document', {
    treeDataProvider: tree,
    showCollapseAll: true,
  });
  let shown: string | undefined;
  const show = () => {
    const findings = tree.findingCount;
    view.badge = findings === 0 ? undefined : { value: findings, tooltip: findingCount(findings) };
    const document = vscode.window.activeTextEditor?.document;
    const state = stateOf(checker, document);
    // Each change is sent to the window, and checks are frequent.
    if (state !== shown)
      void vscode.commands.executeCommand('setContext', 'migrationTerms.documentState', (shown = state));
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

/** The key under which the window remembers the choice. */
const GROUPING = 'documentGrouping';

/** Selects the text of the manifest that the empty view shows; each gives the next step. */
function stateOf(checker: Checker, document: vscode.TextDocument | undefined): string {
  if (document === undefined) return 'no-document';
  return checker.whyUnchecked(document) ?? 'checked';
}

/**
 * The message above the rows: a faulty settings file, or that nothing is wrong. An empty view has a text of its own.
 */
function messageOf(
  checker: Checker,
  settings: SettingsReader,
  document: vscode.TextDocument,
  findings: number,
): string | undefined {
  const [problem] = settings.problemsOf(document);
  if (problem !== undefined) return problem.text;
  const checked = checker.knownOf(document);
  if (checked === undefined || findings > 0 || checked.allowedNameCount === 0) return undefined;
  return countsLine({ ...checked, findings: [] }, wordingIn(spokenLanguage(settings.of(document))));
}
