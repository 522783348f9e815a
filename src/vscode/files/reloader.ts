import * as vscode from 'vscode';
import { onDidDelete } from './deletions';

/** What to read from files of the workspace, and how. */
export interface Reading<T> {
  /** The name for the log, such as “own termbases”. */
  readonly what: string;
  /** The files to watch; when one is created, changed or deleted, all are read again. */
  readonly pattern: vscode.GlobPattern;
  read(): Promise<T>;
  use(read: T): void;
  /** Whether a deleted file or folder is or contains a file that is used. */
  isUsed(deleted: vscode.Uri): boolean;
}

/** A save, a checkout or a rename causes several events. */
const PAUSE_MS = 200;

/** Reads at the start, and again shortly after an event reports changed files. The last reading wins. */
export class Reloader<T> implements vscode.Disposable {
  private asked = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly reading: Reading<T>,
    private readonly output: vscode.LogOutputChannel,
  ) {
    this.subscriptions = [
      this.watch(reading.pattern),
      onDidDelete((deleted) => reading.isUsed(deleted) && this.soon()),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.soon()),
      // A save in this window is known at once, while a watcher may be late or miss it.
      vscode.workspace.onDidSaveTextDocument(
        (document) => vscode.languages.match({ pattern: reading.pattern }, document) > 0 && this.soon(),
      ),
    ];
    // Deferred: the creator has no reference to this object yet, and reading may add files to watch.
    queueMicrotask(() => void this.reload());
  }

  /** Reads everything again; bound, so that it can be passed as a callback. */
  readonly soon = (): void => {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.reload(), PAUSE_MS);
  };

  /** Watches further files until disposed. */
  watch(pattern: vscode.GlobPattern): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    return vscode.Disposable.from(
      watcher,
      watcher.onDidCreate(this.soon),
      watcher.onDidChange(this.soon),
      watcher.onDidDelete(this.soon),
    );
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
      // A later reading supersedes this one.
      if (turn === this.asked) this.reading.use(read);
    } catch (error) {
      this.output.error(error instanceof Error ? error : String(error), `while reading ${this.reading.what}`);
    }
  }
}
