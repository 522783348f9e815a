import * as z from 'zod/mini';
import { LANGS } from '../document';
import { RULE_LEVELS, RULES, type RuleId } from '../rules';
import { list, MOST_LISTED, needs, text } from '../schema';

// The one description of a configuration. From it come what is accepted (`configReader.ts`) and
// `data/config.schema.json`, whose descriptions are the comments of this file (`scripts/schemas.ts`).

/** The level of the findings that are certain; default keeps what the rule decides for each finding. */
const LEVEL = z.optional(z.enum(RULE_LEVELS));
const ANY_TEXT = z.string().check(z.regex(/\S/));
const SHORT_TEXT = text(/\S/, 1000);

/** How loud each rule is: off, a level, or default. Each is described as in the settings of the editor. */
export const LEVELS = needs(
  `an object, for example { "${RULES[0]}": "off" }`,
  z.strictObject(Object.fromEntries(RULES.map((rule) => [rule, LEVEL])) as Record<RuleId, typeof LEVEL>),
);

/** A finding that is ignored in this folder. */
export const ACCEPTED = needs(
  `a "rule", one of ${RULES.join(', ')}, a "text", the "name" that a check gives for it and, where it holds for one place, the words "around" it; nothing else`,
  z.strictObject({
    /** The rule that found it. */
    rule: z.enum(RULES),
    /** What was found, as it is written. */
    text: SHORT_TEXT,
    /**
     * Id of the fact or name that it contradicts, as a check gives it in JSON; without it the words are ignored
     * whatever they are about.
     */
    name: z.optional(SHORT_TEXT),
    /** The words around it; without them it is ignored wherever it occurs. */
    around: z.optional(SHORT_TEXT),
  }),
);

/** What holds for the documents of this folder and those below it, in the editor and on the command line. */
export const CONFIG = z.strictObject({
  /** Where this schema stands, so that an editor can check and complete the file. */
  $schema: z.optional(z.string()),
  /** How loud each rule is: off, a level, or default. */
  rules: z.optional(LEVELS),
  /** Language of the documents; auto lets the text decide. */
  language: z.optional(z.enum(['auto', ...LANGS])),
  /** Termbases of your own, as paths from the folder of this file. */
  termbases: z.optional(
    needs(`a list of at most ${MOST_LISTED} paths, for example [ "house.migration-terms.json" ]`, list(ANY_TEXT)),
  ),
  /** Findings that are ignored in this folder. */
  accepted: z.optional(
    needs(
      `a list of at most ${MOST_LISTED} findings, for example [ { "rule": "${RULES[0]}", "text": "ICEM" } ]`,
      list(ACCEPTED),
    ),
  ),
  /** Files and folders that are not checked: patterns from the folder of this file, such as archive/**. */
  exclude: z.optional(
    needs(`a list of at most ${MOST_LISTED} patterns, for example [ "**/archive/**" ]`, list(ANY_TEXT)),
  ),
  /** off: the documents of this folder and those below are not sent to a language model for a review. */
  review: z.optional(z.enum(['off'])),
});
