import type { Lang } from '../core/document';
import { whyNoBase } from '../core/exchange/base';
import { TOOL_FORMATS } from '../core/exchange/toolFormats';
import { WORD_ENDS } from '../core/prose/languageIds';
import { SEVERITIES, type Severity } from '../core/rules';
import {
  BOM,
  bomOf,
  CHECK_FORMATS,
  choices,
  CHOICES,
  FORMAT,
  formatOf,
  langOf,
  Mistake,
  oneOf,
  OUTPUT,
  read,
  selectionOf,
  TERMBASE,
  textsOf,
  threadsOf,
  type CheckFormat,
  type Choices,
  type Format,
  type Selection,
  type Values,
} from './options';
import { readReview, type ReviewCommand } from './reviewArguments';
import { didYouMean } from './suggest';

/** The parsed command line; a `mistake` says in one sentence what to write instead. */
export type Command =
  | CheckCommand
  | ReviewCommand
  | FixCommand
  | LookupCommand
  | ImportCommand
  | ExportCommand
  | McpCommand
  | LspCommand
  | { readonly kind: 'help'; readonly about?: HelpTopic }
  | { readonly kind: 'version' }
  | { readonly kind: 'mistake'; readonly message: string; readonly about?: CommandName };

export interface CheckCommand extends Choices, Selection {
  readonly kind: 'check';
  readonly paths: readonly string[];
  /** Whether the user gave the paths; without a path the current folder is checked. */
  readonly areNamed: boolean;
  readonly format: CheckFormat;
  /** Whether a table begins with a byte order mark. */
  readonly bom: boolean;
  readonly explain: boolean;
  readonly failOn: Severity | 'never';
  /** The number of threads; `undefined` for as many as there are cores, once the work is large. */
  readonly threads: number | undefined;
  /** The copies of Word documents to write, with comments. */
  readonly copies: Copies | undefined;
}

export interface Copies {
  /** The copy of the one document that is named, or the folder for the copies of all. */
  readonly to: string;
  readonly isFolder: boolean;
  /** Which fixes a copy has as tracked changes: those that need no choice, or each only replacement. */
  readonly tracked: 'none' | 'unasked' | 'all';
  /** The author of the comments and changes. */
  readonly author: string;
}

export interface FixCommand extends Choices {
  readonly kind: 'fix';
  readonly paths: readonly string[];
  readonly write: boolean;
}

export interface LookupCommand {
  readonly kind: 'lookup';
  /** A name, the id of a concept, or a question; empty for all facts. */
  readonly query: string;
  /** Whether text shows all results instead of the first ones. */
  readonly all: boolean;
  readonly format: Format;
  readonly lang: Lang;
  readonly termbases: readonly string[];
}

export interface ImportCommand {
  readonly kind: 'import';
  readonly path: string;
  /** The language of the lines of a list that do not name theirs. */
  readonly lang: Lang | undefined;
  readonly output: string | undefined;
}

export interface ExportCommand {
  readonly kind: 'export';
  readonly to: ExportFormat;
  /** The base of the ids in SKOS; `undefined` for the project's own. */
  readonly base: string | undefined;
  /** Whether a table begins with a byte order mark. */
  readonly bom: boolean;
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

export const EXPORT_FORMATS = ['json', 'csv', 'tbx', 'skos', 'bibtex', ...TOOL_FORMATS] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const COMMANDS = ['check', 'review', 'fix', 'lookup', 'import', 'export', 'lsp', 'mcp'] as const;
export type CommandName = (typeof COMMANDS)[number];
/** Other names of commands. */
const ALIASES: ReadonlyMap<string, CommandName> = new Map([['facts', 'lookup']]);
/** What help explains: a command, or the options that several have. */
export type HelpTopic = CommandName | 'options';

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
    if (error instanceof Mistake) return { kind: 'mistake', message: error.message, about: name };
    throw error;
  }
}

function helpAbout(about: string | undefined): Command {
  if (about === undefined || about.startsWith('-')) return { kind: 'help' };
  if (about === 'options') return { kind: 'help', about };
  const name = commandNamed(about);
  return name ? { kind: 'help', about: name } : noCommand(about);
}

function commandNamed(word: string): CommandName | undefined {
  return ALIASES.get(word) ?? COMMANDS.find((name) => name === word);
}

function noCommand(word: string): Command {
  return mistake(`There is no command "${word}".${didYouMean(word, COMMANDS)} Commands: ${COMMANDS.join(', ')}.`);
}

const READERS: Record<CommandName, (rest: readonly string[]) => Command> = {
  check(given) {
    const { rest, isAll } = withoutAll(given);
    const { values, positionals } = read(rest, {
      ...CHOICES,
      ...FORMAT,
      ...BOM,
      explain: { type: 'boolean' },
      'fail-on': { type: 'string' },
      threads: { type: 'string' },
      comments: { type: 'string' },
      tracked: { type: 'boolean' },
      author: { type: 'string' },
      baseline: { type: 'string' },
      'update-baseline': { type: 'boolean' },
      'changed-since': { type: 'string' },
    });
    if (values.help) return { kind: 'help', about: 'check' };
    const copies = copiesOf(values, positionals.length, isAll);
    const format = oneOf('--format', values.format, CHECK_FORMATS) ?? 'text';
    if (format !== 'text' && format !== 'json' && values.explain)
      throw new Mistake('--explain requires --format text or json: the other formats list findings only.');
    const bom = bomOf(values, format);
    const selection = selectionOf(values);
    if (copies !== undefined && (selection.baseline ?? selection.changedSince) !== undefined)
      throw new Mistake('--comments writes a copy with all findings: leave out --baseline and --changed-since.');
    return {
      kind: 'check',
      paths: positionals.length > 0 ? positionals : ['.'],
      areNamed: positionals.length > 0,
      ...choices(values),
      format,
      bom,
      explain: values.explain === true,
      failOn: oneOf('--fail-on', values['fail-on'], [...SEVERITIES, 'never'] as const) ?? 'warning',
      threads: threadsOf(values.threads),
      copies,
      ...selection,
    };
  },
  review: (rest) => readReview(rest) ?? { kind: 'help', about: 'review' },
  fix(rest) {
    const { values, positionals } = read(rest, { ...CHOICES, write: { type: 'boolean' } });
    if (values.help) return { kind: 'help', about: 'fix' };
    if (positionals.length === 0) throw new Mistake('Name the files or folders to fix.');
    return { kind: 'fix', paths: positionals, ...choices(values), write: values.write === true };
  },
  lookup(rest) {
    const { values, positionals } = read(rest, {
      ...FORMAT,
      ...TERMBASE,
      lang: { type: 'string' },
      all: { type: 'boolean' },
    });
    if (values.help) return { kind: 'help', about: 'lookup' };
    return {
      kind: 'lookup',
      query: positionals.join(' '),
      all: values.all === true,
      format: formatOf(values.format),
      lang: langOf(values.lang),
      termbases: textsOf(values.termbase),
    };
  },
  import(rest) {
    const { values, positionals } = read(rest, { ...OUTPUT, lang: { type: 'string' } });
    if (values.help) return { kind: 'help', about: 'import' };
    if (positionals.length !== 1) throw new Mistake('Name one file to import: FILE.csv or FILE.tbx.');
    const lang = values.lang === undefined ? undefined : langOf(values.lang);
    return { kind: 'import', path: positionals[0]!, lang, output: values.output as string | undefined };
  },
  export(rest) {
    const { values, positionals } = read(rest, {
      ...OUTPUT,
      ...TERMBASE,
      ...BOM,
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
      bom: bomOf(values, to),
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

/** `--tracked` has a value only sometimes, which the reader of options does not know. */
function withoutAll(given: readonly string[]): { readonly rest: readonly string[]; readonly isAll: boolean } {
  const at = given.findIndex((word, i) => word === '--tracked=all' || (word === '--tracked' && given[i + 1] === 'all'));
  if (at < 0 || given.slice(0, at).includes('--')) return { rest: given, isAll: false };
  return { rest: given.toSpliced(at, given[at] === '--tracked' ? 2 : 1, '--tracked'), isAll: true };
}

function copiesOf({ comments: to, tracked, author }: Values, named: number, isAll: boolean): Copies | undefined {
  if (to === undefined) {
    if (tracked) throw new Mistake('--tracked requires --comments COPY.docx: only a copy gets tracked changes.');
    if (author !== undefined)
      throw new Mistake('--author requires --comments COPY.docx: only comments have an author.');
    return undefined;
  }
  const isFolder = !WORD_ENDS.some((end) => String(to).toLowerCase().endsWith(`.${end}`));
  if (to === '' || (isFolder && /\.\w{1,5}$/.test(String(to))))
    throw new Mistake('--comments names a copy that ends in .docx, or a folder for the copies of all Word documents.');
  if (!isFolder && named !== 1)
    throw new Mistake('A copy that ends in .docx is that of one document: name one, or give a folder to --comments.');
  if (author === '') throw new Mistake('--author needs a name: --author "Jane Doe".');
  const which = isAll ? 'all' : tracked ? 'unasked' : 'none';
  return { to: String(to), isFolder, tracked: which, author: String(author ?? 'Migration Terms') };
}

function mistake(message: string): Command {
  return { kind: 'mistake', message };
}
