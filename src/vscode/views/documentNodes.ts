import type * as vscode from 'vscode';
import type { Allowed, Finding } from '../../core/finding';
import type { DocumentReview } from '../../core/review/documentReview';
import type { AcceptedIn } from '../files/configs';

/** A row of the view “Findings”. */
export type DocumentNode =
  PlaceNode | MentionedGroup | AcceptedGroup | AcceptedNode | ReviewGroup | ReviewNote | HeldBackNote;

/** What the time of the document holds back. */
export interface HeldBackNote {
  readonly kind: 'held-back';
  readonly count: number;
  /** The number with the reason. */
  readonly text: string;
  readonly document: vscode.TextDocument;
}

/** The names that are right where they are. */
export interface MentionedGroup {
  readonly kind: 'mentioned';
  readonly places: readonly PlaceNode[];
}

export interface PlaceNode {
  readonly kind: 'place';
  readonly mention: Finding | Allowed;
  readonly document: vscode.TextDocument;
}

/** The ignored findings of the document or its folder, each with the file that records it. */
export interface AcceptedGroup {
  readonly kind: 'all-accepted';
  readonly entries: readonly AcceptedNode[];
}

export interface AcceptedNode extends AcceptedIn {
  readonly kind: 'accepted';
}

/** The last review of a document, as a group of the view. */
export interface ReviewGroup {
  readonly kind: 'review';
  readonly review: DocumentReview;
  /** What only the review found. */
  readonly places: readonly PlaceNode[];
  /** The number of findings of the rules that it found as well; they are listed with the rules. */
  readonly agreed: number;
}

/** A line about a review, with what to do next. */
export interface ReviewNote {
  readonly kind: 'review-note';
  readonly id: 'waiting' | 'changed' | 'unanswered' | 'agreed' | 'nothing' | 'dropped';
  readonly label: string;
  readonly description?: string;
  /** Whether a click reviews the document again. */
  readonly reviews?: boolean;
}
