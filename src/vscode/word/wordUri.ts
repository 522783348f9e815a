import * as vscode from 'vscode';
import { WORD_ENDS } from '../../core/prose/languageIds';

/** The scheme of the texts of Word documents. */
export const WORD_SCHEME = 'migration-terms-word';

/** The text of a Word document: a Markdown document that can be read in an editor. */
export function textOfWord(file: vscode.Uri): vscode.Uri {
  return file.with({ scheme: WORD_SCHEME, path: `${file.path}${TEXT_END}`, query: file.scheme });
}

/** The Word document whose text a URI denotes; `undefined` for any other URI. */
export function wordOfText(uri: vscode.Uri): vscode.Uri | undefined {
  return uri.scheme === WORD_SCHEME
    ? uri.with({ scheme: uri.query, path: uri.path.slice(0, -TEXT_END.length), query: '' })
    : undefined;
}

/** The file in the active tab, which need not be a text. */
export function fileInTab(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const uri = (input as { readonly uri?: unknown } | undefined)?.uri;
  return uri instanceof vscode.Uri ? uri : undefined;
}

export function isWordFile({ path }: vscode.Uri): boolean {
  return WORD_ENDS.some((end) => path.toLowerCase().endsWith(`.${end}`));
}

/** The name that is proposed for a copy with comments, without its extension, is that of the document and this. */
export const COPY_END = (): string => ` (${vscode.l10n.t('with comments')})`;

/** The document of which a file is the copy, by its name; `undefined` for any other file. It need not exist. */
export function originalOf(file: vscode.Uri): vscode.Uri | undefined {
  const dot = file.path.lastIndexOf('.');
  const name = file.path.slice(0, dot);
  if (!isWordFile(file) || !name.endsWith(COPY_END())) return undefined;
  return file.with({ path: name.slice(0, -COPY_END().length) + file.path.slice(dot) });
}

/** The editor shows the name with this extension, and reads the language from it. */
const TEXT_END = '.md';
