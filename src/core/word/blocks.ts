import type { Span } from '../document';
import type { Paragraph } from './wordText';

/** What a part of the package contains, in the order of the document. */
export type WordBlock = ParagraphBlock | TableBlock;

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly place: Paragraph['kind'];
  readonly role: Role;
  readonly pieces: readonly Piece[];
  /** The number of characters in each language that the runs declare. */
  readonly languages: ReadonlyMap<string, number>;
}

export type Role =
  | { readonly kind: 'plain' }
  | { readonly kind: 'quote' }
  | { readonly kind: 'heading'; readonly level: number }
  | { readonly kind: 'item'; readonly isNumbered: boolean; readonly level: number };

export interface TableBlock {
  readonly kind: 'table';
  readonly hasHead: boolean;
  readonly rows: readonly (readonly Cell[])[];
}

export interface Cell {
  readonly paragraphs: readonly ParagraphBlock[];
  /** The number of columns. */
  readonly columns: number;
}

export type Piece =
  | TextPiece
  /** A character that no `<w:t>` contains: that of a tab, a symbol, a special hyphen. */
  | { readonly kind: 'character'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'note'; readonly note: NoteReference };

/** The decoded text of a `<w:t>` element, or a range of it. */
export interface TextPiece {
  readonly kind: 'text';
  readonly text: string;
  /** The number of characters of the element that precede the text. */
  readonly offset: number;
  readonly element: Span;
  readonly run: Span;
}

export interface NoteReference {
  readonly kind: 'footnote' | 'endnote';
  readonly id: string;
}

/** The content of a part. Only parts of notes have notes, by their ids. */
export interface Story {
  /** The name of the part. */
  readonly part: string;
  /** Whether the part is the main part of a Word document. */
  readonly isDocument: boolean;
  readonly blocks: readonly WordBlock[];
  readonly notes: ReadonlyMap<string, readonly WordBlock[]>;
}
