import { BEGINS, IS_PHRASE, NONE, pairFilterOf, type Matcher } from './compile';
import { EMPHASIS, ESCAPE, FOLD, IGNORED, LETTER } from '../fold';
import { pairHash, type PairFilter } from './pairFilter';
import { walk, type Visitor } from './walk';
import { STRETCH, type WordRow } from './wordRow';
import { SEED, WordReader, escapeAt, hashWith, isInsideWord, type EscapeReader } from './words';

/**
 * Finds many phrases in one pass: leftmost-longest, word-bounded, not overlapping. Reports each match to the visitor,
 * from left to right.
 *
 * Every word of the text is hashed once while it is read. A filter decides whether some phrase is a word of that
 * hash, or begins with the preceding word and this one ("for migration", not "for the"); only then are the words
 * looked up in a trie of word hashes, and only the longest path is compared letter by letter. The cost therefore
 * hardly depends on the number of phrases. Two designs were rejected: a character automaton (slower on ordinary
 * prose, twenty times the memory) and sampled trigrams (twice as fast for 400 phrases, but not for 10,000, and twice
 * the code).
 */
export function findMatches<R>(
  matcher: Matcher<R>,
  text: string,
  readEscape: EscapeReader | undefined,
  visitor: Visitor<R>,
): void {
  new Search(matcher, text, readEscape, visitor).run();
}

class Search<R> {
  private readonly openings: PairFilter | undefined;
  private readonly words: WordReader;
  /** The last word read, where a phrase may begin with it and the next one; its end is -1 where there is none. */
  private lastHash = SEED;
  private lastEnd = -1;
  private readonly watched: ReadonlySet<number> | undefined;
  /** End of the last word reported as watched. */
  private watchedEnd = -1;

  constructor(
    private readonly matcher: Matcher<R>,
    private readonly text: string,
    private readonly readEscape: EscapeReader | undefined,
    private readonly visitor: Visitor<R>,
  ) {
    this.openings = pairFilterOf(matcher, text.length);
    this.words = new WordReader(text, readEscape);
    this.watched = matcher.source.watched;
  }

  /** Reads the text one stretch at a time. */
  run(): void {
    const {
      text,
      openings,
      matcher: { row },
    } = this;
    if (openings === undefined) {
      this.readClosely(0, text.length);
      return;
    }
    let from = 0;
    let denseStretches = 0;
    while (from < text.length) {
      const to = Math.min(text.length, from + STRETCH);
      row.read(text, from, to);
      if (!row.isPlain && row.findMarks(text, from, to) * DENSE_MARKS > to - from) {
        // A text full of escapes is soon read in longer pieces, so that little of it is read twice.
        from = this.readClosely(from, to + Math.min(denseStretches++, 16) * STRETCH);
        continue;
      }
      denseStretches = 0;
      if (row.isPlain && row.count === 0)
        from = FOLD[text.charCodeAt(to - 1)]! < LETTER ? to : this.readClosely(from, to);
      else from = row.isPlain ? this.lookUp(row, openings, 0, row.count) : this.readAroundMarks(row, openings, from);
    }
  }

  /**
   * Reads closely only the words next to marks that may be part of a word. Returns the offset at which to continue.
   */
  private readAroundMarks(row: WordRow, openings: PairFilter, from: number): number {
    const { ends, marks, markCount, count } = row;
    let at = from;
    let next = 0;
    for (let m = 0; m < markCount; m++) {
      const mark = marks[m]!;
      if (mark < at) continue;
      let end = next;
      while (end < count && ends[end]! < mark) end++;
      if (end > next) at = this.lookUp(row, openings, next, end);
      if (at <= mark) at = this.readClosely(at, mark + 1);
      next = end;
      while (next < count && this.startOf(ends[next]!) < at) next++;
    }
    return next < count ? this.lookUp(row, openings, next, count) : at;
  }

  /**
   * Looks up the words `[first, next)` of the row. Returns the offset at which to continue: the end of the last of
   * them, or of a match that extends further.
   */
  private lookUp({ hashes, ends }: WordRow, openings: PairFilter, first: number, next: number): number {
    let hash = this.lastHash;
    let end = this.lastEnd;
    for (let i = first; i < next; i++) {
      const before = hash;
      const beforeEnd = end;
      hash = hashes[i]!;
      end = ends[i]!;
      if (!openings.mayOccur(before, hash)) continue;
      this.watch(hash, end);
      let matchEnd = -1;
      if (beforeEnd >= 0 && (i + 1 >= next || openings.mayBeFollowedBy(before, hash, hashes[i + 1]!)))
        matchEnd = this.tryPair(this.startOf(beforeEnd), beforeEnd, before, end, hash);
      if (matchEnd < 0 && this.mayBePhrase(hash)) {
        matchEnd = this.tryWalk(this.startOf(end), end, hash);
        // The walk has already covered every phrase that begins at this word.
        if (matchEnd < 0) matchEnd = end;
      }
      if (matchEnd < 0) continue;
      while (i + 1 < next && ends[i + 1]! <= matchEnd) {
        i++;
        this.watch(hashes[i]!, ends[i]!);
      }
      hash = SEED;
      end = -1;
      if (matchEnd <= ends[next - 1]!) continue;
      this.watchBetween(ends[next - 1]!, matchEnd);
      this.lastHash = hash;
      this.lastEnd = end;
      return matchEnd;
    }
    this.lastHash = hash;
    this.lastEnd = end;
    return ends[next - 1]!;
  }

  /** Reads `[from, until)`, including escapes, and on to the start of the next word. Returns that offset. */
  private readClosely(from: number, until: number): number {
    const {
      text,
      readEscape,
      openings,
      matcher: { filter },
    } = this;
    const { length } = text;
    const mask = filter.length - 1;
    // A word that may begin a phrase once the next one is read.
    let waitingEnd = this.lastEnd;
    let waitingHash = this.lastHash;
    let waiting = waitingEnd < 0 ? -1 : this.startOf(waitingEnd);
    this.lastEnd = -1;
    this.lastHash = SEED;
    let i = from;
    while (i < length) {
      let value = FOLD[text.charCodeAt(i)]!;
      if (value < LETTER) {
        if (value !== ESCAPE || readEscape === undefined) {
          i++;
          continue;
        }
        const escape = escapeAt(text, i, readEscape);
        if (!escape || FOLD[escape.character.charCodeAt(0)]! < LETTER || escape.character === '') {
          i += escape?.length ?? 1;
          continue;
        }
      }
      const start = i;
      // After an escape that ends with a letter, `\og2018`, no row can find the start of the word.
      const isPast = start >= until && (start === 0 || FOLD[text.charCodeAt(start - 1)]! < LETTER);
      if (isPast && waiting < 0) return start;
      let hash = SEED;
      for (;;) {
        if (value >= LETTER) {
          hash = hashWith(hash, value);
          i++;
        } else if (value === IGNORED) i++;
        else if (value === ESCAPE && readEscape !== undefined) {
          const escape = escapeAt(text, i, readEscape);
          if (!escape) break;
          const read = escape.character === '' ? EMPHASIS : FOLD[escape.character.charCodeAt(0)]!;
          if (read >= LETTER) hash = hashWith(hash, read);
          else if (read !== IGNORED && !isInsideWord(text, i, escape)) break;
          i += escape.length;
        } else break;
        if (i >= length) break;
        value = FOLD[text.charCodeAt(i)]!;
      }
      this.watch(hash, i);
      if (waiting >= 0) {
        const next = this.tryPair(waiting, waitingEnd, waitingHash, i, hash);
        waiting = -1;
        if (next >= 0) {
          this.watchBetween(i, next);
          i = next;
          continue;
        }
        if (isPast) return start;
      }
      const hit = filter[hash & mask];
      if (hit === NONE) continue;
      if (hit === BEGINS && openings !== undefined) {
        waiting = start;
        waitingEnd = i;
        waitingHash = hash;
        continue;
      }
      const next = this.tryWalk(start, i, hash);
      if (next >= 0) {
        this.watchBetween(i, next);
        i = next;
      }
    }
    return length;
  }

  /** The end of the match that begins with these two words, or -1. */
  private tryPair(first: number, firstEnd: number, firstHash: number, secondEnd: number, secondHash: number): number {
    if (!this.openings!.mayBegin(this.text, first, secondEnd, pairHash(firstHash, secondHash), this.words)) return -1;
    return this.tryWalk(first, firstEnd, firstHash);
  }

  /** The end of the match that begins with this word, or -1. */
  private tryWalk(start: number, end: number, hash: number): number {
    const match = walk(this.matcher, this.text, start, end, hash, this.words, this.readEscape, this.visitor);
    return match !== undefined && this.visitor.found(match) ? match.end : -1;
  }

  /** Reports the watched words of a match, which no other code reads. */
  private watchBetween(from: number, to: number): void {
    if (this.watched === undefined) return;
    for (let at = from; at < to && this.words.next(at); at = this.words.end)
      this.watch(this.words.hash, this.words.end);
  }

  private watch(hash: number, end: number): void {
    if (this.watched === undefined || !this.watched.has(hash) || end <= this.watchedEnd) return;
    this.watchedEnd = end;
    this.visitor.watched?.(hash, end);
  }

  private mayBePhrase(hash: number): boolean {
    const { filter } = this.matcher;
    return filter[hash & (filter.length - 1)] === IS_PHRASE;
  }

  /** The start of a word of a row. */
  private startOf(end: number): number {
    let start = end;
    while (start > 0 && FOLD[this.text.charCodeAt(start - 1)]! >= LETTER) start--;
    return start;
  }
}

/**
 * A stretch is read closely as a whole if at least one code unit in this many is a mark that may be part of a word.
 */
const DENSE_MARKS = 32;
