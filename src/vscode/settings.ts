import * as vscode from 'vscode';
import type { Lang } from '../core/document';
import type { Options } from '../core/options';
import { writtenAt } from '../session/atPlace';
import type { Configs } from './files/configs';
import type { IgnoredInWindow } from './checking/ignoredInWindow';
import { fileOf, isExcluded } from './languages';
import { parseSettings, type Settings } from './parseSettings';

/** The properties of a document, or of a file that is not open, that settings can depend on. */
export type Scope = Pick<vscode.TextDocument, 'uri' | 'languageId'>;

/** A problem in the settings, and the command that opens the place to repair. */
export interface SettingsProblem {
  readonly text: string;
  readonly repair: vscode.Command;
}

/** Reads the settings for a document, and reports each problem once in the output channel. */
export class SettingsReader {
  private readonly stated = new Set<string>();

  constructor(
    private readonly output: vscode.LogOutputChannel,
    readonly configs: Configs,
    private readonly ignored: Pick<IgnoredInWindow, 'entries'>,
  ) {}

  /**
   * The settings that apply to a document. Configuration files of its folder take precedence, then the most specific
   * settings.
   */
  of(document: Scope | undefined): Settings {
    return this.read(document).settings;
  }

  /** The settings that could not be used; empty if there are none. */
  problemsOf(document: Scope): readonly SettingsProblem[] {
    const open = { title: vscode.l10n.t('Open settings'), command: 'migrationTerms.openSettings' };
    return [
      ...this.read(document).problems.map((text) => ({ text, repair: open })),
      ...this.configs.problemsAround(fileOf(document.uri)).map(({ text, uri, at }) => ({
        text,
        repair: {
          title: vscode.l10n.t('Open {0}', vscode.workspace.asRelativePath(uri)),
          command: 'vscode.open',
          arguments: [uri, { selection: new vscode.Range(at, at) }],
        },
      })),
    ];
  }

  /** Whether the setting, which may be passed, or a configuration file of its folder excludes a document. */
  isExcluded(document: Scope, exclude = this.of(document).exclude): boolean {
    return isExcluded(document.uri, exclude) || this.configs.isExcluded(fileOf(document.uri));
  }

  private read(document: Scope | undefined) {
    const uri = document && fileOf(document.uri);
    const configuration = vscode.workspace.getConfiguration(
      'migrationTerms',
      document && { uri, languageId: document.languageId },
    );
    const parsed = parseSettings((key) => configuration.get(key));
    for (const problem of parsed.problems) {
      if (this.stated.has(problem)) continue;
      this.stated.add(problem);
      this.output.warn(problem);
    }
    if (uri === undefined) return parsed;
    const { rules, language, accepted } = this.configs.of(uri);
    const settings: Settings = {
      ...parsed.settings,
      rules: { ...parsed.settings.rules, ...rules },
      language: language ?? parsed.settings.language,
      accepted: [...accepted, ...this.ignored.entries],
    };
    return { settings, problems: parsed.problems };
  }
}

/** How the documents with these settings are judged, with messages in the language of the window. */
export function optionsOf(settings: Settings): Options {
  const { rules, accepted } = settings;
  return { rules, accepted, messages: spokenLanguage(settings) };
}

/** The language of messages: that of the settings, else that of the editor, else English. */
export function spokenLanguage({ language }: Pick<Settings, 'language'>): Lang {
  if (language !== 'auto') return language;
  const ofEditor = vscode.env.language.slice(0, 2);
  return ofEditor === 'fr' || ofEditor === 'es' ? ofEditor : 'en';
}

/** The language of a document at a place. Names shown for that place and text inserted there use it. */
export function writtenLanguage(
  { language }: Pick<Settings, 'language'>,
  document: vscode.TextDocument,
  offset: number,
): Lang {
  return writtenAt(document.getText(), offset, language, spokenLanguage({ language }));
}

/** The language of the text at the cursor; without an open document, the language of messages. */
export function textLanguage(settings: SettingsReader): Lang {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return spokenLanguage(settings.of(undefined));
  return writtenLanguage(
    settings.of(editor.document),
    editor.document,
    editor.document.offsetAt(editor.selection.active),
  );
}
