import type { Span } from '../document';
import { APOSTROPHE, BLANK, EMPHASIS, ESCAPE, FOLD, IGNORED, LETTER, NEWLINE, foldKey } from '../mentions/fold';
import { NOT_PROSE, type Block, type Inline, type Prose } from '../prose/prose';

/** A word, a number or one punctuation mark, with the folded form that cues are compared with. */
export interface Token extends Span {
  readonly kind: 'word' | 'punctuation';
  /** Lower case, no diacritics; a punctuation mark as it stands. */
  readonly folded: string;
  /** As written, escapes read. */
  readonly written: string;
}

/** A sentence of a block. Stretches that are no prose (code, addresses) leave no token. */
export interface Sentence extends Span {
  readonly block: Block;
  /** Read when first asked for: most sentences of a block are never looked into. */
  readonly tokens: readonly Token[];
}

/** The block's sentences. A table row is one, whatever stops stand in its cells, if it is not too long for one. */
export function readSentences(prose: Prose, block: Block): readonly Sentence[] {
  const whole = block.kind === 'table-row' ? [{ start: block.start, end: block.end }] : sentenceSpans(prose, block);
  const spans = whole.flatMap((span) => inPieces(prose.text, span));
  return spans.map((span) => new LazySentence(prose, block, span)).filter((sentence) => spans.length === 1 || sentence.end > sentence.start);
}

/** In code units. */
const LONGEST = 2000;

/** What goes on for so long without a stop is no sentence, but a list: it is read in pieces, as what is asked of a sentence is asked of every two names in it. */
function inPieces(text: string, { start, end }: Span): readonly Span[] {
  const pieces: Span[] = [];
  let first = start;
  while (end - first > LONGEST) {
    const piece = text.slice(first, first + LONGEST);
    const at = Math.max(piece.lastIndexOf('; '), piece.lastIndexOf(', '));
    const next = first + (at > LONGEST / 4 ? at + 1 : Math.max(piece.lastIndexOf(' '), LONGEST / 4));
    pieces.push({ start: first, end: next });
    first = next;
  }
  return [...pieces, { start: first, end }];
}

class LazySentence implements Sentence {
  readonly start: number;
  readonly end: number;
  private read: readonly Token[] | undefined;

  constructor(private readonly prose: Prose, readonly block: Block, { start, end }: Span) {
    this.start = start;
    this.end = end;
  }

  get tokens(): readonly Token[] {
    return (this.read ??= readTokens(this.prose, this, this.block.end, this.prose.inlinesOf(this.block)));
  }
}

/** Index of the first token that ends after the offset. */
export function tokenIndexAt(tokens: readonly Token[], offset: number): number {
  return indexBehind(tokens, offset);
}

/** Index of the first of sorted, disjoint spans that ends after the offset; their number where none does. */
export function indexBehind(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle].end <= offset) low = middle + 1; else high = middle;
  }
  return low;
}

function readTokens(prose: Prose, block: Span, limit: number, inlines: readonly Inline[]): Token[] {
  const { text, format: { readEscape } } = prose;
  const skipped = inlines.filter((inline) => NOT_PROSE.has(inline.kind));
  const tokens: Token[] = [];
  let nextSkipped = 0;
  let i = block.start;
  while (i < block.end) {
    while (nextSkipped < skipped.length && skipped[nextSkipped].end <= i) nextSkipped++;
    if (nextSkipped < skipped.length && skipped[nextSkipped].start <= i) { i = skipped[nextSkipped].end; continue; }
    const stop = nextSkipped < skipped.length ? Math.min(skipped[nextSkipped].start, block.end) : block.end;
    const plain = plainWordEnd(text, i, stop);
    if (plain > i) {
      const word = text.slice(i, plain);
      tokens.push({ kind: 'word', folded: word, written: word, start: i, end: plain });
      i = plain;
      continue;
    }
    const start = i;
    let folded = '';
    let written = '';
    let end = i;
    while (i < stop) {
      let value = FOLD[text.charCodeAt(i)];
      let width = 1;
      let character = text[i];
      if (value === ESCAPE && readEscape) {
        const escape = readEscape(text, i);
        // A tag that is not closed is none, whatever closes one in the next block.
        if (escape && i + escape.length <= limit) { width = escape.length; character = escape.character; value = character === '' ? EMPHASIS : FOLD[character.charCodeAt(0)]; }
      }
      if (value >= LETTER) { folded += String.fromCharCode(value); written += character; i += width; end = i; }
      else if (value === IGNORED && folded) { written += character; i += width; end = i; }
      else if (folded) break;
      else {
        i += width;
        if (value === BLANK || value === NEWLINE || value === EMPHASIS || value === IGNORED || (character === '>' && isQuoteMark(text, start))) break;
        const mark = value === APOSTROPHE ? "'" : character;
        tokens.push({ kind: 'punctuation', folded: mark, written: character, start, end: i });
        break;
      }
    }
    if (folded) tokens.push({ kind: 'word', folded, written, start, end });
  }
  return tokens;
}

/** The end of a word that is its own folded form, as most are; `start` where the word is another, or none. */
function plainWordEnd(text: string, start: number, stop: number): number {
  let i = start;
  while (i < stop) {
    const code = text.charCodeAt(i);
    const value = FOLD[code];
    if (value < LETTER) return value === IGNORED || value === ESCAPE ? start : i;
    if (value !== code) return start;
    i++;
  }
  return i;
}

/** The mark of a block quotation at the start of a wrapped line is no word of the sentence. */
function isQuoteMark(text: string, at: number): boolean {
  let i = at - 1;
  while (i >= 0 && (text[i] === ' ' || text[i] === '\t' || text[i] === '>')) i--;
  return i < 0 || text[i] === '\n' || text[i] === '\r';
}

/** Words before a full stop that do not end a sentence. */
const ABBREVIATIONS = new Set(('no nr art arts par para paras vol vols ed eds p pp cf ca etc al dr mr mrs ms prof st rev gen lt col sen rep gov hon jr sr inc ltd co '
  + 'e g i u n a s d c ch fig tab eq sec ss app vs approx est resp dec jan feb mar apr jun jul aug sep sept oct nov m mm mme mlle mgr me sr sra srta lic ing num núm inv').split(' '));

const STOPS = /[.!?…]/g;
const CLOSERS = /[”"’»)\]*_]/;
const OPENERS = /["“‘«([¿¡*_]/;

/** Where sentences end: a stop, closing marks, a blank, and then a capital or a digit; not behind an abbreviation. */
function sentenceSpans(prose: Prose, block: Block): readonly Span[] {
  const { text } = prose;
  const spans: Span[] = [];
  let first = block.start;
  STOPS.lastIndex = block.start;
  for (let match = STOPS.exec(text); match && match.index < block.end; match = STOPS.exec(text)) {
    const next = startOfNext(prose, block, match.index);
    if (next === undefined) continue;
    if (prose.inlinesAt(block, { start: match.index, end: match.index + 1 }).some((inline) => NOT_PROSE.has(inline.kind))) continue;
    spans.push({ start: first, end: next.end });
    first = next.start;
    STOPS.lastIndex = next.start;
  }
  if (first < block.end) spans.push({ start: first, end: block.end });
  return spans;
}

/** The end of the sentence that the stop ends, and the start of the next one; `undefined` where it ends none. */
function startOfNext(prose: Prose, block: Block, stop: number): { end: number; start: number } | undefined {
  const { text } = prose;
  const blockEnd = block.end;
  let end = stop + 1;
  while (end < blockEnd && (CLOSERS.test(text[end]) || STOP.test(text[end]))) end++;
  let start = end;
  for (; start < blockEnd; start++) {
    const value = FOLD[text.charCodeAt(start)];
    const markup = text[start] === '<' ? prose.inlinesAt(block, { start, end: start + 1 }).find((inline) => NOT_PROSE.has(inline.kind)) : undefined;
    if (markup) start = Math.max(start, markup.end - 1);
    else if (value !== BLANK && value !== NEWLINE && text[start] !== '>') break;
  }
  if (start >= blockEnd || start === end) return undefined;
  let letter = start;
  while (letter < blockEnd && OPENERS.test(text[letter])) letter++;
  if (!/[\p{Lu}\d]/u.test(text[letter] ?? '')) return undefined;
  if (text[stop] === '.') {
    let wordStart = stop;
    while (wordStart > 0 && stop - wordStart < 8 && isWordCharacter(text, wordStart - 1)) wordStart--;
    const word = foldKey(text.slice(wordStart, stop));
    // "in 1965, etc. The" still ends: a capital after an abbreviation that may end a sentence.
    if (ABBREVIATIONS.has(word) && !(word === 'etc' && /\p{Lu}/u.test(text[letter]))) return undefined;
  }
  return { end, start };
}

/** A letter, or a mark on one. */
function isWordCharacter(text: string, index: number): boolean {
  const value = FOLD[text.charCodeAt(index)];
  return value >= LETTER || value === IGNORED;
}

const STOP = /[.!?…]/;
