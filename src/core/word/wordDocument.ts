import type { FileDates } from '../document';
import type { WordText } from './wordText';

/** A Word document, with every part of its package, decompressed and in the order of the package. */
export interface WordDocument {
  readonly kind: 'document';
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly text: WordText;
  readonly dates: FileDates | undefined;
}

/** Why bytes cannot be read as a Word document. */
export interface WordProblem {
  readonly kind: 'problem';
  readonly reason: WordReason;
  /** The name of a part, or what is wrong in it, for a bug report; may be empty. */
  readonly detail: string;
}

export type WordReason = 'not-a-zip' | 'truncated' | 'encrypted' | 'legacy-doc' | 'too-large' | 'not-word' | 'xml';
