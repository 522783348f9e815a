import { parseArgs, type ParseArgsConfig } from 'node:util';
import { LANGS, type Lang } from '../core/document';
import type { Options } from '../core/options';
import { LANGUAGE_IDS } from '../core/prose/languageIds';
import { RULES, SEVERITIES, isRuleId, type RuleId } from '../core/rules';
import { isDate } from '../core/termbase/dates';
import { didYouMean } from './suggest';

/** The options of `check` and `fix` for reading and judging; `undefined` defers to the configuration file. */
export interface Choices {
  readonly lang: Lang | 'auto' | undefined;
  readonly languageId: string | undefined;
  readonly rules: Partial<Options['rules']>;
  /** The configuration file to use instead of those that are found; `false` for none. */
  readonly config: string | false | undefined;
  /** Whether files and folders are read that a configuration excludes. */
  readonly checksExcluded: boolean;
  /** Paths of the writer's own termbases. */
  readonly termbases: readonly string[];
  /** The date of the texts, `YYYY[-MM[-DD]]` or `today`; `undefined` for what they or their files state. */
  readonly date: string | undefined;
}

/** Which findings are reported. */
export interface Selection {
  /** The file of known findings, which are not reported. */
  readonly baseline: string | undefined;
  /** Whether that file is written with the findings of this run. */
  readonly updateBaseline: boolean;
  /** The commit since which a file must have changed to be checked. */
  readonly changedSince: string | undefined;
}

export type Format = 'text' | 'json';
export const CHECK_FORMATS = ['text', 'json', 'csv', 'sarif', 'github', 'junit'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];
export type RuleLevel = Options['rules'][RuleId];

export const RULE_LEVELS: readonly RuleLevel[] = [...SEVERITIES, 'off', 'default'];

type Described = NonNullable<ParseArgsConfig['options']>;
export type Values = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;

/** A byte order mark before a table. */
export const BOM: Described = { bom: { type: 'boolean' } };
export const FORMAT: Described = { format: { type: 'string' } };
export const OUTPUT: Described = { output: { type: 'string', short: 'o' } };
export const TERMBASE: Described = { termbase: { type: 'string', multiple: true } };
export const CHOICES: Described = {
  ...TERMBASE,
  lang: { type: 'string' },
  'language-id': { type: 'string' },
  date: { type: 'string' },
  rule: { type: 'string', multiple: true },
  config: { type: 'string' },
  'no-config': { type: 'boolean' },
  'no-exclude': { type: 'boolean' },
};

/** A command line that cannot be carried out; the message says in one sentence what to write instead. */
export class Mistake extends Error {}

export function read(rest: readonly string[], described: Described): { values: Values; positionals: string[] } {
  const options: Described = { ...described, help: { type: 'boolean', short: 'h' } };
  try {
    return parseArgs({ args: [...rest], options, allowPositionals: true, strict: true });
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const option = /^Option '(?:-\w, )?(-{1,2}[\w-]+)/.exec(text)?.[1];
    if (option !== undefined)
      throw new Mistake(
        /does not take/.test(text) ? `${option} takes no value.` : `${option} needs a value: write ${option}=VALUE.`,
      );
    const unknown = /^Unknown option '(-{1,2}[^']*)'/.exec(text)?.[1];
    if (unknown === undefined) throw new Mistake(text.split('\n', 1)[0] ?? text);
    const known = Object.keys(options).map((name) => `--${name}`);
    throw new Mistake(
      `There is no option "${unknown}" here.${didYouMean(unknown, known)} Options: ${known.join(', ')}.`,
    );
  }
}

export function choices(values: Values): Choices {
  return {
    lang: oneOf('--lang', values.lang, ['auto', ...LANGS] as const),
    languageId: languageIdOf(values['language-id']),
    rules: Object.fromEntries(((values.rule ?? []) as readonly string[]).map(ruleLevel)),
    config: configOf(values),
    checksExcluded: values['no-exclude'] === true,
    termbases: textsOf(values.termbase),
    date: dateOf(values.date),
  };
}

function dateOf(value: Values[string]): string | undefined {
  if (value === undefined || value === 'today' || isDate(String(value))) return value as string | undefined;
  throw new Mistake(`--date cannot be "${String(value)}"; write YYYY, YYYY-MM, YYYY-MM-DD or today.`);
}

function languageIdOf(value: Values[string]): string | undefined {
  if (value === undefined || LANGUAGE_IDS.includes(String(value))) return value as string | undefined;
  throw new Mistake(
    `There is no kind of document "${String(value)}".${didYouMean(String(value), LANGUAGE_IDS)} Kinds: ${LANGUAGE_IDS.join(', ')}.`,
  );
}

/** The options of `check` for reporting only a part of the findings. */
export function selectionOf(values: Values): Selection {
  const baseline = values.baseline as string | undefined;
  const changedSince = values['changed-since'] as string | undefined;
  const updateBaseline = values['update-baseline'] === true;
  if (baseline === '') throw new Mistake('--baseline needs the name of a file: --baseline FILE.');
  if (updateBaseline && baseline === undefined)
    throw new Mistake('--update-baseline requires --baseline FILE: the file to write.');
  // Git would read it as an option.
  if (changedSince === '' || changedSince?.startsWith('-'))
    throw new Mistake('--changed-since needs a commit, a branch or a tag, for example --changed-since origin/main.');
  return { baseline, updateBaseline, changedSince };
}

function configOf({ config, 'no-config': none }: Values): Choices['config'] {
  if (none !== true) return config as string | undefined;
  if (config !== undefined) throw new Mistake('Choose one: --config FILE or --no-config.');
  return false;
}

export function textsOf(value: Values[string]): readonly string[] {
  return (value ?? []) as readonly string[];
}

function ruleLevel(text: string): [RuleId, RuleLevel] {
  const [id, level, ...more] = text.split('=');
  if (level === undefined || more.length > 0)
    throw new Mistake(`Write --rule as ID=LEVEL, for example --rule ${RULES[0]}=off.`);
  if (!isRuleId(id!))
    throw new Mistake(`There is no rule "${id}".${didYouMean(id!, RULES)} Rules: ${RULES.join(', ')}.`);
  return [id, oneOf(`--rule ${id}`, level, RULE_LEVELS) ?? 'default'];
}

export function threadsOf(value: Values[string]): number | undefined {
  if (value === undefined) return undefined;
  if (!/^[1-9]\d?$/.test(String(value)))
    throw new Mistake(`--threads cannot be "${String(value)}"; it is a number from 1 to 99.`);
  return Number(value);
}

/** Whether a table begins with a byte order mark. */
export function bomOf({ bom }: Values, format: string): boolean {
  if (bom === true && format !== 'csv') throw new Mistake('--bom is for tables: no other format than csv needs it.');
  return bom === true;
}

export function formatOf(value: Values[string]): Format {
  return oneOf('--format', value, ['text', 'json'] as const) ?? 'text';
}

export function langOf(value: Values[string]): Lang {
  return oneOf('--lang', value, LANGS) ?? 'en';
}

export function oneOf<T extends string>(option: string, value: Values[string], allowed: readonly T[]): T | undefined {
  if (value === undefined) return undefined;
  const found = allowed.find((each) => each === value);
  if (found === undefined)
    throw new Mistake(`${option} cannot be "${String(value)}"; it is one of ${allowed.join(', ')}.`);
  return found;
}
