import * as vscode from 'vscode';
import {
  CONFIG_FILE,
  NO_CONFIG,
  UNREAD_CONFIG,
  excluder,
  nest,
  type Config,
  type FolderConfig,
  type ReviewConsent,
} from '../../core/config/config';
import { readConfig } from '../../core/config/readConfig';
import { MOST_CONFIG_BYTES } from '../../core/config/limits';
import type { Accepted } from '../../core/options';
import type { RuleId } from '../../core/rules';
import { faultDiagnostic } from '../convert';
import { isWithin } from './deletions';
import { readFileBytes } from './fileBytes';
import { placesIn } from './fileText';
import { foldersAbove, realUri } from './realUri';
import { Reloader } from './reloader';

/** An ignored finding, and the configuration file that records it; `undefined` if only this window does. */
export interface AcceptedIn {
  readonly file: vscode.Uri | undefined;
  readonly accepted: Accepted;
}

/** A problem in a configuration file: a message with the file's name and line, and the place. */
export interface ConfigProblem {
  readonly text: string;
  readonly uri: vscode.Uri;
  readonly at: vscode.Position;
}

interface Held {
  readonly file: vscode.Uri;
  readonly folder: vscode.Uri;
  readonly config: FolderConfig;
  /** The first problem in the file, if any. */
  readonly problem: ConfigProblem | undefined;
  readonly leavesOut: (path: string) => boolean;
}

type Read =
  | { readonly kind: 'text'; readonly uri: vscode.Uri; readonly text: string }
  /** The whole file is ignored; `message` tells the writer how to repair it. */
  | { readonly kind: 'fault'; readonly uri: vscode.Uri; readonly message: string }
  | { readonly kind: 'unreadable'; readonly uri: vscode.Uri; readonly reason: string };

const MOST_FILES = 500;

/**
 * The files `.migration-terms.json` of the workspace. Each applies to its folder and all folders below. They are read
 * again when they change; problems are shown in the file, and the rest of the file applies.
 */
export class Configs implements vscode.Disposable {
  /** Outer folders precede inner ones. */
  private held: readonly Held[] = [];
  /** The folders above documents and above the workspace. */
  private readonly lookedIn = new Map<string, vscode.Uri>();
  /** Where the links among the documents lead. */
  private readonly reals = new Map<string, vscode.Uri>();
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly found = new vscode.EventEmitter<void>();
  private readonly diagnostics = vscode.languages.createDiagnosticCollection('migrationTerms.config');
  private readonly reloader: Reloader<readonly Read[]>;
  private readonly opening: vscode.Disposable;

  /** Fires when the configuration of any folder has changed. */
  readonly onDidChange = this.changed.event;

  /** Fires when there are more {@link foldersOutside}. */
  readonly onDidFindFolders = this.found.event;

  constructor(private readonly output: vscode.LogOutputChannel) {
    this.reloader = new Reloader<readonly Read[]>(
      {
        what: CONFIG_FILE,
        pattern: `**/${CONFIG_FILE}`,
        read: () => this.readAll(),
        use: (files) => this.use(files),
        isUsed: (deleted) => this.held.some(({ file }) => isWithin(deleted, file)),
      },
      output,
    );
    this.opening = vscode.workspace.onDidOpenTextDocument(({ uri }) => void this.lookAbove(uri));
  }

  /** The configuration that applies to a document, merged from the files in its folder and above. */
  of(uri: vscode.Uri): Config {
    return this.around(uri).reduce<Config>((outer, { config: inner }) => nest(outer, inner), NO_CONFIG);
  }

  /** Whether a configuration file excludes a document, or the one to which it leads. */
  isExcluded(uri: vscode.Uri): boolean {
    return [uri, ...this.realsOf(uri)].some(({ path }) =>
      this.around(uri).some(
        ({ folder, leavesOut }) => path.startsWith(`${folder.path}/`) && leavesOut(path.slice(folder.path.length)),
      ),
    );
  }

  /** Whether a document may be sent to a language model, by the files in all folders above it at this moment. */
  async reviewConsent(uri: vscode.Uri): Promise<ReviewConsent> {
    await this.lookAbove(uri);
    const files = [uri, ...this.realsOf(uri)].flatMap(foldersAbove).map(configFileIn);
    const configs = await Promise.all(
      files.map(async (file) => {
        const content = (await exists(file)) ? await read(file) : undefined;
        return content === undefined
          ? NO_CONFIG
          : content.kind === 'text'
            ? readConfig(content.text).config
            : UNREAD_CONFIG;
      }),
    );
    return configs.reduce<Config>(nest, this.of(uri)).review;
  }

  /** The folders outside the workspace that contain it or a document. */
  get foldersOutside(): readonly vscode.Uri[] {
    return [...this.lookedIn.values()].filter((folder) => vscode.workspace.getWorkspaceFolder(folder) === undefined);
  }

  /** The file that sets a rule for a document. */
  fileSetting(rule: RuleId, uri: vscode.Uri): vscode.Uri | undefined {
    return this.around(uri)
      .filter(({ config }) => config.rules[rule] !== undefined)
      .pop()?.file;
  }

  /** The problems in the configuration files that apply to a document: one line for each, with its place. */
  problemsAround(uri: vscode.Uri): readonly ConfigProblem[] {
    return this.around(uri).flatMap(({ problem }) => problem ?? []);
  }

  /** The findings that the configuration files of a document accept, each with its file. */
  acceptedAround(uri: vscode.Uri): readonly AcceptedIn[] {
    return this.around(uri).flatMap(({ file, config }) => config.accepted.map((accepted) => ({ file, accepted })));
  }

  /** The files with findings that are ignored whatever they are about, and these findings. */
  get unbound(): readonly { readonly file: vscode.Uri; readonly entries: readonly Accepted[] }[] {
    return this.held
      .map(({ file, config }) => ({ file, entries: config.accepted.filter(({ name }) => name === undefined) }))
      .filter(({ entries }) => entries.length > 0);
  }

  /** The termbases that the files name. Their names apply to the whole window. */
  get termbases(): readonly vscode.Uri[] {
    return this.held.flatMap(({ folder, config }) =>
      config.termbases.map((path) =>
        /^(\/|[A-Za-z]:[\\/])/.test(path)
          ? folder.with({ path: vscode.Uri.file(path).path })
          : vscode.Uri.joinPath(folder, path),
      ),
    );
  }

  dispose(): void {
    vscode.Disposable.from(this.opening, this.reloader, this.changed, this.found, this.diagnostics).dispose();
  }

  /** The files in the folders above a document, then those above the one to which it leads. */
  private around(uri: vscode.Uri): readonly Held[] {
    const above = (place: vscode.Uri) => this.held.filter(({ folder }) => isWithin(folder, place));
    return [...new Set([uri, ...this.realsOf(uri)].reverse().flatMap((place) => above(place).toReversed()))].reverse();
  }

  private realsOf(uri: vscode.Uri): readonly vscode.Uri[] {
    const real = this.reals.get(uri.toString());
    return real ? [real] : [];
  }

  /**
   * Looks for the configuration of a document, also outside the workspace. No event may report a new folder, so its
   * first opened document triggers this.
   */
  async lookAbove(document: vscode.Uri): Promise<void> {
    if (document.scheme !== 'file' && vscode.workspace.getWorkspaceFolder(document) === undefined) return;
    const real = await realUri(document);
    if (real) this.reals.set(document.toString(), real);
    const folders = [document, ...(real ? [real] : [])].flatMap((place) => this.newAbove(place));
    const files = folders.map(configFileIn).filter((file) => !this.held.some((held) => isSame(held.file, file)));
    if ((await Promise.all(files.map(exists))).includes(true)) this.reloader.soon();
    else if (real && this.held.some(({ folder }) => isWithin(folder, real))) this.changed.fire();
  }

  /** The folders above a place in which nobody looked yet. */
  private newAbove(place: vscode.Uri): readonly vscode.Uri[] {
    const folders = foldersAbove(place).filter((folder) => !this.lookedIn.has(folder.toString()));
    for (const folder of folders) this.lookedIn.set(folder.toString(), folder);
    if (folders.some((folder) => vscode.workspace.getWorkspaceFolder(folder) === undefined)) this.found.fire();
    return folders;
  }

  private async readAll(): Promise<readonly Read[]> {
    for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
      const real = await realUri(uri);
      for (const place of [uri, ...(real ? [real] : [])]) this.newAbove(place);
    }
    const uris = await vscode.workspace.findFiles(`**/${CONFIG_FILE}`, '**/node_modules/**', MOST_FILES);
    const looked = [...this.lookedIn.values()].map(configFileIn);
    const others = looked.filter((file) => !uris.some((uri) => isSame(uri, file)));
    const areThere = await Promise.all(others.map(exists));
    return Promise.all([...uris, ...others.filter((_, i) => areThere[i])].map(read));
  }

  private use(files: readonly Read[]): void {
    const before = this.held;
    const held: Held[] = [];
    this.diagnostics.clear();
    for (const file of files) {
      const { uri } = file;
      if (file.kind !== 'text')
        this.output.warn(`${uri.toString()}: ${file.kind === 'fault' ? file.message : file.reason}`);
      if (file.kind === 'fault') this.diagnostics.set(uri, [faultDiagnostic(file.message)]);
      const folder = vscode.Uri.joinPath(uri, '..');
      if (file.kind !== 'text') {
        held.push({ file: uri, folder, config: UNREAD_CONFIG, problem: undefined, leavesOut: () => false });
        continue;
      }
      const { text } = file;
      const { config, problems } = readConfig(text);
      const positionAt = placesIn(text);
      const [first] = problems;
      const at = positionAt(first?.start ?? 0);
      const problem = first && {
        text: vscode.l10n.t('{0}, line {1}: {2}', vscode.workspace.asRelativePath(uri), at.line + 1, first.message),
        uri,
        at,
      };
      held.push({ file: uri, folder, config, problem, leavesOut: excluder(config) });
      if (problems.length === 0) continue;
      this.diagnostics.set(
        uri,
        problems.map(({ start, end, message }) => {
          const range = new vscode.Range(positionAt(start), positionAt(end));
          return faultDiagnostic(message.charAt(0).toUpperCase() + message.slice(1), range);
        }),
      );
    }
    this.held = held.sort((a, b) => a.folder.path.length - b.folder.path.length);
    if (before.length > 0 || held.length > 0) this.changed.fire();
  }
}

function configFileIn(folder: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(folder, CONFIG_FILE);
}

function isSame(a: vscode.Uri, b: vscode.Uri): boolean {
  return a.toString() === b.toString();
}

async function read(uri: vscode.Uri): Promise<Read> {
  const file = await readFileBytes(uri, MOST_CONFIG_BYTES);
  if (file.kind === 'read') return { kind: 'text', uri, text: new TextDecoder().decode(file.bytes) };
  switch (file.why) {
    case 'large':
      return {
        kind: 'fault',
        uri,
        message: vscode.l10n.t(
          'This configuration is larger than {0} MB and is not used. Leave out what is not needed.',
          MOST_CONFIG_BYTES / 1_000_000,
        ),
      };
    case 'no file':
      return {
        kind: 'fault',
        uri,
        message: vscode.l10n.t(
          'This is a folder, a pipe or a device, not a file, and is not read. Replace it with a file, or remove it.',
        ),
      };
    case 'unreadable':
      return { kind: 'unreadable', uri, reason: file.reason };
  }
}

export async function exists(file: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}
