import * as vscode from 'vscode';
import { spanAt } from '../../core/document';
import { heldBackOf, type HeldBack } from '../../core/describe/textTime';
import { wordingIn } from '../../core/describe/wordings';
import type { Finding } from '../../core/finding';
import type { WindowChecker } from './windowChecker';
import { type Places, rangeOf } from '../convert';
import { exists } from '../files/configs';
import { isWithin, onDidDelete } from '../files/deletions';
import { diagnosticOf } from './diagnostics';
import { type FileText, readFileText } from '../files/fileText';
import { optionsOf, type SettingsReader, spokenLanguage } from '../settings';
import type { CellMap } from '../../core/notebook/cellMap';
import { readNotebook } from '../../core/notebook/readNotebook';
import { preferAll } from '../../core/findings/applyFixes';
import { DocumentCheck } from '../../core/parts/documentCheck';
import { settledEdits } from '../../core/parts/settledFixes';
import type { Edit } from '../../core/finding';
import { merge } from '../../core/review/review';
import { reportable } from '../../core/review/documentReview';
import { WorkspaceRun } from '../../session/workspaceRun';
import { fileOf } from '../languages';
import type { WordFiles } from '../word/wordFiles';
import { originalOf } from '../word/wordUri';
import type { Reviews } from '../review/reviews';
import {
  findUnreadFiles,
  findWrittenFiles,
  isNotebookFile,
  languageIdOf,
  textOf,
  WRITTEN_FILES,
} from '../files/workspaceFiles';

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

/** A checked file with its text, unless that is of an open document, whose findings the checker shows. */
interface Shown {
  readonly file: CheckedFile;
  readonly text: FileText | undefined;
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

/**
 * Checks the files of the workspace without opening them, and shows the findings until they are cleared. The
 * {@link WindowChecker} shows those of open documents; when a document is closed, this class takes over again.
 */
export class WorkspaceCheck implements vscode.Disposable {
  private readonly session: WorkspaceRun<vscode.Uri, Shown>;
  private readonly collection = vscode.languages.createDiagnosticCollection('migrationTerms.workspace');
  private readonly subscriptions: vscode.Disposable[];
  private watcher: vscode.Disposable | undefined;

  constructor(
    private readonly checker: WindowChecker,
    private readonly settings: SettingsReader,
    private readonly extensionUri: vscode.Uri,
    private readonly output: vscode.LogOutputChannel,
    private readonly wordFiles: Pick<WordFiles, 'of'>,
    private readonly reviews: Pick<Reviews, 'ofOriginal'>,
  ) {
    this.session = new WorkspaceRun({
      keyOf: (uri) => uri.toString(),
      check: (uri) => this.checkFile(uri),
      show: (uri, shown) => this.show(uri, shown),
    });
    const isKnown = (uri: vscode.Uri) => this.session.find(uri) !== undefined;
    this.subscriptions = [
      checker.onDidCheck(({ document, checked, isComplete }) => {
        this.collection.delete(isNotebookFile(fileOf(document.uri)) ? fileOf(document.uri) : document.uri);
        if (isComplete && isKnown(document.uri)) {
          const file = this.checkedFile(document, { findings: checked.findings, heldBack: this.heldBackIn(document) });
          this.session.keep(document.uri, { file, text: undefined });
        }
      }),
      checker.onDidForget((uri) => isKnown(uri) && this.session.renewSoon(uri)),
      vscode.workspace.onDidCloseNotebookDocument(({ uri }) => isKnown(uri) && this.session.renewSoon(uri)),
      vscode.workspace.onDidChangeConfiguration(
        (event) => event.affectsConfiguration('migrationTerms') && this.refreshAll(),
      ),
    ];
  }

  /** The files that are currently shown, in the order of their paths. */
  get files(): readonly CheckedFile[] {
    return this.session.all.map(({ result }) => result.file).sort((a, b) => (a.uri.path < b.uri.path ? -1 : 1));
  }

  /** Checks all files; `undefined` if the check was cleared or restarted in the meantime, which discards this run. */
  async run(
    progress?: vscode.Progress<{ message?: string; increment?: number }>,
    token?: vscode.CancellationToken,
  ): Promise<Summary | undefined> {
    this.watcher ??= this.watch();
    const isCancelled = (): boolean => token?.isCancellationRequested === true;
    const unread: vscode.Uri[] = [];
    const outcome = await this.session.start(
      async () => {
        unread.push(...(await findUnreadFiles(this.settings, token)));
        return findWrittenFiles(this.settings, token);
      },
      (done, all) => progress?.report({ message: vscode.l10n.t('{0} of {1}', done + 1, all), increment: 100 / all }),
      isCancelled,
    );
    if (outcome === undefined) return undefined;
    return { files: this.files, unread: [...unread, ...outcome.unread.map(fileOf)], isCancelled: outcome.isCancelled };
  }

  /** Removes what is shown, and stops watching and checking. */
  clear(): void {
    this.session.clear();
    this.watcher?.dispose();
    this.watcher = undefined;
  }

  /** Reads again everything that is shown, for example when names or settings have changed. */
  refreshAll(): void {
    for (const { file } of this.session.all) this.session.renewSoon(file);
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

  private async checkFile(uri: vscode.Uri): Promise<Shown | undefined> {
    const original = originalOf(fileOf(uri));
    const isLeftOut =
      (original !== undefined && (await exists(original))) ||
      this.settings.isExcluded({ uri, languageId: languageIdOf(uri) });
    const result = isLeftOut ? undefined : await this.findingsIn(uri);
    if (result === undefined) return undefined;
    const { places, cells } = result;
    const text = 'text' in places ? (places as FileText) : undefined;
    return { file: this.checkedFile(places, result, cells), text };
  }

  private show(uri: vscode.Uri, shown: Shown | undefined): void {
    // The cells of an open notebook show their own.
    if (shown?.text && !isOpenNotebook(uri)) this.publish(shown.text, shown.file.findings);
    else this.collection.delete(uri);
  }

  private heldBackIn(document: vscode.TextDocument): HeldBack | undefined {
    return this.checker.heldBack(document, wordingIn(spokenLanguage({ language: 'auto' })));
  }

  private checkedFile(places: Places, { findings, heldBack }: Found, cells?: CellMap): CheckedFile {
    const word = this.wordFiles.of(places.uri)?.word.text;
    const placeOf = (finding: Finding): string | undefined => {
      const paragraph = word && spanAt(word.paragraphs, finding.start)?.number;
      if (paragraph !== undefined) return vscode.l10n.t('paragraph {0}', paragraph);
      const inCell = cells?.placeOf(finding.start);
      return inCell && vscode.l10n.t('cell {0}, line {1}', inCell.cell, inCell.line);
    };
    return {
      uri: places.uri,
      findings: findings.map((finding) => ({
        finding,
        range: rangeOf(places, finding),
        place: placeOf(finding),
      })),
      heldBack,
    };
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
    const again = (uri: vscode.Uri) => this.session.renewSoon(textOf(uri));
    return vscode.Disposable.from(
      watcher,
      watcher.onDidCreate(again),
      watcher.onDidChange(again),
      onDidDelete((deleted) => {
        for (const { file } of this.session.all) if (isWithin(deleted, fileOf(file))) this.session.forget(file);
      }),
    );
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
