import * as vscode from 'vscode';
import type { Edit, Finding } from '../../core/finding';
import { fixOfAll, offersAt, type Offers } from '../../session/offers';
import type { WindowChecker } from '../checking/windowChecker';
import { changeBy } from './changeText';
import { workspaceEdit } from '../convert';
import { diagnosticsOf } from '../checking/diagnostics';
import { ignoreTitle, ignoreWays } from './ignore';
import { DOCUMENT_SELECTOR, fileOf } from '../languages';
import { type SettingsReader } from '../settings';
import { switchOffTitle } from './switchOff';
import { wordOfText } from '../word/wordUri';

/** The kind to name in `editor.codeActionsOnSave` to apply the certain fixes on each save. */
export const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('migrationTerms');

/** Offers the actions for the findings at the cursor, and a fix for all of them at once. */
export function registerCodeActions(checker: WindowChecker, settings: SettingsReader): vscode.Disposable {
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
        const settling = { settle: (certain: readonly Finding[]) => checker.settledEdits(document, certain) };
        if (wanted(vscode.CodeActionKind.QuickFix)) {
          const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
          const { here, together } = offersAt(checked, span, checker.knownOf(document), settling, vscode.l10n);
          for (const finding of here) actions.push(...actionsOn(settings, document, finding, context.diagnostics));
          for (const offer of together) actions.push(...actionOf(offer, document, here[0]!.name));
        }
        // A request without `only` comes from the light bulb, which must not offer a source action.
        const all =
          context.only !== undefined && wanted(FIX_ALL) ? fixOfAll(checked, settling, vscode.l10n) : undefined;
        if (all) {
          const action = new vscode.CodeAction(all.title, FIX_ALL);
          changeBy(action, document, all.edits);
          actions.push(action);
        }
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

function actionOf(
  offer: Offers['together'][number],
  document: vscode.TextDocument,
  name: string,
): readonly vscode.CodeAction[] {
  const { title, kind } = offer;
  if (kind === 'certain-in-file') return [together(document, title, offer.edits)];
  const isInFile = kind === 'name-in-file';
  if (!isInFile && vscode.workspace.getWorkspaceFolder(fileOf(document.uri)) === undefined) return [];
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  const command = isInFile ? 'migrationTerms.fixName' : 'migrationTerms.fixNameInWorkspace';
  action.command = { title, command, arguments: [name] };
  return [action];
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
