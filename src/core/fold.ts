/**
 * One table gives the class of each UTF-16 code unit. Values below {@link LETTER} are classes of separators; those
 * below 0 may occur within a word, so a word next to one needs a careful reading. All other values are letters or
 * digits, folded to lower case and stripped of diacritics, so that case, accents and their composition do not change
 * the hash of a word. Exact spelling is checked later, and only for candidates.
 */
export const OTHER = 0;
export const BLANK = 1;
export const NEWLINE = 2;
export const HYPHEN = 3;
export const APOSTROPHE = 4;
export const COMMA = 5;
/** Invisible and not part of the spelling: soft hyphen, zero-width characters, combining marks. */
export const IGNORED = -1;
/** Markdown's emphasis marks, which may enclose any word of a name. */
export const EMPHASIS = 6;
/** A character that may begin an escape of the format: `&nbsp;`, `\'e`, `<em>`. */
export const ESCAPE = -2;
export const PERIOD = 7;
export const SLASH = 8;
export const LETTER = 32;

export const FOLD: Int32Array = buildTable();

/** The word or phrase with every word folded and the separators normalized: two texts that match have equal keys. */
export function foldKey(text: string): string {
  if (isFolded(text)) return text;
  let key = '';
  let separator = 0;
  for (let i = 0; i < text.length; i++) {
    const value = FOLD[text.charCodeAt(i)]!;
    if (value >= LETTER) {
      if (separator && key) key += SEPARATOR_TEXT[separator];
      separator = 0;
      key += String.fromCharCode(value);
    } else if (value !== IGNORED && value !== EMPHASIS) {
      separator = joinSeparators(separator, separatorOf(value));
    }
  }
  return key;
}

/** The folded words of a text, without the marks between them. */
export function foldedWords(text: string): readonly string[] {
  return foldKey(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** True for lowercase letters and digits without accents, separated by single blanks, as most words already are. */
function isFolded(text: string): boolean {
  let before = 32;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 32 ? before === 32 : FOLD[code] !== code || code >= 128) return false;
    before = code;
  }
  return before !== 32 || text === '';
}

/** What separates two words of a name. `Broken` never matches. */
export const enum Separator {
  None = 0,
  Space = 1,
  Comma = 2,
  Hyphen = 3,
  Apostrophe = 4,
  Slash = 5,
  Period = 6,
  Broken = 7,
}

export const SEPARATOR_TEXT = ['', ' ', ',', '-', "'", '/', '.', '\u0000'];

export function separatorOf(value: number): Separator {
  switch (value) {
    case BLANK:
    case NEWLINE:
      return Separator.Space;
    case COMMA:
      return Separator.Comma;
    case HYPHEN:
      return Separator.Hyphen;
    case APOSTROPHE:
      return Separator.Apostrophe;
    case SLASH:
      return Separator.Slash;
    case PERIOD:
      return Separator.Period;
    default:
      return Separator.Broken;
  }
}

/** A blank gives way to the mark next to it; two different marks match nothing. */
export function joinSeparators(a: Separator, b: Separator): Separator {
  if (a === b || b === Separator.None || (b === Separator.Space && a !== Separator.None)) return a;
  return a === Separator.None || a === Separator.Space ? b : Separator.Broken;
}

function buildTable(): Int32Array {
  const table = new Int32Array(0x10000); // OTHER
  const letters = (from: number, to: number): void => {
    for (let c = from; c <= to; c++) table[c] = c;
  };
  // Scripts without relevant case or accents map to themselves: they only make words longer.
  letters(0x370, 0x1fff);
  letters(0x2c00, 0x2fff);
  letters(0x3040, 0xd7ff);
  letters(0xf900, 0xfeef);
  for (let c = 0x30; c <= 0x39; c++) table[c] = c;
  for (const [from, to] of [
    [0x41, 0x5a],
    [0x61, 0x7a],
    [0xc0, 0x24f],
    [0x1e00, 0x1eff],
  ]) {
    for (let c = from!; c <= to!; c++) table[c] = baseLetter(c);
  }
  table[0xaa] = table[0xba] = IGNORED; // ordinal indicators: "1.ª", "n.º"
  table[0xd7] = table[0xf7] = OTHER;
  set(
    table,
    BLANK,
    ' \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000',
  );
  set(table, NEWLINE, '\n\r\u2028\u2029\u000b\u000c\u0085');
  set(table, HYPHEN, '-\u2010\u2011\u2012\u2013\u2212');
  set(table, APOSTROPHE, "'\u2019\u02bc\u2032\u00b4");
  set(table, COMMA, ',');
  set(table, IGNORED, '\u00ad\u200b\u200c\u200d\u2060\ufeff');
  for (let c = 0x300; c <= 0x36f; c++) table[c] = IGNORED;
  set(table, EMPHASIS, '*_');
  set(table, ESCAPE, '&<\\{}~');
  set(table, PERIOD, '.');
  set(table, SLASH, '/');
  return table;
}

function baseLetter(code: number): number {
  const lower = String.fromCharCode(code).toLowerCase().normalize('NFD');
  return lower.charCodeAt(0);
}

function set(table: Int32Array, value: number, characters: string): void {
  for (const character of characters) table[character.charCodeAt(0)] = value;
}
