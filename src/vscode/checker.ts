import * as vscode from 'vscode';
import { check } from '../core/check';
import type { Checked, Edit, Finding, JudgedAs } from '../core/finding';
import { heldBackOf, type HeldBack } from '../core/describe/textTime';
import type { Wording } from '../core/describe/wording';
import { findMentions } from '../core/mentions/findMentions';
import { DEFAULT_OPTIONS } from '../core/options';
import { settledEdits } from '../core/parts/settledFixes';
import { builtinFiles } from '../core/termbase/builtin';
import type { RulesResult } from '../core/review/review';
import type { Termbase } from '../core/termbase/termbase';
import { isReadable, isWritten } from './languages';
import { OpenDocument } from './openDocument';
import type { KnownDates } from './textDates';
import { optionsOf, type SettingsReader } from './settings';

/** Why a document is not checked; `failed` means that the check threw an error, which is in the output channel. */
export type Unchecked = 'switched-off' | 'excluded' | 'language' | 'not-written' | 'failed';

export interface Result {
  readonly document: vscode.TextDocument;
  readonly checked: Checked;
  /** False while only the visible part of a long document is checked. */
  readonly isComplete: boolean;
}

interface Held {
  open?: OpenDocument;
  /** The result of the last completed check, for the version of the text that it read. */
  result?: Result;
  version: number;
  timer?: ReturnType<typeof setTimeout>;
  /** The version whose visible findings are shown while the rest is still being checked. */
  shown?: number;
  failed?: boolean;
}

/** What is reported in addition to what the rules found. */
export interface Remarks {
  readonly onDidChange: vscode.Event<vscode.TextDocument>;
  addTo(document: vscode.TextDocument, checked: Checked): Checked;
}

/** How much of a document is checked, from 0 to 1. */
export interface Progress {
  readonly document: vscode.TextDocument;
  /** `stopped` if the text has changed and the check is suspended until the document is saved. */
  readonly share: number | 'stopped';
}

/** The number of lines from which a document is too long to be checked while somebody waits. */
const LONG = 500;

/** The part of a frame of 16 ms that may be spent on checking before other work gets its turn. */
const SLICE_MS = 4;

const ALL = { start: 0, end: Infinity };

/** Code is ten times slower on its first run, so these warm it up, from what all documents need to what some need. */
const SAMPLES = [
  'The IOM.',
  'The Global Compact for Migration has 23 objectives.',
  'The migrant is sent to ICEM.',
  'In 1995 ICEM paid.',
  '# In 1995\n\nICEM pays.\n\n- In 1965 ICEM paid.',
  'IOM, founded in 1951 in Brussels, has 174 member states.',
  'The International Office of Migration said: “ICEM pays.”',
];

/** The pause in typing after which the text is read again. */
const PAUSE_MS = 250;

/**
 * Decides when a document is checked, and holds the results. Everything that shows findings asks this class; nothing
 * else checks. A long document is checked in slices, the visible part first; after an edit only what the edit affects
 * is checked again. A result is published only for the version of the text that it was computed from.
 */
export class Checker implements vscode.Disposable {
  private readonly held = new Map<string, Held>();
  /** Work to do before the first check, each item in a slice of its own, so that the first check is short. */
  private readonly preparing: (() => unknown)[];
  private readonly checkedEmitter = new vscode.EventEmitter<Result>();
  private readonly progressEmitter = new vscode.EventEmitter<Progress>();
  private readonly forgottenEmitter = new vscode.EventEmitter<vscode.Uri>();
  private readonly subscriptions: vscode.Disposable[];

  /** Fires when a document or its visible part was checked: its findings must be shown again. */
  readonly onDidCheck = this.checkedEmitter.event;
  /** Fires while a long document is being checked, after each slice of work and when the work is suspended. */
  readonly onDidProgress = this.progressEmitter.event;
  /**
   * Fires when a document is closed, changes its language, or is no longer to be checked: its findings must be removed.
   */
  readonly onDidForget = this.forgottenEmitter.event;

  constructor(
    private readonly settings: SettingsReader,
    /** Called at the first check, so that a window without documents costs nothing. */
    readonly termbase: () => Termbase,
    private readonly output: vscode.LogOutputChannel,
    private readonly remarks: Remarks,
    /** What is known of the time of a document, apart from its text. */
    readonly datesOf: (uri: vscode.Uri) => KnownDates = () => ({}),
  ) {
    const samples = SAMPLES.map(
      (text) => () => check({ text, languageId: 'markdown', lang: 'en' }, termbase(), DEFAULT_OPTIONS),
    );
    this.preparing = [builtinFiles, termbase, () => findMentions('', termbase(), undefined, () => true), ...samples];
    // A change of language closes and opens the document, and so does a rename.
    this.subscriptions = [
      vscode.workspace.onDidOpenTextDocument((document) => this.schedule(document, 0)),
      vscode.workspace.onDidCloseTextDocument((document) => this.forget(document.uri)),
      vscode.workspace.onDidChangeTextDocument((event) => this.changed(event)),
      vscode.workspace.onDidSaveTextDocument((document) => this.schedule(document, 0)),
      vscode.workspace.onDidChangeConfiguration(
        (event) => event.affectsConfiguration('migrationTerms') && this.checkAll(),
      ),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.checkAll()),
      remarks.onDidChange((document) => {
        const known = this.knownOf(document);
        if (known) this.checkedEmitter.fire({ document, checked: known, isComplete: true });
      }),
    ];
    this.checkAll();
  }

  /** The result for the current text; `undefined` if it is not to be checked. Does the remaining work. */
  resultOf(document: vscode.TextDocument): Checked | undefined {
    if (this.whyUnchecked(document) !== undefined) return undefined;
    const known = this.knownOf(document);
    if (known) return known;
    // A document that has been closed is checked, but its result is not held: nothing would release it.
    const held: Held = document.isClosed ? { version: -1 } : this.hold(document.uri);
    this.check(document, held, () => false);
    return this.withRemarks(document, held.result?.checked);
  }

  /**
   * As {@link resultOf}, but does not keep the writer waiting: for a long document, returns only what is known after a
   * moment of work, which begins with the visible part.
   */
  resultSoFar(document: vscode.TextDocument): Checked | undefined {
    const held = this.held.get(document.uri.toString());
    if (document.lineCount < LONG || document.isClosed || this.whyUnchecked(document) !== undefined)
      return this.resultOf(document);
    if (held?.open?.document !== document) return undefined;
    const known = this.knownOf(document);
    if (known) return known;
    const start = performance.now();
    return this.check(document, held, () => performance.now() - start > SLICE_MS)
      ? this.withRemarks(document, held.result?.checked)
      : this.soFar(document, held);
  }

  /** What is already known about a document; never checks. */
  knownOf(document: vscode.TextDocument): Checked | undefined {
    return this.withRemarks(document, this.knownByRules(document));
  }

  /** As {@link knownOf}, without the remarks of a review. */
  knownByRules(document: vscode.TextDocument): Checked | undefined {
    const held = this.held.get(document.uri.toString());
    return held?.result?.document === document && held.version === document.version ? held.result.checked : undefined;
  }

  /** The time as of which an open document is judged. */
  judgedAs(document: vscode.TextDocument): JudgedAs | undefined {
    return this.knownOf(document) && this.held.get(document.uri.toString())?.open?.check.judgedAs;
  }

  /** What the time of a document holds back; `undefined` if there is nothing, or it is not known yet. */
  heldBack(document: vscode.TextDocument, wording: Wording): HeldBack | undefined {
    const check = this.knownOf(document) && this.held.get(document.uri.toString())?.open?.check;
    return check && heldBackOf(check, wording);
  }

  /**
   * What the rules find in the current text, without keeping the writer waiting; `undefined` if it is not to be checked
   * or is closed meanwhile.
   */
  async checkedByRules(document: vscode.TextDocument): Promise<RulesResult | undefined> {
    while (!document.isClosed && this.resultSoFar(document) !== undefined) {
      const checked = this.knownByRules(document);
      const judgedAs = this.judgedAs(document);
      if (checked && judgedAs) return { checked, judgedAs };
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    return undefined;
  }

  /** Checks now and shows the result, regardless of the setting `checkOn`. */
  checkNow(document: vscode.TextDocument): Checked | undefined {
    const checked = this.resultOf(document);
    if (checked === undefined) this.forget(document.uri, 'shown');
    else this.publish(document);
    return checked;
  }

  /**
   * The edits that fix all findings of the document that can be fixed without asking; `findings` are those of the
   * current text.
   */
  settledEdits(document: vscode.TextDocument, findings: readonly Finding[]): readonly Edit[] {
    const { language, rules, accepted } = this.settings.of(document);
    return settledEdits(
      {
        text: document.getText(),
        languageId: document.languageId,
        lang: language,
        ...this.datesOf(document.uri),
      },
      findings,
      this.termbase(),
      { rules, accepted },
    );
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
    vscode.Disposable.from(
      ...this.subscriptions,
      this.checkedEmitter,
      this.progressEmitter,
      this.forgottenEmitter,
    ).dispose();
  }

  /** Discards all results and checks every open document again, for example when names or settings have changed. */
  checkAll(): void {
    for (const [key, held] of this.held) {
      clearTimeout(held.timer);
      this.held.delete(key);
    }
    for (const document of vscode.workspace.textDocuments) this.schedule(document, 0);
  }

  private changed(event: vscode.TextDocumentChangeEvent): void {
    const { document, contentChanges } = event;
    // An event without changes reports only the dirty flag.
    if (contentChanges.length === 0 || !isReadable(document)) return;
    if (this.settings.of(document).checkOn === 'type') this.schedule(document, PAUSE_MS);
    else this.stop(document);
  }

  /** Suspends a running check, as the text that it started with has changed. */
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

  /** Does one slice of the work on a document; the remaining work follows after other tasks have had their turn. */
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
      if (held.result) this.publish(document);
      else this.forget(document.uri, 'shown');
      return;
    }
    const { visible, check } = held.open!;
    // Once everything is judged, reporting only the visible part would take as long as reporting everything.
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
      return this.withRemarks(document, held.open?.check.checkedSoFar);
    } catch (error) {
      this.broke(document, held, error);
      return undefined;
    }
  }

  /** Works until the check is done, has failed, or time is up; returns whether it has ended. */
  private check(document: vscode.TextDocument, held: Held, isTimeUp: () => boolean): boolean {
    held.version = document.version;
    held.failed = false;
    try {
      const { check, visible } = this.open(document, held);
      if (!check.work(isTimeUp, visible) || !check.workOnHeldBack(isTimeUp)) {
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
      const settings = this.settings.of(document);
      held.open = new OpenDocument(
        document,
        settings.language,
        optionsOf(settings),
        this.termbase(),
        this.datesOf(document.uri),
      );
    }
    return held.open;
  }

  private publish(document: vscode.TextDocument): void {
    const held = this.held.get(document.uri.toString());
    const checked = this.knownOf(document);
    if (held === undefined || checked === undefined) return;
    clearTimeout(held.timer);
    held.timer = undefined;
    this.checkedEmitter.fire({ document, checked, isComplete: true });
  }

  private withRemarks(document: vscode.TextDocument, checked: Checked | undefined): Checked | undefined {
    return checked && this.remarks.addTo(document, checked);
  }

  /** `shown` keeps what is known about the document, such as the failure of its check. */
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
