import { applyEdits, modify, parse, type ParseError } from 'jsonc-parser';
import * as vscode from 'vscode';
import { CONFIG_FILE } from '../../core/config/config';
import { wordsOfFinding } from '../../core/describe/glance';
import { aroundOf, isSameEntry } from '../../core/findings/accepted';
import { commentWith, ignoreComment, type IgnoreComment } from '../../core/findings/ignoreComment';
import type { Finding } from '../../core/finding';
import type { Accepted } from '../../core/options';
import { exists, type AcceptedIn } from '../files/configs';
import { tell } from '../tell';
import { isWithin } from '../files/deletions';
import type { IgnoredInWindow } from '../checking/ignoredInWindow';
import { fileOf } from '../languages';
import { obstacleTo } from '../files/ownFile';
import { wordOfText } from '../word/wordUri';

/**
 * How a finding is ignored: at its place or in the whole folder, which changes no text, or with a comment in the text.
 */
export type IgnoreWay = 'here' | 'folder' | 'comment';

/** The ways that are possible for a finding, in the order in which they are offered. */
export function ignoreWays(document: vscode.TextDocument, finding: Finding): readonly IgnoreWay[] {
  return [
    'here',
    ...(folderOf(document) === undefined ? [] : (['folder'] as const)),
    ...(commentOn(document, finding) === undefined ? [] : (['comment'] as const)),
  ];
}

export function ignoreTitle(way: IgnoreWay, document: vscode.TextDocument, finding: Finding): string {
  const subject = wordsOfFinding(document.getText(), finding);
  switch (way) {
    case 'here':
      return vscode.l10n.t('Ignore “{0}” here', subject);
    case 'folder':
      return vscode.l10n.t('Ignore “{0}” in this folder', subject);
    case 'comment':
      return vscode.l10n.t('Ignore “{0}” with a comment', subject);
  }
}

/** Asks how to ignore a finding, unless there is one way only. */
export async function askIgnoreWay(document: vscode.TextDocument, finding: Finding): Promise<IgnoreWay | undefined> {
  const ways = ignoreWays(document, finding);
  if (ways.length === 1) return ways[0];
  const rows = ways.map((way) => ({ label: ignoreTitle(way, document, finding), detail: DETAILS[way](), way }));
  return (await vscode.window.showQuickPick(rows, { title: vscode.l10n.t('Ignore the finding') }))?.way;
}

/** Ignores a finding, so that it is not reported again. */
export async function ignore(
  document: vscode.TextDocument,
  finding: Finding,
  way: IgnoreWay,
  inWindow: IgnoredInWindow,
): Promise<void> {
  if (way === 'comment') return addComment(document, finding);
  const { rule, text, name } = finding;
  const subject = wordsOfFinding(document.getText(), finding);
  const place = { rule, text, name, around: aroundOf(document.getText(), finding) };
  const file = await nearestFile(fileOf(document.uri));
  // Without a folder there is no file that could record it; in Restricted Mode the file is not changed.
  if (file === undefined || (!vscode.workspace.isTrusted && way === 'here')) {
    await inWindow.add(place);
    return tell(vscode.l10n.t('“{0}” is ignored here, as long as you work in this window.', subject));
  }
  await changeConfig(
    file,
    fileOf(document.uri),
    (config) =>
      modify(config, ['accepted', -1], way === 'here' ? place : { rule, text, name }, {
        isArrayInsertion: true,
        formattingOptions: FORMAT,
      }),
    vscode.l10n.t('“{0}” is ignored; {1} records it.', subject, vscode.workspace.asRelativePath(file)),
  );
}

/** Reports a finding again that was ignored without a comment. */
export async function reportAgain({ file, accepted }: AcceptedIn, inWindow: IgnoredInWindow): Promise<void> {
  const done = vscode.l10n.t('“{0}” is reported again.', accepted.text);
  if (file === undefined) {
    await inWindow.remove(accepted);
    return tell(done);
  }
  await changeConfig(
    file,
    file,
    (config) => {
      const at = acceptedIn(config).findIndex((each) => isSameEntry(each, accepted));
      return at < 0 ? [] : modify(config, ['accepted', at], undefined, { formattingOptions: FORMAT });
    },
    done,
  );
}

/** The entries as the file has them, valid or not. */
export function acceptedIn(config: string): readonly Partial<Accepted>[] {
  const { accepted } = (parse(config) as { readonly accepted?: unknown } | undefined) ?? {};
  return Array.isArray(accepted) ? (accepted as readonly (Partial<Accepted> | null)[]).map((each) => each ?? {}) : [];
}

const DETAILS: Readonly<Record<IgnoreWay, () => string>> = {
  here: () => vscode.l10n.t('The text is not changed'),
  folder: () =>
    vscode.l10n.t('Wherever the documents of the folder say it of the same fact or name; the text is not changed'),
  comment: () => vscode.l10n.t('A comment in the text gives your reason to its next readers'),
};

function folderOf({ uri }: vscode.TextDocument): vscode.WorkspaceFolder | undefined {
  return vscode.workspace.getWorkspaceFolder(fileOf(uri));
}

/** The comment that ignores a finding; `undefined` if none is possible. The text of a Word document is read-only. */
function commentOn(document: vscode.TextDocument, finding: Finding): IgnoreComment | undefined {
  return wordOfText(document.uri) === undefined
    ? ignoreComment(document.getText(), document.languageId, finding)
    : undefined;
}

/** Asks for the reason before the text is changed, so that no key can break the comment. */
async function addComment(document: vscode.TextDocument, finding: Finding): Promise<void> {
  const comment = commentOn(document, finding);
  if (comment === undefined) return;
  const { version } = document;
  const reason = await vscode.window.showInputBox({
    title: ignoreTitle('comment', document, finding),
    prompt: vscode.l10n.t('Why is it right here? The comment gives the reason; it may be empty.'),
    placeHolder: vscode.l10n.t('for example: as engraved on the building'),
  });
  if (reason === undefined) return;
  if (document.version !== version)
    return tell(vscode.l10n.t('The document changed in the meantime; nothing was ignored.'));
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, document.positionAt(comment.offset), commentWith(comment, reason));
  await vscode.workspace.applyEdit(edit);
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
export async function changeConfig(
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
        vscode.l10n.t('{0} has other unsaved changes. The finding is ignored as soon as you save that file.', path),
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
