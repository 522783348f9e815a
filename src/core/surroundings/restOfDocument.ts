import type { Lang } from '../document';
import { UNDATED, type TextTime } from '../reading/textTime/textTime';
import type { Introduction, Setting } from '../reading/setting';
import type { Time } from '../reading/times';
import type { TermEntry } from '../termbase/termbase';
import type { EarlierText } from '../reading/text';

/**
 * The facts about the rest of a document that the judgement of one part needs. Every query goes through this interface,
 * so that its implementation can determine which parts must be judged again after an edit: those that received a
 * different answer.
 */
export interface RestOfDocument {
  /** The language of the document as a whole. */
  language(): Lang;
  /** Whether its author writes accents. */
  writesAccents(): boolean;
  /** Whether the apostrophes within its words are curved, all of them. */
  writesCurvedApostrophes(): boolean;
  /** Whether the document has the broken line ends of a scanned text. */
  isScanned(): boolean;
  /** Whether the document is a law or treaty: it has several numbered articles, or a preamble. */
  isLegalText(): boolean;
  /** The time as of which the document is judged. */
  textTime(): TextTime;
  /**
   * True where the document introduces the abbreviation with one of our full names, false where it introduces another
   * body with it.
   */
  isIntroduced(abbreviation: string): boolean | undefined;
  /** The headings above the part that govern its beginning, nearest first. */
  headings(): readonly Heading[];
  /**
   * The headings that govern the place where the document first calls a footnote, nearest first; `undefined` where
   * nothing calls it.
   */
  headingsOfNote(label: string): readonly Heading[] | undefined;
  /**
   * The text of the n-th part before this one that has blocks, nearest first, in the form that a discourse reads;
   * `undefined` before the beginning of the document.
   */
  before(n: number): EarlierText | undefined;
  /** The number of blocks before the part, after the last one that names a concept; Infinity if that is far. */
  blocksSinceName(): number;
  /** The first term with which the document names a concept; `undefined` where it does not. */
  nameOf(concept: string): TermEntry | undefined;
  /**
   * The introduction of the list within which the part begins, from the paragraph that precedes the list, and the
   * distance of its end from the part; within {@link NEAR}.
   */
  introduction(): { readonly introduction: Introduction; readonly distance: number } | undefined;
  /**
   * The distance of the next passage with a word of migration other than `own` from that edge of the part, in code
   * units; Infinity where there is none within {@link NEAR}.
   */
  anchorDistance(side: Side, own: string): number;
  /**
   * The other meanings of abbreviations for which words within {@link NEXT} of that edge are evidence, nearest first.
   */
  otherMeanings(side: Side): readonly DistantMeaning[];
}

export interface DistantMeaning {
  readonly id: string;
  /** The distance from the edge of the part to the passage, in code units. */
  readonly distance: number;
}

/**
 * The distances from the passage of an abbreviation within which evidence of its meaning counts: `NEXT` for a word of
 * another meaning, `NEAR` for a word of migration; in code units.
 */
export const NEXT = 1000;
export const NEAR = 3400;

export type Side = 'before' | 'after';

/** The information that a heading gives about the text under it. */
export interface Heading {
  /** The level of the heading; 1 for the topmost. */
  readonly level: number;
  readonly isBibliography: boolean;
  readonly setting: Setting | undefined;
  readonly times: readonly Time[];
  /** Whether it speaks of the years after the Second World War. */
  readonly isPostWar: boolean;
}

/** A time from a heading of an earlier part. Its index in {@link RestOfDocument.headings} locates it. */
export interface InheritedTime extends Time {
  /** Index of the heading, and of the time within it. */
  readonly inherited: readonly [heading: number, time: number];
  /** The label of the note at whose call the headings were asked for, instead. */
  readonly note?: string | undefined;
}

/**
 * The rest of the document for a part that is read on behalf of a later one: only the language is known.
 */
export class UnknownRest implements RestOfDocument {
  constructor(private readonly lang: Lang) {}

  language(): Lang {
    return this.lang;
  }
  writesAccents(): boolean {
    return true;
  }
  writesCurvedApostrophes(): boolean {
    return false;
  }
  isScanned(): boolean {
    return false;
  }
  isLegalText(): boolean {
    return false;
  }
  textTime(): TextTime {
    return UNDATED;
  }
  isIntroduced(): undefined {
    return undefined;
  }
  headings(): readonly never[] {
    return [];
  }
  headingsOfNote(_label: string): readonly Heading[] | undefined {
    return undefined;
  }
  before(): undefined {
    return undefined;
  }
  blocksSinceName(): number {
    return Infinity;
  }
  nameOf(): undefined {
    return undefined;
  }
  introduction(): undefined {
    return undefined;
  }
  anchorDistance(): number {
    return Infinity;
  }
  otherMeanings(): readonly never[] {
    return [];
  }
}
