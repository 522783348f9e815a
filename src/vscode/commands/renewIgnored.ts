import { applyEdits, modify } from 'jsonc-parser';
import * as vscode from 'vscode';
import { check } from '../../core/check';
import { isSameEntry, meantBy } from '../../core/findings/accepted';
import { readNotebook } from '../../core/notebook/readNotebook';
import type { Accepted } from '../../core/options';
import type { WindowChecker } from '../checking/windowChecker';
import { PRODUCT } from '../convert';
import { readFileText } from '../files/fileText';
import { acceptedIn, changeConfig } from './ignore';
import type { IgnoredInWindow } from '../checking/ignoredInWindow';
import { fileOf, isReadable, isWritten } from '../languages';
import { optionsOf, type SettingsReader } from '../settings';
import { openDocument } from '../checking/workspaceCheck';
import { findWrittenFiles, isNotebookFile, languageIdOf } from '../files/workspaceFiles';

/**
 * Offers, once in a workspace, to bind the ignored findings that were recorded by their words alone: they hide the same
 * words about any other fact.
 */
export function registerRenewal(
  checker: WindowChecker,
  settings: SettingsReader,
  ignored: IgnoredInWindow,
): vscode.Disposable {
  return checker.onDidCheck(({ document }) => {
    if (ignored.isRenewalOffered) return;
    const around = [...settings.configs.acceptedAround(fileOf(document.uri)), ...ignored.entries.map(inWindow)];
    const count = around.filter(({ accepted }) => accepted.name === undefined).length;
    if (count === 0) return;
    ignored.isRenewalOffered = true;
    void offer(count, () => renew(checker, settings, ignored));
  });
}

function inWindow(accepted: Accepted): { readonly file: undefined; readonly accepted: Accepted } {
  return { file: undefined, accepted };
}

async function offer(count: number, renewAll: () => Promise<void>): Promise<void> {
  const choice = vscode.l10n.t('Renew');
  const message =
    count === 1
      ? vscode.l10n.t(
          '1 ignored finding does not say which fact or name it is about, so it hides the same words about any other.',
        )
      : vscode.l10n.t(
          '{0} ignored findings do not say which fact or name they are about, so they hide the same words about any other.',
          count,
        );
  if ((await vscode.window.showInformationMessage(`${PRODUCT}: ${message}`, choice)) === choice) await renewAll();
}

/** A text, and the findings in it that would be reported if nothing were ignored. */
type Found = Parameters<typeof meantBy>[1][number] & { readonly uri: vscode.Uri };

async function renew(checker: WindowChecker, settings: SettingsReader, ignored: IgnoredInWindow): Promise<void> {
  const { configs } = settings;
  const title = vscode.l10n.t('Looking for what the ignored findings are about…');
  const found = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () =>
    findAll(checker, settings),
  );
  let left = 0;
  const boundIn = (texts: readonly Found[]) => (entry: Accepted) => {
    const name = meantBy(entry, texts);
    if (name === undefined) left++;
    return name;
  };
  await ignored.renew(boundIn(found));
  for (const { file, entries } of configs.unbound) {
    const bind = boundIn(
      found.filter(({ uri }) => configs.acceptedAround(fileOf(uri)).some((each) => each.file === file)),
    );
    const names = entries.map((entry) => [entry, bind(entry)] as const).filter(([, name]) => name !== undefined);
    if (names.length > 0) await changeConfig(file, file, (config) => withNames(config, names), DONE());
  }
  if (left > 0)
    void vscode.window.showInformationMessage(
      `${PRODUCT}: ${vscode.l10n.t('{0} of the ignored findings stand for several facts or for none, and stay as they are. The view Findings lists them.', left)}`,
    );
}

const DONE = () => vscode.l10n.t('The ignored findings say what they are about.');

/** The edit that gives entries of a configuration the names of what they are about. */
function withNames(config: string, names: readonly (readonly [Accepted, string | undefined])[]) {
  let content = config;
  for (const [entry, name] of names)
    acceptedIn(config).forEach((each, i) => {
      if (isSameEntry(each, entry))
        content = applyEdits(content, modify(content, ['accepted', i, 'name'], name, { formattingOptions: FORMAT }));
    });
  return [{ offset: 0, length: config.length, content }];
}

const FORMAT = { insertSpaces: true, tabSize: 2 };

/** Checks the open documents and the files of the workspace as if nothing were ignored. */
async function findAll(checker: WindowChecker, settings: SettingsReader): Promise<readonly Found[]> {
  const open = vscode.workspace.textDocuments.filter((each) => isReadable(each) && isWritten(each));
  const uris = new Map(
    [...open.map(({ uri }) => uri), ...(await findWrittenFiles(settings))].map((u) => [String(u), u]),
  );
  const found: Found[] = [];
  for (const uri of uris.values()) {
    const document = openDocument(uri);
    const file = document ? undefined : await readFileText(uri, languageIdOf(uri));
    const notebook = file && isNotebookFile(uri) ? readNotebook(file.text) : undefined;
    const text = document?.getText() ?? (notebook?.kind === 'notebook' ? notebook.map.text : file?.text);
    if (text === undefined) continue;
    const languageId = document?.languageId ?? (notebook ? 'markdown' : file!.languageId);
    const by = settings.of({ uri, languageId });
    const options = { ...optionsOf(by), accepted: [] };
    const { findings } = check({ text, languageId, lang: by.language }, checker.termbase(), options);
    found.push({ uri, text, findings });
    // The editor has its turn after each file.
    await new Promise((resolve) => setTimeout(resolve));
  }
  return found;
}
