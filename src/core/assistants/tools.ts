import schemas from '../../../data/assistants.schema.json';
import type { Lang } from '../document';
import { DEFAULT_OPTIONS } from '../options';
import type { Termbase } from '../termbase/termbase';
import { checkAnswer } from './checkAnswer';
import { fixAnswer } from './fixAnswer';
import { historyAnswer } from './historyAnswer';
import { readHistoryInput, readLookUpInput, readPassageInput, readVerifyInput } from './input';
import { lookUpAnswer } from './lookUpAnswer';
import { verifyAnswer } from './verifyAnswer';
import { TOOL_TEXTS } from './wording';

/** A tool as an assistant sees it. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: object;
  /** The answer conforms to it. */
  readonly outputSchema: object;
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

const { rules } = DEFAULT_OPTIONS;

/** All tools; they only read. */
export const TOOLS: readonly Tool[] = [
  {
    name: 'look_up',
    ...TOOL_TEXTS.lookUp,
    inputSchema: schemas.lookUpInput,
    outputSchema: schemas.lookUpAnswer,
    answer: (input, { termbase, lang }) => lookUpAnswer(readLookUpInput(input), termbase, lang),
  },
  {
    name: 'check_text',
    ...TOOL_TEXTS.check,
    inputSchema: schemas.passageInput,
    outputSchema: schemas.checkAnswer,
    answer: (input, { termbase, today }) => checkAnswer({ ...readPassageInput(input), today }, termbase, rules),
  },
  {
    name: 'fix_text',
    ...TOOL_TEXTS.fix,
    inputSchema: schemas.passageInput,
    outputSchema: schemas.fixAnswer,
    answer: (input, { termbase, today }) => fixAnswer({ ...readPassageInput(input), today }, termbase, rules),
  },
  {
    name: 'verify_claims',
    ...TOOL_TEXTS.verify,
    inputSchema: schemas.verifyInput,
    outputSchema: schemas.verifyAnswer,
    answer: (input, { termbase, today }) => verifyAnswer({ ...readVerifyInput(input), today }, termbase, rules),
  },
  {
    name: 'name_history',
    ...TOOL_TEXTS.history,
    inputSchema: schemas.historyInput,
    outputSchema: schemas.historyAnswer,
    answer: (input, { termbase, lang }) => historyAnswer(readHistoryInput(input), termbase, lang),
  },
];
