import { Bloom } from './bloom';
import { ESCAPE, FOLD, LETTER, Separator } from '../fold';
import { SMALL_WORDS } from './slips';
import { Kind, kindOf } from './kinds';
import { SEED, hashWith, type WordReader } from './words';

/**
 * Decides whether some phrase may begin with two given words of a text, by the words around them. This rules out most
 * pairs of words, however many phrases there are; the others are looked up in the trie. False positives are possible,
 * false negatives are not.
 */
export class PairFilter {
  /** Pairs of words, and phrases of one word. */
  private readonly first = new Bloom();
  /** Pairs combined with what may precede or follow them. */
  private readonly context = new Bloom();

  /** Adds a phrase of one word. */
  addWord(hash: number): void {
    this.first.note(pairHash(SEED, hash));
  }

  /** Adds a phrase by its first two words and, if it has more, by its third word and the separator before that. */
  addPhrase(pair: number, third?: number, separator?: Separator): void {
    this.first.note(pair);
    this.context.note(third === undefined ? mixed(pair, ENDS) : mixed(pair, third));
    if (separator !== undefined && separator !== Separator.Space) this.context.note(mixed(pair, ODD));
  }

  /**
   * Adds two words with which a name begins (`after`) or ends (`before`), and the first letters of the word that must
   * follow or precede them, small words aside.
   */
  addEnd(pair: number, side: 'after' | 'before', letters: readonly number[]): void {
    this.first.note(pair);
    if (letters.length === 0) this.context.note(mixed(pair, ENDS));
    for (const letter of letters) {
      this.context.note(mixed(pair, side === 'after' ? AFTER : BEFORE));
      this.context.note(mixed(pair, letter | (side === 'after' ? AFTER : BEFORE)));
    }
  }

  /** Must be called after the last phrase is added. */
  close(): void {
    this.first.close();
    this.context.close();
  }

  /** Whether some phrase may begin with these two words, or consist of the second; called for each word of a text. */
  mayOccur(first: number, second: number): boolean {
    return this.first.hasEither(pairHash(first, second), pairHash(SEED, second));
  }

  /**
   * Whether some phrase may begin with these two words if a third one follows, whatever separates them: cheaper than
   * {@link mayBegin}, with more false positives.
   */
  mayBeFollowedBy(first: number, second: number, third: number): boolean {
    const pair = pairHash(first, second);
    return (
      this.hasContext(mixed(pair, third)) ||
      this.hasContext(mixed(pair, ENDS)) ||
      this.hasContext(mixed(pair, AFTER)) ||
      this.hasContext(mixed(pair, BEFORE))
    );
  }

  /**
   * Whether some phrase may begin with the pair whose first word begins at `start` and whose second ends at `second`.
   * Moves the reader.
   */
  mayBegin(text: string, start: number, second: number, pair: number, words: WordReader): boolean {
    if (!this.first.has(pair)) return false;
    if (this.hasContext(mixed(pair, ENDS))) return true;
    if (isPlainGap(text, second)) {
      words.nextPlain(second);
      if (isCut(text, words.end) || this.hasContext(mixed(pair, words.hash))) return true;
      if (this.hasContext(mixed(pair, AFTER)) && this.mayContinue(text, pair, second, words)) return true;
    } else if (kindOf(text, second) !== Kind.Stop || isCut(text, second) || this.hasContext(mixed(pair, ODD)))
      return true;
    return this.hasContext(mixed(pair, BEFORE)) && this.mayPrecede(text, pair, start, words);
  }

  /** The reader must have read the word after `second`. */
  private mayContinue(text: string, pair: number, second: number, words: WordReader): boolean {
    for (let end = second; ;) {
      if (this.hasContext(mixed(pair, FOLD[text.charCodeAt(end + 1)]! | AFTER))) return true;
      if (!SMALL_HASHES.has(words.hash)) return false;
      end = words.end;
      if (!isPlainGap(text, end)) return true;
      words.nextPlain(end);
    }
  }

  private mayPrecede(text: string, pair: number, start: number, words: WordReader): boolean {
    for (let i = start; ;) {
      if (i < 2 || !isPlainGap(text, i - 1)) return true;
      const kind = kindOf(text, i - 2);
      if (kind === Kind.Stop) return false;
      if (kind !== Kind.Letters) return true;
      let begin = i - 2;
      while (begin > 0 && kindOf(text, begin - 1) === Kind.Letters) begin--;
      if (begin > 0 && text.charCodeAt(begin - 1) >= 128) return true;
      if (this.hasContext(mixed(pair, FOLD[text.charCodeAt(begin)]! | BEFORE))) return true;
      words.nextPlain(begin - 1);
      if (!SMALL_HASHES.has(words.hash)) return false;
      i = begin;
    }
  }

  private hasContext(hash: number): boolean {
    return this.context.has(hash);
  }
}

/** Values that equal no folded letter and hardly any hash. */
const ENDS = 0x7a3d0001;
const ODD = 0x7a3d0002;
const AFTER = 0x10000;
const BEFORE = 0x20000;

const SMALL_HASHES: ReadonlySet<number> = new Set(
  [...SMALL_WORDS].map((word) => [...word].reduce((hash, letter) => hashWith(hash, letter.charCodeAt(0)), SEED)),
);

/**
 * True for one blank or line end and a letter: the next word can be hashed at once, without classifying the
 * separator.
 */
export function isPlainGap(text: string, end: number): boolean {
  const code = text.charCodeAt(end);
  return (code === 32 || code === 10) && FOLD[text.charCodeAt(end + 1)]! >= LETTER;
}

/** Whether the word may continue with an escape, which only the walk reads. */
function isCut(text: string, end: number): boolean {
  return FOLD[text.charCodeAt(end)] === ESCAPE;
}

export function pairHash(first: number, second: number): number {
  return Math.imul(Math.imul(first, 31) ^ second, 0x9e3779b1);
}

function mixed(pair: number, more: number): number {
  return Math.imul(pair ^ Math.imul(more, 0x85ebca6b), 0x9e3779b1);
}
