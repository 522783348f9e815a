import { parseArgs, type ParseArgsConfig } from 'node:util';
import { LANGS, type Lang } from '../core/document';
import { whyNoBase } from '../core/exchange/base';
import { TOOL_FORMATS } from '../core/exchange/otherTools';
import type { Options } from '../core/options';
import { RULES, SEVERITIES, isRuleId, type RuleId, type Severity } from '../core/rules';
import { didYouMean } from './suggest';

/** The parsed command line; a `mistake` says in one sentence what to write instead. */
export type Command =
  | CheckCommand
  | FixCommand
  | FactsCommand
  | LookupCommand
  | ImportCommand
  | ExportCommand
  | McpCommand
  | LspCommand
  | { readonly kind: 'help'; readonly about?: CommandName }
  | { readonly kind: 'version' }
  | { readonly kind: 'mistake'; readonly message: string };

export interface CheckCommand extends Choices {
  readonly kind: 'check';
  readonly paths: readonly string[];
  /** Whether the user gave the paths; without a path the current folder is checked. */
  readonly areNamed: boolean;
  readonly format: CheckFormat;
  readonly explain: boolean;
  readonly failOn: Severity | 'never';
  /** The number of threads; `undefined` for as many as there are cores, once the work is large. */
  readonly threads: number | undefined;
  /** The copy of a Word document to write, with comments. */
  readonly comments: string | undefined;
  /** Whether the copy has the certain fixes as tracked changes. */
  readonly tracked: boolean;
  /** The file of known findings, which are not reported. */
  readonly baseline: string | undefined;
  /** Whether that file is written with the findings of this run. */
  readonly updateBaseline: boolean;
  /** The commit since which a file must have changed to be checked. */
  readonly changedSince: string | undefined;
}

export interface FixCommand extends Choices {
  readonly kind: 'fix';
  readonly paths: readonly string[];
  readonly write: boolean;
}

export interface FactsCommand {
  readonly kind: 'facts';
  readonly query: string;
  readonly format: Format;
  readonly lang: Lang;
  readonly termbases: readonly string[];
}

export interface LookupCommand {
  readonly kind: 'lookup';
  readonly term: string;
  readonly format: Format;
  readonly lang: Lang;
  readonly termbases: readonly string[];
}

export interface ImportCommand {
  readonly kind: 'import';
  readonly path: string;
  readonly output: string | undefined;
}

export interface ExportCommand {
  readonly kind: 'export';
  readonly to: ExportFormat;
  /** The base of the ids in SKOS; `undefined` for the project's own. */
  readonly base: string | undefined;
  readonly output: string | undefined;
  readonly termbases: readonly string[];
}

export interface McpCommand {
  readonly kind: 'mcp';
  /** The language of the answers that do not request another. */
  readonly lang: Lang;
  readonly termbases: readonly string[];
}

export interface LspCommand {
  readonly kind: 'lsp';
}

/** The options of `check` and `fix` for reading and judging; `undefined` defers to the configuration file. */
export interface Choices {
  readonly lang: Lang | 'auto' | undefined;
  readonly languageId: string | undefined;
  readonly rules: Partial<Options['rules']>;
  /** The configuration file to use instead of those that are found; `false` for none. */
  readonly config: string | false | undefined;
  /** Paths of the writer's own termbases. */
  readonly termbases: readonly string[];
}

export const EXPORT_FORMATS = ['json', 'csv', 'tbx', 'skos', 'bibtex', 'csl', ...TOOL_FORMATS] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export type Format = 'text' | 'json';
export const CHECK_FORMATS = ['text', 'json', 'csv', 'sarif', 'github', 'junit'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];
export type RuleLevel = Options['rules'][RuleId];

export const COMMANDS = ['check', 'fix', 'facts', 'lookup', 'import', 'export', 'lsp', 'mcp'] as const;
export type CommandName = (typeof COMMANDS)[number];

export const RULE_LEVELS: readonly RuleLevel[] = [...SEVERITIES, 'off', 'default'];

export function parseArguments(argv: readonly string[]): Command {
  const [first, ...rest] = argv;
  if (first === undefined) return mistake(`Say what to do: ${COMMANDS.join(', ')}.`);
  if (first === '--help' || first === '-h') return { kind: 'help' };
  if (first === '--version' || first === '-v') return { kind: 'version' };
  if (first === 'help') return helpAbout(rest[0]);
  const name = commandNamed(first);
  if (!name)
    return first.startsWith('-')
      ? mistake(`The command comes first, then its options: ${COMMANDS.join(', ')}.`)
      : noCommand(first);
  try {
    return READERS[name](rest);
  } catch (error) {
    if (error instanceof Mistake) return mistake(error.message);
    throw error;
  }
}

function helpAbout(about: string | undefined): Command {
  if (about === undefined || about.startsWith('-')) return { kind: 'help' };
  const name = commandNamed(about);
  return name ? { kind: 'help', about: name } : noCommand(about);
}

function commandNamed(word: string): CommandName | undefined {
  return COMMANDS.find((name) => name === word);
}

function noCommand(word: string): Command {
  return mistake(`There is no command "${word}".${didYouMean(word, COMMANDS)} Commands: ${COMMANDS.join(', ')}.`);
}

const READERS: Record<CommandName, (rest: readonly string[]) => Command> = {
  check(rest) {
    const { values, positionals } = read(rest, {
      ...CHOICES,
      ...FORMAT,
      explain: { type: 'boolean' },
      'fail-on': { type: 'string' },
      threads: { type: 'string' },
      comments: { type: 'string' },
      tracked: { type: 'boolean' },
      baseline: { type: 'string' },
      'update-baseline': { type: 'boolean' },
      'changed-since': { type: 'string' },
    });
    if (values.help) return { kind: 'help', about: 'check' };
    const comments = values.comments as string | undefined;
    if (comments !== undefined && positionals.length !== 1)
      throw new Mistake('--comments writes a copy of one Word document: name one .docx file.');
    if (comments !== undefined && !/\.docx$/i.test(comments))
      throw new Mistake(`--comments names the copy to write, which must end in .docx: --comments COPY.docx.`);
    if (values.tracked && comments === undefined)
      throw new Mistake('--tracked requires --comments COPY.docx: only a copy gets tracked changes.');
    const format = oneOf('--format', values.format, CHECK_FORMATS) ?? 'text';
    if (format !== 'text' && format !== 'json' && values.explain)
      throw new Mistake('--explain requires --format text or json: the other formats list findings only.');
    const selection = selectionOf(values);
    if (comments !== undefined && (selection.baseline ?? selection.changedSince) !== undefined)
      throw new Mistake('--comments writes a copy with all findings: leave out --baseline and --changed-since.');
    return {
      kind: 'check',
      paths: positionals.length > 0 ? positionals : ['.'],
      areNamed: positionals.length > 0,
      ...choices(values),
      format,
      explain: values.explain === true,
      failOn: oneOf('--fail-on', values['fail-on'], [...SEVERITIES, 'never'] as const) ?? 'warning',
      threads: threadsOf(values.threads),
      comments,
      tracked: values.tracked === true,
      ...selection,
    };
  },
  fix(rest) {
    const { values, positionals } = read(rest, { ...CHOICES, write: { type: 'boolean' } });
    if (values.help) return { kind: 'help', about: 'fix' };
    if (positionals.length === 0) throw new Mistake('Name the files or folders to fix.');
    return { kind: 'fix', paths: positionals, ...choices(values), write: values.write === true };
  },
  facts(rest) {
    const { values, positionals } = read(rest, { ...FORMAT, ...TERMBASE, lang: { type: 'string' } });
    if (values.help) return { kind: 'help', about: 'facts' };
    return {
      kind: 'facts',
      query: positionals.join(' '),
      format: formatOf(values.format),
      lang: langOf(values.lang),
      termbases: textsOf(values.termbase),
    };
  },
  lookup(rest) {
    const { values, positionals } = read(rest, { ...FORMAT, ...TERMBASE, lang: { type: 'string' } });
    if (values.help) return { kind: 'help', about: 'lookup' };
    if (positionals.length === 0) throw new Mistake('Name the term to look up.');
    return {
      kind: 'lookup',
      term: positionals.join(' '),
      format: formatOf(values.format),
      lang: langOf(values.lang),
      termbases: textsOf(values.termbase),
    };
  },
  import(rest) {
    const { values, positionals } = read(rest, OUTPUT);
    if (values.help) return { kind: 'help', about: 'import' };
    if (positionals.length !== 1) throw new Mistake('Name one file to import: FILE.csv or FILE.tbx.');
    return { kind: 'import', path: positionals[0]!, output: values.output as string | undefined };
  },
  export(rest) {
    const { values, positionals } = read(rest, {
      ...OUTPUT,
      ...TERMBASE,
      to: { type: 'string' },
      base: { type: 'string' },
    });
    if (values.help) return { kind: 'help', about: 'export' };
    const to = oneOf('--to', values.to ?? positionals[0], EXPORT_FORMATS);
    if (to === undefined || positionals.length > (values.to === undefined ? 1 : 0))
      throw new Mistake(`Say what to write: --to ${EXPORT_FORMATS.join(', ')}.`);
    const base = values.base as string | undefined;
    const fault =
      base === undefined
        ? undefined
        : to === 'skos'
          ? whyNoBase(base)
          : 'requires --to skos: no other format has ids of linked data.';
    if (fault !== undefined) throw new Mistake(`--base ${fault}`);
    return {
      kind: 'export',
      to,
      base,
      output: values.output as string | undefined,
      termbases: textsOf(values.termbase),
    };
  },
  mcp(rest) {
    const { values, positionals } = read(rest, { ...TERMBASE, lang: { type: 'string' } });
    if (values.help) return { kind: 'help', about: 'mcp' };
    if (positionals.length > 0) throw new Mistake('mcp takes no paths: an assistant sends the texts.');
    return { kind: 'mcp', lang: langOf(values.lang), termbases: textsOf(values.termbase) };
  },
  lsp(rest) {
    // Editors that are built on VS Code's client add their process id, which the handshake repeats.
    const { values, positionals } = read(rest, { stdio: { type: 'boolean' }, clientProcessId: { type: 'string' } });
    if (values.help) return { kind: 'help', about: 'lsp' };
    if (values.stdio !== true || positionals.length > 0)
      throw new Mistake('An editor starts this command, as: migration-terms lsp --stdio');
    return { kind: 'lsp' };
  },
};

type Described = NonNullable<ParseArgsConfig['options']>;
type Values = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;

const FORMAT: Described = { format: { type: 'string' } };
const OUTPUT: Described = { output: { type: 'string', short: 'o' } };
const TERMBASE: Described = { termbase: { type: 'string', multiple: true } };
const CHOICES: Described = {
  ...TERMBASE,
  lang: { type: 'string' },
  'language-id': { type: 'string' },
  rule: { type: 'string', multiple: true },
  config: { type: 'string' },
  'no-config': { type: 'boolean' },
};

class Mistake extends Error {}

function mistake(message: string): Command {
  return { kind: 'mistake', message };
}

function read(rest: readonly string[], described: Described): { values: Values; positionals: string[] } {
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

function choices(values: Values): Choices {
  return {
    lang: oneOf('--lang', values.lang, ['auto', ...LANGS] as const),
    languageId: values['language-id'] as string | undefined,
    rules: Object.fromEntries(((values.rule ?? []) as readonly string[]).map(ruleLevel)),
    config: configOf(values),
    termbases: textsOf(values.termbase),
  };
}

/** The options of `check` for reporting only a part of the findings. */
function selectionOf(values: Values): Pick<CheckCommand, 'baseline' | 'updateBaseline' | 'changedSince'> {
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

function textsOf(value: Values[string]): readonly string[] {
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

function threadsOf(value: Values[string]): number | undefined {
  if (value === undefined) return undefined;
  if (!/^[1-9]\d?$/.test(String(value)))
    throw new Mistake(`--threads cannot be "${String(value)}"; it is a number from 1 to 99.`);
  return Number(value);
}

function formatOf(value: Values[string]): Format {
  return oneOf('--format', value, ['text', 'json'] as const) ?? 'text';
}

function langOf(value: Values[string]): Lang {
  return oneOf('--lang', value, LANGS) ?? 'en';
}

function oneOf<T extends string>(option: string, value: Values[string], allowed: readonly T[]): T | undefined {
  if (value === undefined) return undefined;
  const found = allowed.find((each) => each === value);
  if (found === undefined)
    throw new Mistake(`${option} cannot be "${String(value)}"; it is one of ${allowed.join(', ')}.`);
  return found;
}
