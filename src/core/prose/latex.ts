import { escapeLatex } from '../citation/escapeText';
import type { Lang } from '../document';
import type { BlockKind, Format, PartBlocks } from './prose';
import { BlockList, type OpenBlock } from './blockList';
import { commentsMatching } from './comments';
import { beginsWithLetter, cutsAfterBlankLines } from './cuts';
import { langOf } from './languageNames';
import {
  CAPTIONS,
  commandOf,
  DECLARATION,
  ENVIRONMENT_ARGUMENTS,
  HEADINGS,
  NOTES,
  QUOTING_ENVIRONMENTS,
  RAW_ENVIRONMENTS,
  TABLE_ENVIRONMENTS,
  TITLED_ENVIRONMENTS,
  TITLES,
} from './latexCommands';
import { readLatexInlines } from './latexInlines';
import { endOfPreamble, languageOfPreamble } from './latexPreamble';
import { closingBrace, commandNameAt, endOfArguments, endOfFalse, endOfVerb, readLatexEscape } from './latexText';
import { endOfLine, indexWithin, isBlankLine } from './lines';

/** LaTeX documents and fragments. Of a preamble, only the title is read. */
export const latex: Format = {
  readPart: (text, isFirst) => new BlockReader(text).readPart(isFirst),
  readInlines: readLatexInlines,
  escape: escapeLatex,
  tables: { cells: [/(?<!\\)&/g], next: /\\begin\{/ },
  readEscape: readLatexEscape,
  declaredLanguage: languageOfPreamble,
  cutting: cutsAfterBlankLines(
    (text, lineStart) =>
      beginsWithLetter(text, lineStart) ||
      (text[lineStart] === '\\' && Object.hasOwn(HEADINGS, commandNameAt(text, lineStart).replace('*', ''))),
  ),
  noteCalls: /\\(?:foot|end)notemark[ \t]*\[(\d{1,9})\]/g,
  commentsIn: commentsMatching(/(?<!(?<!\\)\\(?:\\\\)*)%[^\n]*/g),
};

interface Environment {
  readonly name: string;
  readonly kind: BlockKind;
  readonly quoted: boolean;
  lang: Lang | undefined;
}

const LANGUAGE_ENVIRONMENTS: ReadonlySet<string> = new Set([
  'otherlanguage',
  'foreigndisplayquote',
  'foreigndisplaycquote',
]);

/** The next character within a block that needs attention. */
const SPECIAL = /[\\%\n{}]/g;
/** Limits that no document reaches and that keep the time for hostile input linear. */
const LOOK_BACK = 60;
const LONGEST_FORMULA = 2000;
const NOTE_MARK = /^[ \t]*\[(\d{1,9})\]$/;

class BlockReader {
  private readonly list: BlockList;
  private readonly environments: Environment[] = [];
  /** The open braces of this paragraph, each with its block if it contains a block of its own. */
  private braces: (OpenBlock | undefined)[] = [];
  private isItem = false;
  private hasOpenFalse = false;
  /**
   * The choice of `\selectlanguage` outside all environments; `undefined` while the language of the document applies.
   */
  private language: { readonly lang: Lang | undefined } | undefined;
  /** Whether something is open at the end of the text whose end is still to come, or the document has ended. */
  private isUnclosed = false;
  private readonly end: number;

  constructor(private readonly text: string) {
    this.list = new BlockList(text);
    const end = text.indexOf('\\end{document}');
    this.end = end < 0 ? text.length : end;
    this.isUnclosed = end >= 0;
  }

  readPart(isFirst: boolean): PartBlocks {
    const { end, list } = this;
    for (let i = isFirst ? this.readPreamble() : 0; i < end;) i = list.open ? this.readOpen(i) : this.readClosed(i);
    const isClosed =
      !this.isUnclosed &&
      !list.open &&
      this.environments.length === 0 &&
      this.braces.length === 0 &&
      !this.isItem &&
      this.language === undefined;
    this.closeAll(end);
    return { blocks: list.finish(), isClosed };
  }

  private readPreamble(): number {
    const { text } = this;
    const body = endOfPreamble(text);
    if (body < 0) this.isUnclosed = true;
    if (body <= 0) return 0;
    for (const title of text
      .slice(0, body)
      .matchAll(/^[^%\n]*?\\(?:title|subtitle)[ \t]*(?:\[[^\]\n]*\])?[ \t\r\n]*\{/gm)) {
      const start = title.index + title[0].length;
      const close = closingBrace(text, start - 1, body);
      if (close > 0) this.list.add('metadata', start, close - 1);
    }
    return body;
  }

  private get environment(): Environment | undefined {
    return this.environments[this.environments.length - 1];
  }

  /** Reads between blocks: moves to the first character of the next block. */
  private readClosed(at: number): number {
    const { text } = this;
    switch (text[at]) {
      case ' ':
      case '\t':
      case '\r':
      case '&':
      case '\ufeff':
        return at + 1;
      case '\n':
        if (isBlankLine(text, at + 1)) this.braces = [];
        return at + 1;
      case '%':
        return endOfLine(text, at) + 1;
      case '\\':
        return this.readCommand(at);
      case '}':
        this.braces.pop();
        return at + 1;
      default:
        this.begin(at);
        return at;
    }
  }

  private readOpen(at: number): number {
    const { text } = this;
    SPECIAL.lastIndex = at;
    const found = SPECIAL.exec(text);
    const i = found ? found.index : this.end;
    if (i >= this.end) return this.end;
    switch (text[i]) {
      case '%':
        return endOfLine(text, i);
      case '\\':
        return this.readCommand(i);
      case '{':
        this.braces.push(undefined);
        return i + 1;
      case '}':
        this.closeBrace(i);
        return i + 1;
      default:
        if (isBlankLine(text, i + 1)) this.closeAll(i);
        return i + 1;
    }
  }

  private readCommand(at: number): number {
    const { text } = this;
    const name = commandNameAt(text, at);
    const after = at + 1 + (name === '\n' ? 0 : name.length);
    const bare = name.endsWith('*') ? name.slice(0, -1) : name;
    if (bare === 'begin' || bare === 'end') return this.readEnvironment(bare, after, at);
    return this.readArgument(bare, after, at) ?? this.readOwn(bare, after, at) ?? this.readInline(bare, after, at);
  }

  /** Reads a command whose argument is a block: a heading, caption, title or note. */
  private readArgument(bare: string, after: number, at: number): number | undefined {
    const { text, end } = this;
    if (Object.hasOwn(HEADINGS, bare)) return this.enter('heading', at, after, HEADINGS[bare]!);
    if (CAPTIONS.has(bare))
      return this.enter('caption', at, endOfArguments(text, after, bare === 'captionof' ? 1 : 0, end), 0);
    if (TITLES.has(bare)) return this.enter('metadata', at, after, 0);
    return NOTES.has(bare) ? this.enterNote(bare, after, endOfArguments(text, after, 0, end)) : undefined;
  }

  /** Reads a command with a rule of its own; `undefined` if it is to be read as any other. */
  private readOwn(bare: string, after: number, at: number): number | undefined {
    const { text, end } = this;
    switch (bare) {
      case 'par':
      case 'item':
      case 'bibitem':
        this.closeAll(at);
        this.isItem = bare === 'item';
        return bare === 'bibitem' ? endOfArguments(text, after, 1, end) : after;
      case '\\':
      case 'tabularnewline':
        if (this.environment?.kind === 'table-row' && this.braces.length === 0) this.closeAll(at);
        return endOfArguments(text, after, 0, end);
      case 'iffalse':
        return this.readFalse(after);
      case 'selectlanguage':
        this.chooseLanguage(text.slice(after, after + 40));
        return undefined;
      case 'cmidrule':
      case 'toprule':
      case 'midrule':
      case 'bottomrule':
        return text[after] === '(' ? endOfLine(text, after) : undefined;
      case '[':
        return this.readFormula('\\]', after);
      case '(':
        return this.readFormula('\\)', after);
      case 'verb':
      case 'lstinline':
        return this.readVerb(after, at);
      default:
        return undefined;
    }
  }

  /** What no reader sees; an unclosed one hides nothing. */
  private readFalse(after: number): number {
    const close = this.hasOpenFalse ? -1 : endOfFalse(this.text, after, this.end);
    if (close >= 0) return close;
    this.hasOpenFalse = true;
    this.isUnclosed = true;
    return after;
  }

  private readFormula(closing: string, after: number): number {
    const close = indexWithin(this.text, closing, after, Math.min(this.end, after + LONGEST_FORMULA));
    if (close < 0 && after + LONGEST_FORMULA > this.end) this.isUnclosed = true;
    return close < 0 ? after : close + 2;
  }

  private readVerb(after: number, at: number): number | undefined {
    const end = endOfVerb(this.text, after, this.end);
    if (end <= 0) return undefined;
    this.begin(at);
    return end;
  }

  /** Reads a command within a paragraph; one with content, a formula or code begins a paragraph. */
  private readInline(bare: string, after: number, at: number): number {
    const command = commandOf(bare);
    if (!command || command.content || command.kind === 'math' || command.kind === 'code') this.begin(at);
    return command && !DECLARATION.has(bare) ? endOfArguments(this.text, after, command.skip, this.end) : after;
  }

  /** Reads a command whose argument is a separate block. */
  private enter(kind: BlockKind, at: number, after: number, level: number): number {
    this.closeAll(at);
    let start = endOfArguments(this.text, after, 0, this.end);
    while (/\s/.test(this.text[start] ?? '')) start++;
    if (this.text[start] !== '{') return after;
    this.list.begin(kind, start + 1, start + 1, false, level);
    this.braces.push(this.list.open);
    return start + 1;
  }

  /** Reads a note; the mark of one that is written apart, `\footnotetext[2]{…}`, is in its option. */
  private enterNote(bare: string, after: number, start: number): number {
    const { text, list } = this;
    if (text[start] !== '{') return start;
    const isEntered = list.enterNote(start + 1);
    this.braces.push(isEntered ? list.open : undefined);
    const mark = isEntered && bare.endsWith('text') ? NOTE_MARK.exec(text.slice(after, start)) : null;
    if (mark) list.open!.label = mark[1]!;
    return start + 1;
  }

  private closeBrace(at: number): void {
    const block = this.braces.pop();
    if (block && block === this.list.open) this.list.leaveNote(at);
  }

  private readEnvironment(command: 'begin' | 'end', after: number, at: number): number {
    const { text } = this;
    const name = /^[ \t]*\{([A-Za-z]+\*?)\}/.exec(text.slice(after, after + 40));
    if (!name) return after;
    const bare = name[1]!.replace('*', '');
    const start = after + name[0].length;
    // A cell in a box of its own is still a cell.
    const isBox = bare === 'minipage' && this.environment?.kind === 'table-row';
    if (isBox) this.begin(at);
    else this.closeAll(at);
    this.isItem = false;
    if (command === 'end') {
      this.leave(bare);
      return start;
    }
    if (RAW_ENVIRONMENTS.has(bare)) {
      const close = text.indexOf(`\\end{${name[1]}}`, start);
      if (close < 0) this.isUnclosed = true;
      return close < 0 ? this.end : close + name[1]!.length + 6;
    }
    const outer = this.environment;
    const kind = TABLE_ENVIRONMENTS.has(bare)
      ? 'table-row'
      : bare === 'thebibliography'
        ? 'reference'
        : (outer?.kind ?? 'paragraph');
    this.environments.push({
      name: bare,
      kind,
      quoted: (outer?.quoted ?? false) || QUOTING_ENVIRONMENTS.has(bare),
      lang: this.languageIn(bare, text.slice(start, start + 40)),
    });
    this.useLanguage();
    const body = endOfArguments(text, start, ENVIRONMENT_ARGUMENTS[name[1]!] ?? 0, this.end);
    return TITLED_ENVIRONMENTS.has(bare) && text[body] === '{' ? this.enter('heading', at, body, 4) : body;
  }

  private leave(name: string): void {
    const { environments } = this;
    for (let i = environments.length - 1; i >= 0 && i >= environments.length - LOOK_BACK; i--) {
      if (environments[i]!.name === name) {
        environments.length = i;
        this.useLanguage();
        return;
      }
    }
  }

  /** The language of an environment: Babel names it in an argument, Polyglossia by the environment itself. */
  private languageIn(name: string, following: string): Lang | undefined {
    const named = LANGUAGE_ENVIRONMENTS.has(name)
      ? argumentIn(following)
      : /^(?:english|french|spanish)$/.test(name)
        ? name
        : undefined;
    return named === undefined ? this.list.lang : langOf(named);
  }

  /** `\selectlanguage` applies to the remaining text of the environment, or of the document. */
  private chooseLanguage(following: string): void {
    const named = argumentIn(following);
    if (named === undefined) return;
    const { environment } = this;
    if (environment) environment.lang = langOf(named);
    else this.language = { lang: langOf(named) };
    this.useLanguage();
  }

  private useLanguage(): void {
    this.list.lang = this.environment ? this.environment.lang : this.language?.lang;
  }

  private begin(at: number): void {
    if (this.list.open) return;
    const kind = this.environment?.kind ?? 'paragraph';
    this.list.begin(
      this.isItem && kind === 'paragraph' ? 'list-item' : kind,
      at,
      at,
      this.environment?.quoted ?? false,
    );
  }

  /** Ends the paragraph, and the footnotes and braces still open in it. */
  private closeAll(at: number): void {
    while (this.list.open) this.list.leaveNote(at);
    this.braces = [];
  }
}

function argumentIn(following: string): string | undefined {
  return /^[ \t]*(?:\[[^\]\n]*\])?\{[ \t]*([\w-]+)[ \t]*\}/.exec(following)?.[1];
}
