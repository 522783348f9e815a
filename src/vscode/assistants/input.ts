import { LANGS, type Lang } from '../../core/document';
import { LANGUAGE_IDS } from '../../core/prose/languages';

export interface LookUpInput {
  readonly query: string;
  readonly language: Lang | undefined;
  readonly limit: number;
}

export interface CheckInput {
  readonly text: string;
  readonly languageId: string;
}

export const MOST_QUERY = 200;
export const MOST_TEXT = 100_000;
export const MOST_RESULTS = 20;

/**
 * Throws an error that explains how to correct the input. It is in English, as is everything that an assistant
 * receives.
 */
export function readLookUpInput(input: unknown): LookUpInput {
  const { query, language, limit } = recordOf(input, '{ "query": "IOM member states" }');
  return {
    query: textOf('query', query, MOST_QUERY, 'Ask with a few words: a name, an abbreviation, a subject, a year.'),
    language: choiceOf('language', language, LANGS) as Lang | undefined,
    limit: limitOf(limit),
  };
}

/** As {@link readLookUpInput}. */
export function readCheckInput(input: unknown): CheckInput {
  const { text, languageId } = recordOf(input, '{ "text": "ICEM assists migrants.", "languageId": "markdown" }');
  return {
    text: textOf('text', text, MOST_TEXT, 'Divide it at a heading or between paragraphs, and check the parts.'),
    languageId: choiceOf('languageId', languageId, LANGUAGE_IDS) ?? 'markdown',
  };
}

function recordOf(input: unknown, example: string): Readonly<Record<string, unknown>> {
  if (typeof input === 'object' && input !== null && !Array.isArray(input))
    return input as Readonly<Record<string, unknown>>;
  throw new Error(`The input must be an object such as ${example}.`);
}

function textOf(key: string, value: unknown, most: number, repair: string): string {
  if (typeof value !== 'string' || value.trim() === '') throw new Error(`"${key}" must be a non-empty string.`);
  if (value.length > most)
    throw new Error(`"${key}" has ${value.length} characters; at most ${most} are taken. ${repair}`);
  return value;
}

function choiceOf(key: string, value: unknown, allowed: readonly string[]): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' && allowed.includes(value)) return value;
  throw new Error(`"${key}" cannot be ${JSON.stringify(value)}; it is one of ${allowed.join(', ')}, or left out.`);
}

function limitOf(value: unknown): number {
  if (value === undefined || value === null) return 8;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MOST_RESULTS) return value;
  throw new Error(
    `"limit" cannot be ${JSON.stringify(value)}; it is a whole number from 1 to ${MOST_RESULTS}, or left out.`,
  );
}
