import * as vscode from 'vscode';
import { LANGUAGE_ID_BY_END, LANGUAGE_IDS } from '../core/prose/languages';
import type { SettingsReader } from './settings';

const ENDS = [...LANGUAGE_ID_BY_END].filter(([, languageId]) => LANGUAGE_IDS.includes(languageId)).map(([end]) => end);

/** The files that can contain prose, in any folder; `README.MD` is also one. */
export const WRITTEN_FILES = `**/*.{${ENDS.map((end) => end.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`)).join(',')}}`;

/** A pattern that every search interprets as we do, so that the search can skip such folders. */
const PLAIN_FOLDER = /^(?:\*\*\/)?[\w.-]+(?:\/[\w.-]+)*\/\*\*$/;

/** All such files of the workspace, without those that the settings exclude, in the order of their paths. */
export async function findWrittenFiles(
  settings: SettingsReader,
  token?: vscode.CancellationToken,
): Promise<readonly vscode.Uri[]> {
  const found = new Map<string, vscode.Uri>();
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    const unsearched = settings
      .of({ uri: folder.uri, languageId: 'plaintext' })
      .exclude.filter((pattern) => PLAIN_FOLDER.test(pattern));
    const pattern = new vscode.RelativePattern(folder, WRITTEN_FILES);
    const left =
      unsearched.length === 0
        ? undefined
        : new vscode.RelativePattern(folder, unsearched.length === 1 ? unsearched[0]! : `{${unsearched.join(',')}}`);
    for (const uri of await vscode.workspace.findFiles(pattern, left, undefined, token)) {
      if (!settings.isExcluded({ uri, languageId: languageIdOf(uri) })) found.set(uri.toString(), uri);
    }
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

export function languageIdOf(uri: vscode.Uri): string {
  return LANGUAGE_ID_BY_END.get(/\.([^./]+)$/.exec(uri.path)?.[1]!.toLowerCase() ?? '') ?? 'plaintext';
}
