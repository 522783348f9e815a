import type * as vscode from 'vscode';
import type { Allowed, Finding } from '../core/finding';
import type { DocumentReview } from '../core/review/documentReview';
import type { AcceptedIn } from './configs';

/** A row of the view “In this document”. */
export type DocumentNode = GroupNode | PlaceNode | AcceptedGroup | AcceptedNode | ReviewGroup | ReviewNote;

/** `concept` groups all mentions by concept; `rule` lists the findings by rule first, then the other mentions. */
export type Grouping = 'concept' | 'rule';

export interface GroupNode {
  readonly kind: Grouping | 'mentioned';
  readonly id: string;
  readonly places: readonly PlaceNode[];
}

export interface PlaceNode {
  readonly kind: 'place';
  readonly mention: Finding | Allowed;
  readonly document: vscode.TextDocument;
  /** The id of the group that contains it. */
  readonly group: string;
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
