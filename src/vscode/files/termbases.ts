import * as vscode from 'vscode';
import { CONFIG_FILE } from '../../core/config/config';
import { readJson } from '../../core/config/json';
import { MOST_DEPTH, MOST_TERMBASE_BYTES } from '../../core/config/limits';
import { builtinFiles, builtinTermbase } from '../../core/termbase/builtin';
import { loadTermbase, type NamedFile, type Problem } from '../../core/termbase/load';
import { rangesIn } from '../../core/termbase/jsonPosition';
import type { Termbase } from '../../core/termbase/termbase';
import type { Configs } from './configs';
import { faultDiagnostic } from '../convert';
import { isWithin } from './deletions';
import { readFileBytes } from './fileBytes';
import { placesIn } from './fileText';
import { parseSettings } from '../parseSettings';
import { Reloader } from './reloader';

/** The pattern of the writer's own termbases, anywhere in the workspace. */
const OWN = '**/*.migration-terms.json';
const MOST_FILES = 50;

interface Read {
  readonly uri: vscode.Uri;
  readonly text: string;
  readonly content?: unknown;
  /** Why the file is not used. */
  readonly fault?: string;
}

/**
 * The termbase of the window: the built-in one, overlaid with those of the workspace. Own files are read again when
 * they are saved; wrong entries are reported in the file and skipped, and the others are loaded.
 */
export class Termbases implements vscode.Disposable {
  private merged: Termbase | undefined;
  private files: readonly vscode.Uri[] = [];
  private named: vscode.Disposable[] = [];
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly diagnostics = vscode.languages.createDiagnosticCollection('migrationTerms.termbases');
  private readonly reloader: Reloader<readonly Read[]>;
  private readonly subscriptions: vscode.Disposable[];

  /** Fires when names, facts or sources have changed. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly output: vscode.LogOutputChannel,
    private readonly configs: Configs,
  ) {
    this.reloader = new Reloader<readonly Read[]>(
      {
        what: 'own termbases',
        pattern: OWN,
        read: async () => Promise.all([...(await this.find()).values()].map(read)),
        use: (files) => this.use(files),
        isUsed: (deleted) => this.files.some((file) => isWithin(deleted, file)),
      },
      output,
    );
    this.subscriptions = [
      this.reloader,
      configs.onDidChange(this.reloader.soon),
      configs.onDidFindFolders(this.reloader.soon),
      vscode.workspace.onDidChangeConfiguration(
        (event) => event.affectsConfiguration('migrationTerms.termbases') && this.reloader.soon(),
      ),
    ];
  }

  /** A function rather than a value, as the termbase changes; bound, so that it can be passed as a callback. */
  readonly termbase = (): Termbase => this.merged ?? builtinTermbase();

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions, ...this.named, this.changed, this.diagnostics).dispose();
  }

  private async find(): Promise<Map<string, vscode.Uri>> {
    const uris = new Map<string, vscode.Uri>();
    for (const each of this.named) each.dispose();
    this.named = [];
    for (const uri of [...namedInSettings(), ...this.configs.termbases]) {
      uris.set(uri.toString(), uri);
      const folder = vscode.Uri.joinPath(uri, '..');
      this.named.push(
        this.reloader.watch(
          new vscode.RelativePattern(folder, uri.path.slice(uri.path.lastIndexOf('/') + 1).replace(/[*?{}[\]]/g, '?')),
        ),
      );
    }
    const found = await vscode.workspace.findFiles(OWN, '**/node_modules/**', MOST_FILES);
    // The name of a folder's configuration file has the same ending, but it is not a termbase.
    const above = (await Promise.all(this.configs.foldersOutside.map(namedTermbasesIn))).flat();
    const own = [...found, ...above].filter(({ path }) => !path.endsWith(`/${CONFIG_FILE}`));
    for (const uri of own.sort((a, b) => (a.path < b.path ? -1 : 1))) uris.set(uri.toString(), uri);
    return uris;
  }

  private use(files: readonly Read[]): void {
    const before = this.merged;
    this.files = files.map(({ uri }) => uri);
    const usable = files.filter(({ fault }) => fault === undefined);
    const own = usable.map(({ uri, content }): NamedFile => ({ file: uri.toString(), content }));
    const loaded = own.length === 0 ? undefined : loadTermbase(builtinFiles(), own);
    this.merged = loaded?.termbase;
    this.diagnostics.clear();
    for (const file of files) {
      const problems = (loaded?.problems ?? []).filter((problem) => problem.file === file.uri.toString());
      const shown = file.fault === undefined ? diagnosticsOf(file.text, problems) : [faultDiagnostic(file.fault)];
      if (shown.length > 0) this.diagnostics.set(file.uri, shown);
    }
    for (const { uri, fault } of files) if (fault !== undefined) this.output.warn(`${uri.toString()}: ${fault}`);
    if (before !== undefined || this.merged !== undefined) this.changed.fire();
  }
}

/** The files in a folder, not below it, that are termbases by their names. */
async function namedTermbasesIn(folder: vscode.Uri): Promise<readonly vscode.Uri[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries.filter(([name]) => name.endsWith(CONFIG_FILE)).map(([name]) => vscode.Uri.joinPath(folder, name));
  } catch {
    return [];
  }
}

/** Relative paths start at the workspace folder; absolute ones are on the same file system as the workspace. */
function namedInSettings(): readonly vscode.Uri[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const configuration = vscode.workspace.getConfiguration('migrationTerms');
  return parseSettings((key) => configuration.get(key)).settings.termbases.flatMap((path) => {
    const isAbsolute = /^(\/|[A-Za-z]:[\\/])/.test(path);
    if (!isAbsolute) return folders.map((folder) => vscode.Uri.joinPath(folder.uri, path));
    const file = vscode.Uri.file(path);
    return [folders[0] === undefined ? file : folders[0].uri.with({ path: file.path })];
  });
}

async function read(uri: vscode.Uri): Promise<Read> {
  const fault = (message: string): Read => ({ uri, text: '', fault: message });
  const file = await readFileBytes(uri, MOST_TERMBASE_BYTES);
  if (file.kind === 'problem') {
    switch (file.why) {
      case 'large':
        return fault(
          vscode.l10n.t(
            'This termbase is larger than {0} MB and is not used. Divide it, or leave out what is not needed.',
            MOST_TERMBASE_BYTES / 1_000_000,
          ),
        );
      case 'no file':
        return fault(
          vscode.l10n.t(
            'This is a folder, a pipe or a device, not a file, and is not read. Replace it with a file, or remove it.',
          ),
        );
      case 'unreadable':
        return fault(
          vscode.l10n.t(
            'This termbase cannot be read. Correct the path in the setting migrationTerms.termbases, or remove it there.',
          ),
        );
    }
  }
  const text = new TextDecoder().decode(file.bytes);
  const json = readJson(text);
  if (json.kind === 'value') return { uri, text, content: json.value };
  return fault(
    json.why === 'depth'
      ? vscode.l10n.t('Brackets are nested more than {0} deep in this file, so it is not used.', MOST_DEPTH)
      : vscode.l10n.t(
          'This file is not valid JSON, so it is not used. Repair it where the editor marks it, and save it.',
        ),
  );
}

/** Computes positions without opening the file as a document, which other extensions would see as opened. */
function diagnosticsOf(text: string, problems: readonly Problem[]): readonly vscode.Diagnostic[] {
  const positionAt = placesIn(text);
  const rangeOf = rangesIn(text);
  return problems.map(({ severity, place, message }) => {
    const { start, end } = rangeOf(place);
    const utterance =
      severity === 'error' ? `${message} ${vscode.l10n.t('Until then this entry is not used.')}` : message;
    return faultDiagnostic(utterance, new vscode.Range(positionAt(start), positionAt(end)), severity);
  });
}
