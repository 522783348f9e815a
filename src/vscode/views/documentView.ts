import * as vscode from 'vscode';
import { wordingIn } from '../../core/describe/wordings';
import type { WindowChecker } from '../checking/windowChecker';
import { findingCount, type DocumentTree } from './documentTree';
import { spokenLanguage, type SettingsReader } from '../settings';
import { countsLine } from './status';

/** Shows the tree in its view with a badge for the number of findings, and says why it is empty. */
export function registerDocumentView(
  tree: DocumentTree,
  checker: WindowChecker,
  settings: SettingsReader,
): vscode.Disposable {
  const view = vscode.window.createTreeView('migrationTerms.document', { treeDataProvider: tree });
  let shown: string | undefined;
  const show = () => {
    const findings = tree.findingCount;
    view.badge = findings === 0 ? undefined : { value: findings, tooltip: findingCount(findings) };
    const { document } = tree.followed;
    const state = stateOf(checker, document);
    // Each change is sent to the window, and checks are frequent.
    if (state !== shown)
      void vscode.commands.executeCommand('setContext', 'migrationTerms.documentState', (shown = state));
    view.message = document && messageOf(checker, settings, document, findings);
  };
  let told = '';
  show();
  return vscode.Disposable.from(
    view,
    tree.onDidChangeTreeData(show),
    checker.onDidProgress(({ document, share }) => {
      if (document !== tree.followed.document || share === 'stopped') return;
      const text = vscode.l10n.t('Checking … {0} %', Math.floor(share * STEPS) * (100 / STEPS));
      // Slices are frequent, too.
      if (text !== told) view.message = told = text;
    }),
    checker.onDidCheck(() => (told = '')),
  );
}

/** The number of steps in which the progress of a check is shown. */
const STEPS = 20;

/** Selects the text of the manifest that the empty view shows; each gives the next step. */
function stateOf(checker: WindowChecker, document: vscode.TextDocument | undefined): string {
  if (document === undefined) return 'no-document';
  return checker.whyUnchecked(document) ?? (checker.knownOf(document) === undefined ? 'checking' : 'checked');
}

/**
 * The message above the rows: a faulty settings file, or that nothing is wrong. An empty view has a text of its own.
 */
function messageOf(
  checker: WindowChecker,
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
