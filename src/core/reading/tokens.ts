import type { Span } from '../document';
import { APOSTROPHE, BLANK, EMPHASIS, ESCAPE, FOLD, IGNORED, LETTER, NEWLINE } from '../fold';
import { NOT_PROSE, type Inline, type Prose } from '../prose/prose';
import type { Written } from './lookup';

/** A word, a number or one punctuation mark, with the folded form used to compare it with cues. */
export interface Token extends Span, Written {
  readonly kind: 'word' | 'punctuation';
  /** Lower case, without diacritics; a punctuation mark is unchanged. */
  readonly folded: string;
  /** The original spelling, with escapes resolved. */
  readonly written: string;
}

/** Whether a word begins with a capital. Most words begin with a letter that needs no lookup in the Unicode tables. */
export function isCapitalized(written: string): boolean {
  const code = written.charCodeAt(0);
  return code < 128 ? code >= 65 && code <= 90 : CAPITAL.test(written);
}

const CAPITAL = /^\p{Lu}/u;

/** A word with a capital. */
export function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Two hyphenated words, read as one word: "celui-ci", "co-leads"; `undefined` if none begins at the token. */
export function compoundAt(tokens: readonly Token[], i: number): Written | undefined {
  const [first, second] = [tokens[i], tokens[i + 2]];
  return second?.kind === 'word' && isHyphenated(tokens, i + 1)
    ? { written: `${first!.written}-${second.written}`, folded: `${first!.folded}-${second.folded}` }
    : undefined;
}

/** Whether a token is the hyphen between two parts of a word. */
export function isHyphenated(tokens: readonly Token[], i: number): boolean {
  const { start, end, folded } = tokens[i]!;
  return HYPHEN.test(folded) && tokens[i - 1]?.end === start && tokens[i + 1]?.start === end;
}

export const HYPHEN = /^[-‐‑]$/;

/** The words and marks of a range of prose; `limit` is the end of its block. */
export function readTokens(prose: Prose, block: Span, limit: number, inlines: readonly Inline[]): Token[] {
  const { text } = prose;
  const skipped = inlines.length === 0 ? inlines : skippedIn(text, block, inlines);
  const spelled = new SpelledTokens(prose, limit);
  const tokens: Token[] = [];
  let nextSkipped = 0;
  for (let i = block.start; i < block.end;) {
    while (nextSkipped < skipped.length && skipped[nextSkipped]!.end <= i) nextSkipped++;
    const skip = skipped[nextSkipped];
    if (skip && skip.start <= i) {
      i = skip.end;
      continue;
    }
    const stop = skip ? Math.min(skip.start, block.end) : block.end;
    const plain = plainWordEnd(text, i, stop);
    const word = plain > i ? text.slice(i, plain) : '';
    const token = word ? wordToken(word, word, i, plain) : spelled.read(i, stop);
    if (token) tokens.push(token);
    i = word ? plain : spelled.next;
  }
  return tokens;
}

function wordToken(folded: string, written: string, start: number, end: number): Token {
  return { kind: 'word', folded, written, start, end, known: undefined };
}

/** Reads words and marks letter by letter, with the escapes of the format. */
class SpelledTokens {
  /** The offset after the last token or space. */
  next = 0;
  /** The character at an offset: its folded value, its width in the text, and the character itself. */
  private value = 0;
  private width = 1;
  private character = '';

  constructor(
    private readonly prose: Prose,
    private readonly limit: number,
  ) {}

  /** The word or the mark at an offset; `undefined` for a space and for markup. */
  read(start: number, stop: number): Token | undefined {
    let [folded, written] = ['', ''];
    let end = start;
    for (; end < stop; end += this.width) {
      this.readCharacter(end);
      if (this.value >= LETTER) folded += String.fromCharCode(this.value);
      else if (this.value !== IGNORED || folded === '') break;
      written += this.character;
    }
    this.next = folded ? end : end + this.width;
    if (folded) return wordToken(folded, written, start, end);
    const { value, character } = this;
    if (SPACES.has(value) || (character === '>' && isQuoteMark(this.prose.text, start))) return undefined;
    const mark = value === APOSTROPHE ? "'" : character;
    return { kind: 'punctuation', folded: mark, written: character, start, end: this.next, known: undefined };
  }

  private readCharacter(i: number): void {
    const { text, format } = this.prose;
    this.character = text[i]!;
    this.width = 1;
    this.value = FOLD[text.charCodeAt(i)]!;
    const escape = this.value === ESCAPE ? format.readEscape?.(text, i) : undefined;
    // An unclosed tag is not a tag, whatever closes one in the next block.
    if (!escape || i + escape.length > this.limit) return;
    this.width = escape.length;
    this.character = escape.character;
    this.value = escape.character === '' ? EMPHASIS : FOLD[escape.character.charCodeAt(0)]!;
  }
}

const SPACES: ReadonlySet<number> = new Set([BLANK, NEWLINE, EMPHASIS, IGNORED]);

/**
 * Ranges without prose, and the brackets of a link, which are not part of the sentence: "the [Compact](…), adopted in
 * 2018".
 */
function skippedIn(text: string, { start: from, end: to }: Span, inlines: readonly Inline[]): readonly Span[] {
  const skipped: Span[] = [];
  let hasLinks = false;
  for (const inline of inlines) {
    const { kind, start, end } = inline;
    if (end < from || start > to + 1) continue;
    if (NOT_PROSE.has(kind)) skipped.push(inline);
    else if (kind === 'link' && text[start - 1] === '[' && text[end] === ']') {
      skipped.push({ start: start - 1, end: start }, { start: end, end: end + 1 });
      hasLinks = true;
    }
  }
  return hasLinks ? skipped.sort((a, b) => a.start - b.start) : skipped;
}

/** The end of a word that equals its own folded form, as most words do; `start` for any other word, or none. */
function plainWordEnd(text: string, start: number, stop: number): number {
  let i = start;
  while (i < stop) {
    const code = text.charCodeAt(i);
    const value = FOLD[code]!;
    if (value < LETTER) return value === IGNORED || value === ESCAPE ? start : i;
    if (value !== code) return start;
    i++;
  }
  return i;
}

/** Whether a ">" is a block quotation mark at the start of a wrapped line, which is not part of the sentence. */
function isQuoteMark(text: string, at: number): boolean {
  let i = at - 1;
  while (i >= at - DEEPEST_QUOTE && (text[i] === ' ' || text[i] === '\t' || text[i] === '>')) i--;
  return i < 0 || text[i] === '\n' || text[i] === '\r';
}

/** In code units: the marks of nested quotations, with the blanks between them. */
const DEEPEST_QUOTE = 40;

/** Whether nothing, not even a blank, is between the tokens of a range. */
export function areTouching(tokens: readonly Token[], first: number, next: number): boolean {
  for (let k = first + 1; k < next; k++) if (tokens[k]!.start !== tokens[k - 1]!.end) return false;
  return true;
}

/** The tokens after a label or the name of a speaker: "CLAIRE: …"; all of them where there is none. */
export function withoutLabel(tokens: readonly Token[]): readonly Token[] {
  return tokens.slice(tokens.slice(0, LABEL).findIndex(({ folded }) => folded === ':') + 1);
}

/** In tokens, with the colon. */
const LABEL = 3;
