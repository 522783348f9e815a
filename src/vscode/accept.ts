import { applyEdits, modify, parse, type ParseError } from 'jsonc-parser';
import * as vscode from 'vscode';
import { CONFIG_FILE } from '../core/config/config';
import { aroundOf } from '../core/findings/accepted';
import type { Finding } from '../core/finding';
import type { Accepted } from '../core/options';
import { exists, type AcceptedIn } from './configs';
import { PRODUCT } from './convert';
import { isWithin } from './deletions';
import { fileOf } from './languages';
import { obstacleTo } from './ownFile';

/** Accepts a finding, at its place or in the whole folder, without changing the document; it is not reported again. */
export async function accept(
  document: vscode.TextDocument,
  finding: Finding,
  scope: 'place' | 'folder',
): Promise<void> {
  const file = await nearestFile(fileOf(document.uri));
  if (file === undefined)
    return tell(
      vscode.l10n.t(
        'Open the folder of this document first: accepted findings are recorded in its file {0}.',
        CONFIG_FILE,
      ),
    );
  const { rule, text } = finding;
  const entry = { rule, text, ...(scope === 'place' ? { around: aroundOf(document.getText(), finding) } : {}) };
  await change(
    file,
    fileOf(document.uri),
    (config) => modify(config, ['accepted', -1], entry, { isArrayInsertion: true, formattingOptions: FORMAT }),
    vscode.l10n.t('“{0}” is accepted; {1} records it.', text, vscode.workspace.asRelativePath(file)),
  );
}

/** Revokes an acceptance, so that the finding is reported again. */
export async function revoke({ file, accepted }: AcceptedIn): Promise<void> {
  await change(
    file,
    file,
    (config) => {
      const known = (parse(config) as { readonly accepted?: readonly Partial<Accepted>[] } | undefined)?.accepted ?? [];
      const at = known.findIndex(
        ({ rule, text, around }) => rule === accepted.rule && text === accepted.text && around === accepted.around,
      );
      return at < 0 ? [] : modify(config, ['accepted', at], undefined, { formattingOptions: FORMAT });
    },
    vscode.l10n.t('“{0}” is reported again.', accepted.text),
  );
}

const FORMAT = { insertSpaces: true, tabSize: 2 };

/**
 * The innermost configuration file that applies to a document; if there is none, the one to create in its workspace
 * folder.
 */
async function nearestFile(uri: vscode.Uri): Promise<vscode.Uri | undefined> {
  const root = vscode.workspace.getWorkspaceFolder(uri)?.uri;
  if (root === undefined) return undefined;
  for (
    let folder = vscode.Uri.joinPath(uri, '..');
    isWithin(root, folder) && folder.path !== root.path;
    folder = vscode.Uri.joinPath(folder, '..')
  ) {
    const file = vscode.Uri.joinPath(folder, CONFIG_FILE);
    if (await exists(file)) return file;
  }
  return vscode.Uri.joinPath(root, CONFIG_FILE);
}

/**
 * Changes a configuration file in the editor or on disk; if that is not possible, says why and leaves the file
 * unchanged.
 */
async function change(
  file: vscode.Uri,
  asker: vscode.Uri,
  edit: (config: string) => ReturnType<typeof modify>,
  done: string,
): Promise<void> {
  const path = vscode.workspace.asRelativePath(file);
  const obstacle = await obstacleTo(file, asker);
  const isNew = obstacle === 'missing' && !(await exists(file));
  if (obstacle !== undefined && !isNew) return refuse(path, file);
  try {
    if (isNew) {
      const config = '{}\n';
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(applyEdits(config, edit(config))));
      return tell(done);
    }
    const open = await vscode.workspace.openTextDocument(file);
    const wasDirty = open.isDirty;
    const errors: ParseError[] = [];
    parse(open.getText(), errors, { disallowComments: true });
    if (errors.length > 0) return refuse(path, file);
    const changes = new vscode.WorkspaceEdit();
    changes.set(
      file,
      edit(open.getText()).map(({ offset, length, content }) =>
        vscode.TextEdit.replace(new vscode.Range(open.positionAt(offset), open.positionAt(offset + length)), content),
      ),
    );
    if (!(await vscode.workspace.applyEdit(changes))) return refuse(path, file);
    // The writer decides when to save their other changes to the file.
    if (wasDirty)
      return void vscode.window.showInformationMessage(
        vscode.l10n.t('{0} has other unsaved changes. The finding is accepted as soon as you save that file.', path),
      );
    if (!(await open.save())) return refuse(path, file);
    return tell(done);
  } catch {
    return refuse(path, file);
  }
}

async function refuse(path: string, file: vscode.Uri): Promise<void> {
  const open = vscode.l10n.t('Open the File');
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t(
      '{0} cannot be changed from here, or is not valid JSON. Repair it, or ignore the finding with a comment.',
      path,
    ),
    open,
  );
  if (choice === open) await vscode.window.showTextDocument(file);
}

function tell(text: string): void {
  vscode.window.setStatusBarMessage(`${PRODUCT}: ${text}`, 5000);
}
