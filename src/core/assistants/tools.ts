import { LANGS, type Lang } from '../document';
import { DEFAULT_OPTIONS } from '../options';
import { ANSWER_ITEM } from '../review/answer';
import { LANGUAGE_IDS } from '../prose/languageIds';
import { DATE_FORM } from '../termbase/dates';
import type { Termbase } from '../termbase/termbase';
import { CHECK_ANSWER, FIX_ANSWER, HISTORY_ANSWER, LOOK_UP_ANSWER, VERIFY_ANSWER } from './answerSchemas';
import { checkAnswer } from './checkAnswer';
import { fixAnswer } from './fixAnswer';
import { historyAnswer } from './historyAnswer';
import {
  MOST_QUERY,
  MOST_REMARKS,
  MOST_RESULTS,
  MOST_TEXT,
  readHistoryInput,
  readLookUpInput,
  readPassageInput,
  readVerifyInput,
} from './input';
import { about, objectOf, oneOf, type JsonSchema, type ObjectSchema } from '../jsonSchema';
import { lookUpAnswer } from './lookUpAnswer';
import { verifyAnswer } from './verifyAnswer';
import { INPUT_TEXTS, TOOL_TEXTS } from './wording';

/** A tool as an assistant sees it. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: ObjectSchema;
  /** The answer conforms to it. */
  readonly outputSchema: ObjectSchema;
  /** Throws an error that explains how to correct the input. */
  answer(input: unknown, record: Queried): object;
}

/** The record that is queried, and the language of the answers that do not request another. */
export interface Queried {
  readonly termbase: Termbase;
  readonly lang: Lang;
  /** The day of the request, `YYYY-MM-DD`. */
  readonly today?: string;
}

const ANSWER_LANGUAGE = { language: about(oneOf(LANGS), INPUT_TEXTS.answerLanguage) };
const PASSAGE: Readonly<Record<string, JsonSchema>> = {
  languageId: about({ ...oneOf(LANGUAGE_IDS), default: 'markdown' }, INPUT_TEXTS.languageId),
  language: about(oneOf(LANGS), INPUT_TEXTS.textLanguage),
  date: about({ type: 'string', pattern: `${DATE_FORM.source}|^today$` }, INPUT_TEXTS.date),
};
const { rules } = DEFAULT_OPTIONS;

/** All tools; they only read. */
export const TOOLS: readonly Tool[] = [
  {
    name: 'look_up',
    ...TOOL_TEXTS.lookUp,
    inputSchema: objectOf(
      { query: about(textOf(MOST_QUERY), INPUT_TEXTS.query) },
      {
        ...ANSWER_LANGUAGE,
        limit: about({ type: 'integer', minimum: 1, maximum: MOST_RESULTS }, INPUT_TEXTS.limit),
      },
    ),
    outputSchema: LOOK_UP_ANSWER,
    answer: (input, { termbase, lang }) => lookUpAnswer(readLookUpInput(input), termbase, lang),
  },
  {
    name: 'check_text',
    ...TOOL_TEXTS.check,
    inputSchema: objectOf({ text: about(textOf(MOST_TEXT), INPUT_TEXTS.text) }, PASSAGE),
    outputSchema: CHECK_ANSWER,
    answer: (input, { termbase, today }) => checkAnswer({ ...readPassageInput(input), today }, termbase, rules),
  },
  {
    name: 'fix_text',
    ...TOOL_TEXTS.fix,
    inputSchema: objectOf({ text: about(textOf(MOST_TEXT), INPUT_TEXTS.text) }, PASSAGE),
    outputSchema: FIX_ANSWER,
    answer: (input, { termbase, today }) => fixAnswer({ ...readPassageInput(input), today }, termbase, rules),
  },
  {
    name: 'verify_claims',
    ...TOOL_TEXTS.verify,
    inputSchema: objectOf(
      {
        text: about(textOf(MOST_TEXT), INPUT_TEXTS.text),
        remarks: about({ type: 'array', maxItems: MOST_REMARKS, items: ANSWER_ITEM }, INPUT_TEXTS.remarks),
      },
      PASSAGE,
    ),
    outputSchema: VERIFY_ANSWER,
    answer: (input, { termbase, today }) => verifyAnswer({ ...readVerifyInput(input), today }, termbase, rules),
  },
  {
    name: 'name_history',
    ...TOOL_TEXTS.history,
    inputSchema: objectOf({ name: about(textOf(MOST_QUERY), INPUT_TEXTS.name) }, ANSWER_LANGUAGE),
    outputSchema: HISTORY_ANSWER,
    answer: (input, { termbase, lang }) => historyAnswer(readHistoryInput(input), termbase, lang),
  },
];

function textOf(maxLength: number): JsonSchema {
  return { type: 'string', minLength: 1, maxLength };
}
