import * as vscode from 'vscode';
import { check } from '../../core/check';
import type { Span } from '../../core/document';
import type { Checked, Edit, Finding, JudgedAs } from '../../core/finding';
import { heldBackOf, type HeldBack } from '../../core/describe/textTime';
import type { Wording } from '../../core/describe/wordings';
import { findMentions } from '../../core/mentions/findMentions';
import { DEFAULT_OPTIONS } from '../../core/options';
import { builtinFiles } from '../../core/termbase/builtin';
import type { RulesResult } from '../../core/review/review';
import type { Termbase } from '../../core/termbase/termbase';
import { Checker } from '../../session/checker';
import { noPause, Typing } from '../../session/typing';
import type { KnownDates } from '../../session/openDocument';
import { isReadable, isWritten } from '../languages';
import { followTyping } from './followTyping';
import { optionsOf, type SettingsReader } from '../settings';

/** Why a document is not checked; `failed` means that the check threw an error, which is in the output channel. */
export type Unchecked = 'switched-off' | 'excluded' | 'language' | 'not-written' | 'failed';

export interface Result {
  readonly document: vscode.TextDocument;
  readonly checked: Checked;
  /** False while only the visible part of a long document is checked. */
  readonly isComplete: boolean;
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

/**
 * Checks the documents of the window as the session schedules it, and holds the results. Everything that shows findings
 * asks this class; nothing else checks.
 */
export class WindowChecker implements vscode.Disposable {
  private readonly session: Checker<vscode.TextDocument>;
  private readonly typing: Typing<vscode.TextDocument>;
  private readonly checkedEmitter = new vscode.EventEmitter<Result>();
  private readonly progressEmitter = new vscode.EventEmitter<Progress>();
  private readonly forgottenEmitter = new vscode.EventEmitter<vscode.Uri>();
  private readonly subscriptions: vscode.Disposable[];

  /**
   * Fires when a document or its visible part was checked, or is no longer being typed in: its findings must be shown
   * again.
   */
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
    output: vscode.LogOutputChannel,
    private readonly remarks: Remarks,
    /** What is known of the time of a document, apart from its text. */
    readonly datesOf: (uri: vscode.Uri) => KnownDates = () => ({}),
  ) {
    const samples = SAMPLES.map(
      (text) => () => check({ text, languageId: 'markdown', lang: 'en' }, termbase(), DEFAULT_OPTIONS),
    );
    this.session = new Checker(
      {
        isToBeChecked: (document) => this.whyNotToBeChecked(document) === undefined,
        judgementOf: (document) => {
          const own = settings.of(document);
          const dates = datesOf(document.uri);
          return { termbase: termbase(), options: optionsOf(own), language: own.language, dates };
        },
        visibleIn,
        checked: (document, found, isComplete) =>
          this.checkedEmitter.fire({ document, checked: remarks.addTo(document, found), isComplete }),
        unchecked: ({ uri }) => this.forgottenEmitter.fire(uri),
        progressed: (document, share) => this.progressEmitter.fire({ document, share }),
        failed: ({ uri }, error) =>
          output.error(error instanceof Error ? error : String(error), `while checking ${uri.toString()}`),
      },
      {
        slice: SLICE_MS,
        patience: (document) => (isLong(document) ? SLICE_MS : Infinity),
        later: (run) => void setTimeout(run, 0),
        preparing: [builtinFiles, termbase, () => findMentions('', termbase(), undefined, () => true), ...samples],
      },
    );
    const showAgain = (document: vscode.TextDocument): void => {
      const known = this.knownOf(document);
      if (known) this.checkedEmitter.fire({ document, checked: known, isComplete: true });
    };
    this.typing = new Typing((document) => this.knownOf(document)?.findings ?? [], showAgain, noPause);
    // A change of language closes and opens the document, and so does a rename.
    this.subscriptions = [
      vscode.workspace.onDidOpenTextDocument((document) => this.soon(document)),
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.session.forget(document);
        this.forgottenEmitter.fire(document.uri);
      }),
      vscode.workspace.onDidChangeTextDocument((event) => this.changed(event)),
      vscode.workspace.onDidSaveTextDocument((document) => this.soon(document)),
      vscode.workspace.onDidChangeConfiguration(
        (event) => event.affectsConfiguration('migrationTerms') && this.checkAll(),
      ),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.checkAll()),
      remarks.onDidChange(showAgain),
      followTyping(this.typing),
    ];
    this.checkAll();
  }

  /** The result for the current text; `undefined` if it is not to be checked. Does the remaining work. */
  resultOf(document: vscode.TextDocument): Checked | undefined {
    return this.withRemarks(document, this.session.resultOf(document));
  }

  /**
   * As {@link resultOf}, but does not keep the writer waiting: for a long document, returns only what is known after a
   * moment of work, which begins with the visible part.
   */
  resultSoFar(document: vscode.TextDocument): Checked | undefined {
    if (isLong(document) && this.session.checkOf(document) === undefined) return undefined;
    return this.withRemarks(document, this.session.resultSoFar(document));
  }

  /** What is already known about a document; never checks. */
  knownOf(document: vscode.TextDocument): Checked | undefined {
    return this.withRemarks(document, this.knownByRules(document));
  }

  /** The findings of a document, without those in text that is still being written. */
  finished(document: vscode.TextDocument, findings: readonly Finding[]): readonly Finding[] {
    return this.typing.finished(document, findings);
  }

  /** As {@link knownOf}, without the remarks of a review. */
  knownByRules(document: vscode.TextDocument): Checked | undefined {
    return this.session.knownOf(document);
  }

  /** The time as of which an open document is judged. */
  judgedAs(document: vscode.TextDocument): JudgedAs | undefined {
    return this.knownByRules(document) && this.session.checkOf(document)?.judgedAs;
  }

  /** What the time of a document holds back; `undefined` if there is nothing, or it is not known yet. */
  heldBack(document: vscode.TextDocument, wording: Wording): HeldBack | undefined {
    const known = this.knownByRules(document) && this.session.checkOf(document);
    return known && heldBackOf(known, wording);
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
    this.session.publish(document);
    return checked;
  }

  /**
   * The edits that fix all findings of the document that can be fixed without asking; `findings` are those of the
   * current text.
   */
  settledEdits(document: vscode.TextDocument, findings: readonly Finding[]): readonly Edit[] {
    return this.session.settledEdits(document, findings);
  }

  whyUnchecked(document: vscode.TextDocument): Unchecked | undefined {
    return this.whyNotToBeChecked(document) ?? (this.session.hasFailed(document) ? 'failed' : undefined);
  }

  dispose(): void {
    this.session.clear();
    vscode.Disposable.from(
      ...this.subscriptions,
      this.checkedEmitter,
      this.progressEmitter,
      this.forgottenEmitter,
    ).dispose();
  }

  /** Discards all results and checks every open document again, for example when names or settings have changed. */
  checkAll(): void {
    this.session.clear();
    for (const document of vscode.workspace.textDocuments) this.soon(document);
  }

  private whyNotToBeChecked(document: vscode.TextDocument): Exclude<Unchecked, 'failed'> | undefined {
    if (!isReadable(document)) return 'language';
    if (!isWritten(document)) return 'not-written';
    const { enable, exclude } = this.settings.of(document);
    if (!enable) return 'switched-off';
    return this.settings.isExcluded(document, exclude) ? 'excluded' : undefined;
  }

  private soon(document: vscode.TextDocument): void {
    if (isReadable(document) && isWritten(document)) this.session.soon(document);
  }

  private changed({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    // An event without changes reports only the dirty flag.
    if (contentChanges.length === 0 || !isReadable(document)) return;
    if (this.settings.of(document).checkOn !== 'type') {
      // The text that a running check started with has changed.
      if (this.session.suspend(document)) this.progressEmitter.fire({ document, share: 'stopped' });
    } else if (isWritten(document)) this.session.changed(document);
  }

  private withRemarks(document: vscode.TextDocument, checked: Checked | undefined): Checked | undefined {
    return checked && this.remarks.addTo(document, checked);
  }
}

/** Whether a document is too long to be checked while somebody waits. */
function isLong({ lineCount, isClosed }: vscode.TextDocument): boolean {
  return lineCount >= LONG && !isClosed;
}

/** The lines of a document that are visible in any editor. */
function visibleIn(document: vscode.TextDocument): Span | undefined {
  const ranges = vscode.window.visibleTextEditors
    .filter((editor) => editor.document === document)
    .flatMap((editor) => editor.visibleRanges);
  if (ranges.length === 0) return undefined;
  const lines = ranges.flatMap(({ start, end }) => [start.line, end.line]);
  return {
    start: document.offsetAt(new vscode.Position(Math.min(...lines), 0)),
    end: document.offsetAt(new vscode.Position(Math.max(...lines) + 1, 0)),
  };
}
