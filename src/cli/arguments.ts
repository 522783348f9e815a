import { LANGS } from '../core/document';
import { whyNoBase } from '../core/exchange/base';
import { TOOL_FORMATS } from '../core/exchange/toolFormats';
import { WORD_ENDS } from '../core/prose/languageIds';
import {
  among,
  flag,
  Mistake,
  number,
  oneOf,
  readOptions,
  text,
  type Option,
  type Options,
  type ValuesOf,
} from './options';
import { REVIEW, reviewOf, type ReviewCommand } from './reviewArguments';
import { BOM, CHOICES_IN_HELP, choicesOf, FAIL_ON, FORMAT, pathsOf, SELECTION, TERMBASES } from './sharedOptions';
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
  | { readonly kind: 'lsp' }
  | { readonly kind: 'help'; readonly about?: HelpTopic }
  | { readonly kind: 'version' }
  | { readonly kind: 'mistake'; readonly message: string; readonly about?: CommandName };

export type CheckCommand = CommandOf<'check'>;
export type FixCommand = CommandOf<'fix'>;
export type LookupCommand = CommandOf<'lookup'>;
export type ImportCommand = CommandOf<'import'>;
export type ExportCommand = CommandOf<'export'>;
export type McpCommand = CommandOf<'mcp'>;
type CommandOf<N extends CommandName> = ReturnType<(typeof TABLE)[N]['command']>;

export const EXPORT_FORMATS = ['json', 'csv', 'tbx', 'skos', 'bibtex', ...TOOL_FORMATS] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The copies of Word documents to write, with comments. */
export interface Copies {
  /** The copy of the one document that is named, or the folder for the copies of all. */
  readonly to: string;
  readonly isFolder: boolean;
  /** Which fixes a copy has as tracked changes: those that need no choice, or each only replacement. */
  readonly tracked: 'none' | 'unasked' | 'all';
  /** The author of the comments and changes. */
  readonly author: string;
}

const CHECK = {
  format: FORMAT,
  bom: BOM,
  explain: flag('also list the names and values that were allowed, with the reason, and the time of the text', {
    requires: [
      'format',
      '--explain requires --format text or json: the other formats list findings only.',
      ['text', 'json'],
    ],
  }),
  failOn: FAIL_ON,
  comments: text(
    'COPY.docx',
    'also write a copy of the one .docx file that is named, in which each finding is a comment;\nwith --comments FOLDER, a copy of each Word document that has findings',
    {
      excludes: [
        ['baseline', 'changedSince'],
        '--comments writes a copy with all findings: leave out --baseline and --changed-since.',
      ],
    },
  ),
  tracked: {
    value: '[all]',
    isSwitch: true,
    word: 'all',
    help: 'in the copies, make the fixes that need no choice tracked changes, to accept or reject; with\nall, also every other finding that has exactly one replacement (numbers, dates, names …)',
    requires: ['comments', '--tracked requires --comments COPY.docx: only a copy gets tracked changes.'],
    read: (given) => (given === undefined ? 'none' : given === 'all' ? 'all' : 'unasked'),
  } satisfies Option<Copies['tracked']>,
  author: text('NAME', 'the author of the comments and changes; default Migration Terms', {
    requires: ['comments', '--author requires --comments COPY.docx: only comments have an author.'],
  }),
  ...SELECTION,
  threads: number(
    'threads',
    'N',
    [1, 99],
    undefined,
    'how many threads check; default as many as there are cores, once a run is long',
  ),
  ...CHOICES_IN_HELP,
};

const FIX = {
  write: flag(
    'write the files; encoding, byte order mark and line ends stay as they are;\nfor "-" the fixed text goes to standard output',
  ),
  ...CHOICES_IN_HELP,
};

const LOOKUP = {
  all: flag('all results instead of the first 12, with the older values of each series'),
  format: oneOf('format', ['text', 'json'], 'text', 'JSON contains all facts that were found'),
  lang: oneOf('lang', LANGS, 'en', 'the language of the answer, and of the names that come first; default en'),
  termbases: TERMBASES,
};

const OUTPUT = text('FILE', 'the file to write, which must not exist yet; default standard output', { short: 'o' });

const IMPORT = {
  output: OUTPUT,
  lang: oneOf('lang', LANGS, undefined, 'the language of the lines of a list that do not name theirs'),
};

const EXPORT = {
  to: text('FORMAT', `the format: ${EXPORT_FORMATS.join(', ')}`, { values: EXPORT_FORMATS }),
  output: OUTPUT,
  base: text('URL', 'what the ids of the concepts in SKOS begin with', {
    read: (given) => {
      const fault = given === undefined ? undefined : whyNoBase(given);
      if (fault !== undefined) throw new Mistake(`--base ${fault}`);
      return given;
    },
  }),
  bom: flag(BOM.help),
  termbases: TERMBASES,
};

const MCP = {
  lang: oneOf('lang', LANGS, 'en', 'the language of answers where the assistant requests none; default en'),
  termbases: TERMBASES,
};

const LSP = {
  stdio: flag('talk to the editor on standard input and output'),
  // Editors that are built on VS Code's client add their process id, which the handshake repeats.
  clientProcessId: text('ID', '', { name: 'clientProcessId' }),
};

const TABLE = {
  check: command(CHECK, ({ comments, tracked, author, ...values }, positionals) => ({
    kind: 'check',
    ...choicesOf(values),
    ...pathsOf(positionals),
    copies: copiesOf(comments, tracked, author, positionals.length),
  })),
  review: command(REVIEW, reviewOf),
  fix: command(FIX, (values, paths) => {
    if (paths.length === 0) throw new Mistake('Name the files or folders to fix.');
    return { kind: 'fix', ...choicesOf(values), paths };
  }),
  lookup: command(LOOKUP, (values, positionals) => ({ kind: 'lookup', ...values, query: positionals.join(' ') })),
  import: command(IMPORT, (values, [path, ...more]) => {
    if (path === undefined || more.length > 0) throw new Mistake('Name one file to import: FILE.csv or FILE.tbx.');
    return { kind: 'import', ...values, path };
  }),
  export: command(EXPORT, ({ to: named, ...values }, positionals) => {
    const [given, ...more] = named === undefined ? positionals : [named, ...positionals];
    const to = given === undefined ? undefined : among('to', given, EXPORT_FORMATS);
    if (to === undefined || more.length > 0) throw new Mistake(`Say what to write: --to ${EXPORT_FORMATS.join(', ')}.`);
    if (values.base !== undefined && to !== 'skos')
      throw new Mistake('--base requires --to skos: no other format has ids of linked data.');
    if (values.bom && to !== 'csv') throw new Mistake(BOM.requires![1]);
    return { kind: 'export', ...values, to };
  }),
  lsp: command(LSP, ({ stdio }, positionals) => {
    if (!stdio || positionals.length > 0)
      throw new Mistake('An editor starts this command, as: migration-terms lsp --stdio');
    return { kind: 'lsp' };
  }),
  mcp: command(MCP, (values, positionals) => {
    if (positionals.length > 0) throw new Mistake('mcp takes no paths: an assistant sends the texts.');
    return { kind: 'mcp', ...values };
  }),
};

export type CommandName = keyof typeof TABLE;
export const COMMANDS = Object.keys(TABLE) as readonly CommandName[];
/** Other names of commands. */
const ALIASES: ReadonlyMap<string, CommandName> = new Map([['facts', 'lookup']]);
/** What help is about: a command, the options that several have, or the script that completes all in a shell. */
export type HelpTopic = CommandName | 'options' | 'completion';

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
    return TABLE[name].read(rest) ?? { kind: 'help', about: name };
  } catch (error) {
    if (error instanceof Mistake) return { kind: 'mistake', message: error.message, about: name };
    throw error;
  }
}

/** The rows of a command, in the order of its help. */
export function optionsOf(name: CommandName): Options {
  return TABLE[name].options;
}

function command<O extends Options, const C>(
  options: O,
  build: (values: ValuesOf<O>, positionals: readonly string[]) => C,
) {
  return {
    options,
    command: build,
    read: (words: readonly string[]): C | undefined => {
      const read = readOptions(words, options);
      return read && build(read.values, read.positionals);
    },
  };
}

function helpAbout(about: string | undefined): Command {
  if (about === undefined || about.startsWith('-')) return { kind: 'help' };
  if (about === 'options' || about === 'completion') return { kind: 'help', about };
  const name = commandNamed(about);
  return name ? { kind: 'help', about: name } : noCommand(about);
}

function commandNamed(word: string): CommandName | undefined {
  return ALIASES.get(word) ?? COMMANDS.find((name) => name === word);
}

function noCommand(word: string): Command {
  return mistake(`There is no command "${word}".${didYouMean(word, COMMANDS)} Commands: ${COMMANDS.join(', ')}.`);
}

function copiesOf(
  to: string | undefined,
  tracked: Copies['tracked'],
  author = 'Migration Terms',
  named: number,
): Copies | undefined {
  if (to === undefined) return undefined;
  const isFolder = !WORD_ENDS.some((end) => to.toLowerCase().endsWith(`.${end}`));
  if (to === '' || (isFolder && /\.\w{1,5}$/.test(to)))
    throw new Mistake('--comments names a copy that ends in .docx, or a folder for the copies of all Word documents.');
  if (!isFolder && named !== 1)
    throw new Mistake('A copy that ends in .docx is that of one document: name one, or give a folder to --comments.');
  if (author === '') throw new Mistake('--author needs a name: --author "Jane Doe".');
  return { to, isFolder, tracked, author };
}

function mistake(message: string): Command {
  return { kind: 'mistake', message };
}
