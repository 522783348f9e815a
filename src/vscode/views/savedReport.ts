import * as vscode from 'vscode';
import { csvOfColumns, csvOfFindings, type FindingPlace } from '../../core/exchange/findingsCsv';
import type { Finding } from '../../core/finding';
import type { CheckedFile } from '../checking/workspaceCheck';
import { fileOf } from '../languages';
import { reportOf } from './workspaceReport';

/**
 * Asks for a file and writes the report to it, as a table for spreadsheets or as Markdown, depending on the extension.
 */
export async function saveReport(
  files: readonly CheckedFile[],
  unread: readonly vscode.Uri[],
  given: unknown,
): Promise<vscode.Uri | undefined> {
  const uri = given instanceof vscode.Uri ? given : await askWhere();
  if (uri === undefined) return undefined;
  // Without the byte order mark, spreadsheets misread accents.
  const text = uri.path.toLowerCase().endsWith('.md')
    ? reportOf(files, unread, vscode.Uri.joinPath(uri, '..'))
    : `\uFEFF${tableOf(files)}`;
  try {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  } catch (error) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t(
        'The report cannot be saved as {0}: {1}',
        nameOf(uri),
        error instanceof Error ? error.message : String(error),
      ),
    );
    return undefined;
  }
  return uri;
}

/** All findings as comma-separated values, one per row, in the order of the files. */
export function tableOf(files: readonly CheckedFile[]): string {
  const rows = files.flatMap(({ uri, findings }) =>
    findings.map(({ finding, range: { start }, place }): readonly [FindingPlace, Finding] => {
      const file = vscode.workspace.asRelativePath(fileOf(uri));
      return [
        place === undefined
          ? { kind: 'line', file, line: start.line + 1, column: start.character + 1 }
          : { kind: 'paragraph', file, paragraph: place },
        finding,
      ];
    }),
  );
  return csvOfColumns(labels()) + csvOfFindings(rows);
}

function labels(): Parameters<typeof csvOfColumns>[0] {
  return {
    file: vscode.l10n.t('File'),
    line: vscode.l10n.t('Line'),
    column: vscode.l10n.t('Column'),
    paragraph: vscode.l10n.t('Paragraph'),
    severity: vscode.l10n.t('Level'),
    certainty: vscode.l10n.t('Certainty'),
    rule: vscode.l10n.t('Rule'),
    text: vscode.l10n.t('Text'),
    message: vscode.l10n.t('Finding'),
    because: vscode.l10n.t('Reason'),
    replacement: vscode.l10n.t('Replacement'),
    sources: vscode.l10n.t('Sources'),
  };
}

function askWhere(): Thenable<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Save the report'),
    defaultUri: folder && vscode.Uri.joinPath(folder, 'migration-terms.csv'),
    filters: {
      [vscode.l10n.t('Table for spreadsheets (CSV)')]: ['csv'],
      [vscode.l10n.t('Document (Markdown)')]: ['md'],
    },
  });
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
