import type { Span } from '../document';
import { FOLD, LETTER } from '../fold';
import type { Prose } from '../prose/prose';
import { firstStartingFrom } from '../reading/sentence';
import type { OtherSign } from '../mentions/otherSigns';
import type { DistantMeaning, Side } from '../surroundings/restOfDocument';
import { readAnchor } from './anchors';

/** A block, or a section of a long one. All words within one passage are near each other. */
interface Passage extends Span {
  readonly blockEnd: number;
  /** The first anchor of the passage, and the first different one; `''` for none. */
  anchor: string | undefined;
  another: string | undefined;
  /** The signs of other meanings in the passage, each word once. */
  signs: readonly OtherSign[] | undefined;
}

/** The maximal length in code units, up to the end of a word of ordinary length. */
const LONGEST = 1500;
const MOST = 100;

/**
 * The passages of a part's prose and their evidence for the meanings of abbreviations. Each passage is read once, on
 * demand.
 */
export class Passages {
  private cut: readonly Passage[] | undefined;

  /** `signs` returns those of the whole part, sorted by start. It is called on demand. */
  constructor(
    private readonly prose: Prose,
    private readonly signs: () => readonly OtherSign[],
  ) {}

  /** The passage that contains the offset; an empty span at the offset where there is no prose. */
  passageAt(offset: number): Span {
    return this.find(offset) ?? { start: offset, end: offset };
  }

  private find(offset: number): Passage | undefined {
    return this.touching(offset, offset + 1).at(-1);
  }

  /** The passages that touch `[from, to)`, in order. */
  private touching(from: number, to: number): readonly Passage[] {
    return this.passages
      .slice(this.firstFrom(from), firstStartingFrom(this.passages, to))
      .filter(({ end }) => end > from);
  }

  /** The signs of other meanings in the passage that contains the offset, each word once. */
  signsAround(offset: number): readonly OtherSign[] {
    const passage = this.find(offset);
    if (!passage) return [];
    return (passage.signs ??= this.signsIn(passage).filter(
      (sign, i, all) => all.findIndex((other) => other.start <= sign.start && other.end >= sign.end) === i,
    ));
  }

  /** Whether a word of migration other than `own` occurs in a passage that touches `[from, to)`. */
  hasAnchor(from: number, to: number, own: string): boolean {
    return this.touching(from, to).some((passage) => this.hasAnchorIn(passage, own));
  }

  /** The ids of the other meanings for which words in passages that touch `[from, to)` are evidence. */
  otherMeaningsIn(from: number, to: number): ReadonlySet<string> {
    const signs = this.touching(from, to).flatMap((passage) => this.signsIn(passage));
    return new Set(signs.map(({ meaning }) => meaning.id));
  }

  /**
   * The distance of the next passage with such a word from an edge of the part; Infinity where there is none within
   * `reach`.
   */
  anchorDistance(side: Side, reach: number, own: string): number {
    for (const [passage, distance] of this.from(side, reach)) if (this.hasAnchorIn(passage, own)) return distance;
    return Infinity;
  }

  /**
   * The other meanings for which words in passages within `reach` of an edge of the part are evidence, nearest first.
   */
  distantMeanings(side: Side, reach: number): readonly DistantMeaning[] {
    return this.from(side, reach).flatMap(([passage, distance]) =>
      this.signsIn(passage).map(({ meaning }) => ({ id: meaning.id, distance })),
    );
  }

  /** The passages within `reach` of an edge of the part, beginning at the edge, with their distances from it. */
  private from(side: Side, reach: number): readonly (readonly [Passage, number])[] {
    const { passages } = this;
    const { length } = this.prose.text;
    const near =
      side === 'before'
        ? passages.slice(this.firstFrom(length - reach)).map((passage) => [passage, length - passage.end] as const)
        : passages.slice(0, this.firstFrom(reach + LONGEST + MOST)).map((passage) => [passage, passage.start] as const);
    return near.filter(([, distance]) => distance < reach).sort(([, a], [, b]) => a - b);
  }

  private get passages(): readonly Passage[] {
    return (this.cut ??= cutBlocks(this.prose));
  }

  /** Index of the first passage that may contain the offset, given that passages have a maximal length. */
  private firstFrom(offset: number): number {
    return firstStartingFrom(this.passages, offset - LONGEST - MOST + 1);
  }

  private hasAnchorIn(passage: Passage, own: string): boolean {
    const { start, end } = passage;
    const anchor = (passage.anchor ??= readAnchor(this.prose.text, start, end, ''));
    // The second anchor is searched for only where the first is the queried word itself.
    return (
      anchor !== '' && (anchor !== own || (passage.another ??= readAnchor(this.prose.text, start, end, anchor)) !== '')
    );
  }

  private signsIn({ start, end, blockEnd }: Passage): readonly OtherSign[] {
    const signs = this.signs();
    return signs
      .slice(firstStartingFrom(signs, start), firstStartingFrom(signs, end))
      .filter((sign) => sign.end <= blockEnd);
  }
}

function cutBlocks({ text, blocks }: Prose): readonly Passage[] {
  const passages: Passage[] = [];
  for (const { start, end } of blocks)
    for (let from = start; from < end;) {
      let to = Math.min(from + LONGEST, end);
      while (to < Math.min(end, from + LONGEST + MOST) && FOLD[text.charCodeAt(to)]! >= LETTER) to++;
      passages.push({ start: from, end: to, blockEnd: end, anchor: undefined, another: undefined, signs: undefined });
      from = to;
    }
  // Only a footnote in the middle of its sentence is out of order.
  return passages.sort((a, b) => a.start - b.start);
}
