import schemas from '../../../data/assistants.schema.json';
import { DEFAULT_OPTIONS } from '../options';
import type { Review } from '../review/review';
import { readPassageInput } from './input';
import type { Queried } from './tools';
import { reviewOfPassage } from './verifyAnswer';
import { NOTHING_TO_REVIEW, PROMPT_TEXTS, thenVerify } from './wording';

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

const { properties, required } = schemas.passageInput;

export const PROMPTS: readonly Prompt[] = [
  {
    name: 'review',
    ...PROMPT_TEXTS.review,
    arguments: Object.entries(properties).map(([name, { description }]) => ({
      name,
      description,
      required: required.includes(name),
    })),
    text(given, { termbase, today }) {
      const review = reviewOfPassage({ ...readPassageInput(given), today }, termbase, DEFAULT_OPTIONS.rules);
      return reviewPrompt(review, 'verify_claims');
    },
  },
];
