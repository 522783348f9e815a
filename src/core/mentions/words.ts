import {
  BLANK,
  EMPHASIS,
  ESCAPE,
  FOLD,
  IGNORED,
  LETTER,
  NEWLINE,
  Separator,
  joinSeparators,
  separatorOf,
} from '../fold';

/**
 * Reads an escape of the document's format at `index`: its length in code units, and what it denotes: one character
 * (`&eacute;` is é), `''` for mere markup (`<em>`), or a blank. `undefined` where there is no escape.
 */
export type EscapeReader = (
  text: string,
  index: number,
) => { readonly length: number; readonly character: string } | undefined;

/** The initial hash of a word, to which letters are added. It is 0 because a row of words resets it with a mask. */
export const SEED = 0;

/** Odd, with bits spread over the whole number, so that every letter affects all bits of the hash. */
export const MULTIPLIER = 0x01000193;

export function hashWith(hash: number, letter: number): number {
  return (Math.imul(hash, MULTIPLIER) + letter) | 0;
}

/** The hash of a whole word; accents and case make no difference. */
export function hashOf(word: string): number {
  let hash = SEED;
  for (let i = 0; i < word.length; i++) hash = hashWith(hash, FOLD[word.charCodeAt(i)]!);
  return hash;
}

/**
 * Reads one word after another, as long as what separates them may occur within a name. One object serves a whole
 * text, because words are many.
 */
export class WordReader {
  /** The separator before the last word read, its hash and its end. */
  separator: Separator = Separator.None;
  hash = 0;
  end = 0;

  constructor(
    private readonly text: string,
    private readonly readEscape: EscapeReader | undefined,
  ) {}

  /** Reads the word after `from`; returns false where no word follows with which a name could continue. */
  next(from: number): boolean {
    const { text, readEscape } = this;
    let separator: Separator = Separator.None;
    let newlines = 0;
    let i = from;
    let hash = SEED;
    let inWord = false;
    while (i < text.length) {
      const code = text.charCodeAt(i);
      let value = FOLD[code]!;
      let width = 1;
      if (value === ESCAPE && readEscape !== undefined) {
        const escape = escapeAt(text, i, readEscape);
        if (escape) {
          width = escape.length;
          if (inWord && isInsideWord(text, i, escape)) {
            i += width;
            continue;
          }
          if (FOLD[text.charCodeAt(i + width - 1)] === NEWLINE) newlines++; // A backslash at the end of its line.
          value = escape.character === '' ? EMPHASIS : FOLD[escape.character.charCodeAt(0)]!;
        }
      }
      if (value >= LETTER) {
        hash = hashWith(hash, value);
        inWord = true;
        i += width;
        this.end = i;
        continue;
      }
      if (value === IGNORED) {
        i += width;
        if (inWord) this.end = i;
        continue;
      }
      if (inWord) break;
      if (value === NEWLINE && width === 1 && isLineEnd(text, i)) newlines++;
      // Block-quote marks at the start of a wrapped line are not part of the name.
      const quoteMark = code === 62 && newlines === 1;
      if (value !== EMPHASIS && !quoteMark) separator = joinSeparators(separator, separatorOf(value));
      if (separator === Separator.Broken || newlines > 1) return false;
      i += width;
    }
    this.separator = separator;
    this.hash = hash;
    return inWord && separator !== Separator.None;
  }

  /** Reads the word that begins at `from`. */
  readWord(from: number): void {
    const { text, readEscape } = this;
    let hash = SEED;
    let i = from;
    while (i < text.length) {
      const value = FOLD[text.charCodeAt(i)]!;
      if (value >= LETTER) hash = hashWith(hash, value);
      else if (value === ESCAPE && readEscape !== undefined) {
        const escape = escapeAt(text, i, readEscape);
        if (!escape) break;
        const read = escape.character === '' ? EMPHASIS : FOLD[escape.character.charCodeAt(0)]!;
        if (read >= LETTER) hash = hashWith(hash, read);
        else if (read !== IGNORED && !isInsideWord(text, i, escape)) break;
        i += escape.length;
        continue;
      } else if (value !== IGNORED) break;
      i++;
    }
    this.hash = hash;
    this.end = i;
  }
}

/**
 * The escape that the format's reader finds, except one that contains a blank line: its `<` was a character of its
 * own.
 */
export function escapeAt(text: string, index: number, readEscape: EscapeReader): ReturnType<EscapeReader> {
  const escape = readEscape(text, index);
  if (escape === undefined || escape.length < 4) return escape;
  let newlines = 0;
  for (let i = index; i < index + escape.length; i++) {
    const value = FOLD[text.charCodeAt(i)];
    if (value === NEWLINE) {
      if (isLineEnd(text, i) && ++newlines > 1) return undefined;
    } else if (value !== BLANK) newlines = 0;
  }
  return escape;
}

/** Of the two characters of a CRLF, only the first counts. */
function isLineEnd(text: string, index: number): boolean {
  return !(text.charCodeAt(index) === 10 && text.charCodeAt(index - 1) === 13);
}

/**
 * True for an escaped soft hyphen (`&shy;`, `\\-`) or a brace (`{I}nternational`) between letters of one word. Tags
 * do not count: a footnote number in `<sup>` is not part of the name before it.
 */
export function isInsideWord(
  text: string,
  index: number,
  escape: { readonly length: number; readonly character: string },
): boolean {
  if (escape.character === '' ? text[index] === '<' : FOLD[escape.character.charCodeAt(0)] !== IGNORED) return false;
  return FOLD[text.charCodeAt(index + escape.length)]! >= LETTER;
}
