import * as vscode from 'vscode';
import type { Edit } from '../../core/finding';
import { CollectedEdits } from '../../core/findings/collectedEdits';
import type { Span } from '../../core/document';
import { readWord } from '../../core/word/readWord';
import type { WordDocument, WordReason } from '../../core/word/wordDocument';
import { readFileBytes } from '../files/fileBytes';
import { WORD_SCHEME, wordOfText } from './wordUri';

/** A Word document that is open as text, and the fixes for its copy. */
export interface OpenWord {
  readonly word: WordDocument;
  readonly collected: CollectedEdits;
}

/**
 * Provides the texts of Word documents as files that cannot be written. A fix of such a text is collected for the copy
 * of the document, and the text shows it.
 */
export class WordFiles implements vscode.FileSystemProvider, vscode.Disposable {
  private readonly open = new Map<string, OpenWord>();
  private readonly changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  private readonly collections = new vscode.EventEmitter<vscode.Uri>();
  /** Increases with each change of a text: the editor reads a file again only if it is newer. */
  private time = Date.now();

  readonly onDidChangeFile = this.changes.event;
  /** Fires with the URI of a text whose collected fixes have changed. */
  readonly onDidCollect = this.collections.event;

  // Last, as the editor takes the events when it is registered.
  private readonly registration = vscode.workspace.registerFileSystemProvider(WORD_SCHEME, this, {
    isReadonly: HOW_TO_FIX(),
  });

  /** The document of a text and its collected fixes; `undefined` before the text was read. */
  of(text: vscode.Uri): OpenWord | undefined {
    return this.open.get(text.toString());
  }

  /** Collects edits, in the offsets of the current text. */
  collect(text: vscode.Uri, edits: readonly Edit[]): void {
    this.change(text, (collected) => collected.add(edits));
  }

  takeBack(text: vscode.Uri, span: Span): void {
    this.change(text, (collected) => collected.takeBack(span));
  }

  private change(text: vscode.Uri, run: (collected: CollectedEdits) => void): void {
    const known = this.of(text);
    if (!known) return;
    run(known.collected);
    this.renew(text);
    this.collections.fire(text);
  }

  private renew(text: vscode.Uri): void {
    this.time++;
    this.changes.fire([{ type: vscode.FileChangeType.Changed, uri: text }]);
  }

  watch(text: vscode.Uri): vscode.Disposable {
    const word = wordOfText(text);
    if (word === undefined) return NOTHING;
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(vscode.Uri.joinPath(word, '..'), word.path.slice(word.path.lastIndexOf('/') + 1)),
    );
    let newest = 0;
    const again = async (): Promise<void> => {
      const reading = ++newest;
      // A file that cannot be read while it is written changes nothing.
      const read = await this.readWord(text).catch(() => undefined);
      if (read !== undefined && reading === newest) this.replace(text, read);
    };
    return vscode.Disposable.from(watcher, watcher.onDidChange(again), watcher.onDidCreate(again));
  }

  /** Replaces a document that was saved in Word. Its fixes are kept where the text is the same. */
  private replace(text: vscode.Uri, word: WordDocument): void {
    const known = this.of(text)?.collected;
    if (known === undefined) return this.renew(text);
    const collected = known.in(word.text.text);
    this.open.set(text.toString(), { word, collected });
    // Also reported is a file that only was touched, or that was written before its text was opened.
    if (collected.text === known.text) return;
    this.renew(text);
    this.collections.fire(text);
    const removed = known.edits.length - collected.edits.length;
    if (removed > 0) void vscode.window.showWarningMessage(REMOVED(removed));
  }

  async stat(text: vscode.Uri): Promise<vscode.FileStat> {
    const { collected } = await this.read(text);
    const size = new TextEncoder().encode(collected.text).length;
    return { type: vscode.FileType.File, ctime: 0, mtime: this.time, size };
  }

  async readFile(text: vscode.Uri): Promise<Uint8Array> {
    return new TextEncoder().encode((await this.read(text)).collected.text);
  }

  /** The document of a text. Throws an error that the editor shows, if it cannot be read. */
  async read(text: vscode.Uri): Promise<OpenWord> {
    const known = this.of(text);
    if (known) return known;
    const word = await this.readWord(text);
    const open: OpenWord = { word, collected: new CollectedEdits(word.text.text) };
    this.open.set(text.toString(), open);
    this.releaseOldest();
    return open;
  }

  private async readWord(text: vscode.Uri): Promise<WordDocument> {
    const file = wordOfText(text);
    if (file === undefined) throw vscode.FileSystemError.FileNotFound(text);
    const read = await readFileBytes(file, MOST_BYTES);
    if (read.kind === 'problem') {
      if (read.why === 'unreadable') throw vscode.FileSystemError.Unavailable(read.reason);
      throw vscode.FileSystemError.Unavailable(
        read.why === 'large' ? problemText('too-large', '> 100 MB') : problemText('not-word'),
      );
    }
    const word = readWord(read.bytes);
    if (word.kind === 'problem') throw vscode.FileSystemError.Unavailable(problemText(word.reason, word.detail));
    return word;
  }

  /** A document without collected fixes can be read again, so only a few are kept. */
  private releaseOldest(): void {
    const unchanged = [...this.open].filter(([, { collected }]) => collected.edits.length === 0);
    for (const [key] of unchanged.slice(0, -MOST_KEPT)) this.open.delete(key);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }
  createDirectory(): never {
    throw vscode.FileSystemError.NoPermissions();
  }
  writeFile(): never {
    throw vscode.FileSystemError.NoPermissions();
  }
  delete(): never {
    throw vscode.FileSystemError.NoPermissions();
  }
  rename(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  dispose(): void {
    vscode.Disposable.from(this.registration, this.changes, this.collections).dispose();
  }
}

/** What the editor says when somebody types into the text. */
const HOW_TO_FIX = (): vscode.MarkdownString =>
  new vscode.MarkdownString(
    vscode.l10n.t(
      'The Word document is never changed. Put the cursor on a marked word and press Ctrl+. (⌘. on a Mac) to choose a fix for its copy.',
    ),
  );

const NOTHING = new vscode.Disposable(() => undefined);

const REMOVED = (count: number): string =>
  vscode.l10n.t('Fixes removed: {0}. Their text has changed in the document.', count);

const MOST_BYTES = 100_000_000;
const MOST_KEPT = 8;

function problemText(reason: WordReason, detail = ''): string {
  switch (reason) {
    case 'truncated':
      return vscode.l10n.t('The Word document is incomplete. Copy or download it again.');
    case 'encrypted':
      return vscode.l10n.t('The Word document is protected by a password. Save a copy without one, and open the copy.');
    case 'legacy-doc':
      return vscode.l10n.t('This is the old format .doc, despite its name. Save it as .docx in Word or LibreOffice.');
    case 'too-large':
      return vscode.l10n.t(
        'The Word document is too large to be read ({0}). Divide it into several documents, or save it again in Word.',
        detail,
      );
    case 'xml':
      return vscode.l10n.t('The Word document is damaged. Open it in Word, which repairs it, and save it again.');
    case 'not-a-zip':
    case 'not-word':
      return vscode.l10n.t('This is not a Word document. Save it as .docx in the program that made it.');
  }
}
