import { firstStartingFrom, type Span } from '../document';
import { FOLD, IGNORED, LETTER } from '../fold';
import type { OtherSign } from '../mentions/otherSigns';
import type { Prose } from '../prose/prose';
import { ANCHORS } from '../reading/cues';
import type { DistantMeaning, Side } from '../surroundings/restOfDocument';

/** A word of migration, by its beginning. */
interface Anchor extends Span {
  readonly prefix: string;
}

/**
 * The words of a part that are evidence for the meanings of its abbreviations, in order. Those of migration are found
 * once, on demand.
 */
export class Evidence {
  private found: readonly Anchor[] | undefined;

  /** `signs` returns the words of other meanings, sorted by start. It is called on demand. */
  constructor(
    private readonly prose: Prose,
    private readonly signs: () => readonly OtherSign[],
  ) {}

  /** Whether a word of migration other than `own` occurs within `reach` of a place. */
  hasAnchor(offset: number, reach: number, own: string): boolean {
    const { anchors } = this;
    for (let i = firstStartingFrom(anchors, offset - reach + 1); i < anchors.length; i++) {
      const { start, prefix } = anchors[i]!;
      if (start >= offset + reach) return false;
      if (prefix !== own) return true;
    }
    return false;
  }

  /** The words of other meanings that begin after `from` and before `to`. */
  signsIn(from: number, to: number): readonly OtherSign[] {
    return startingIn(this.signs(), from, to);
  }

  /** The distance of the next word of migration from an edge of the part; Infinity where there is none in `reach`. */
  anchorDistance(side: Side, reach: number, own: string): number {
    return this.near(this.anchors, side, reach).find(([{ prefix }]) => prefix !== own)?.[1] ?? Infinity;
  }

  /** The other meanings for which words within `reach` of an edge of the part are evidence, nearest first. */
  distantMeanings(side: Side, reach: number): readonly DistantMeaning[] {
    return this.near(this.signs(), side, reach).map(([{ meaning }, distance]) => ({ id: meaning.id, distance }));
  }

  /** The words within `reach` of an edge of the part, with the distances of their starts from it, nearest first. */
  private near<T extends Span>(words: readonly T[], side: Side, reach: number): readonly (readonly [T, number])[] {
    const { length } = this.prose.text;
    return side === 'after'
      ? startingIn(words, -1, reach).map((word) => [word, word.start])
      : startingIn(words, length - reach, length)
          .map((word) => [word, length - word.start] as const)
          .reverse();
  }

  private get anchors(): readonly Anchor[] {
    return (this.found ??= anchorsIn(this.prose.text).filter(({ start }) => this.prose.blockAt(start) !== undefined));
  }
}

/** The spans that start after `from` and before `to`. */
function startingIn<T extends Span>(spans: readonly T[], from: number, to: number): readonly T[] {
  return spans.slice(firstStartingFrom(spans, from + 1), firstStartingFrom(spans, to));
}

/** The words of migration in a text. Nearly every word has another first letter than all beginnings. */
function anchorsIn(text: string): readonly Anchor[] {
  const found: Anchor[] = [];
  let isInWord = false;
  for (let i = 0; i < text.length; i++) {
    const value = FOLD[text.charCodeAt(i)]!;
    if (value === IGNORED) continue;
    if (value >= LETTER && !isInWord)
      for (const prefix of BY_LETTER[value] ?? NONE) {
        const end = endOf(prefix, text, i);
        if (end > i) found.push({ start: i, end, prefix });
      }
    isInWord = value >= LETTER;
  }
  return found;
}

/** The end of a prefix at a place of a text, whatever its case, accents and invisible characters; -1 if it differs. */
function endOf(prefix: string, text: string, start: number): number {
  let i = start;
  for (let matched = 0; matched < prefix.length; i++) {
    const value = FOLD[text.charCodeAt(i)];
    if (value === IGNORED) continue;
    if (value !== prefix.charCodeAt(matched)) return -1;
    matched++;
  }
  return i;
}

const NONE: readonly string[] = [];
/** The beginnings of words of migration by their first letter. */
const BY_LETTER: (string[] | undefined)[] = [];
for (const anchor of ANCHORS) (BY_LETTER[anchor.charCodeAt(0)] ??= []).push(anchor);
