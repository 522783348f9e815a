import * as vscode from 'vscode';
import { overlaps, touches } from '../../core/document';
import type { Checked, Edit } from '../../core/finding';
import { hashOf } from '../../core/findings/fingerprint';
import { movedRemarks, reportable, type DocumentReview } from '../../core/review/documentReview';
import { merge } from '../../core/review/review';
import { editsOf, rangeOf } from '../convert';
import type { SettingsReader } from '../settings';
import type { WordFiles } from '../word/wordFiles';

interface Held {
  readonly review: DocumentReview;
  /** The original text of a Word document, to whose offsets the review refers; `undefined` for any other document. */
  readonly original: string | undefined;
  /** The text and its language when the document was closed. */
  closed?: string;
  merged?: { readonly checked: Checked; readonly remarks: unknown; readonly result: Checked };
}

/**
 * The reviews of the documents in this window. They follow the edits of the texts, and add their remarks to what the
 * rules found.
 */
export class Reviews implements vscode.Disposable {
  private readonly held = new Map<string, Held>();
  private readonly changed = new vscode.EventEmitter<vscode.TextDocument>();
  private readonly subscriptions: vscode.Disposable;

  /** Fires when a document has other remarks, or the state of its review is another. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly settings: SettingsReader,
    private readonly wordFiles: Pick<WordFiles, 'of'>,
  ) {
    this.subscriptions = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument((event) => this.follow(event)),
      vscode.workspace.onDidCloseTextDocument((document) => {
        const held = this.held.get(document.uri.toString());
        if (held) held.closed = identity(document);
      }),
      vscode.workspace.onDidOpenTextDocument((document) => {
        const held = this.held.get(document.uri.toString());
        if (held?.closed === undefined) return;
        if (held.closed === identity(document)) delete held.closed;
        else this.held.delete(document.uri.toString());
      }),
    );
  }

  /** The last review of a document; `undefined` if it was not reviewed in this window. */
  of({ uri }: Pick<vscode.TextDocument, 'uri'>): DocumentReview | undefined {
    return this.held.get(uri.toString())?.review;
  }

  /** The review of the original text of a Word document. */
  ofOriginal(uri: vscode.Uri, text: string): DocumentReview | undefined {
    const held = this.held.get(uri.toString());
    return held?.original === text ? held.review : undefined;
  }

  /** Shows a review, instead of an earlier one of the document. */
  show(document: vscode.TextDocument, review: DocumentReview): void {
    const original = this.wordFiles.of(document.uri)?.collected.original;
    this.held.set(document.uri.toString(), { review, original });
    this.changed.fire(document);
  }

  /** Removes the review of a document. */
  remove(document: vscode.TextDocument): void {
    if (this.held.delete(document.uri.toString())) this.changed.fire(document);
  }

  /** Shows that a review has grown. */
  refresh(document: vscode.TextDocument): void {
    this.changed.fire(document);
  }

  /** What the rules found in the current text, with the remarks. */
  addTo(document: vscode.TextDocument, checked: Checked): Checked {
    const held = this.held.get(document.uri.toString());
    if (held === undefined) return checked;
    const { remarks } = held.review;
    if (held.merged?.checked === checked && held.merged.remarks === remarks) return held.merged.result;
    const result = this.merged(document, checked, held);
    held.merged = { checked, remarks, result };
    return result;
  }

  dispose(): void {
    vscode.Disposable.from(this.subscriptions, this.changed).dispose();
  }

  private merged(document: vscode.TextDocument, checked: Checked, { review, original }: Held): Checked {
    const { rules, accepted } = this.settings.of(document);
    const collected = this.wordFiles.of(document.uri)?.collected;
    // The text of a Word document was saved again, and is another one.
    if (collected?.original !== original) return checked;
    const text = accepted.length === 0 ? '' : document.getText();
    const remarks = reportable(collected ? movedRemarks(review.remarks, collected.edits) : review.remarks, text, {
      rules,
      accepted,
    });
    if (remarks.length === 0) return checked;
    return {
      findings: merge(checked.findings, remarks),
      get allowed() {
        return checked.allowed.filter((mention) => !remarks.some((remark) => overlaps(remark, mention)));
      },
      setAside: (at) => checked.setAside(at).filter((value) => !remarks.some((remark) => overlaps(remark, value))),
      get allowedNameCount() {
        return checked.allowedNameCount;
      },
    };
  }

  private follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const held = this.held.get(document.uri.toString());
    if (held === undefined || held.original !== undefined || contentChanges.length === 0) return;
    const changes = editsOf(contentChanges);
    const fixes = (held.merged?.result.findings ?? [])
      .filter((finding) => changes.some((change) => touches(change, finding)))
      .flatMap((finding) => finding.fixes.flatMap(({ edits }) => edits))
      .filter((edit) => isMade(edit, changes, document));
    held.review.edit(changes, (change) => fixes.some((edit) => isWithin(change, edit)));
  }
}

/** Whether changes made an edit. The editor leaves out what both texts have in common, so one edit may be several. */
function isMade(edit: Edit, changes: readonly Edit[], document: vscode.TextDocument): boolean {
  const growth = (all: readonly Edit[]): number =>
    all.reduce((sum, { start, end, newText }) => sum + newText.length - (end - start), 0);
  const own = changes.filter((change) => isWithin(change, edit));
  if (own.length === 0 || growth(own) !== growth([edit])) return false;
  const start = edit.start + growth(changes.filter((change) => change.end <= edit.start && !own.includes(change)));
  return document.getText(rangeOf(document, { start, end: start + edit.newText.length })) === edit.newText;
}

function isWithin(change: Edit, { start, end }: Edit): boolean {
  return change.start >= start && change.end <= end;
}

function identity(document: vscode.TextDocument): string {
  return `${document.languageId} ${hashOf(document.getText())}`;
}
