import {
  BLANK, EMPHASIS, ESCAPE, FOLD, IGNORED, LETTER, NEWLINE, Separator, joinSeparators, separatorOf,
} from './fold';

/**
 * Reads an escape of the document's format at `index`: how many code units it takes, and what it stands for: one
 * character (`&eacute;` is é), `''` for mere markup (`<em>`), or a blank. `undefined` where there is no escape.
 */
export type EscapeReader = (text: string, index: number) => { readonly length: number; readonly character: string } | undefined;

/** A word's hash begins with this, and takes in a letter at a time; it stands for no word as well. 0, as a row of words begins each with a mask. */
export const SEED = 0;

/** Odd, and with bits all over: what the letters are is to show in all bits of the hash. */
export const MULTIPLIER = 0x01000193;

export function hashWith(hash: number, letter: number): number {
  return (Math.imul(hash, MULTIPLIER) + letter) | 0;
}

/** Of a word as a whole; accents and case make no difference. */
export function hashOf(word: string): number {
  let hash = SEED;
  for (let i = 0; i < word.length; i++) hash = hashWith(hash, FOLD[word.charCodeAt(i)]);
  return hash;
}

/** Reads on from a word to the next, as long as what stands between may stand within a name. One object for a whole text, as words are many. */
export class WordReader {
  /** Of the word read last: what stands before it, its hash and its end. */
  separator: Separator = Separator.None;
  hash = 0;
  end = 0;

  constructor(private readonly text: string, private readonly readEscape: EscapeReader | undefined) {}

  /** The word behind `from`; false where none follows that a name could go on with. */
  next(from: number): boolean {
    const { text, readEscape } = this;
    let separator: Separator = Separator.None;
    let newlines = 0;
    let i = from;
    let hash = SEED;
    let inWord = false;
    while (i < text.length) {
      const code = text.charCodeAt(i);
      let value = FOLD[code];
      let width = 1;
      if (value === ESCAPE && readEscape !== undefined) {
        const escape = escapeAt(text, i, readEscape);
        if (escape) {
          width = escape.length;
          if (inWord && isInsideWord(text, i, escape)) { i += width; continue; }
          if (FOLD[text.charCodeAt(i + width - 1)] === NEWLINE) newlines++; // a backslash at the end of its line
          value = escape.character === '' ? EMPHASIS : FOLD[escape.character.charCodeAt(0)];
        }
      }
      if (value >= LETTER) { hash = hashWith(hash, value); inWord = true; i += width; this.end = i; continue; }
      if (value === IGNORED) { i += width; if (inWord) this.end = i; continue; }
      if (inWord) break;
      if (value === NEWLINE && width === 1 && isLineEnd(text, i)) newlines++;
      // Block-quote marks at the start of a wrapped line are no part of the name.
      const quoteMark = code === 62 && newlines === 1;
      if (value !== EMPHASIS && !quoteMark) separator = joinSeparators(separator, separatorOf(value));
      if (separator === Separator.Broken || newlines > 1) return false;
      i += width;
    }
    this.separator = separator;
    this.hash = hash;
    return inWord && separator !== Separator.None;
  }

  /** The word behind a single blank, without escapes. Where something else than a separator ends it, `next` decides. */
  nextPlain(blank: number): void {
    const { text } = this;
    let hash = SEED;
    let i = blank + 1;
    for (; i < text.length; i++) {
      const value = FOLD[text.charCodeAt(i)];
      if (value >= LETTER) hash = hashWith(hash, value);
      else if (value !== IGNORED) break;
    }
    this.hash = hash;
    this.end = i;
  }
}

/** What the format's reader says, but that an escape with a blank line in it is none: its `<` was a sign of its own. */
export function escapeAt(text: string, index: number, readEscape: EscapeReader): ReturnType<EscapeReader> {
  const escape = readEscape(text, index);
  if (escape === undefined || escape.length < 4) return escape;
  let newlines = 0;
  for (let i = index; i < index + escape.length; i++) {
    const value = FOLD[text.charCodeAt(i)];
    if (value === NEWLINE) { if (isLineEnd(text, i) && ++newlines > 1) return undefined; } else if (value !== BLANK) newlines = 0;
  }
  return escape;
}

/** Of the two characters that end a line on some systems, only the first counts. */
function isLineEnd(text: string, index: number): boolean {
  return !(text.charCodeAt(index) === 10 && text.charCodeAt(index - 1) === 13);
}

/**
 * A soft hyphen written out (`&shy;`, `\\-`), or a brace (`{I}nternational`), between letters of one word. Tags are not:
 * a footnote's number in `<sup>` is no part of the name before it.
 */
export function isInsideWord(text: string, index: number, escape: { readonly length: number; readonly character: string }): boolean {
  if (escape.character === '' ? text[index] === '<' : FOLD[escape.character.charCodeAt(0)] !== IGNORED) return false;
  return FOLD[text.charCodeAt(index + escape.length)] >= LETTER;
}
