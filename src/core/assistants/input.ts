import { LANGS, type Lang } from '../document';
import { LANGUAGE_IDS } from '../prose/languageIds';
import { isDate } from '../termbase/dates';
import { MOST_QUERY, MOST_REMARKS, MOST_RESULTS, MOST_TEXT } from './limits';

export interface LookUpInput {
  readonly query: string;
  readonly language: Lang | undefined;
  /** How many results are asked for; `undefined` for as many as make a short answer. */
  readonly limit: number | undefined;
}

export interface CheckInput {
  readonly text: string;
  readonly languageId: string;
}

/** A passage with what the caller knows about it. */
export interface PassageInput extends CheckInput {
  readonly language: Lang | 'auto';
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date: string | undefined;
  /** The day of the check, which the caller adds. */
  readonly today?: string | undefined;
}

export interface VerifyInput extends PassageInput {
  /** Judged like the answer of a model, and so of any shape. */
  readonly remarks: readonly unknown[];
}

export interface HistoryInput {
  readonly name: string;
  readonly language: Lang | undefined;
}

/**
 * Throws an error that explains how to correct the input. It is in English, as is everything that an assistant
 * receives.
 */
export function readLookUpInput(input: unknown): LookUpInput {
  const { query, language, limit } = recordOf(input, '{ "query": "IOM member states" }', [
    'query',
    'language',
    'limit',
  ]);
  return {
    query: textOf('query', query, MOST_QUERY, 'Ask with a few words: a name, an abbreviation, a subject, a year.'),
    language: choiceOf('language', language, LANGS),
    limit: limitOf(limit),
  };
}

/** As {@link readLookUpInput}. */
export function readCheckInput(input: unknown): CheckInput {
  const { text, languageId } = recordOf(input, PASSAGE, PASSAGE_KEYS);
  return {
    text: textOf('text', text, MOST_TEXT, 'Divide it at a heading or between paragraphs, and pass one part at a time.'),
    languageId: choiceOf('languageId', languageId, LANGUAGE_IDS) ?? 'markdown',
  };
}

/** As {@link readLookUpInput}. */
export function readPassageInput(input: unknown): PassageInput {
  const passage = readCheckInput(input);
  const { language, date } = recordOf(input, PASSAGE, PASSAGE_KEYS);
  return { ...passage, language: choiceOf('language', language, LANGS) ?? 'auto', date: dateOf(date) };
}

/** As {@link readLookUpInput}. */
export function readVerifyInput(input: unknown): VerifyInput {
  const passage = readPassageInput(input);
  const { remarks } = recordOf(input, PASSAGE, PASSAGE_KEYS);
  if (!Array.isArray(remarks) || remarks.length > MOST_REMARKS)
    throw new Error(`"remarks" must be a list of at most ${MOST_REMARKS} objects with "quote" and "fact".`);
  return { ...passage, remarks };
}

/** As {@link readLookUpInput}. */
export function readHistoryInput(input: unknown): HistoryInput {
  const { name, language } = recordOf(input, '{ "name": "ICEM" }', ['name', 'language']);
  return {
    name: textOf('name', name, MOST_QUERY, 'Pass one name or abbreviation.'),
    language: choiceOf('language', language, LANGS),
  };
}

const PASSAGE_KEYS = ['text', 'languageId', 'language', 'date', 'remarks'];
const PASSAGE = '{ "text": "ICEM assists migrants.", "languageId": "markdown" }';

function recordOf(input: unknown, example: string, known: readonly string[]): Readonly<Record<string, unknown>> {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    throw new Error(`The input must be an object such as ${example}.`);
  const slip = Object.keys(input).find((key) => !known.includes(key));
  if (slip !== undefined) throw new Error(`There is no input ${shown(slip)}. Inputs: ${known.join(', ')}.`);
  return input as Readonly<Record<string, unknown>>;
}

function textOf(key: string, value: unknown, most: number, repair: string): string {
  if (typeof value !== 'string' || value.trim() === '') throw new Error(`"${key}" must be a non-empty string.`);
  if (value.length > most)
    throw new Error(`"${key}" has ${value.length} characters; at most ${most} are taken. ${repair}`);
  return value;
}

function choiceOf<T extends string>(key: string, value: unknown, allowed: readonly T[]): T | undefined {
  if (value === undefined || value === null) return undefined;
  const found = allowed.find((each) => each === value);
  if (found !== undefined) return found;
  throw new Error(`"${key}" cannot be ${shown(value)}; it is one of ${allowed.join(', ')}, or left out.`);
}

function dateOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' && (value === 'today' || isDate(value))) return value;
  throw new Error(
    `"date" cannot be ${shown(value)}; it is a date such as 2019, 2019-05 or 2019-05-31, today, or left out.`,
  );
}

function limitOf(value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MOST_RESULTS) return value;
  throw new Error(`"limit" cannot be ${shown(value)}; it is a whole number from 1 to ${MOST_RESULTS}, or left out.`);
}

/** A value for a message. Only plain values are written out, as another may be of any size. */
function shown(value: unknown): string {
  if (typeof value === 'object') return Array.isArray(value) ? 'an array' : 'an object';
  const text = typeof value === 'string' ? JSON.stringify(value.slice(0, MOST_SHOWN)) : String(value);
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}

const MOST_SHOWN = 60;
