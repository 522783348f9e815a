import { LANGS, type Lang, type TextDocument } from '../core/document';
import { isRecord } from '../core/given';
import { DEFAULT_OPTIONS, type Accepted, type Options } from '../core/options';
import { RULE_LEVELS, RULES, isRuleId } from '../core/rules';
import { dayOf, isDate } from '../core/termbase/dates';
import type { CheckOptions, CommentOptions, FactFilter, LookUpOptions } from './types';

/** The options of a check, complete and valid. */
export interface ReadCheckOptions {
  readonly document: TextDocument;
  readonly judging: Options;
  readonly termbases: readonly object[];
}

/** Throws a TypeError unless the value is a string. `called` is the function that the caller called. */
export function requireText(called: string, argument: string, value: unknown): void {
  if (typeof value !== 'string') throw new TypeError(`${called}: "${argument}" must be a string.`);
}

/** As {@link requireText}, for the bytes of a file. */
export function requireBytes(called: string, value: unknown): void {
  if (!(value instanceof Uint8Array)) throw new TypeError(`${called}: the file must be a Uint8Array.`);
}

/** Reads the options of `check` and `fix`; throws a TypeError that says what is allowed. */
export function readCheckOptions(called: string, text: string, options: CheckOptions): ReadCheckOptions {
  const { languageId, ...others } = keysOf(called, options, [...JUDGING, 'languageId'] as const);
  const { lang, date, judging, termbases } = judgingOf(called, others);
  return {
    document: {
      text,
      languageId: textOf(called, 'languageId', languageId) ?? 'plaintext',
      lang,
      date,
      today: dayOf(new Date()),
    },
    judging,
    termbases,
  };
}

/** As {@link readCheckOptions}, for `writeComments`. */
export function readCommentOptions(called: string, options: CommentOptions) {
  const known = [...JUDGING, 'tracked', 'author', 'written'] as const;
  const { tracked, author, written, ...others } = keysOf(called, options, known);
  if (tracked !== undefined && typeof tracked !== 'boolean' && tracked !== 'all')
    throw new TypeError(`${called}: "tracked" must be true, false or "all", not ${shown(tracked)}.`);
  return {
    tracked: tracked ?? false,
    author: textOf(called, 'author', author) ?? 'Migration Terms',
    written: timeOf(called, written),
    ...judgingOf(called, others),
  };
}

const JUDGING = ['language', 'rules', 'accepted', 'termbases', 'date'] as const;

function judgingOf(
  called: string,
  { language, rules, accepted, termbases, date }: Partial<Record<(typeof JUDGING)[number], unknown>>,
) {
  return {
    lang: oneOf(called, 'language', language, ['auto', ...LANGS] as const) ?? 'auto',
    date: dateOf(called, date),
    judging: {
      ...DEFAULT_OPTIONS,
      rules: { ...DEFAULT_OPTIONS.rules, ...rulesOf(called, rules) },
      accepted: acceptedOf(called, accepted),
    },
    termbases: termbasesOf(called, termbases),
  };
}

/** As {@link readCheckOptions}, for `lookUp`. */
export function readLookUpOptions(
  called: string,
  options: LookUpOptions,
): { readonly language: Lang; readonly termbases: readonly object[] } {
  const { language, termbases } = keysOf(called, options, ['language', 'termbases'] as const);
  return {
    language: oneOf(called, 'language', language, LANGS) ?? 'en',
    termbases: termbasesOf(called, termbases),
  };
}

/** As {@link readCheckOptions}, for `facts`. */
export function readFactFilter(
  called: string,
  filter: FactFilter,
): ReturnType<typeof readLookUpOptions> & {
  readonly query: string;
  readonly subject: string | undefined;
  readonly property: string | undefined;
} {
  const known = ['query', 'subject', 'property', 'language', 'termbases'] as const;
  const { query, subject, property, language, termbases } = keysOf(called, filter, known);
  return {
    ...readLookUpOptions(called, { language, termbases } as LookUpOptions),
    query: textOf(called, 'query', query) ?? '',
    subject: textOf(called, 'subject', subject),
    property: textOf(called, 'property', property),
  };
}

function keysOf<K extends string>(called: string, value: unknown, known: readonly K[]): Partial<Record<K, unknown>> {
  if (!isRecord(value)) throw new TypeError(`${called}: the options must be an object. Options: ${known.join(', ')}.`);
  const unknown = Object.keys(value).find((key) => !(known as readonly string[]).includes(key));
  if (unknown !== undefined)
    throw new TypeError(`${called}: there is no option ${shown(unknown)}. Options: ${known.join(', ')}.`);
  return value as Partial<Record<K, unknown>>;
}

function textOf(called: string, option: string, value: unknown): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  throw new TypeError(`${called}: "${option}" must be a string, not ${shown(value)}.`);
}

function oneOf<T extends string>(called: string, option: string, value: unknown, allowed: readonly T[]): T | undefined {
  if (value === undefined) return undefined;
  const found = allowed.find((each) => each === value);
  if (found === undefined)
    throw new TypeError(`${called}: "${option}" cannot be ${shown(value)}; it is one of ${allowed.join(', ')}.`);
  return found;
}

function rulesOf(called: string, value: unknown): Partial<Options['rules']> {
  if (value === undefined) return {};
  if (!isRecord(value))
    throw new TypeError(`${called}: "rules" must be an object such as { "${RULES[0]}": "off" }, not ${shown(value)}.`);
  return Object.fromEntries(
    Object.entries(value).flatMap(([id, level]) => {
      if (!isRuleId(id))
        throw new TypeError(`${called}: there is no rule ${shown(id)} in "rules". Rules: ${RULES.join(', ')}.`);
      const read = oneOf(called, `rules.${id}`, level, RULE_LEVELS);
      return read === undefined ? [] : [[id, read]];
    }),
  );
}

function acceptedOf(called: string, value: unknown): readonly Accepted[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new TypeError(`${called}: "accepted" must be a list, not ${shown(value)}.`);
  return value.map((each: unknown, i): Accepted => {
    const { rule, text, name, around } = isRecord(each) ? each : {};
    const isText = (part: unknown): part is string => typeof part === 'string' && part.trim() !== '';
    const isOptional = (part: unknown): part is string | undefined => part === undefined || isText(part);
    if (typeof rule === 'string' && isRuleId(rule) && isText(text) && isOptional(name) && isOptional(around))
      return { rule, text, ...(name === undefined ? {} : { name }), around };
    throw new TypeError(
      `${called}: accepted[${i}] needs a "rule", one of ${RULES.join(', ')}, a "text", the "name" that the finding has and, where it holds for one place, the words "around" it.`,
    );
  });
}

function termbasesOf(called: string, value: unknown): readonly object[] {
  if (value === undefined) return [];
  if (!Array.isArray(value))
    throw new TypeError(`${called}: "termbases" must be a list of termbases as parsed JSON, not ${shown(value)}.`);
  value.forEach((each: unknown, i) => {
    if (!isRecord(each))
      throw new TypeError(`${called}: termbases[${i}] must be a termbase as parsed JSON, not ${shown(each)}.`);
  });
  return value as readonly object[];
}

function dateOf(called: string, value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string' && (value === 'today' || isDate(value))) return value;
  throw new TypeError(`${called}: "date" cannot be ${shown(value)}; write YYYY, YYYY-MM, YYYY-MM-DD or today.`);
}

function timeOf(called: string, value: unknown): string {
  const time = new Date(value === undefined ? Date.now() : String(value));
  if (!Number.isNaN(time.getTime())) return time.toISOString();
  throw new TypeError(`${called}: "written" cannot be ${shown(value)}; write a time such as 2026-01-31T12:00:00Z.`);
}

/** A value in a message, shortened. */
function shown(value: unknown): string {
  const text = typeof value === 'string' ? JSON.stringify(value) : Array.isArray(value) ? 'a list' : String(value);
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}

const MOST_SHOWN = 60;
