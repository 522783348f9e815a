import * as vscode from 'vscode';
import { CONFIG_FILE, NO_CONFIG, excluder, nest, readConfig, type Config, type FolderConfig } from '../core/config/config';
import { MOST_CONFIG_BYTES } from '../core/config/limits';
import type { Accepted } from '../core/options';
import type { RuleId } from '../core/rules';
import { PRODUCT, faultDiagnostic } from './convert';
import { isWithin } from './deletions';
import { readFileBytes } from './fileBytes';
import { placesIn } from './fileText';
import { Reloader } from './reloader';

/** What the writers of a folder accepted, and the configuration file that says so. */
export interface AcceptedIn {
  readonly file: vscode.Uri;
  readonly accepted: Accepted;
}

/** What is wrong with a configuration file, with its name and line, and where that is. */
export interface ConfigProblem {
  readonly text: string;
  readonly uri: vscode.Uri;
  readonly at: vscode.Position;
}

interface Held {
  readonly file: vscode.Uri;
  readonly folder: vscode.Uri;
  readonly config: FolderConfig;
  /** What is wrong with the file, if anything. */
  readonly problem: ConfigProblem | undefined;
  readonly leavesOut: (path: string) => boolean;
}

type Read =
  | { readonly kind: 'text'; readonly uri: vscode.Uri; readonly text: string }
  /** Nothing of the file holds; `message` is for the writer, who may repair it. */
  | { readonly kind: 'fault'; readonly uri: vscode.Uri; readonly message: string }
  | { readonly kind: 'unreadable'; readonly uri: vscode.Uri; readonly reason: string };

const MOST_FILES = 500;

/**
 * The files `.migration-terms.json` of the workspace, each holding for its folder and what is below. They are read again
 * when they change; what is wrong with one is shown in it, and the rest of it holds.
 */
export class Configs implements vscode.Disposable {
  /** Outer folders before inner ones. */
  private held: readonly Held[] = [];
  private readonly lookedIn = new Set<string>();
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly diagnostics = vscode.languages.createDiagnosticCollection('migrationTerms.config');
  private readonly reloader: Reloader<readonly Read[]>;
  private readonly opening: vscode.Disposable;

  /** Something else than before holds somewhere. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly output: vscode.LogOutputChannel) {
    this.reloader = new Reloader<readonly Read[]>({
      what: CONFIG_FILE,
      pattern: `**/${CONFIG_FILE}`,
      read: () => this.readAll(),
      use: (files) => this.use(files),
      isUsed: (deleted) => this.held.some(({ file }) => isWithin(deleted, file)),
    }, output);
    this.opening = vscode.workspace.onDidOpenTextDocument(({ uri }) => void this.lookAbove(uri));
  }

  /** What the files around say for a document. */
  of(uri: vscode.Uri): Config {
    return this.around(uri).reduce<Config>((outer, { config: inner }) => nest(outer, inner), NO_CONFIG);
  }

  /** Whether a file around leaves out a document. */
  isExcluded(uri: vscode.Uri): boolean {
    return this.around(uri).some(({ folder, leavesOut }) => leavesOut(uri.path.slice(folder.path.length)));
  }

  /** The file whose word on a rule holds for a document. */
  fileSetting(rule: RuleId, uri: vscode.Uri): vscode.Uri | undefined {
    return this.around(uri).filter(({ config }) => config.rules[rule] !== undefined).pop()?.file;
  }

  /** What is wrong with the files around a document, if anything: a line for each, and where it is. */
  problemsAround(uri: vscode.Uri): readonly ConfigProblem[] {
    return this.around(uri).flatMap(({ problem }) => problem ?? []);
  }

  /** What the files around accept, and where each is said. */
  acceptedAround(uri: vscode.Uri): readonly AcceptedIn[] {
    return this.around(uri).flatMap(({ file, config }) => config.accepted.map((accepted) => ({ file, accepted })));
  }

  /** The termbases that the files name. The names in them hold for the whole window. */
  get termbases(): readonly vscode.Uri[] {
    return this.held.flatMap(({ folder, config }) => config.termbases.map((path) => (
      /^(\/|[A-Za-z]:[\\/])/.test(path) ? folder.with({ path: vscode.Uri.file(path).path }) : vscode.Uri.joinPath(folder, path)
    )));
  }

  dispose(): void {
    vscode.Disposable.from(this.opening, this.reloader, this.changed, this.diagnostics).dispose();
  }

  private around(uri: vscode.Uri): readonly Held[] {
    return this.held.filter(({ folder }) => isWithin(folder, uri));
  }

  /** A folder that has just come may be told of by no event: the first document opened in it has its configuration looked for. */
  async lookAbove(document: vscode.Uri): Promise<void> {
    const root = vscode.workspace.getWorkspaceFolder(document)?.uri;
    // Outside the workspace an address may have no path, and nothing is above it.
    if (root === undefined) return;
    for (let folder = vscode.Uri.joinPath(document, '..'); isWithin(root, folder); folder = vscode.Uri.joinPath(folder, '..')) {
      if (this.lookedIn.has(folder.toString())) return;
      this.lookedIn.add(folder.toString());
      const file = vscode.Uri.joinPath(folder, CONFIG_FILE);
      if (!this.held.some((held) => held.file.toString() === file.toString()) && await exists(file)) this.reloader.soon();
      if (folder.path === root.path) return;
    }
  }

  private async readAll(): Promise<readonly Read[]> {
    const uris = await vscode.workspace.findFiles(`**/${CONFIG_FILE}`, '**/node_modules/**', MOST_FILES);
    return Promise.all(uris.map(read));
  }

  private use(files: readonly Read[]): void {
    const before = this.held;
    const held: Held[] = [];
    this.diagnostics.clear();
    for (const file of files) {
      const { uri } = file;
      if (file.kind !== 'text') this.output.warn(`${uri.toString()}: ${file.kind === 'fault' ? file.message : file.reason}`);
      if (file.kind === 'fault') this.diagnostics.set(uri, [faultDiagnostic(file.message)]);
      if (file.kind !== 'text') continue;
      const { text } = file;
      const { config, problems } = readConfig(text);
      const positionAt = placesIn(text);
      const [first] = problems;
      const at = positionAt(first?.start ?? 0);
      const problem = first && { text: vscode.l10n.t('{0}, line {1}: {2}', vscode.workspace.asRelativePath(uri), at.line + 1, first.message), uri, at };
      held.push({ file: uri, folder: vscode.Uri.joinPath(uri, '..'), config, problem, leavesOut: excluder(config) });
      if (problems.length === 0) continue;
      this.diagnostics.set(uri, problems.map(({ start, end, message }) => {
        const range = new vscode.Range(positionAt(start), positionAt(end));
        const diagnostic = new vscode.Diagnostic(range, message.charAt(0).toUpperCase() + message.slice(1), vscode.DiagnosticSeverity.Error);
        diagnostic.source = PRODUCT;
        return diagnostic;
      }));
    }
    this.held = held.sort((a, b) => a.folder.path.length - b.folder.path.length);
    if (before.length > 0 || held.length > 0) this.changed.fire();
  }
}

async function read(uri: vscode.Uri): Promise<Read> {
  const file = await readFileBytes(uri, MOST_CONFIG_BYTES);
  if (file.kind === 'read') return { kind: 'text', uri, text: new TextDecoder().decode(file.bytes) };
  switch (file.why) {
    case 'large':
      return { kind: 'fault', uri, message: vscode.l10n.t('This configuration is larger than {0} MB and is not used. Leave out what is not needed.', MOST_CONFIG_BYTES / 1_000_000) };
    case 'no file':
      return { kind: 'fault', uri, message: vscode.l10n.t('This is no file but a folder, a pipe or a device, and is not read. Put a file in its place, or remove it.') };
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
