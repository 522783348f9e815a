import * as vscode from 'vscode';
import { check } from '../core/check';
import type { Checked, Edit, Finding } from '../core/findings/finding';
import { findMentions } from '../core/mentions/findMentions';
import { DEFAULT_OPTIONS } from '../core/options';
import { settledEdits } from '../core/parts/settledFixes';
import { builtinFiles } from '../core/termbase/builtin';
import type { Termbase } from '../core/termbase/termbase';
import { isReadable, isWritten } from './languages';
import { OpenDocument } from './openDocument';
import type { SettingsReader } from './settings';

/** Why a document is not checked; `failed` means that the check itself broke, and the output channel says how. */
export type Unchecked = 'switched-off' | 'excluded' | 'language' | 'not-written' | 'failed';

export interface Result {
  readonly document: vscode.TextDocument;
  readonly checked: Checked;
  /** False while only what is in sight of a long document is checked. */
  readonly isComplete: boolean;
}

interface Held {
  open?: OpenDocument;
  /** Of the last check that came to its end, for the version of the text that it saw. */
  result?: Result;
  version: number;
  timer?: ReturnType<typeof setTimeout>;
  /** The version whose findings in sight are shown while the rest is still being checked. */
  shown?: number;
  failed?: boolean;
}

/** How much of a document is checked, from 0 to 1. */
export interface Progress {
  readonly document: vscode.TextDocument;
  /** `stopped` where the check rests, since the text has changed, until the document is saved. */
  readonly share: number | 'stopped';
}

/** From so many lines on, a document is too long to be checked while somebody waits. */
const LONG = 500;

/** A frame has 16 ms; so much of it may be spent on checking, before others get their turn. */
const SLICE_MS = 4;

const ALL = { start: 0, end: Infinity };

/** Code takes ten times as long when it runs first, so it does on these, which go from what all documents need to what some do. */
const SAMPLES = [
  'The IOM.', 'The Global Compact for Migration has 23 objectives.', 'The migrant is sent to ICEM.', 'In 1995 ICEM paid.', '# In 1995\n\nICEM pays.\n\n- In 1965 ICEM paid.',
  'IOM, founded in 1951 in Brussels, has 174 member states.', 'The International Office of Migration said: “ICEM pays.”',
];

/** How long typing must pause before the text is read again. */
const PAUSE_MS = 250;

/**
 * Decides when a document is checked, and holds what came out. Everything that shows findings asks here; nobody else
 * checks. A long document is checked a little at a time, what is in sight first; after an edit only what it changes is
 * checked again. A result is published only for the very text that it was made from.
 */
export class Checker implements vscode.Disposable {
  private readonly held = new Map<string, Held>();
  /** What is to be done before the first check, each in a slice of its own, so that it and the first look at a document do not add up. */
  private readonly preparing: (() => unknown)[];
  private readonly checkedEmitter = new vscode.EventEmitter<Result>();
  private readonly progressEmitter = new vscode.EventEmitter<Progress>();
  private readonly forgottenEmitter = new vscode.EventEmitter<vscode.Uri>();
  private readonly subscriptions: vscode.Disposable[];

  /** A document was checked, or checked again, or what is in sight of it was: its findings are to be shown anew. */
  readonly onDidCheck = this.checkedEmitter.event;
  /** A long document is being checked; it is told of after each slice of the work, and when the work rests. */
  readonly onDidProgress = this.progressEmitter.event;
  /** A document is closed, became another language, or is no longer to be checked: its findings are to go. */
  readonly onDidForget = this.forgottenEmitter.event;

  constructor(
    private readonly settings: SettingsReader,
    /** Asked for at the first check, so that a window without documents costs nothing. */
    readonly termbase: () => Termbase,
    private readonly output: vscode.LogOutputChannel,
  ) {
    const samples = SAMPLES.map((text) => () => check({ text, languageId: 'markdown', lang: 'en' }, termbase(), DEFAULT_OPTIONS));
    this.preparing = [builtinFiles, termbase, () => findMentions('', termbase(), undefined, () => true), ...samples];
    // A change of language closes and opens the document, and so does a new name.
    this.subscriptions = [
      vscode.workspace.onDidOpenTextDocument((document) => this.schedule(document, 0)),
      vscode.workspace.onDidCloseTextDocument((document) => this.forget(document.uri)),
      vscode.workspace.onDidChangeTextDocument((event) => this.changed(event)),
      vscode.workspace.onDidSaveTextDocument((document) => this.schedule(document, 0)),
      vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('migrationTerms') && this.checkAll()),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.checkAll()),
    ];
    this.checkAll();
  }

  /** What the text holds as it stands now; `undefined` where it is not to be checked. Does what work is left. */
  resultOf(document: vscode.TextDocument): Checked | undefined {
    if (this.whyUnchecked(document) !== undefined) return undefined;
    const known = this.knownOf(document);
    if (known) return known;
    // A document that is closed by now is checked, but not held: nobody would let go of it.
    const held = document.isClosed ? { version: -1 } : this.hold(document.uri);
    this.check(document, held, () => false);
    return held.result?.checked;
  }

  /**
   * As {@link resultOf}, but for what must not keep the writer waiting: of a long document only what is known after a
   * moment's work, which is first that in sight.
   */
  resultSoFar(document: vscode.TextDocument): Checked | undefined {
    const held = this.held.get(document.uri.toString());
    if (document.lineCount < LONG || document.isClosed || this.whyUnchecked(document) !== undefined) return this.resultOf(document);
    if (held?.open?.document !== document) return undefined;
    const known = this.knownOf(document);
    if (known) return known;
    const start = performance.now();
    return this.check(document, held, () => performance.now() - start > SLICE_MS) ? held.result?.checked : this.soFar(document, held);
  }

  /** What is known of a document already; never checks. */
  knownOf(document: vscode.TextDocument): Checked | undefined {
    const held = this.held.get(document.uri.toString());
    return held?.result?.document === document && held.version === document.version ? held.result.checked : undefined;
  }

  /** Checks now and shows the result, whatever the settings say of when. */
  checkNow(document: vscode.TextDocument): Checked | undefined {
    const checked = this.resultOf(document);
    if (checked === undefined) this.forget(document.uri, 'shown');
    else this.publish(document, checked);
    return checked;
  }

  /** The edits that fix all of the document's findings that can be fixed without asking; `findings` are those of the present text. */
  settledEdits(document: vscode.TextDocument, findings: readonly Finding[]): readonly Edit[] {
    const { language, rules, accepted } = this.settings.of(document);
    return settledEdits({ text: document.getText(), languageId: document.languageId, lang: language }, findings, this.termbase(), { rules, accepted });
  }

  whyUnchecked(document: vscode.TextDocument): Unchecked | undefined {
    if (!isReadable(document)) return 'language';
    if (!isWritten(document)) return 'not-written';
    const { enable, exclude } = this.settings.of(document);
    if (!enable) return 'switched-off';
    if (this.settings.isExcluded(document, exclude)) return 'excluded';
    const held = this.held.get(document.uri.toString());
    return held?.failed === true && held.version === document.version ? 'failed' : undefined;
  }

  dispose(): void {
    for (const { timer } of this.held.values()) clearTimeout(timer);
    this.held.clear();
    vscode.Disposable.from(...this.subscriptions, this.checkedEmitter, this.progressEmitter, this.forgottenEmitter).dispose();
  }

  /** Forgets what is held and checks every open document anew, as when names or settings are others than before. */
  checkAll(): void {
    for (const [key, held] of this.held) {
      clearTimeout(held.timer);
      this.held.delete(key);
    }
    for (const document of vscode.workspace.textDocuments) this.schedule(document, 0);
  }

  private changed(event: vscode.TextDocumentChangeEvent): void {
    const { document, contentChanges } = event;
    // An event without changes tells of the dirty flag only.
    if (contentChanges.length === 0 || !isReadable(document)) return;
    this.held.get(document.uri.toString())?.open?.changed(event);
    if (this.settings.of(document).checkOn === 'type') this.schedule(document, PAUSE_MS);
    else this.stop(document);
  }

  /** Lets a check that is under way rest, as the text that it began with is no more. */
  private stop(document: vscode.TextDocument): void {
    const held = this.held.get(document.uri.toString());
    if (held?.timer === undefined) return;
    clearTimeout(held.timer);
    held.timer = undefined;
    this.progressEmitter.fire({ document, share: 'stopped' });
  }

  private schedule(document: vscode.TextDocument, pause: number): void {
    if (!isReadable(document) || !isWritten(document)) return;
    const held = this.hold(document.uri);
    clearTimeout(held.timer);
    held.timer = setTimeout(() => {
      held.timer = undefined;
      if (!document.isClosed) this.goOn(document, held);
    }, pause);
  }

  /** One slice of the work on a document; what is left of it comes after what others have to do. */
  private goOn(document: vscode.TextDocument, held: Held): void {
    if (this.whyUnchecked(document) !== undefined) {
      this.forget(document.uri, 'shown');
      return;
    }
    const prepare = this.preparing.shift();
    if (prepare) {
      prepare();
      this.schedule(document, 0);
      return;
    }
    const start = performance.now();
    if (this.check(document, held, () => performance.now() - start > SLICE_MS)) {
      if (held.result) this.publish(document, held.result.checked);
      else this.forget(document.uri, 'shown');
      return;
    }
    const { visible, check } = held.open!;
    // Once all is judged, to tell what is in sight by itself would take as long as to tell the rest as well.
    if (visible && held.shown !== document.version && check.isJudged(visible) && !check.isJudged(ALL)) {
      held.shown = document.version;
      const checked = this.soFar(document, held);
      if (checked) this.checkedEmitter.fire({ document, checked, isComplete: false });
    }
    this.progressEmitter.fire({ document, share: check.progress });
    this.schedule(document, 0);
  }

  private soFar(document: vscode.TextDocument, held: Held): Checked | undefined {
    try {
      return held.open?.check.checkedSoFar;
    } catch (error) {
      this.broke(document, held, error);
      return undefined;
    }
  }

  /** Works until the check is done, or broken, or time is up; returns whether it came to its end. */
  private check(document: vscode.TextDocument, held: Held, isTimeUp: () => boolean): boolean {
    held.version = document.version;
    held.failed = false;
    try {
      const { check, visible } = this.open(document, held);
      if (!check.work(isTimeUp, visible)) {
        held.result = undefined;
        return false;
      }
      held.result = { document, checked: check.checked, isComplete: true };
    } catch (error) {
      this.broke(document, held, error);
    }
    return true;
  }

  private broke(document: vscode.TextDocument, held: Held, error: unknown): void {
    held.result = undefined;
    held.open = undefined;
    held.failed = true;
    this.output.error(error instanceof Error ? error : String(error), `while checking ${document.uri.toString()}`);
  }

  private open(document: vscode.TextDocument, held: Held): OpenDocument {
    if (held.open?.document !== document) {
      const { language, rules, accepted } = this.settings.of(document);
      held.open = new OpenDocument(document, language, { rules, accepted }, this.termbase());
    }
    return held.open;
  }

  private publish(document: vscode.TextDocument, checked: Checked): void {
    const held = this.held.get(document.uri.toString());
    if (held === undefined || held.version !== document.version) return;
    clearTimeout(held.timer);
    held.timer = undefined;
    this.checkedEmitter.fire({ document, checked, isComplete: true });
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
