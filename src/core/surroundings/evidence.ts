import { firstStartingFrom, type Span } from '../document';
import { foldKey } from '../fold';
import type { OtherSign } from '../mentions/otherSigns';
import type { Prose } from '../prose/prose';
import { ANCHORS } from '../reading/cues';
import type { DistantMeaning, Side } from './restOfDocument';

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
    return startingIn(this.anchors, offset - reach, offset + reach).some(({ prefix }) => prefix !== own);
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

/** The words of migration in a text, whatever their case, accents and invisible characters. */
function anchorsIn(text: string): readonly Anchor[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index: start }) => {
    const folded = foldKey(word);
    return ANCHORS.filter((prefix) => folded.startsWith(prefix)).map((prefix) => ({
      start,
      end: start + word.length,
      prefix,
    }));
  });
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*/gu;
