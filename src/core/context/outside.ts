import type { Lang } from '../document';
import type { Text } from '../reading/discourse';
import type { DocumentDate } from '../reading/documentDate';
import type { Introduction, Setting } from '../reading/setting';
import type { Time } from '../reading/times';
import type { TermEntry } from '../termbase/termbase';

/**
 * What the judgement of one part of a document asks about the rest of it. Every question goes through here, so that
 * whoever answers can tell which parts have to be judged again after an edit: those that were given another answer.
 */
export interface Outside {
  /** The language of the document as a whole. */
  language(): Lang;
  /** Whether its author writes accents. */
  writesAccents(): boolean;
  /** Whether it has the broken line ends of a scanned text. */
  isScanned(): boolean;
  /** Whether it is a law or treaty: several numbered articles, or a preamble. */
  isLegalText(): boolean;
  /** The date that the document gives itself, where it is of an earlier time than the record's newest; a newer one is a draft of today. */
  documentDate(): DocumentDate | undefined;
  /** The year that a draft of today gives itself; what the record knows of an earlier time does not contradict it. */
  yearOfToday(): number | undefined;
  /** True where the document writes one of our full names of the abbreviation, false where it introduces another body so. */
  isIntroduced(abbreviation: string): boolean | undefined;
  /** The headings above the part that govern its beginning, nearest first. */
  headings(): readonly Heading[];
  /** The text of the n-th part before this one, the nearest first, as a discourse reads it; `undefined` before the document's beginning. */
  before(n: number): Text | undefined;
  /** The first term by which the document names a concept; `undefined` where it does not. */
  nameOf(concept: string): TermEntry | undefined;
  /** What the paragraph before a list says of it that the part begins within, and how far before the part it ends; within {@link NEAR}. */
  introduction(): { readonly introduction: Introduction; readonly distance: number } | undefined;
  /** How far from that edge of the part, in code units, the next passage with a word of migration other than `own` stands; Infinity where none does within {@link NEAR}. */
  anchorDistance(side: Side, own: string): number;
  /** The other meanings of abbreviations that words within {@link NEXT} of that edge speak for, nearest first. */
  otherMeanings(side: Side): readonly DistantMeaning[];
}

export interface DistantMeaning {
  readonly id: string;
  /** From the edge of the part to the passage, in code units. */
  readonly distance: number;
}

/** How far from an abbreviation's passage a word of another meaning still counts, and a word of migration; in code units. */
export const NEXT = 1000;
export const NEAR = 3400;

export type Side = 'before' | 'after';

/** What a heading says about the text under it. */
export interface Heading {
  /** 1 for the topmost. */
  readonly level: number;
  readonly isBibliography: boolean;
  readonly setting: Setting | undefined;
  readonly times: readonly Time[];
}

/** A time told by a heading of an earlier part: where it stands is known by its place in {@link Outside.headings}. */
export interface InheritedTime extends Time {
  /** Index of the heading, and of the time in it. */
  readonly inherited: readonly [heading: number, time: number];
}
