import * as vscode from 'vscode';
import { CONFIG_FILE, NO_CONFIG, nest, readConfig, type Config } from '../core/config/config';
import { PRODUCT } from './convert';
import { isWithin, onDidDelete } from './deletions';
import { placesIn } from './fileText';

interface Held {
  readonly file: vscode.Uri;
  readonly folder: vscode.Uri;
  readonly config: Config;
}

/** A save or a checkout comes as several events. */
const PAUSE_MS = 200;
const MOST_FILES = 500;

/**
 * The files `.migration-terms.json` of the workspace, each holding for its folder and what is below. They are read again
 * when they change; what is wrong with one is shown in it, and the rest of it holds.
 */
export class Configs implements vscode.Disposable {
  /** Outer folders before inner ones. */
  private held: readonly Held[] = [];
  private readonly lookedIn = new Set<string>();
  private asked = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly diagnostics = vscode.languages.createDiagnosticCollection('migrationTerms.config');
  private readonly subscriptions: vscode.Disposable[];

  /** Something else than before holds somewhere. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly output: vscode.LogOutputChannel) {
    const watcher = vscode.workspace.createFileSystemWatcher(`**/${CONFIG_FILE}`);
    const again = () => this.reloadSoon();
    this.subscriptions = [
      watcher, watcher.onDidCreate(again), watcher.onDidChange(again),
      onDidDelete((deleted) => this.held.some(({ file }) => isWithin(deleted, file)) && this.reloadSoon()),
      vscode.workspace.onDidChangeWorkspaceFolders(again),
      vscode.workspace.onDidOpenTextDocument(({ uri }) => void this.lookAbove(uri)),
    ];
    void this.reload();
  }

  /** What the files around say for a document. */
  of(uri: vscode.Uri): Config {
    let config = NO_CONFIG;
    for (const { folder, config: inner } of this.held) if (isWithin(folder, uri)) config = nest(config, inner);
    return config;
  }

  /** The termbases that the files name. The names in them hold for the whole window. */
  get termbases(): readonly vscode.Uri[] {
    return this.held.flatMap(({ folder, config }) => config.termbases.map((path) => (
      /^(\/|[A-Za-z]:[\\/])/.test(path) ? folder.with({ path: vscode.Uri.file(path).path }) : vscode.Uri.joinPath(folder, path)
    )));
  }

  dispose(): void {
    clearTimeout(this.timer);
    vscode.Disposable.from(...this.subscriptions, this.changed, this.diagnostics).dispose();
  }

  /** A folder that has just come may be told of by no event: the first document opened in it has its configuration looked for. */
  private async lookAbove(document: vscode.Uri): Promise<void> {
    const root = vscode.workspace.getWorkspaceFolder(document)?.uri;
    for (let folder = vscode.Uri.joinPath(document, '..'); root && isWithin(root, folder); folder = vscode.Uri.joinPath(folder, '..')) {
      if (this.lookedIn.has(folder.toString())) return;
      this.lookedIn.add(folder.toString());
      const file = vscode.Uri.joinPath(folder, CONFIG_FILE);
      if (!this.held.some((held) => held.file.toString() === file.toString()) && await exists(file)) this.reloadSoon();
      if (folder.path === root.path) return;
    }
  }

  private reloadSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.reload(), PAUSE_MS);
  }

  private async reload(): Promise<void> {
    const turn = ++this.asked;
    try {
      const uris = await vscode.workspace.findFiles(`**/${CONFIG_FILE}`, '**/node_modules/**', MOST_FILES);
      const files = await Promise.all(uris.map(async (uri) => ({ uri, text: await this.read(uri) })));
      // A later reload knows better.
      if (turn === this.asked) this.use(files);
    } catch (error) {
      this.output.error(error instanceof Error ? error : String(error), `while reading ${CONFIG_FILE}`);
    }
  }

  private async read(uri: vscode.Uri): Promise<string | undefined> {
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    } catch (error) {
      this.output.warn(`${uri.toString()} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  }

  private use(files: readonly { readonly uri: vscode.Uri; readonly text: string | undefined }[]): void {
    const before = this.held;
    const held: Held[] = [];
    this.diagnostics.clear();
    for (const { uri, text } of files) {
      if (text === undefined) continue;
      const { config, problems } = readConfig(text);
      held.push({ file: uri, folder: vscode.Uri.joinPath(uri, '..'), config });
      if (problems.length === 0) continue;
      const positionAt = placesIn(text);
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

async function exists(file: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}
