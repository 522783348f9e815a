import * as vscode from 'vscode';
import { check } from '../core/check';
import type { Checked } from '../core/findings/finding';
import type { Termbase } from '../core/termbase/termbase';
import { isExcluded, isReadable, isWritten } from './languages';
import type { SettingsReader } from './settings';

/** Why a document is not checked; `failed` means that the check itself broke, and the output channel says how. */
export type Unchecked = 'switched-off' | 'excluded' | 'language' | 'not-written' | 'failed';

export interface Result {
  readonly document: vscode.TextDocument;
  readonly checked: Checked;
}

interface Held {
  /** Of the last check, for the version of the text that it saw. */
  result?: Result;
  version: number;
  timer?: ReturnType<typeof setTimeout>;
  failed?: boolean;
}

/** How long typing must pause before the text is read again. */
const PAUSE_MS = 250;

/**
 * Decides when a document is checked, and holds what came out. Everything that shows findings asks here; nobody else
 * checks. A result is published only for the very text that it was made from.
 */
export class Checker implements vscode.Disposable {
  private readonly held = new Map<string, Held>();
  private readonly checkedEmitter = new vscode.EventEmitter<Result>();
  private readonly forgottenEmitter = new vscode.EventEmitter<vscode.Uri>();
  private readonly subscriptions: vscode.Disposable[];

  /** A document was checked, or checked again: its findings are to be shown anew. */
  readonly onDidCheck = this.checkedEmitter.event;
  /** A document is closed, became another language, or is no longer to be checked: its findings are to go. */
  readonly onDidForget = this.forgottenEmitter.event;

  constructor(
    private readonly settings: SettingsReader,
    /** Asked for at the first check, so that a window without documents costs nothing. */
    readonly termbase: () => Termbase,
    private readonly output: vscode.LogOutputChannel,
  ) {
    // A change of language closes and opens the document, and so does a new name.
    this.subscriptions = [
      vscode.workspace.onDidOpenTextDocument((document) => this.schedule(document, 0)),
      vscode.workspace.onDidCloseTextDocument((document) => this.forget(document.uri)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => this.changed(document, contentChanges.length)),
      vscode.workspace.onDidSaveTextDocument((document) => this.schedule(document, 0)),
      vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('migrationTerms') && this.checkAll()),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.checkAll()),
    ];
    this.checkAll();
  }

  /** What the text holds as it stands now; `undefined` where it is not to be checked. Checks only if nothing is held. */
  resultOf(document: vscode.TextDocument): Checked | undefined {
    if (this.whyUnchecked(document) !== undefined) return undefined;
    const held = this.hold(document.uri);
    if (held.result?.document !== document || held.version !== document.version) this.check(document, held);
    return held.result?.checked;
  }

  /** Checks now and shows the result, whatever the settings say of when. */
  checkNow(document: vscode.TextDocument): Checked | undefined {
    const checked = this.resultOf(document);
    if (checked === undefined) this.forget(document.uri, 'shown');
    else this.publish(document, checked);
    return checked;
  }

  whyUnchecked(document: vscode.TextDocument): Unchecked | undefined {
    if (!isReadable(document)) return 'language';
    if (!isWritten(document)) return 'not-written';
    const { enable, exclude } = this.settings.of(document);
    if (!enable) return 'switched-off';
    if (isExcluded(document, exclude)) return 'excluded';
    const held = this.held.get(document.uri.toString());
    return held?.failed === true && held.version === document.version ? 'failed' : undefined;
  }

  dispose(): void {
    for (const { timer } of this.held.values()) clearTimeout(timer);
    this.held.clear();
    vscode.Disposable.from(...this.subscriptions, this.checkedEmitter, this.forgottenEmitter).dispose();
  }

  /** Forgets what is held and checks every open document anew, as when names or settings are others than before. */
  checkAll(): void {
    for (const [key, held] of this.held) {
      clearTimeout(held.timer);
      this.held.delete(key);
    }
    for (const document of vscode.workspace.textDocuments) this.schedule(document, 0);
  }

  private changed(document: vscode.TextDocument, changes: number): void {
    // An event without changes tells of the dirty flag only.
    if (changes > 0 && isReadable(document) && this.settings.of(document).checkOn === 'type') this.schedule(document, PAUSE_MS);
  }

  private schedule(document: vscode.TextDocument, pause: number): void {
    if (!isReadable(document) || !isWritten(document)) return;
    const held = this.hold(document.uri);
    clearTimeout(held.timer);
    held.timer = setTimeout(() => {
      held.timer = undefined;
      if (!document.isClosed) this.checkNow(document);
    }, pause);
  }

  private check(document: vscode.TextDocument, held: Held): void {
    const { language, rules } = this.settings.of(document);
    held.version = document.version;
    held.failed = false;
    try {
      const text = { text: document.getText(), languageId: document.languageId, lang: language };
      held.result = { document, checked: check(text, this.termbase(), { rules }) };
    } catch (error) {
      held.result = undefined;
      held.failed = true;
      this.output.error(error instanceof Error ? error : String(error), `while checking ${document.uri.toString()}`);
    }
  }

  private publish(document: vscode.TextDocument, checked: Checked): void {
    const held = this.held.get(document.uri.toString());
    if (held === undefined || held.version !== document.version) return;
    clearTimeout(held.timer);
    held.timer = undefined;
    this.checkedEmitter.fire({ document, checked });
  }

  /** `shown` keeps what is known of the document, such as that its check failed. */
  private forget(uri: vscode.Uri, what: 'all' | 'shown' = 'all'): void {
    if (what === 'all') {
      clearTimeout(this.held.get(uri.toString())?.timer);
      this.held.delete(uri.toString());
    }
    this.forgottenEmitter.fire(uri);
  }

  private hold(uri: vscode.Uri): Held {
    const key = uri.toString();
    const known = this.held.get(key);
    if (known !== undefined) return known;
    const held: Held = { version: -1 };
    this.held.set(key, held);
    return held;
  }
}
