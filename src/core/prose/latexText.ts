import { endOfLine, indexWithin, isBlankLine } from './lines';

/** The TeX grammar that blocks, inlines and escapes share. */

const NAME = /\\(?:[A-Za-z@]+\*?|[\s\S])/y;

/** The name of the command whose backslash is at `at`: letters, or one other character. */
export function commandNameAt(text: string, at: number): string {
  NAME.lastIndex = at;
  return NAME.exec(text)?.[0].slice(1) ?? '';
}

/** A longer argument is treated as an unclosed brace. */
const LONGEST_ARGUMENT = 4000;

/**
 * The offset after the brace or bracket that closes the one at `at`; -1 if none occurs before `end` or a blank line.
 */
export function closingBrace(text: string, at: number, end: number): number {
  const close = text[at] === '[' ? ']' : '}';
  let depth = 0;
  const stop = Math.min(end, at + LONGEST_ARGUMENT);
  for (let i = at; i < stop; i++) {
    const character = text[i];
    if (character === '\\' && text[i + 1] !== '\n') i++;
    else if (character === '\n' && isBlankLine(text, i + 1)) return -1;
    else if (character === '{' || (character === '[' && i === at)) depth++;
    else if (character === close && (close === '}' || depth === 1)) {
      if (--depth === 0) return i + 1;
    } else if (character === '}' && --depth <= 0) return -1;
  }
  return -1;
}

/** The offset after the bracketed arguments and up to `braces` arguments in braces. */
export function endOfArguments(text: string, from: number, braces: number, end: number): number {
  let at = from;
  for (let seen = 0; text[at] === '[' || (text[at] === '{' && seen < braces);) {
    const close = closingBrace(text, at, end);
    if (close < 0) return at;
    if (text[at] === '{') seen++;
    at = close;
  }
  return at;
}

/**
 * The offset of the command that ends the text after an `\iffalse`, which is not printed: its `\fi` or `\else`; -1 if
 * none occurs before `end`.
 */
export function endOfFalse(text: string, from: number, end: number): number {
  CONDITIONAL.lastIndex = from;
  let depth = 1;
  for (let found = CONDITIONAL.exec(text); found && found.index < end; found = CONDITIONAL.exec(text)) {
    if (found[1] === 'fi') depth--;
    else if (found[1] !== 'else') depth++;
    if (depth === 0 || (depth === 1 && found[1] === 'else')) return found.index;
  }
  return -1;
}

/** `\ifthenelse` is an ordinary command. */
const CONDITIONAL = /\\(fi|else|if(?!thenelse)[A-Za-z@]*)(?![A-Za-z@])/g;

/** The offset after the text between two equal marks, as in `\verb|…|` and `\lstinline!…!`; -1 where none follows. */
export function endOfVerb(text: string, at: number, end: number): number {
  const mark = text[at];
  if (mark === undefined || /[\s{A-Za-z\d]/.test(mark)) return -1;
  const close = indexWithin(text, mark, at + 1, Math.min(end, endOfLine(text, at)));
  return close < 0 ? -1 : close + 1;
}

/** Whether the mark at `at` is a literal character, because an unescaped backslash precedes it. */
export function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes++;
  return slashes % 2 === 1;
}

const COMBINING: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '"': '\u0308',
  '=': '\u0304',
  '.': '\u0307',
  c: '\u0327',
  v: '\u030c',
  u: '\u0306',
  H: '\u030b',
  r: '\u030a',
  k: '\u0328',
};
const ACCENT =
  /\\(?:([`'^~"=.])[ \t]*|([cvuHrk])(?:[ \t]+|(?=\{)))(?:\{[ \t]*\\?([A-Za-z])[ \t]*\}|\\([ij])(?![A-Za-z])[ \t]?|([A-Za-z]))/y;

const LETTERS: Readonly<Record<string, string>> = {
  ss: 'ß',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  aa: 'å',
  AA: 'Å',
  i: 'i',
  j: 'j',
  textendash: '–',
  textemdash: '—',
  ldots: '…',
  dots: '…',
  textellipsis: '…',
  textquoteright: '’',
  textquoteleft: '‘',
  textquotesingle: "'",
  textquotedblleft: '“',
  textquotedblright: '”',
  guillemotleft: '«',
  guillemotright: '»',
  og: '«',
  fg: '»',
  nobreakspace: '\u00a0',
  space: ' ',
  quad: ' ',
  qquad: ' ',
  enspace: ' ',
  thinspace: ' ',
  newline: ' ',
  linebreak: ' ',
  xspace: '',
  ignorespaces: '',
  textunderscore: '_',
  textasciitilde: '~',
  S: '§',
  P: '¶',
  euro: '€',
  texteuro: '€',
  slash: '/',
  textbullet: '•',
  textdegree: '°',
};
const CHARACTERS: Readonly<Record<string, string>> = {
  '&': '&',
  '%': '%',
  $: '$',
  '#': '#',
  _: '_',
  '{': '{',
  '}': '}',
  ' ': ' ',
  '\n': ' ',
  ',': '\u2009',
  ';': ' ',
  ':': ' ',
  '!': ' ',
  '-': '\u00ad',
  '/': '',
  '"': '',
  '@': '',
};
const FORMATTING =
  /\\(?:textbf|textit|emph|textsc|textsf|textrm|textup|textmd|textsl|textnormal|underline|uline|mbox|hbox|strong|(?:foreignlanguage|textcolor)\{[^{}\n]{0,40}\})\{/y;
const DECLARATION_IN_GROUP =
  /\{\\(?:em|bf|it|sc|sl|sf|rm|bfseries|itshape|scshape|slshape|sffamily|rmfamily|small|large|Large)\b[ \t]*/y;
const NAMED = /\\([A-Za-z]+)(?:\{\}|[ \t]+|(?![A-Za-z]))/y;
const LINE_BREAK = /\\\\\*?(?:\[[^\]\n]{0,20}\])?/y;

/** Reads an accent, a named or escaped character, `~`, or markup that denotes nothing: braces, `\textbf{`. */
export function readLatexEscape(text: string, index: number): { length: number; character: string } | undefined {
  const character = text[index];
  if (character === '~') return { length: 1, character: '\u00a0' };
  if (character === '}') return { length: 1, character: '' };
  if (character === '{') {
    const accent = text[index + 1] === '\\' ? accentAt(text, index + 1) : undefined;
    if (accent && text[index + 1 + accent.length] === '}')
      return { length: accent.length + 2, character: accent.character };
    if (opensArgument(text, index)) return undefined;
    return { length: lengthOf(DECLARATION_IN_GROUP, text, index) || 1, character: '' };
  }
  if (character !== '\\') return undefined;
  const accent = accentAt(text, index);
  if (accent) return accent;
  const lineBreak = lengthOf(LINE_BREAK, text, index);
  if (lineBreak) return { length: lineBreak, character: ' ' };
  const escaped = CHARACTERS[text[index + 1] ?? ''];
  if (escaped !== undefined) return { length: 2, character: escaped };
  const formatting = lengthOf(FORMATTING, text, index);
  if (formatting) return { length: formatting, character: '' };
  NAMED.lastIndex = index;
  const named = NAMED.exec(text);
  const letter = named && Object.hasOwn(LETTERS, named[1]!) ? LETTERS[named[1]!] : undefined;
  return named && letter !== undefined ? { length: named[0].length, character: letter } : undefined;
}

/**
 * Whether the brace follows a command or another argument, as in `\section{ICEM}`: unlike one inside a word, it
 * separates the text on its two sides.
 */
function opensArgument(text: string, at: number): boolean {
  return (
    text[at - 1] === '}' ||
    (/[A-Za-z*]/.test(text[at - 1] ?? ' ') && /\\[A-Za-z@]+\*?$/.test(text.slice(Math.max(0, at - 40), at)))
  );
}

function accentAt(text: string, at: number): { length: number; character: string } | undefined {
  ACCENT.lastIndex = at;
  const accent = ACCENT.exec(text);
  if (!accent) return undefined;
  const letter = accent[3]! ?? accent[4]! ?? accent[5]!;
  return { length: accent[0].length, character: (letter + COMBINING[accent[1]! ?? accent[2]!]!).normalize('NFC') };
}

function lengthOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}
