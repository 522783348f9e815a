import type { Sentence } from './sentence';
import type { Lang, Span } from '../document';
import type { Mention } from '../mentions/findMentions';
import type { Block, Prose } from '../prose/prose';
import type { TermEntry } from '../termbase/termbase';
import type { Range } from './nodes';
import type { Reading } from './read';

/** The input of the discourse: the sentences of a part with their mentions. */
export interface Text {
  readonly prose: Prose;
  sentencesOf(block: Block): readonly Sentence[];
  mentionsIn(span: Span): readonly Mention[];
  firstMentionIn(span: Span): Mention | undefined;
  siteOf(mention: Mention): { readonly sentence: Sentence; readonly first: number; readonly next: number } | undefined;
  languageOf(block: Block): Lang;
}

/** The text of a preceding part. */
export interface EarlierText extends Text {
  /** How many parts it precedes the current one by, without those that have no blocks; at least 1. */
  readonly distance: number;
  /** Whether a mention is one of a homonym. */
  isForeign(mention: Mention): boolean;
}

/** The facts about the rest of the document that the discourse needs. */
export interface Rest {
  /** The text of the n-th preceding part that has blocks, nearest first. */
  before(n: number): EarlierText | undefined;
  /** The first term with which the document names a concept. */
  nameOf(concept: string): TermEntry | undefined;
}

/** The subjects of a relation, to which a word may refer. */
export interface Wanted {
  readonly concepts: ReadonlySet<string>;
}

/** A range of tokens in a sentence. */
export interface Part extends Range {
  readonly sentence: Sentence;
  /** The text of an earlier part of the document, if the sentence belongs to one. */
  readonly text?: Text;
}

/** A sentence at its position in the text. */
export interface SentenceSite {
  readonly block: Block;
  readonly index: number;
  readonly reading: Reading;
  /** The text of a preceding part, if the sentence belongs to one. */
  readonly text?: Text;
}

export function isEarlier(text: Text): text is EarlierText {
  return 'isForeign' in text;
}
