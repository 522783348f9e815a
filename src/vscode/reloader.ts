import * as vscode from 'vscode';
import { onDidDelete } from './deletions';

/** What is read from files of the workspace, and what becomes of it. */
export interface Reading<T> {
  /** For the log: “own termbases”. */
  readonly what: string;
  /** The files that are looked for; one that comes, changes or goes has all read again. */
  readonly pattern: vscode.GlobPattern;
  read(): Promise<T>;
  use(read: T): void;
  /** Whether something that was deleted, a folder perhaps, holds a file that is used. */
  isUsed(deleted: vscode.Uri): boolean;
}

/** A save, a checkout or a rename comes as several events. */
const PAUSE_MS = 200;

/** Reads at the start, and again a moment after something told that files are others than before. The last reading wins. */
export class Reloader<T> implements vscode.Disposable {
  private asked = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly subscriptions: vscode.Disposable[];

  constructor(private readonly reading: Reading<T>, private readonly output: vscode.LogOutputChannel) {
    this.subscriptions = [
      this.watch(reading.pattern),
      onDidDelete((deleted) => reading.isUsed(deleted) && this.soon()),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.soon()),
      // What was saved here is known at once, while a watcher may be late, or miss it.
      vscode.workspace.onDidSaveTextDocument((document) => vscode.languages.match({ pattern: reading.pattern }, document) > 0 && this.soon()),
    ];
    // Not at once: who makes this has no hold of it yet, and reading may ask for more to be watched.
    queueMicrotask(() => void this.reload());
  }

  /** Has all read again; bound, so that it can be handed on. */
  readonly soon = (): void => {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.reload(), PAUSE_MS);
  };

  /** Follows further files until it is disposed of. */
  watch(pattern: vscode.GlobPattern): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    return vscode.Disposable.from(watcher, watcher.onDidCreate(this.soon), watcher.onDidChange(this.soon), watcher.onDidDelete(this.soon));
  }

  dispose(): void {
    this.asked++;
    clearTimeout(this.timer);
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private async reload(): Promise<void> {
    const turn = ++this.asked;
    try {
      const read = await this.reading.read();
      // A later reading knows better.
      if (turn === this.asked) this.reading.use(read);
    } catch (error) {
      this.output.error(error instanceof Error ? error : String(error), `while reading ${this.reading.what}`);
    }
  }
}
