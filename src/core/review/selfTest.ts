import data from '../../../data/review/self-test.json';
import { overlaps, type Lang } from '../document';
import { DEFAULT_OPTIONS } from '../options';
import type { Termbase } from '../termbase/termbase';
import type { Finding } from '../finding';
import { reviewOf, type Review } from './review';

/** A document of the self-test, and the words in it that are wrong. */
export interface TestDocument {
  readonly id: string;
  readonly lang: Lang;
  readonly text: string;
  /** Each is found by a remark that overlaps its occurrence `n`, from 1. */
  readonly wrong: readonly { readonly text: string; readonly n?: number }[];
}

export const TEST_DOCUMENTS = data.documents as readonly TestDocument[];

/** The review of a document of the self-test. */
export function reviewOfTest({ text, lang }: TestDocument, termbase: Termbase): Review {
  return reviewOf({ text, languageId: 'markdown', lang }, termbase, DEFAULT_OPTIONS);
}

/** How the remarks on a document compare with the errors in it. */
export interface Score {
  readonly errors: number;
  readonly found: number;
  readonly remarks: number;
  readonly right: number;
}

export function scoreOf({ text, wrong }: TestDocument, remarks: readonly Finding[]): Score {
  const spans = wrong.map(({ text: words, n = 1 }) => {
    let start = -1;
    for (let i = 0; i < n; i++) start = text.indexOf(words, start + 1);
    return { start, end: start + words.length };
  });
  return {
    errors: spans.length,
    found: spans.filter((span) => remarks.some((remark) => overlaps(span, remark))).length,
    remarks: remarks.length,
    right: remarks.filter((remark) => spans.some((span) => overlaps(span, remark))).length,
  };
}
