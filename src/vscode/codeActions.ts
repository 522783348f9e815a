import * as vscode from 'vscode';
import { combinedFixes, fixable } from '../core/describe/fixOffers';
import type { Checked, Edit, Finding } from '../core/finding';
import type { Checker } from './checker';
import { changeBy } from './changeText';
import { findingsAt, workspaceEdit } from './convert';
import { diagnosticsOf } from './diagnostics';
import { ignoreTitle, ignoreWays } from './ignore';
import { DOCUMENT_SELECTOR, fileOf } from './languages';
import { type SettingsReader } from './settings';
import { switchOffTitle } from './switchOff';
import { wordOfText } from './word/wordUri';

/** The kind to name in `editor.codeActionsOnSave` to apply the certain fixes on each save. */
export const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('migrationTerms');

/** Offers the actions for the findings at the cursor, and a fix for all of them at once. */
export function registerCodeActions(checker: Checker, settings: SettingsReader): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    DOCUMENT_SELECTOR,
    {
      provideCodeActions(document, range, context) {
        const wanted = (kind: vscode.CodeActionKind) => context.only === undefined || context.only.contains(kind);
        if (!wanted(vscode.CodeActionKind.QuickFix) && !wanted(FIX_ALL)) return [];
        // Fixing a whole file requires all of its findings; the light bulb does not wait for them.
        const checked = wanted(FIX_ALL) && context.only ? checker.resultOf(document) : checker.resultSoFar(document);
        if (checked === undefined || checked.findings.length === 0) return [];
        const actions: vscode.CodeAction[] = [];
        if (wanted(vscode.CodeActionKind.QuickFix)) {
          const here = findingsAt(document, checked.findings, range);
          for (const finding of here) actions.push(...actionsOn(settings, document, finding, context.diagnostics));
          const whole = checker.knownOf(document);
          if (here.length > 0 && whole) actions.push(...combined(checker, document, whole, here[0]!));
        }
        // A request without `only` comes from the light bulb, which must not offer a source action.
        if (context.only !== undefined && wanted(FIX_ALL)) actions.push(...fixAll(checker, document, checked));
        return actions;
      },
      resolveCodeAction(action) {
        action.edit ??= unmade.get(action)?.();
        return action;
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, FIX_ALL] },
  );
}

function fixesOf(
  document: vscode.TextDocument,
  finding: Finding,
  diagnostics: vscode.Diagnostic[],
): vscode.CodeAction[] {
  return finding.fixes.map((fix) => {
    const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
    changeBy(action, document, fix.edits);
    // The writer presses the key at the place, and thereby confirms the fix.
    action.isPreferred = fix.fits;
    action.diagnostics = diagnostics;
    return action;
  });
}

function combined(
  checker: Checker,
  document: vscode.TextDocument,
  checked: Checked,
  finding: Finding,
): vscode.CodeAction[] {
  const { name } = finding;
  const offers = combinedFixes(checked.findings, finding, {
    settle: (certain) => checker.settledEdits(document, certain),
  });
  return offers.flatMap((offer) => {
    switch (offer.kind) {
      case 'name-in-file': {
        const title = vscode.l10n.t('Fix all {0} of “{1}” in the file', offer.count, offer.label);
        const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
        action.command = { title, command: 'migrationTerms.fixName', arguments: [name] };
        return action;
      }
      case 'name-in-workspace': {
        if (vscode.workspace.getWorkspaceFolder(fileOf(document.uri)) === undefined) return [];
        const title = vscode.l10n.t('Fix all of “{0}” in the workspace…', offer.label);
        const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
        action.command = { title, command: 'migrationTerms.fixNameInWorkspace', arguments: [name] };
        return action;
      }
      case 'certain-in-file':
        return together(
          document,
          vscode.l10n.t('Fix the {0} wrong forms of names in the file', offer.count),
          offer.edits,
        );
    }
  });
}

/** The best fixes and *Ignore*, which a writer wants most often; the others follow. */
function actionsOn(
  settings: SettingsReader,
  document: vscode.TextDocument,
  finding: Finding,
  shown: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const diagnostics = diagnosticsOf(document, finding, shown);
  const running = (title: string, command: string, ...args: readonly unknown[]): vscode.CodeAction => {
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.diagnostics = diagnostics;
    action.command = { title, command: `migrationTerms.${command}`, arguments: [...args] };
    return action;
  };
  const place = [document.uri.toString(), finding.start];
  const fixes = fixesOf(document, finding, diagnostics);
  const ways = ignoreWays(document, finding);
  const [here, ...otherWays] = ways.map((way) => running(ignoreTitle(way, document, finding), 'ignore', ...place, way));
  return [
    ...fixes.slice(0, FIRST_FIXES),
    here!,
    ...fixes.slice(FIRST_FIXES),
    ...otherWays,
    ...(ways.includes('comment')
      ? []
      : [
          running(
            switchOffTitle(finding.rule, document.uri, settings.configs),
            'switchOffRule',
            finding.rule,
            document.uri.toString(),
          ),
        ]),
    running(vscode.l10n.t('Explain “{0}”', finding.text), 'explain', ...place),
  ];
}

/** The number of fixes that precede *Ignore*. */
const FIRST_FIXES = 2;

function fixAll(checker: Checker, document: vscode.TextDocument, checked: Checked): vscode.CodeAction[] {
  const certain = fixable(checked.findings);
  const edits = checker.settledEdits(document, certain);
  if (edits.length === 0) return [];
  const title =
    certain.length === 1
      ? vscode.l10n.t('Fix the 1 wrong form of a name in the file (Migration Terms)')
      : vscode.l10n.t('Fix the {0} wrong forms of names in the file (Migration Terms)', certain.length);
  const action = new vscode.CodeAction(title, FIX_ALL);
  changeBy(action, document, edits);
  return [action];
}

/** The edits for fixes of many findings, computed only when the action is previewed or chosen. */
const unmade = new WeakMap<vscode.CodeAction, () => vscode.WorkspaceEdit | undefined>();

function together(document: vscode.TextDocument, title: string, edits: () => readonly Edit[]): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  if (wordOfText(document.uri) !== undefined) {
    changeBy(action, document, edits());
    return action;
  }
  const { version } = document;
  // If the text has changed since, the offsets of the findings are no longer valid.
  unmade.set(action, () => (document.version === version ? workspaceEdit(document, edits()) : undefined));
  return action;
}
