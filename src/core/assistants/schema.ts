import * as z from 'zod/mini';
import { LANGS } from '../document';
import { LANGUAGE_IDS } from '../prose/languageIds';
import { CHECKS, type Check } from '../review/judge';
import { RULES, SEVERITIES } from '../rules';
import { DATE_FORM } from '../termbase/dates';
import { SECTIONS } from '../termbase/lists';
import { MOST_QUERY, MOST_REMARKS, MOST_RESULTS, MOST_TEXT } from './limits';

// The one description of what assistants pass and receive. From it come the types (`answers.ts`) and
// `data/assistants.schema.json`, where the comments on inputs become what an assistant reads (`scripts/schemas.ts`). No
// program loads it.

const textUpTo = (most: number) => z.string().check(z.minLength(1), z.maxLength(most));
const TEXT = z.string();
const SOME_TEXT = z.optional(TEXT);
const SOME_TEXTS = z.optional(z.array(TEXT));
const COUNT = z.int().check(z.gte(0));
const SOME_COUNT = z.optional(COUNT);
const LINE = z.int().check(z.gte(1));
const LANG = z.enum(LANGS);
const VALUE = z.union([z.string(), z.number()]);

const ANSWER_LANGUAGE = {
  /**
   * The language of the answer. Left out: the language of the server, English unless it was started with another.
   */
  language: z.optional(LANG),
};
const PASSAGE = {
  /** The passage, of at most 100000 characters. Whole paragraphs are judged best, because context decides. */
  text: textUpTo(MOST_TEXT),
};
const OF_PASSAGE = {
  /** How the passage is marked up, as one of VS Code's language ids. Left out: markdown. */
  languageId: z._default(z.enum(LANGUAGE_IDS), 'markdown'),
  /** The language of the passage. Left out: it is detected. */
  language: z.optional(LANG),
  /**
   * The date of the text, as YYYY, YYYY-MM or YYYY-MM-DD: a text of 1965 may call IOM by its name of 1965. Left out:
   * the text says it, or is taken for a text of today.
   */
  date: z.optional(z.string().check(z.regex(new RegExp(`${DATE_FORM.source}|^today$`)))),
};

export const LOOK_UP_INPUT = z.strictObject({
  /**
   * A name, an abbreviation, or a few words for a fact, in English, French or Spanish: "ICEM", "IOM member states",
   * "objective 7", "Director General 2015".
   */
  query: textUpTo(MOST_QUERY),
  ...ANSWER_LANGUAGE,
  /** How many results at most. Left out: as many of the best as make a short answer. */
  limit: z.optional(z.int().check(z.gte(1), z.lte(MOST_RESULTS))),
});

export const PASSAGE_INPUT = z.strictObject({ ...PASSAGE, ...OF_PASSAGE });

export const VERIFY_INPUT = z.strictObject({
  ...PASSAGE,
  /**
   * Your remarks: "quote", the wrong words as in the passage and as few as possible; "n", which occurrence, from 1;
   * "fact", the id of the line of the record, such as F12, or the id of a fact that look_up returns; "right", the words
   * to write instead; "sure", from 0 to 1.
   */
  remarks: z.array(z.unknown()).check(z.maxLength(MOST_REMARKS)),
  ...OF_PASSAGE,
});

export const HISTORY_INPUT = z.strictObject({
  /** A name or an abbreviation, present or former, or the id of a concept in the record: "ICEM", "iom". */
  name: textUpTo(MOST_QUERY),
  ...ANSWER_LANGUAGE,
});

// A source as an assistant can cite it.
export const SOURCE = z.strictObject({
  title: TEXT,
  publisher: SOME_TEXT,
  number: SOME_TEXT,
  issued: SOME_TEXT,
  url: SOME_TEXT,
});
const SOURCES = z.array(SOURCE);

// A name as an assistant can use it. `concept` is the id of the concept.
export const NAME = z.strictObject({
  kind: z.literal('name'),
  concept: TEXT,
  name: TEXT,
  language: LANG,
  status: z.enum(['preferred', 'admitted', 'superseded', 'deprecated']),
  officialName: TEXT,
  isA: TEXT,
  definition: TEXT,
  sources: SOURCES,
  validFrom: SOME_TEXT,
  validTo: SOME_TEXT,
  instead: SOME_TEXTS,
  because: SOME_TEXT,
  namesInTime: SOME_TEXT,
});

// A fact as an assistant can cite it.
export const FACT = z.strictObject({
  kind: z.literal('fact'),
  id: TEXT,
  section: z.enum(SECTIONS),
  statement: TEXT,
  subject: TEXT,
  property: TEXT,
  value: VALUE,
  confidence: TEXT,
  sources: SOURCES,
  unit: SOME_TEXT,
  asOf: SOME_TEXT,
  from: SOME_TEXT,
  to: SOME_TEXT,
  reviewed: SOME_TEXT,
  othersSay: z.optional(z.array(z.strictObject({ value: VALUE, verdict: TEXT, sources: SOURCES }))),
  note: SOME_TEXT,
});

// `found`: whether the results answer the query, contain only most of what it asks, or are at most names that it
// contains. `near`: the nearest names if nothing was found. `more`: the number of results that are not listed.
export const LOOK_UP_ANSWER = z.strictObject({
  query: TEXT,
  language: LANG,
  found: z.enum(['answer', 'guess', 'nothing']),
  results: z.array(z.union([NAME, FACT])),
  recordAsOf: SOME_TEXT,
  near: SOME_TEXTS,
  more: SOME_COUNT,
  note: SOME_TEXT,
});

const REASON = { rule: z.enum(RULES), message: TEXT, because: TEXT, sources: SOURCES, asOf: SOME_TEXT };

// `instead`: the replacement that needs no confirmation. `fixes`: the titles of all fixes, best first.
export const FINDING = z.strictObject({
  found: TEXT,
  line: LINE,
  severity: z.enum(SEVERITIES),
  certainty: z.enum(['certain', 'likely']),
  fixes: z.array(TEXT),
  instead: SOME_TEXT,
  ...REASON,
});

// `heldBack`: what the time of the passage holds back.
export const CHECK_ANSWER = z.strictObject({
  findings: z.array(FINDING),
  recordAsOf: SOME_TEXT,
  more: SOME_COUNT,
  heldBack: SOME_TEXT,
  note: SOME_TEXT,
});

// The remarks that the record proves, and the number of remarks that each check dropped.
export const VERIFY_ANSWER = z.strictObject({
  findings: z.array(FINDING),
  dropped: z.strictObject(Object.fromEntries(CHECKS.map((check) => [check, COUNT])) as Record<Check, typeof COUNT>),
  note: SOME_TEXT,
});

// The whole passage with the changes, of which at most a hundred are listed; each has the edits for one finding, such
// as a name and the article that precedes it. `choices` are the first of the findings `left`, which no change removes
// and a person has to decide: a former name or a value that was right once, a status, two possible repairs.
export const FIX_ANSWER = z.strictObject({
  text: TEXT,
  changes: z.array(
    z.strictObject({ line: LINE, edits: z.array(z.strictObject({ before: TEXT, after: TEXT })), ...REASON }),
  ),
  left: COUNT,
  choices: z.array(z.strictObject({ line: LINE, found: TEXT, message: TEXT })),
  recordAsOf: SOME_TEXT,
  more: SOME_COUNT,
  heldBack: SOME_TEXT,
  note: SOME_TEXT,
});

// A name of the concept `concept`, with its correct forms by language, the official ones first, and its first sources.
const NAME_IN_TIME = z.strictObject({
  concept: TEXT,
  name: TEXT,
  because: TEXT,
  forms: z.strictObject({ en: SOME_TEXTS, fr: SOME_TEXTS, es: SOME_TEXTS }),
  sources: SOURCES,
  validFrom: SOME_TEXT,
  validTo: SOME_TEXT,
});

// Names in chronological order, with those of the bodies that it replaced and that replaced it.
const NAME_HISTORY = z.strictObject({
  concept: TEXT,
  isA: TEXT,
  definition: TEXT,
  names: z.array(NAME_IN_TIME),
  sameAs: SOME_TEXTS,
});

// `near`: similar names, if the record does not have this one.
export const HISTORY_ANSWER = z.strictObject({
  query: TEXT,
  language: LANG,
  results: z.array(NAME_HISTORY),
  recordAsOf: SOME_TEXT,
  near: SOME_TEXTS,
  note: SOME_TEXT,
});
