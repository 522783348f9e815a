import * as vscode from 'vscode';
import { bibliographyOf, citeInPlace, type BibliographyEntry } from '../../core/describe/citeInPlace';
import type { Lang } from '../../core/document';
import type { Fact } from '../../core/termbase/concept';
import type { Termbase } from '../../core/termbase/termbase';
import { tell } from '../tell';
import { fileOf } from '../languages';
import { obstacleTo, type Obstacle } from '../files/ownFile';

/**
 * Inserts a fact at the cursor with its source, in the citation style of the document. In Restricted Mode no other file
 * is changed, and the source goes into the document itself.
 */
export async function insertCited(
  editor: vscode.TextEditor,
  termbase: Termbase,
  fact: Fact,
  lang: Lang,
): Promise<void> {
  const { document } = editor;
  const { isTrusted } = vscode.workspace;
  const content = document.getText();
  const { text, atEnd, bibliography } = citeInPlace(
    { text: content, languageId: document.languageId, lang },
    termbase,
    fact,
    lang,
    isTrusted ? 'as-usual' : 'without-bibliography',
  );
  const start = document.offsetAt(editor.selection.start);
  const end = document.positionAt(Number.MAX_SAFE_INTEGER);
  // A single edit, so that one undo removes the sentence and its footnote.
  const isDone = await editor.edit((edit) => {
    // At the very end, the footnote follows the sentence directly; an empty line separates it from that paragraph.
    if (editor.selection.end.isEqual(end))
      return edit.replace(editor.selection, atEnd === '' ? text : `${text}\n\n${atEnd.trimStart()}`);
    edit.replace(editor.selection, text);
    if (atEnd !== '') edit.insert(end, atEnd);
  });
  if (!isDone) return;
  const after = document.positionAt(start + text.length);
  editor.selection = new vscode.Selection(after, after);
  if (bibliography !== undefined) return addEntries(document, bibliography.path, bibliography.entries);
  const named = isTrusted ? undefined : bibliographyOf(content, document.languageId);
  if (named !== undefined) void vscode.window.showInformationMessage(wordsFor('restricted', named));
}

/**
 * Adds the missing entries to the bibliography file and shows it; the writer saves it. If the file must not be changed,
 * or there is none, as for a document that was never saved, the entries are copied to the clipboard.
 */
async function addEntries(
  document: vscode.TextDocument,
  path: string,
  entries: readonly BibliographyEntry[],
): Promise<void> {
  const file = vscode.Uri.joinPath(fileOf(document.uri), '..', path);
  const obstacle = (await obstacleTo(file, document.uri)) ?? (await append(file, entries));
  if (obstacle === undefined) return;
  await vscode.env.clipboard.writeText(entries.map(({ text }) => text).join('\n'));
  void vscode.window.showInformationMessage(wordsFor(obstacle, path));
}

async function append(uri: vscode.Uri, entries: readonly BibliographyEntry[]): Promise<Obstacle | undefined> {
  try {
    const file = await vscode.workspace.openTextDocument(uri);
    const known = file.getText();
    const missing = entries.filter(({ key }) => !known.includes(`{${key},`));
    if (missing.length === 0) return undefined;
    const edit = new vscode.WorkspaceEdit();
    const gap = known === '' ? '' : /\n$/.test(known) ? '\n' : '\n\n';
    edit.insert(uri, file.positionAt(known.length), gap + missing.map(({ text }) => text).join('\n'));
    if (!(await vscode.workspace.applyEdit(edit))) return 'missing';
    await show(file);
    const path = vscode.workspace.asRelativePath(uri);
    return tell(vscode.l10n.t('The entry was added to {0}. Save that file to keep it.', path));
  } catch {
    return 'missing';
  }
}

/** Shows the added entries next to the draft, which keeps the focus, or in the editor that already shows the file. */
async function show(file: vscode.TextDocument): Promise<void> {
  const inView = vscode.window.visibleTextEditors.find(({ document }) => document === file);
  const viewColumn = inView?.viewColumn ?? vscode.ViewColumn.Beside;
  const editor = await vscode.window.showTextDocument(file, { viewColumn, preserveFocus: true, preview: false });
  const end = file.positionAt(Number.MAX_SAFE_INTEGER);
  editor.revealRange(new vscode.Range(end, end));
}

function wordsFor(obstacle: Obstacle, path: string): string {
  switch (obstacle) {
    case 'restricted':
      return vscode.l10n.t(
        'In Restricted Mode no other file is changed, so the source is given here and not in {0}. Trust the workspace to have entries added there.',
        path,
      );
    case 'outside':
      return vscode.l10n.t(
        'The bibliography {0} is outside the workspace folder and was not changed. The entry was copied: paste it there.',
        path,
      );
    case 'link':
      return vscode.l10n.t(
        'The bibliography {0} is a link or is reached through one, and was not changed. The entry was copied: paste it there.',
        path,
      );
    case 'missing':
      return vscode.l10n.t('The bibliography {0} could not be written, so the entry was copied: paste it there.', path);
  }
}
