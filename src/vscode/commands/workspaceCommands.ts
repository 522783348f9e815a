import * as vscode from 'vscode';
import type { WindowChecker } from '../checking/windowChecker';
import { findingsAt } from '../convert';
import { tell } from '../tell';
import { layOutPage } from '../views/layOutPage';
import { editOf, fixesIn, madeAnew, type FileFixes } from './nameFixes';
import { saveReport } from '../views/savedReport';
import type { SettingsReader } from '../settings';
import type { Summary, WorkspaceCheck } from '../checking/workspaceCheck';
import { wordOfText } from '../word/wordUri';
import { findWrittenFiles, isNotebookFile } from '../files/workspaceFiles';
import { reportOf, heldBackSummary, summaryLine } from '../views/workspaceReport';

/** The context key that is true while findings of the workspace check are shown: they can be reported and cleared. */
const CHECKED = 'migrationTerms.workspaceChecked';

/** Registers the commands that act on all files of the workspace. */
export function registerWorkspaceCommands(
  workspace: WorkspaceCheck,
  checker: WindowChecker,
  settings: SettingsReader,
): vscode.Disposable {
  let unread: readonly vscode.Uri[] = [];
  const openReport = async () => {
    // The editor resolves the links of an unsaved document from the first folder.
    const content = reportOf(workspace.files, unread, vscode.workspace.workspaceFolders?.[0]?.uri);
    const report = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    // The text stays open under the preview, so that it can be edited and saved.
    await vscode.window.showTextDocument(report, { preview: false });
    await layOutPage(report.uri);
  };
  const save = async (given?: unknown) => {
    const uri = await saveReport(workspace.files, unread, given);
    if (uri !== undefined) tell(vscode.l10n.t('Saved: {0}', vscode.workspace.asRelativePath(uri)));
    return uri;
  };
  const mark = (isChecked: boolean) => vscode.commands.executeCommand('setContext', CHECKED, isChecked);
  return vscode.Disposable.from(
    vscode.commands.registerCommand('migrationTerms.checkWorkspace', async () => {
      if (vscode.workspace.workspaceFolders === undefined)
        return void vscode.window.showInformationMessage(vscode.l10n.t('Open a folder first.'));
      const summary = await withProgress(vscode.l10n.t('Checking the workspace'), (progress, token) =>
        workspace.run(progress, token),
      );
      if (summary === undefined) return undefined;
      unread = summary.unread;
      void mark(true);
      void tellCount(summary, openReport, save);
      return {
        files: summary.files.length,
        findings: summary.files.reduce((sum, { findings }) => sum + findings.length, 0),
        isCancelled: summary.isCancelled,
      };
    }),
    vscode.commands.registerCommand('migrationTerms.report', async (given: unknown, target: unknown) => {
      switch (isReportDeed(given) ? given : await askReportDeed()) {
        case 'open':
          return openReport();
        case 'save':
          return save(target);
        case 'clear':
          workspace.clear();
          unread = [];
          return mark(false);
        case undefined:
          return undefined;
      }
    }),
    vscode.commands.registerCommand('migrationTerms.fixNameInWorkspace', async (given: unknown, how: unknown) => {
      const name = typeof given === 'string' ? given : nameAtCursor(checker);
      if (name === undefined) return tell(vscode.l10n.t('There is no finding at the cursor.'));
      const fixes = await withProgress(vscode.l10n.t('Looking for the name in the workspace'), (progress, token) =>
        fixesOf(name, workspace, settings, progress, token),
      );
      if (fixes === undefined) return false;
      if (fixes.length === 0)
        return void vscode.window.showInformationMessage(
          vscode.l10n.t('Nothing in the workspace can be fixed without asking you.'),
        );
      const chosen = how === 'all' || how === 'review' ? how : await askHow(fixes);
      if (chosen === undefined) return false;
      const isDone = await vscode.workspace.applyEdit(editOf(await madeAnew(fixes, name, workspace), chosen), {
        isRefactoring: true,
      });
      // Discarding the preview has the same result, and needs no message.
      if (!isDone && chosen === 'all')
        tell(
          vscode.l10n.t(
            'The editor refused the change: a file is read-only, or changed in the meantime. Nothing was fixed.',
          ),
        );
      return isDone;
    }),
  );
}

/** What can be done with the result of a workspace check. */
type ReportDeed = 'open' | 'save' | 'clear';

function isReportDeed(value: unknown): value is ReportDeed {
  return value === 'open' || value === 'save' || value === 'clear';
}

async function askReportDeed(): Promise<ReportDeed | undefined> {
  const rows: readonly (vscode.QuickPickItem & { readonly deed: ReportDeed })[] = [
    { label: vscode.l10n.t('Open the report'), deed: 'open' },
    { label: vscode.l10n.t('Save the report as a table or a document…'), deed: 'save' },
    { label: vscode.l10n.t('Remove the findings of other files from Problems'), deed: 'clear' },
  ];
  return (await vscode.window.showQuickPick(rows, { title: vscode.l10n.t('Report on the workspace') }))?.deed;
}

/** The fixes of a name in all files; `undefined` if the writer cancelled. */
async function fixesOf(
  name: string,
  workspace: WorkspaceCheck,
  settings: SettingsReader,
  progress: Progress,
  token: vscode.CancellationToken,
): Promise<readonly FileFixes[] | undefined> {
  const fixes: FileFixes[] = [];
  // A Word document is not changed; the fixes of its text are collected for a copy. The cells of a notebook are fixed
  // in its editor, as the text of its file may not be changed at the same time.
  const uris = (await findWrittenFiles(settings, token)).filter(
    (uri) => wordOfText(uri) === undefined && !isNotebookFile(uri),
  );
  for (const [index, uri] of uris.entries()) {
    if (token.isCancellationRequested) return undefined;
    progress.report({ message: vscode.l10n.t('{0} of {1}', index + 1, uris.length), increment: 100 / uris.length });
    const found = await fixesIn(uri, name, workspace);
    if (found !== undefined) fixes.push(found);
  }
  return fixes;
}

/** Asks whether to fix at once, or in the editor's preview, where each change is ticked and can be cleared. */
async function askHow(fixes: readonly FileFixes[]): Promise<'all' | 'review' | undefined> {
  const count = fixes.reduce((sum, { edits }) => sum + edits.length, 0);
  const all = vscode.l10n.t('Fix All');
  const review = vscode.l10n.t('Choose in the Preview');
  const question = questionOf(count, fixes);
  const detail = fixes.map(({ uri, edits }) => `${vscode.workspace.asRelativePath(uri)}: ${edits.length}`).slice(0, 12);
  const choice = await vscode.window.showInformationMessage(
    question,
    { modal: true, detail: [...detail, ...(fixes.length > detail.length ? ['…'] : [])].join('\n') },
    all,
    review,
  );
  return choice === all ? 'all' : choice === review ? 'review' : undefined;
}

function questionOf(count: number, fixes: readonly FileFixes[]): string {
  const { text, newText } = fixes[0]!;
  if (fixes.length > 1)
    return vscode.l10n.t('Fix {0} places in {1} files: {2} → {3}', count, fixes.length, text, newText);
  return count === 1
    ? vscode.l10n.t('Fix 1 place: {0} → {1}', text, newText)
    : vscode.l10n.t('Fix {0} places in 1 file: {1} → {2}', count, text, newText);
}

type Progress = vscode.Progress<{ message?: string; increment?: number }>;

function withProgress<T>(
  title: string,
  run: (progress: Progress, token: vscode.CancellationToken) => Promise<T>,
): Thenable<T> {
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, run);
}

async function tellCount(
  { files, unread, isCancelled }: Summary,
  openReport: () => Thenable<unknown>,
  save: () => Thenable<unknown>,
): Promise<void> {
  const held = heldBackSummary(files);
  const parts = [
    isCancelled ? vscode.l10n.t('Stopped before the end.') : '',
    summaryLine(files),
    held === '' ? '' : `${held}.`,
    unread.length === 0 ? '' : vscode.l10n.t('{0} not read: {1}.', unread.length, namesOf(unread)),
  ];
  const problems = vscode.l10n.t('Show Problems');
  const report = vscode.l10n.t('Open Report');
  const table = vscode.l10n.t('Save Report…');
  const hasFindings = files.some(({ findings }) => findings.length > 0);
  const choice = await vscode.window.showInformationMessage(
    parts.filter((part) => part !== '').join(' '),
    ...(hasFindings ? [problems] : []),
    ...(hasFindings || unread.length > 0 ? [report] : []),
    ...(hasFindings ? [table] : []),
  );
  if (choice === problems) await vscode.commands.executeCommand('workbench.actions.view.problems');
  if (choice === report) await openReport();
  if (choice === table) await save();
}

/** The first names, as the message has little room; the report lists all. */
function namesOf(uris: readonly vscode.Uri[]): string {
  const names = uris.slice(0, 3).map((uri) => vscode.workspace.asRelativePath(uri));
  return [...names, ...(uris.length > names.length ? ['…'] : [])].join(', ');
}

function nameAtCursor(checker: WindowChecker): string | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return undefined;
  return findingsAt(editor.document, checker.resultOf(editor.document)?.findings ?? [], editor.selection)[0]?.name;
}

/** Shows a message in the status bar, which needs no closing and covers nothing. */
