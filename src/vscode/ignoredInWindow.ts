import * as vscode from 'vscode';
import type { Accepted } from '../core/options';

/**
 * The findings that are ignored at their places in this window, for documents that no file of a folder applies to: an
 * untitled text, or a single file. The words around a place identify it, also after the text was saved as a file.
 */
export class IgnoredInWindow implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;

  constructor(private readonly workspaceState: vscode.Memento) {}

  get entries(): readonly Accepted[] {
    return this.workspaceState.get<readonly Accepted[]>(KEY, []);
  }

  add(entry: Accepted): Promise<void> {
    return this.set([...this.entries, entry].slice(-MOST));
  }

  remove({ rule, text, around }: Accepted): Promise<void> {
    return this.set(this.entries.filter((each) => each.rule !== rule || each.text !== text || each.around !== around));
  }

  dispose(): void {
    this.changed.dispose();
  }

  private async set(entries: readonly Accepted[]): Promise<void> {
    await this.workspaceState.update(KEY, entries);
    this.changed.fire();
  }
}

const KEY = 'ignored';

/** As many as a configuration file may record. */
const MOST = 1000;
