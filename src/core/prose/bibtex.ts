import { escapeBibtex } from '../citation/escapeText';
import type { Lang, Span } from '../document';
import type { Block, Format } from './prose';
import { BlockList } from './blockList';
import { commentsMatching } from './comments';
import { cutsAtLines } from './cuts';
import { langOf } from './languageNames';
import { readLatexInlines } from './latexInlines';
import { isEscaped, readLatexEscape } from './latexText';

/**
 * BibTeX and BibLaTeX: the values of the fields that people read. All of them describe works, so none is the author's
 * own text.
 */
export const bibtex: Format = {
  readPart: (text) => ({ blocks: readBlocks(text), isClosed: true }),
  readInlines: readLatexInlines,
  // A quotation mark would end a value between quotation marks.
  escape: (plain) => escapeBibtex(plain).replaceAll('"', "''"),
  tables: { cells: [], next: /^(?!)/ },
  readEscape: readLatexEscape,
  declaredLanguage: () => undefined,
  // An entry’s `@` at the start of its line ends even an unclosed value.
  cutting: cutsAtLines((text, lineStart) => text[lineStart] === '@'),
  commentsIn: commentsMatching(/^[ \t]*%[^\n]*|@comment\b[^\n]*/gim),
};

const READ_FIELDS = new Set(
  (
    'title subtitle titleaddon booktitle booksubtitle maintitle shorttitle journal journaltitle issuetitle series note annote annotation ' +
    'abstract addendum howpublished institution organization school publisher author editor keywords'
  ).split(' '),
);
/** The fields from which BibLaTeX selects the hyphenation of an entry; some styles use `language`. */
const LANGUAGE_FIELDS = ['langid', 'language'].map(
  (name) => new RegExp(`[,\\s]${name}[ \\t]{0,9}=[ \\t\\r\\n]{0,9}["{]([\\p{L}_-]{2,30})["}]`, 'iu'),
);
/** The sign between the name of a field and its value; or a comment. */
const FIELD = /=[ \t\r\n]*(?=["{])|^[ \t]*%[^\n]*/gm;

function readBlocks(text: string): readonly Block[] {
  const list = new BlockList(text);
  FIELD.lastIndex = 0;
  let read = 0;
  let entryStart = 0;
  let entryEnd = 0;
  for (let field = FIELD.exec(text); field; field = FIELD.exec(text)) {
    const name = field[0][0] === '=' ? nameBefore(text, field.index, read) : undefined;
    read = FIELD.lastIndex;
    if (!name) continue;
    if (name.start >= entryEnd) {
      while (entryEnd <= name.start && entryEnd < text.length)
        [entryStart, entryEnd] = [entryEnd, endOfEntry(text, entryEnd + 1)];
      list.lang = languageOf(text.slice(entryStart, entryEnd));
    }
    const start = FIELD.lastIndex;
    const end = endOfValue(text, start);
    if (READ_FIELDS.has(text.slice(name.start, name.end).toLowerCase())) list.add('reference', start + 1, end);
    read = FIELD.lastIndex = end + 1;
  }
  return list.finish();
}

/**
 * The field name before the sign, blanks aside, which begins at or after `from`: a letter and the characters that may
 * follow one.
 */
function nameBefore(text: string, sign: number, from: number): Span | undefined {
  let end = sign;
  while (end > from && (text[end - 1] === ' ' || text[end - 1] === '\t')) end--;
  let start = end;
  for (let i = end; i > from && /[\w-]/.test(text[i - 1]!); i--) if (/[A-Za-z]/.test(text[i - 1]!)) start = i - 1;
  return start < end ? { start, end } : undefined;
}

const NEXT_ENTRY = /\n[ \t]*@/g;

function endOfEntry(text: string, from: number): number {
  NEXT_ENTRY.lastIndex = from;
  return NEXT_ENTRY.exec(text)?.index ?? text.length;
}

function languageOf(entry: string): Lang | undefined {
  for (const field of LANGUAGE_FIELDS) {
    const name = field.exec(entry)?.[1];
    if (name !== undefined) return langOf(name);
  }
  return undefined;
}

/** Offset of the mark that closes the value; an unclosed value ends where the next entry begins. */
function endOfValue(text: string, start: number): number {
  const isQuoted = text[start] === '"';
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    const character = text[i];
    if (character === '{') depth++;
    else if (character === '}' && --depth === 0 && !isQuoted) return i;
    else if (character === '"' && isQuoted && i > start && depth === 0 && !isEscaped(text, i)) return i;
    else if (character === '@' && text[i - 1] === '\n') return i;
  }
  return text.length;
}
