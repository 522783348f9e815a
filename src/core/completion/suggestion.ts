import type { Lang, Span } from '../document';

/** A text that can replace what was typed. */
export interface Suggestion {
  readonly kind: 'name' | 'abbreviation' | 'objective' | 'symbol';
  readonly label: string;
  /** The text that replaces the span. */
  readonly text: string;
  /** The period of validity, or what it denotes: a few words. */
  readonly detail: string;
  /** A sentence that defines it; empty if unknown. */
  readonly definition: string;
}

export interface Suggestions {
  /** The span of the text typed so far, up to the cursor. */
  readonly span: Span;
  readonly items: readonly Suggestion[];
}

/** The text before the cursor on which a completion is based. */
export interface Typed {
  /** The line up to the cursor, or only the end of it if it is long. */
  readonly line: string;
  /** Offset of the start of {@link line} in the document. */
  readonly offset: number;
  readonly text: string;
  readonly lang: Lang;
}
