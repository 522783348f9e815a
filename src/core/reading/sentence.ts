import abbreviations from '../../../data/words/abbreviations.json';
import { firstEndingAfter, type Span } from '../document';
import { BLANK, FOLD, IGNORED, LETTER, NEWLINE, foldKey } from '../fold';
import type { Block, Prose } from '../prose/prose';
import { dividedIntoCells } from './bars';
import { isDigit } from './numbers';
import { mayTellTime, readTimes, type Time } from './times';
import { isCapitalized, readTokens, type Token } from './tokens';

/** The sentences of a block. A table row is one sentence, whatever stops occur in its cells, unless it is too long. */
export function readSentences(prose: Prose, block: Block): readonly Sentence[] {
  const { text } = prose;
  const sentences: Sentence[] = [];
  const hasInlines = prose.inlinesOf(block).length > 0;
  let first = block.start;
  // For every stop of a sequence, the end and the text that follows are the same: they are computed once.
  let end = -1;
  let start = -1;
  for (let stop = block.kind === 'table-row' ? -1 : nextStop(text, first, block.end); stop >= 0;) {
    if (stop >= end) {
      end = afterMarks(text, stop + 1, block.end, CLOSERS + STOPS);
      start = startOfNext(prose, block, end);
    }
    if (start >= 0 && !isAbbreviated(text, stop, start, block.end) && !(hasInlines && prose.markupAt(block, stop))) {
      addInPieces(sentences, prose, block, first, end);
      first = start;
    }
    stop = nextStop(text, Math.max(first, stop + 1), block.end);
  }
  if (first < block.end || block.kind === 'table-row') addInPieces(sentences, prose, block, first, block.end);
  return sentences;
}

/** In code units. */
const LONGEST = 2000;

/**
 * Text of this length without a full stop is a list, not a sentence. It is read in pieces, because some queries compare
 * every two names of a sentence.
 */
function addInPieces(sentences: Sentence[], prose: Prose, block: Block, start: number, end: number): void {
  let first = start;
  while (end - first > LONGEST) {
    const piece = prose.text.slice(first, first + LONGEST);
    const at = Math.max(piece.lastIndexOf('; '), piece.lastIndexOf(', '));
    const next = first + (at > LONGEST / 4 ? at + 1 : Math.max(piece.lastIndexOf(' '), LONGEST / 4));
    sentences.push(new SentenceOfBlock(prose, block, first, next));
    first = next;
  }
  if (end > first || sentences.length === 0) sentences.push(new SentenceOfBlock(prose, block, first, end));
}

export type Sentence = Pick<SentenceOfBlock, keyof SentenceOfBlock>;

/** A sentence of a block. Its tokens and times are read on first use: most sentences are never inspected. */
class SentenceOfBlock implements Span {
  private read: readonly Token[] | undefined;
  private stated: readonly Time[] | undefined;

  constructor(
    private readonly prose: Prose,
    readonly block: Block,
    readonly start: number,
    readonly end: number,
  ) {}

  /** The times in the sentence. */
  get times(): readonly Time[] {
    return (this.stated ??= mayTellTime(this.prose.text, this.start, this.end) ? readTimes(this.tokens) : []);
  }

  /** Ranges without prose (code, addresses) yield no tokens; in every format, a bar is between the cells of a row. */
  get tokens(): readonly Token[] {
    if (this.read) return this.read;
    const { prose, block, start, end } = this;
    const inlines = prose.inlinesAt(block, { start: start - 1, end: end + 2 });
    const read = readTokens(prose, this, block.end, inlines);
    return (this.read = block.kind === 'table-row' ? dividedIntoCells(read, this, prose) : read);
  }

  /** Releases the tokens until they are queried again. */
  release(): void {
    this.read = undefined;
  }
}

/** Index of a sentence among those of its block; -1 if it is not one of them. */
export function indexOfSentence(sentences: readonly Sentence[], sentence: Sentence): number {
  const index = firstEndingAfter(sentences, sentence.start);
  // Only an empty sentence does not end after its own start.
  return sentences[index] === sentence ? index : sentences.indexOf(sentence);
}

/** Words before a full stop that do not end a sentence. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(abbreviations.words.split(' '));

/** The marks at the end and the beginning of sentences. */
const STOPS = '.!?…';
const CLOSERS = '”"’»)]*_';
const OPENERS = '["“‘«([¿¡*_';

function nextStop(text: string, from: number, end: number): number {
  for (let i = from; i < end; i++) if (STOPS.includes(text[i]!)) return i;
  return -1;
}

/** Offset after the marks of some kinds at an offset. */
function afterMarks(text: string, from: number, end: number, marks: string): number {
  let i = from;
  while (i < end && marks.includes(text[i]!)) i++;
  return i;
}

/**
 * The start of the next sentence, if a stop with `end` after its closing marks may end one; else -1. Whitespace must
 * follow, and then a capital or a digit.
 */
function startOfNext(prose: Prose, block: Block, end: number): number {
  const { text } = prose;
  const blockEnd = block.end;
  let start = end;
  for (; start < blockEnd; start++) {
    const value = FOLD[text.charCodeAt(start)];
    const markup = text[start] === '<' ? prose.markupAt(block, start) : undefined;
    if (markup) start = Math.max(start, markup.end - 1);
    else if (value !== BLANK && value !== NEWLINE && text[start] !== '>') break;
  }
  if (start >= blockEnd || start === end) return -1;
  const letter = afterMarks(text, start, blockEnd, OPENERS);
  return isDigit(text.charCodeAt(letter)) || isCapitalized(text.charAt(letter)) ? start : -1;
}

/**
 * Whether the stop belongs to an abbreviation and therefore ends no sentence; the text that follows begins at `start`.
 */
function isAbbreviated(text: string, stop: number, start: number, blockEnd: number): boolean {
  if (text[stop] !== '.') return false;
  const isBeforeCapital = isCapitalized(text.charAt(afterMarks(text, start, blockEnd, OPENERS)));
  return (isBeforeCapital && isInitial(text, stop)) || isAfterAbbreviation(text, stop);
}

/** "John F. Thomas": a single capital letter after a capitalized word. */
function isInitial(text: string, stop: number): boolean {
  if (!isCapitalized(text.charAt(stop - 1)) || FOLD[text.charCodeAt(stop - 2)] !== BLANK) return false;
  const start = startOfWord(text, stop - 2);
  return start < stop - 2 && isCapitalized(text.charAt(start));
}

/** Whether the word before a full stop is an abbreviation. */
function isAfterAbbreviation(text: string, stop: number): boolean {
  return ABBREVIATIONS.has(foldKey(text.slice(startOfWord(text, stop), stop)));
}

/** The start of the letters and combining marks before an offset. */
function startOfWord(text: string, end: number): number {
  let start = end;
  for (; start > 0; start--) {
    const value = FOLD[text.charCodeAt(start - 1)]!;
    if (value < LETTER && value !== IGNORED) break;
  }
  return start;
}
