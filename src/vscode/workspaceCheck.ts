import * as vscode from 'vscode';
import { spanAt } from '../core/document';
import { heldBackOf, type HeldBack } from '../core/describe/textTime';
import { wordingIn } from '../core/describe/wordings';
import type { Finding } from '../core/finding';
import type { Checker } from './checker';
import { type Places, rangeOf } from './convert';
import { exists } from './configs';
import { isWithin, onDidDelete } from './deletions';
import { diagnosticOf } from './diagnostics';
import { type FileText, readFileText } from './fileText';
import { optionsOf, type SettingsReader, spokenLanguage } from './settings';
import type { CellMap } from '../core/notebook/cellMap';
import { readNotebook } from '../core/notebook/readNotebook';
import { preferAll } from '../core/findings/applyFixes';
import { DocumentCheck } from '../core/parts/documentCheck';
import { settledEdits } from '../core/parts/settledFixes';
import type { Edit } from '../core/finding';
import { merge } from '../core/review/review';
import { reportable } from '../core/review/documentReview';
import { fileOf } from './languages';
import type { WordFiles } from './word/wordFiles';
import { originalOf } from './word/wordUri';
import type { Reviews } from './review/reviews';
import {
  findUnreadFiles,
  findWrittenFiles,
  isNotebookFile,
  languageIdOf,
  textOf,
  WRITTEN_FILES,
} from './workspaceFiles';

/** The result of checking one file of the workspace. */
export interface CheckedFile {
  readonly uri: vscode.Uri;
  readonly findings: readonly FindingAt[];
  readonly heldBack: HeldBack | undefined;
}

/** What was found in a file, and what its time holds back. */
interface Found {
  readonly findings: readonly Finding[];
  readonly heldBack: HeldBack | undefined;
}

export interface FindingAt {
  readonly finding: Finding;
  readonly range: vscode.Range;
  /** “paragraph 12” of a Word document, which has no lines; “cell 3, line 2” of a notebook. */
  readonly place: string | undefined;
}

export interface Summary {
  /** All files that were checked, including those without findings. */
  readonly files: readonly CheckedFile[];
  /** Files that are too large, are not text, have another format, or cannot be read. */
  readonly unread: readonly vscode.Uri[];
  readonly isCancelled: boolean;
}

/** One save or checkout causes several events. */
const PAUSE_MS = 200;

/**
 * Checks the files of the workspace without opening them, and shows the findings until they are cleared. The
 * {@link Checker} shows those of open documents; when a document is closed, this class takes over again.
 */
export class WorkspaceCheck implements vscode.Disposable {
  private readonly checked = new Map<string, CheckedFile>();
  private readonly collection = vscode.languages.createDiagnosticCollection('migrationTerms.workspace');
  private readonly waiting = new Map<string, vscode.Uri>();
  private readonly subscriptions: vscode.Disposable[];
  private watcher: vscode.Disposable | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Incremented by each run and by clearing, which make earlier runs stale. */
  private turn = 0;

  constructor(
    private readonly checker: Checker,
    private readonly settings: SettingsReader,
    private readonly extensionUri: vscode.Uri,
    private readonly output: vscode.LogOutputChannel,
    private readonly wordFiles: Pick<WordFiles, 'of'>,
    private readonly reviews: Pick<Reviews, 'ofOriginal'>,
  ) {
    this.subscriptions = [
      checker.onDidCheck(({ document, checked, isComplete }) => {
        this.collection.delete(isNotebookFile(fileOf(document.uri)) ? fileOf(document.uri) : document.uri);
        if (isComplete && this.checked.has(document.uri.toString()))
          this.keep(document, { findings: checked.findings, heldBack: this.heldBackIn(document) });
      }),
      checker.onDidForget((uri) => this.checked.has(uri.toString()) && this.refreshSoon(uri)),
      vscode.workspace.onDidCloseNotebookDocument(
        ({ uri }) => this.checked.has(uri.toString()) && this.refreshSoon(uri),
      ),
      vscode.workspace.onDidChangeConfiguration(
        (event) => event.affectsConfiguration('migrationTerms') && this.refreshAll(),
      ),
    ];
  }

  /** The files that are currently shown, in the order of their paths. */
  get files(): readonly CheckedFile[] {
    return [...this.checked.values()].sort((a, b) => (a.uri.path < b.uri.path ? -1 : 1));
  }

  /** Checks all files; `undefined` if the check was cleared or restarted in the meantime, which discards this run. */
  async run(
    progress?: vscode.Progress<{ message?: string; increment?: number }>,
    token?: vscode.CancellationToken,
  ): Promise<Summary | undefined> {
    const turn = ++this.turn;
    const uris = await findWrittenFiles(this.settings, token);
    if (turn !== this.turn) return undefined;
    this.takeAway();
    this.watcher = this.watch();
    const unread: vscode.Uri[] = [...(await findUnreadFiles(this.settings, token))];
    if (turn !== this.turn) return undefined;
    for (const [index, uri] of uris.entries()) {
      if (token?.isCancellationRequested) break;
      progress?.report({ message: vscode.l10n.t('{0} of {1}', index + 1, uris.length), increment: 100 / uris.length });
      const file = await this.checkFile(uri, turn);
      if (turn !== this.turn) return undefined;
      if (file === undefined) unread.push(fileOf(uri));
    }
    return { files: this.files, unread, isCancelled: token?.isCancellationRequested === true };
  }

  /** Removes what is shown, and stops watching and checking. */
  clear(): void {
    this.turn++;
    this.takeAway();
  }

  private takeAway(): void {
    clearTimeout(this.timer);
    this.waiting.clear();
    this.checked.clear();
    this.collection.clear();
    this.watcher?.dispose();
    this.watcher = undefined;
  }

  /** Reads again everything that is shown, for example when names or settings have changed. */
  refreshAll(): void {
    for (const { uri } of this.checked.values()) this.refreshSoon(uri);
  }

  /** The findings of a file, or of its document if it is open; `undefined` if it cannot be read or checked. */
  async findingsIn(
    uri: vscode.Uri,
  ): Promise<(Found & { readonly places: Places; readonly cells?: CellMap }) | undefined> {
    await this.settings.configs.lookAbove(fileOf(uri));
    const open = openDocument(uri);
    if (open !== undefined) {
      const { findings = [] } = this.checker.resultOf(open) ?? {};
      return { places: open, findings, heldBack: this.heldBackIn(open) };
    }
    const file = await readFileText(uri, languageIdOf(uri));
    // It was opened while it was read: its findings would be shown twice.
    if (openDocument(uri) !== undefined) return this.findingsIn(uri);
    if (file === undefined) return undefined;
    if (!isNotebookFile(uri)) return { places: file, ...this.foundIn(file) };
    const notebook = readNotebook(file.text);
    if (notebook.kind === 'problem') return undefined;
    const { map: cells } = notebook;
    const { findings, heldBack } = this.foundIn({ ...file, text: cells.text, languageId: 'markdown' });
    return { places: file, findings: findings.map((finding) => cells.finding(finding)), heldBack, cells };
  }

  dispose(): void {
    this.clear();
    vscode.Disposable.from(...this.subscriptions, this.collection).dispose();
  }

  private async checkFile(uri: vscode.Uri, turn: number): Promise<CheckedFile | undefined> {
    const result = await this.findingsIn(uri);
    if (turn !== this.turn) return undefined;
    if (result === undefined) {
      this.forget(uri);
      return undefined;
    }
    const { places, cells } = result;
    const file = this.keep(places, result, cells);
    // The cells of an open notebook show their own.
    if ('text' in places && !isOpenNotebook(uri)) this.publish(places as FileText, file.findings);
    else this.collection.delete(uri);
    return file;
  }

  private heldBackIn(document: vscode.TextDocument): HeldBack | undefined {
    return this.checker.heldBack(document, wordingIn(spokenLanguage({ language: 'auto' })));
  }

  private keep(places: Places, { findings, heldBack }: Found, cells?: CellMap): CheckedFile {
    const word = this.wordFiles.of(places.uri)?.word.text;
    const placeOf = (finding: Finding): string | undefined => {
      const paragraph = word && spanAt(word.paragraphs, finding.start)?.number;
      if (paragraph !== undefined) return vscode.l10n.t('paragraph {0}', paragraph);
      const inCell = cells?.placeOf(finding.start);
      return inCell && vscode.l10n.t('cell {0}, line {1}', inCell.cell, inCell.line);
    };
    const file: CheckedFile = {
      uri: places.uri,
      findings: findings.map((finding) => ({
        finding,
        range: rangeOf(places, finding),
        place: placeOf(finding),
      })),
      heldBack,
    };
    this.checked.set(places.uri.toString(), file);
    return file;
  }

  /**
   * The findings of a Word document, and the edits that are made without asking, or all only replacements; both in
   * the offsets of its original text, whatever fixes were collected.
   */
  findingsInWord(
    uri: vscode.Uri,
    text: string,
    isAll: boolean,
  ): { readonly findings: readonly Finding[]; readonly edits: readonly Edit[]; readonly check: DocumentCheck } {
    // The comments of a copy are read with its text, so they are in its language.
    const { language, rules, accepted } = this.settings.of({ uri, languageId: 'markdown' });
    const document = { text, languageId: 'markdown', lang: language, ...this.checker.datesOf(uri) };
    const options = { rules, accepted };
    const check = new DocumentCheck(document, this.checker.termbase(), options);
    const { findings } = check.checked;
    const review = this.reviews.ofOriginal(uri, text);
    return {
      findings: review ? merge(findings, reportable(review.remarks, text, options)) : findings,
      edits: settledEdits(document, findings, this.checker.termbase(), options, isAll ? preferAll : undefined),
      check,
    };
  }

  private foundIn(file: FileText): Found {
    const settings = this.settings.of(file);
    if (!settings.enable) return NOTHING;
    try {
      const { text, languageId } = file;
      const options = optionsOf(settings);
      const document = { text, languageId, lang: settings.language, ...this.checker.datesOf(file.uri) };
      const check = new DocumentCheck(document, this.checker.termbase(), options);
      const heldBack = heldBackOf(check, wordingIn(spokenLanguage({ language: 'auto' })));
      return { findings: check.checked.findings, heldBack };
    } catch (error) {
      this.output.error(error instanceof Error ? error : String(error), `while checking ${file.uri.toString()}`);
      return NOTHING;
    }
  }

  private publish(file: FileText, findings: readonly FindingAt[]): void {
    const style = { extensionUri: this.extensionUri, lang: spokenLanguage(this.settings.of(file)) };
    this.collection.set(
      file.uri,
      findings.map(({ finding, place }) => {
        const diagnostic = diagnosticOf(file, finding, this.checker.termbase(), style);
        // The editor of a notebook shows no line of its file.
        if (place !== undefined) diagnostic.message += ` (${place})`;
        return diagnostic;
      }),
    );
  }

  private watch(): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(WRITTEN_FILES);
    const again = (uri: vscode.Uri) => this.refreshSoon(textOf(uri));
    return vscode.Disposable.from(
      watcher,
      watcher.onDidCreate(again),
      watcher.onDidChange(again),
      onDidDelete((deleted) => {
        for (const { uri } of this.checked.values()) if (isWithin(deleted, fileOf(uri))) this.forget(uri);
      }),
    );
  }

  private refreshSoon(uri: vscode.Uri): void {
    if (this.watcher === undefined) return;
    this.waiting.set(uri.toString(), uri);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), PAUSE_MS);
  }

  private async refresh(): Promise<void> {
    const { turn } = this;
    const uris = [...this.waiting.values()];
    this.waiting.clear();
    for (const uri of uris) {
      const file = { uri, languageId: languageIdOf(uri) };
      const original = originalOf(fileOf(uri));
      const isCopy = original !== undefined && (await exists(original));
      if (turn !== this.turn) return;
      if (isCopy || this.settings.isExcluded(file)) this.forget(uri);
      else await this.checkFile(uri, turn);
      if (turn !== this.turn) return;
    }
  }

  private forget(uri: vscode.Uri): void {
    this.checked.delete(uri.toString());
    this.collection.delete(uri);
  }
}

const NOTHING: Found = { findings: [], heldBack: undefined };

function isOpenNotebook(file: vscode.Uri): boolean {
  return vscode.workspace.notebookDocuments.some(({ uri }) => uri.toString() === file.toString());
}

/** The document of a file, if it is open. */
export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const wanted = uri.toString();
  return vscode.workspace.textDocuments.find((document) => !document.isClosed && document.uri.toString() === wanted);
}
