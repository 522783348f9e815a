import { CONFIG_FILE } from '../core/config/config';
import { DEFAULT_BASE } from '../core/exchange/base';
import { CSV_DETAILS, CSV_HEADER } from '../core/exchange/csvLines';
import { RULES } from '../core/rules';
import { optionsOf, type CommandName, type HelpTopic } from './arguments';
import { completionScript } from './completion';
import { nameOf, type Options } from './options';
import { CHOICES } from './sharedOptions';
import { OWN_TERMBASE_END } from './termbases';

/** The help for one command or for the options of several, or the overview of all commands. */
export function helpOn(about: HelpTopic | undefined): string {
  if (about === undefined) return `${GENERAL.trim()}\n`;
  if (about === 'completion') return completionScript();
  const [text, options] = about === 'options' ? [OPTIONS, CHOICES] : [ON[about], optionsOf(about)];
  return `${text.trim().replace('{options}', () => rowsOf(options).trimStart())}\n`;
}

/** A row for each option, and one for the names of each group. */
function rowsOf(options: Options): string {
  const rows: string[] = [];
  const groups = new Map<string, string[]>();
  for (const [field, option] of Object.entries(options)) {
    const { group, help, value } = option;
    const name = `--${nameOf(field, option)}`;
    if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), name]);
    else rows.push(row(value === undefined ? name : `${name} ${value}`, help));
  }
  for (const [says, names] of groups) rows.push(row(names.join(', '), says));
  return rows.join('\n');
}

function row(names: string, help: string): string {
  const first = help.startsWith('\n') ? `  ${names}` : `  ${names}   `.padEnd(COLUMN);
  return first + help.replaceAll('\n', `\n${' '.repeat(COLUMN)}`);
}

const COLUMN = 25;

const GENERAL = `
Migration Terms: checks the names and facts of IOM, the Global Compact for Migration
and the UN Network on Migration in documents, in English, French and Spanish.

  migration-terms check  [options] [PATH ... | -]   report what is wrong and why
  migration-terms review [options] PATH ...         let a language model read, and judge what it reports
  migration-terms fix    [options] PATH ...         show or write the fixes that need no choice
  migration-terms lookup [NAME | QUESTION]          print what is known about a name, or the facts that answer
  migration-terms import FILE.csv | FILE.tbx        make a termbase of your own from a list of terms
  migration-terms export --to FORMAT                write the whole termbase in another format
  migration-terms mcp                               answer assistants, over the Model Context Protocol
  migration-terms lsp --stdio                       the language server, which an editor starts
  migration-terms --help | --version

"migration-terms help check" or "migration-terms check --help" explains a command, and "help options" the options
that several have; "help completion" prints a script with which bash and zsh complete them.
Exit code: 0 nothing found, 1 something found, 2 wrong usage or input that could not be read.
`;

const OPTIONS = `
Options of check, fix and review:

  {options}

PATH may be a pattern such as "docs/**/*.md", which also shells that expand none pass on.

Configuration: files ${CONFIG_FILE} apply to their folder and all below; an inner one overrides an outer
one. They are searched for in all folders above a file, and also above the file to which a link leads.
JSON with "rules" (rule id to level), "language", "termbases" (paths), "accepted" (findings), "review": "off" and
"exclude" (patterns of files that are not read, even if they are named, such as "**/archive/**"). Paths and patterns
are relative to the file's folder.

Rules:
${RULES.map((rule) => `  ${rule}`).join('\n')}
`;

const ON: Record<CommandName, string> = {
  check: `
migration-terms check [options] [PATH ... | -]

Checks files and folders; folders are walked for document types, without hidden folders and node_modules.
A Word document (.docx, .docm) is read as it would be with all changes accepted; a finding is placed by its
paragraph. Of a notebook (.ipynb), the Markdown cells are read.
"-" reads standard input. Without a path the current folder is checked.

  {options}

Exit code: 0 no finding at or above --fail-on, 1 some, 2 wrong usage or input that could not be read, such as a
named folder with nothing to read, 130 stopped with Ctrl+C; the JSON of a stopped run has no end.
`,
  review: `
migration-terms review --model NAME --url URL [options] [PATH ... | -]
migration-terms review --requests DIR [options] [PATH ...]
migration-terms review --answers DIR [--requests DIR] [options] [PATH ...]

Sends the passages that name a known thing to a language model of your choice, with the instructions and a part of the
record, and reports what remains of its answers once they are compared with text and record. Nothing is sent
elsewhere. docs/review.md says what is sent, what it costs and what to expect. The findings of "check" are in the
report as well; in JSON, "by" marks the remarks of the model.

  {options}

A configuration with "review": "off" keeps the documents of its folder from being sent. None can name an address.

Exit code: 0 no finding at or above --fail-on, 1 some, 2 wrong usage, input that could not be read, or passages
without an answer, 130 stopped with Ctrl+C.
`,
  fix: `
migration-terms fix [options] PATH ...

Corrects forms that were never a name, and misspellings. Former names, numbers, dates, persons and
statuses may be right at the time of the text: these findings are listed on standard error, for you to
decide. Without --write it prints the fixes as a diff and changes nothing.

  {options}

Exit code: 0, or 2 for wrong usage or a file that could not be read or written.
`,
  lookup: `
migration-terms lookup [options] [NAME | QUESTION]

Prints what is known about a name or abbreviation: the names before and after it, the other languages, whether it may
be used, and the facts about it. Other words are a question, and the facts and names that answer it are printed, each
with its sources and dates. Without words all facts are printed, by section. "facts" is another name of this command.

  {options}

Exit code: 0, 1 when nothing is known, 2 for wrong usage.
`,
  import: `
migration-terms import FILE [--lang en|fr|es] [-o OUT${OWN_TERMBASE_END}]

Makes a termbase of your own. Prints it, or writes it to the given file; existing files are not overwritten.
Terms that are already built in, with the same content, are skipped.

  FILE.csv   with the header ${CSV_HEADER.join(',')}
             (one wording per line; several in "use instead" or "source" with " | " between them). "use",
             "preferred", "replacement", "instead of" and "avoid" are understood as well, also in French and
             Spanish; a list that does not say what to write instead of what is refused
  FILE.tbx   TBX-Basic, of ISO 30042:2019 or of the older form with termEntry

Exit code: 0, or 2 when the file cannot be read or contains nothing to import; unusable entries are reported
line by line.
`,
  export: `
migration-terms export --to FORMAT [-o FILE] [--base URL] [--bom] [--termbase FILE]

Writes the whole termbase, with your own laid over it.

  json       one termbase file, as this program reads it, facts included
  csv        ${[...CSV_HEADER, ...CSV_DETAILS].join(',')};
             a term with braces, {in|of}, stands for the wordings in the last column
  tbx        TBX-Basic (ISO 30042:2019), with administrativeStatus
  skos       SKOS as JSON-LD; --base URL is what the ids of its concepts begin with, and ends with / or #.
             The default is ${DEFAULT_BASE}, as the project has no web address: give an address of
             your own if the ids are to resolve
  bibtex     the sources, for LaTeX and Pandoc

For other tools, without time and context: what is always wrong, and the words of names. One file each.

  vale       a rule of Vale (styles/Terms/Names.yml) that replaces forms that were never right
  cspell     a dictionary for CSpell
  prh        a list of replacements for prh and textlint-rule-prh

Exit code: 0, or 2 when the file cannot be written.
`,
  mcp: `
migration-terms mcp [--lang en|fr|es] [--termbase FILE]

Answers an assistant over the Model Context Protocol, on standard input and output, until the input ends.
An assistant's program starts it; docs/assistants.md shows how. It only reads, works offline, and reads no file
but those of --termbase.

  {options}

Exit code: 0.
`,
  lsp: `
migration-terms lsp --stdio

The language server, for editors other than VS Code: findings, hovers, fixes and completion while you write. An editor
starts it and speaks the Language Server Protocol with it on standard input and output; docs/editors.md says how to
set it up. The configuration files ${CONFIG_FILE} of the folders apply, and the termbases in them. The editor may send
"language" and "rules" as initializationOptions; the files override them.

Exit code: 0 after the editor's shutdown, 1 when the editor ended without one.
`,
};
