import type { Heading } from '../surroundings/restOfDocument';
import { isSame } from './same';

/** What a chain reads of a part. */
export interface HeadedPart {
  /** The headings that govern its end, nearest first. */
  readonly lastHeadings: readonly Heading[];
  readonly text: string;
  /** The offset of its start in the document. */
  readonly start: number;
}

/** The headings that govern the beginning of a part, nearest first, with the parts that contain them. */
export class HeadingChain {
  static readonly empty = new HeadingChain([], []);
  private read: string | undefined;
  /** Cached by part: the chain after it, and the headings above its own for which that chain was made. */
  private static readonly known = new WeakMap<
    HeadedPart,
    { readonly kept: readonly Heading[]; readonly chain: HeadingChain }
  >();

  private constructor(
    readonly headings: readonly Heading[],
    readonly homes: readonly HeadedPart[],
  ) {}

  /** The headings that govern the text after the part; returns the same chain as long as none of them changes. */
  after(part: HeadedPart): HeadingChain {
    const own = part.lastHeadings;
    if (own.length === 0) return this;
    const kept = this.headings.slice(this.keptFrom(own));
    const known = HeadingChain.known.get(part);
    if (known && isSame(known.kept, kept)) return known.chain;
    const chain = this.below(own, part);
    HeadingChain.known.set(part, { kept, chain });
    return chain;
  }

  /** The headings that govern a text below headings of the part, nearest first. */
  below(own: readonly Heading[], part: HeadedPart): HeadingChain {
    if (own.length === 0) return this;
    const from = this.keptFrom(own);
    return new HeadingChain(
      [...own, ...this.headings.slice(from)],
      [...own.map(() => part), ...this.homes.slice(from)],
    );
  }

  /** The index of the first heading that is above others. */
  private keptFrom(own: readonly Heading[]): number {
    const top = own[own.length - 1]!.level;
    const from = this.headings.findIndex((heading) => heading.level < top);
    return from < 0 ? this.headings.length : from;
  }

  /**
   * Everything that the judgement of a later part can read from these headings; equal keys mean that nothing has
   * changed for it.
   */
  get key(): string {
    return (this.read ??= this.headings
      .map(
        ({ level, isBibliography, isPostWar, setting, times }) =>
          `${level}${isBibliography ? 'b' : ''}${isPostWar ? 'w' : ''}${setting ?? ''} ${times.map(({ from, to, since, first, next }) => `${from} ${to} ${since} ${first} ${next}`).join()}`,
      )
      .join(';'));
  }
}
