import { LANGS } from '../core/document';
import type { Options as JudgingOptions } from '../core/options';
import { LANGUAGE_IDS } from '../core/prose/languageIds';
import { RULES, RULE_LEVELS, SEVERITIES, isRuleId, type RuleId } from '../core/rules';
import { isDate } from '../core/termbase/dates';
import { among, flag, grouped, Mistake, oneOf, text, texts, type Option, type ValuesOf } from './options';
import { didYouMean } from './suggest';

/** The options of `check`, `fix` and `review` for reading and judging; `undefined` defers to the configuration file. */
export type Choices = ReturnType<typeof choicesOf<ChosenValues>>;
/** Which findings are reported. */
export type Selection = ValuesOf<typeof SELECTION>;

export const CHECK_FORMATS = ['text', 'json', 'csv', 'sarif', 'github', 'junit'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

export const CHOICES = {
  lang: oneOf(
    'lang',
    ['auto', ...LANGS],
    undefined,
    'the language of the text; default auto, the text decides',
    'en|fr|es|auto',
  ),
  languageId: text(
    'ID',
    `read every input as this kind; default by the end of the file's name, plaintext for -:\n${inLines(LANGUAGE_IDS)}`,
    { values: LANGUAGE_IDS, read: languageIdOf },
  ),
  date: text(
    'DATE',
    'the date of the texts: YYYY, YYYY-MM, YYYY-MM-DD or today; default what a text states, then\nwhat its Word file states',
    { read: dateOf },
  ),
  rules: {
    name: 'rule',
    value: 'ID=LEVEL',
    isRepeatable: true,
    help: 'set one rule: error, warning, information, hint, off or default; repeatable',
    read: (_, all) => Object.fromEntries(all.map(ruleLevel)),
  } satisfies Option<Partial<JudgingOptions['rules']>>,
  termbases: texts(
    'FILE',
    'a termbase of your own, laid over the built-in one; repeatable. Files *.migration-terms.json\nin, below and above the checked folders are used automatically',
    'termbase',
  ),
  config: text('FILE', 'use this configuration instead of those that are found; the options above win', {
    excludes: [['noConfig'], 'Choose one: --config FILE or --no-config.'],
  }),
  noConfig: flag('use none; "review": "off" still holds'),
  checksExcluded: flag('also read what a configuration excludes', { name: 'no-exclude' }),
};
type ChosenValues = ValuesOf<typeof CHOICES>;

/** The same, as the help of a command names them. */
export const CHOICES_IN_HELP = grouped('\nhow texts are read and judged: "migration-terms help options"', CHOICES);

export const TERMBASES = texts('FILE', 'a termbase of your own, laid over the built-in one; repeatable', 'termbase');

export const FORMAT = oneOf(
  'format',
  CHECK_FORMATS,
  'text',
  'text (default) or json; csv, a table with a row for each finding; for automatic checks\nsarif (2.1.0), github (annotations on a pull request) and junit (XML)',
  'FORMAT',
);

export const FAIL_ON = oneOf(
  'fail-on',
  [...SEVERITIES, 'never'],
  'warning',
  'exit with 1 from this level on: error, warning, information, hint or never;\ndefault warning',
  'LEVEL',
);

export const BOM = flag('begin the csv with a byte order mark, for Excel on Windows', {
  requires: ['format', '--bom is for tables: no other format than csv needs it.', ['csv']],
});

export const SELECTION = {
  baseline: text('FILE', 'do not report the findings that this file records; only others count', {
    read: (given) => filled(given, '--baseline needs the name of a file: --baseline FILE.'),
  }),
  updateBaseline: flag('write that file with the findings of now; those that were fixed are dropped', {
    requires: ['baseline', '--update-baseline requires --baseline FILE: the file to write.'],
  }),
  changedSince: text(
    'REF',
    'check only files that git lists as changed since that commit, branch or tag; also staged,\nunstaged and new ones',
    { read: refOf },
  ),
};

export function choicesOf<V extends Pick<ChosenValues, 'config' | 'noConfig'>>({ noConfig, config, ...rest }: V) {
  return { ...rest, config: noConfig ? (false as const) : config };
}

/** The paths, or the current folder; and whether the user gave them. */
export function pathsOf(positionals: readonly string[]) {
  const areNamed = positionals.length > 0;
  return { paths: areNamed ? positionals : ['.'], areNamed };
}

/** A text that, if given, is not empty. */
export function filled(given: string | undefined, otherwise: string): string | undefined {
  if (given === '') throw new Mistake(otherwise);
  return given;
}

/** A list in lines that the terminal does not break. */
function inLines(words: readonly string[]): string {
  return words.join(', ').replace(/(.{60,80}),\s/g, '$1,\n');
}

function dateOf(given: string | undefined): string | undefined {
  if (given === undefined || given === 'today' || isDate(given)) return given;
  throw new Mistake(`--date cannot be "${given}"; write YYYY, YYYY-MM, YYYY-MM-DD or today.`);
}

function languageIdOf(given: string | undefined): string | undefined {
  if (given === undefined || LANGUAGE_IDS.includes(given)) return given;
  throw new Mistake(
    `There is no kind of document "${given}".${didYouMean(given, LANGUAGE_IDS)} Kinds: ${LANGUAGE_IDS.join(', ')}.`,
  );
}

function refOf(given: string | undefined): string | undefined {
  // Git would read it as an option.
  if (given === '' || given?.startsWith('-'))
    throw new Mistake('--changed-since needs a commit, a branch or a tag, for example --changed-since origin/main.');
  return given;
}

function ruleLevel(given: string): [RuleId, (typeof RULE_LEVELS)[number]] {
  const [id = '', level, ...more] = given.split('=');
  if (level === undefined || more.length > 0)
    throw new Mistake(`Write --rule as ID=LEVEL, for example --rule ${RULES[0]}=off.`);
  if (!isRuleId(id)) throw new Mistake(`There is no rule "${id}".${didYouMean(id, RULES)} Rules: ${RULES.join(', ')}.`);
  return [id, among(`rule ${id}`, level, RULE_LEVELS)];
}
