import * as vscode from 'vscode';
import { languageOf } from '../core/context/language';
import type { Lang } from '../core/document';
import { parseSettings, type Settings } from './parseSettings';

/** Reads the settings for a document, and says once in the output channel what is wrong with them. */
export class SettingsReader {
  private readonly told = new Set<string>();

  constructor(private readonly output: vscode.LogOutputChannel) {}

  /** The settings that hold for a document: its folder's and its language's come before the user's. */
  of(document: vscode.TextDocument | undefined): Settings {
    return this.read(document).settings;
  }

  /** Lines about settings that could not be used; empty where all is well. */
  problemsOf(document: vscode.TextDocument): readonly string[] {
    return this.read(document).problems;
  }

  private read(document: vscode.TextDocument | undefined) {
    const configuration = vscode.workspace.getConfiguration('migrationTerms', document);
    const parsed = parseSettings((key) => configuration.get(key));
    for (const problem of parsed.problems) {
      if (this.told.has(problem)) continue;
      this.told.add(problem);
      this.output.warn(problem);
    }
    return parsed;
  }
}

/** The language in which to speak where no text gives one: that of the settings, else the editor's own, else English. */
export function spokenLanguage({ language }: Pick<Settings, 'language'>): Lang {
  if (language !== 'auto') return language;
  const ofEditor = vscode.env.language.slice(0, 2);
  return ofEditor === 'fr' || ofEditor === 'es' ? ofEditor : 'en';
}

/** The language in which a document is written at a place: what is said about it and inserted there is said in the same. */
export function writtenLanguage({ language }: Pick<Settings, 'language'>, document: vscode.TextDocument, offset: number): Lang {
  if (language !== 'auto') return language;
  const around = new vscode.Range(document.positionAt(offset - REACH), document.positionAt(offset + REACH));
  const text = document.getText(around);
  return languageOf(text, 0, text.length) ?? spokenLanguage({ language });
}

/** As far as this around a place, the text is taken to be of one language. */
const REACH = 500;

/** Switches a rule off for the workspace, or for the user where no folder is open. */
export async function switchOff(rule: string, document: vscode.TextDocument | undefined): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('migrationTerms', document);
  const values = configuration.inspect<Record<string, string>>('rules');
  const inWorkspace = vscode.workspace.workspaceFolders !== undefined;
  const value = inWorkspace ? values?.workspaceValue : values?.globalValue;
  const target = inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await configuration.update('rules', { ...value, [rule]: 'off' }, target);
}
