import { DEFAULT_OPTIONS } from '../options';
import type { Review } from '../review/review';
import { readPassageInput } from './input';
import type { Queried } from './tools';
import { reviewOf } from './verifyAnswer';
import { INPUT_TEXTS, NOTHING_TO_REVIEW, PROMPT_TEXTS, thenVerify } from './wording';

/** A prompt that a user of an assistant can choose. */
export interface Prompt {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly arguments: readonly { readonly name: string; readonly description: string; readonly required: boolean }[];
  /** The message to the assistant; throws an error that explains how to correct the arguments. */
  text(given: unknown, record: Queried): string;
}

/** The request of a review to an assistant, which then passes its remarks to a tool. */
export function reviewPrompt(review: Review, tool: string): string {
  return review.passages.length === 0 ? NOTHING_TO_REVIEW : `${review.requestForAll()}\n${thenVerify(tool)}\n`;
}

export const PROMPTS: readonly Prompt[] = [
  {
    name: 'review',
    ...PROMPT_TEXTS.review,
    arguments: [
      { name: 'text', description: INPUT_TEXTS.text, required: true },
      { name: 'languageId', description: INPUT_TEXTS.languageId, required: false },
      { name: 'language', description: INPUT_TEXTS.textLanguage, required: false },
      { name: 'date', description: INPUT_TEXTS.date, required: false },
    ],
    text(given, { termbase, today }) {
      const review = reviewOf({ ...readPassageInput(given), today }, termbase, DEFAULT_OPTIONS.rules);
      return reviewPrompt(review, 'verify_claims');
    },
  },
];
