import * as vscode from 'vscode';
import {
  isOwnerFile,
  LANGUAGE_ID_BY_END,
  LANGUAGE_IDS,
  NOTEBOOK_ENDS,
  UNREAD_ENDS,
  WORD_ENDS,
} from '../../core/prose/languageIds';
import type { SettingsReader } from '../settings';
import { originalOf, isWordFile, textOfWord } from '../word/wordUri';

const ENDS = [...LANGUAGE_ID_BY_END].filter(([, languageId]) => LANGUAGE_IDS.includes(languageId)).map(([end]) => end);

/** The files that can contain prose, in any folder; `README.MD` is also one. */
export const WRITTEN_FILES = filesWith([...ENDS, ...WORD_ENDS, ...NOTEBOOK_ENDS]);

/** Documents whose format is not read. */
const UNREAD_FILES = filesWith(UNREAD_ENDS);

function filesWith(ends: readonly string[]): string {
  const either = (letter: string): string => `[${letter}${letter.toUpperCase()}]`;
  return `**/*.{${ends.map((end) => end.replace(/[a-z]/g, either)).join(',')}}`;
}

/** A pattern that every search interprets as we do, so that the search can skip such folders. */
const PLAIN_FOLDER = /^(?:\*\*\/)?[\w.-]+(?:\/[\w.-]+)*\/\*\*$/;

/**
 * The texts of all such files of the workspace, without those that the settings exclude and the copies with comments of
 * Word documents, in the order of their paths.
 */
export async function findWrittenFiles(
  settings: SettingsReader,
  token?: vscode.CancellationToken,
): Promise<readonly vscode.Uri[]> {
  const files = await findFiles(WRITTEN_FILES, settings, token);
  const paths = new Set(files.map(({ path }) => path));
  return files.filter((file) => !paths.has(originalOf(file)?.path ?? '')).map(textOf);
}

/** The documents of the workspace whose format is not read, without those that the settings exclude. */
export function findUnreadFiles(
  settings: SettingsReader,
  token?: vscode.CancellationToken,
): Promise<readonly vscode.Uri[]> {
  return findFiles(UNREAD_FILES, settings, token);
}

export function isNotebookFile({ path }: vscode.Uri): boolean {
  return NOTEBOOK_ENDS.some((end) => path.toLowerCase().endsWith(`.${end}`));
}

/** The document that shows the text of a file: for a Word document, its text; otherwise the file itself. */
export function textOf(file: vscode.Uri): vscode.Uri {
  return isWordFile(file) ? textOfWord(file) : file;
}

async function findFiles(
  files: string,
  settings: SettingsReader,
  token: vscode.CancellationToken | undefined,
): Promise<readonly vscode.Uri[]> {
  const found = new Map<string, vscode.Uri>();
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    const unsearched = settings
      .of({ uri: folder.uri, languageId: 'plaintext' })
      .exclude.filter((pattern) => PLAIN_FOLDER.test(pattern));
    const pattern = new vscode.RelativePattern(folder, files);
    const left =
      unsearched.length === 0
        ? undefined
        : new vscode.RelativePattern(folder, unsearched.length === 1 ? unsearched[0]! : `{${unsearched.join(',')}}`);
    for (const uri of await vscode.workspace.findFiles(pattern, left, undefined, token)) {
      const isLeftOut =
        isOwnerFile(uri.path.slice(uri.path.lastIndexOf('/') + 1)) ||
        settings.isExcluded({ uri, languageId: languageIdOf(uri) });
      if (!isLeftOut) found.set(uri.toString(), uri);
    }
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

export function languageIdOf(uri: vscode.Uri): string {
  return LANGUAGE_ID_BY_END.get(/\.([^./]+)$/.exec(uri.path)?.[1]!.toLowerCase() ?? '') ?? 'plaintext';
}
