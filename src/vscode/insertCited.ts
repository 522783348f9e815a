import * as vscode from 'vscode';
import { citeInPlace, type PlacedCitation } from '../core/describe/citeInPlace';
import type { Lang } from '../core/document';
import type { Fact } from '../core/termbase/concept';
import type { Termbase } from '../core/termbase/termbase';
import { fileOf } from './languages';

/** Inserts a fact at the cursor with its source, cited as the document cites. */
export async function insertCited(editor: vscode.TextEditor, termbase: Termbase, fact: Fact, lang: Lang): Promise<void> {
  const { document } = editor;
  const { text, atEnd, bibliography } = citeInPlace({ text: document.getText(), languageId: document.languageId, lang }, termbase, fact, lang);
  const start = document.offsetAt(editor.selection.start);
  const end = document.positionAt(Number.MAX_SAFE_INTEGER);
  // One edit, so that one undo takes the sentence and its footnote away.
  const isDone = await editor.edit((edit) => {
    // At the very end the footnote comes right after the sentence, and needs an empty line to be none of its paragraph.
    if (editor.selection.end.isEqual(end)) return edit.replace(editor.selection, atEnd === '' ? text : `${text}\n\n${atEnd.trimStart()}`);
    edit.replace(editor.selection, text);
    if (atEnd !== '') edit.insert(end, atEnd);
  });
  if (!isDone) return;
  const after = document.positionAt(start + text.length);
  editor.selection = new vscode.Selection(after, after);
  if (bibliography !== undefined) await addEntries(document, bibliography);
}

/**
 * Adds what the bibliography file lacks, and saves it unless it has changes of the writer's own. Where there is no such
 * file, as beside a document that was never saved, the entries are put on the clipboard.
 */
async function addEntries(document: vscode.TextDocument, { path, entries }: NonNullable<PlacedCitation['bibliography']>): Promise<void> {
  const own = fileOf(document.uri);
  try {
    if (own.scheme === 'untitled') throw new Error('There is no folder to look in.');
    const file = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(own, '..', path));
    const wasDirty = file.isDirty;
    const known = file.getText();
    const missing = entries.filter(({ key }) => !known.includes(`{${key},`));
    if (missing.length === 0) return;
    const edit = new vscode.WorkspaceEdit();
    const gap = known === '' ? '' : /\n$/.test(known) ? '\n' : '\n\n';
    edit.insert(file.uri, file.positionAt(known.length), gap + missing.map(({ text }) => text).join('\n'));
    if (await vscode.workspace.applyEdit(edit)) return wasDirty ? undefined : void await file.save();
  } catch {
    // Told below, as an edit that was refused is.
  }
  await vscode.env.clipboard.writeText(entries.map(({ text }) => text).join('\n'));
  void vscode.window.showInformationMessage(vscode.l10n.t('The bibliography {0} could not be written, so the entry was copied: paste it there.', path));
}
