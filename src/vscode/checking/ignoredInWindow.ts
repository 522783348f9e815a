import * as vscode from 'vscode';
import { isSameEntry } from '../../core/findings/accepted';
import type { Accepted } from '../../core/options';

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

  remove(entry: Accepted): Promise<void> {
    return this.set(this.entries.filter((each) => !isSameEntry(each, entry)));
  }

  /** Binds entries to what they are about. */
  renew(boundTo: (entry: Accepted) => string | undefined): Promise<void> {
    return this.set(this.entries.map((each) => ({ ...each, name: each.name ?? boundTo(each) })));
  }

  /** Whether the writer was asked to renew entries, here or in files of folders. */
  get isRenewalOffered(): boolean {
    return this.workspaceState.get(OFFERED, false);
  }

  set isRenewalOffered(is: boolean) {
    void this.workspaceState.update(OFFERED, is);
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
const OFFERED = 'renewalOffered';

/** As many as a configuration file may record. */
const MOST = 1000;
