import type { Inline } from './prose';
import { InlineList, inlinesBy, type InlineMarks } from './inlineList';
import { commandOf, DECLARATION, ENVIRONMENT_ARGUMENTS, NOTES } from './latexCommands';
import { closingBrace, commandNameAt, endOfArguments, endOfFalse, endOfVerb, readLatexEscape } from './latexText';

class LatexList extends InlineList {
  /** Whether nothing ends the text after an `\iffalse`. */
  hasOpenFalse = false;
  /** The open braces, each with the kind of its content. */
  readonly braces: { readonly kind: Inline['kind'] | undefined; readonly at: number }[] = [];
}

const MARKS: InlineMarks<LatexList> = {
  '\\': [
    { open: /\\\(/y, close: /\\\)/g, kind: 'math' },
    { open: /\\\[/y, close: /\\\]/g, kind: 'math' },
    { open: /\\[([]/y, kind: 'markup' },
    { open: /\\/y, read: readCommand },
  ],
  '%': [{ open: /%[^\n]*/y, kind: 'comment' }],
  '{': [{ open: /\{/y, read: readBrace }],
  '}': [{ open: /\}/y, read: readBraceEnd }],
  $: [
    { open: /\$\$/y, close: /(?<!(?<!\\)\\(?:\\\\)*)\$\$/g, kind: 'math' },
    { open: /\$(?!\$)/y, close: /(?<!(?<!\\)\\(?:\\\\)*)\$/g, kind: 'math' },
  ],
  '`': [{ open: /``?/y, read: readQuotation }],
  "'": [{ open: /''/y, kind: 'markup' }],
  // A dash between numbers is written `--`, and read as one mark.
  '-': [{ open: /-(?=-(?!-))/y, read: ({ add }, at) => add('markup', at + 1, at + 2) }],
};

/** The inlines of a block of LaTeX: commands, keys, math, comments, quotations and emphasis. */
export const readLatexInlines = inlinesBy(MARKS, LatexList);

function readBrace({ braces }: LatexList, at: number): number {
  braces.push({ kind: undefined, at: at + 1 });
  return at + 1;
}

function readBraceEnd({ braces, add }: LatexList, at: number): number {
  const opened = braces.pop();
  if (opened?.kind && opened.at < at) add(opened.kind, opened.at, at);
  return at + 1;
}

function readCommand(list: LatexList, at: number): number {
  const { text, end, add } = list;
  const name = commandNameAt(text, at);
  const bare = name.endsWith('*') ? name.slice(0, -1) : name;
  const after = at + 1 + name.length;
  if (bare === 'verb' || bare === 'lstinline') {
    const close = endOfVerb(text, after, end);
    if (close > 0) return add('code', at, close);
  }
  if (bare === 'iffalse') {
    const close = list.hasOpenFalse ? -1 : endOfFalse(text, after, end);
    list.hasOpenFalse = close < 0;
    if (close >= 0) return add('comment', at, close);
  }
  const environment = bare === 'begin' || bare === 'end' ? ENVIRONMENT.exec(list.around(after, 40)) : null;
  if (environment) {
    const skipped = bare === 'end' ? 0 : (ENVIRONMENT_ARGUMENTS[environment[1]!] ?? 0);
    return add('markup', at, endOfArguments(text, after + environment[0].length, skipped, end));
  }
  if (NOTES.has(bare)) {
    const body = endOfArguments(text, after, 0, end);
    const close = text[body] === '{' ? closingBrace(text, body, end) : -1;
    return add('markup', at, close < 0 ? body : close);
  }
  return readContent(list, bare, at, after);
}

const ENVIRONMENT = /^[ \t]*\{([A-Za-z]+\*?)\}/;

/** Reads a command up to its content, or an escape. */
function readContent({ text, end, add, braces }: LatexList, bare: string, at: number, after: number): number {
  const command = commandOf(bare);
  if (command && DECLARATION.has(bare)) return add(command.kind, at, after);
  if (command) {
    const body = endOfArguments(text, after, command.skip, end);
    if (text[body] !== '{' || command.skip === Infinity) return add(command.kind, at, body);
    braces.push({ kind: command.content, at: body + 1 });
    return add(command.kind, at, body + 1);
  }
  const escape = readLatexEscape(text, at);
  if (escape && escape.character !== '') return at + escape.length;
  return add('markup', at, endOfArguments(text, after, 0, end));
}

/** ``…'' and `…': the quotation, and its marks as markup. An unclosed double mark extends to the end of the block. */
function readQuotation({ text, end, add, ahead }: LatexList, at: number, [mark]: RegExpExecArray): number {
  if (mark === '``') {
    const close = ahead.find("''", at + 2);
    add('quote', at, close < 0 ? end : close + 2);
    return add('markup', at, at + 2);
  }
  const close = /'(?![\p{L}'])/u.exec(text.slice(at + 1, Math.min(end, at + 400)));
  if (!close || close.index === 0) return at + 1;
  add('quote', at, at + 2 + close.index);
  return add('markup', at, at + 1);
}
