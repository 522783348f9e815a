import * as vscode from 'vscode';
import { languageOf } from '../core/context/language';
import type { Lang } from '../core/document';
import type { Configs } from './configs';
import { fileOf, isExcluded } from './languages';
import { parseSettings, type Settings } from './parseSettings';

/** A document, or a file that is not open: what settings can depend on. */
export type Scope = Pick<vscode.TextDocument, 'uri' | 'languageId'>;

/** What is wrong with the settings, and the command that opens the place to repair. */
export interface SettingsProblem {
  readonly text: string;
  readonly repair: vscode.Command;
}

/** Reads the settings for a document, and says once in the output channel what is wrong with them. */
export class SettingsReader {
  private readonly told = new Set<string>();

  constructor(private readonly output: vscode.LogOutputChannel, readonly configs: Configs) {}

  /** The settings that hold for a document: its folder's configuration file comes first, then settings, the nearest before the user's. */
  of(document: Scope | undefined): Settings {
    return this.read(document).settings;
  }

  /** The settings that could not be used; empty where all is well. */
  problemsOf(document: Scope): readonly SettingsProblem[] {
    const open = { title: vscode.l10n.t('Open settings'), command: 'migrationTerms.openSettings' };
    return [
      ...this.read(document).problems.map((text) => ({ text, repair: open })),
      ...this.configs.problemsAround(fileOf(document.uri)).map(({ text, uri, at }) => ({ text, repair: {
        title: vscode.l10n.t('Open {0}', vscode.workspace.asRelativePath(uri)), command: 'vscode.open', arguments: [uri, { selection: new vscode.Range(at, at) }],
      } })),
    ];
  }

  /** Whether a document is left out, by the setting, which may be at hand, or by its folder's configuration file. */
  isExcluded(document: Scope, exclude = this.of(document).exclude): boolean {
    return isExcluded(document.uri, exclude) || this.configs.isExcluded(fileOf(document.uri));
  }

  private read(document: Scope | undefined) {
    const uri = document && fileOf(document.uri);
    const configuration = vscode.workspace.getConfiguration('migrationTerms', document && { uri, languageId: document.languageId });
    const parsed = parseSettings((key) => configuration.get(key));
    for (const problem of parsed.problems) {
      if (this.told.has(problem)) continue;
      this.told.add(problem);
      this.output.warn(problem);
    }
    if (uri === undefined) return parsed;
    const { rules, language, accepted } = this.configs.of(uri);
    const settings: Settings = { ...parsed.settings, rules: { ...parsed.settings.rules, ...rules }, language: language ?? parsed.settings.language, accepted };
    return { settings, problems: parsed.problems };
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
  const around = new vscode.Range(document.positionAt(offset - REACH), document.positionAt(offset + REACH));
  return languageIn({ language }, document.getText(around));
}

/** As {@link writtenLanguage}, of a text that is at hand. */
export function writtenLanguageOf(settings: Pick<Settings, 'language'>, text: string, offset: number): Lang {
  return languageIn(settings, text.slice(Math.max(0, offset - REACH), offset + REACH));
}

function languageIn({ language }: Pick<Settings, 'language'>, around: string): Lang {
  return language !== 'auto' ? language : languageOf(around, 0, around.length) ?? spokenLanguage({ language });
}

/** The language of the text at the cursor; where no document is open, that in which to speak. */
export function textLanguage(settings: SettingsReader): Lang {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return spokenLanguage(settings.of(undefined));
  return writtenLanguage(settings.of(editor.document), editor.document, editor.document.offsetAt(editor.selection.active));
}

/** As far as this around a place, the text is taken to be of one language. */
const REACH = 500;
