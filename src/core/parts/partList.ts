import { into } from '../into';
import type { Format } from '../prose/prose';
import type { Termbase } from '../termbase/termbase';
import { cutPart } from './cut';
import { HeadingChain } from './headingChain';
import { Part } from './part';

/** The current text of a document and its parts; cut on demand, from the beginning. */
export class PartList {
  private cut: Part[] = [];
  /** Offset of the end of the last part. */
  private end = 0;
  /** The parts of the text before, in order, and the index of the first that may be one of the current text. */
  private earlier: readonly Part[] = [];
  private expected = 0;
  /** The indexes of the earlier parts, by their text; read once something else follows than what is expected. */
  private indexes: Map<string, number[]> | undefined;

  constructor(
    private current: string,
    private readonly format: Format,
    private readonly termbase: Termbase,
    private readonly partLength: number,
  ) {}

  get text(): string {
    return this.current;
  }

  /** The parts cut so far, in order. */
  get parts(): readonly Part[] {
    return this.cut;
  }

  /** Whether the whole text is cut. */
  get isCut(): boolean {
    return this.cut.length > 0 && this.end === this.current.length;
  }

  /** The lengths of the text that is cut and of all of it, in code units. */
  get lengths(): { readonly cut: number; readonly all: number } {
    return { cut: this.end, all: this.current.length };
  }

  /** Cuts one more part; an empty text has one part. */
  cutNext(): Part {
    const last = this.cut.at(-1);
    const part = this.unchanged() ?? this.cutAnew();
    part.index = this.cut.length;
    part.start = this.end;
    part.inherited = last ? last.inherited.after(last) : HeadingChain.empty;
    this.cut.push(part);
    this.end += part.text.length;
    if (this.isCut) this.expect([]);
    return part;
  }

  /** Replaces the text. It is cut as any other, and a part whose text was that of a part before is that part. */
  update(text: string): void {
    this.expect([...this.cut, ...this.earlier.slice(this.expected)]);
    this.cut = [];
    this.end = 0;
    this.current = text;
  }

  private expect(parts: readonly Part[]): void {
    this.earlier = parts;
    this.expected = 0;
    this.indexes = undefined;
  }

  /** The part that is expected, if it follows: where a part ends depends on its text and on the line after it. */
  private unchanged(): Part | undefined {
    const part = this.earlier[this.expected];
    if (!part || !this.mayFollow(part)) return undefined;
    const end = this.end + part.text.length;
    // Comparing a slice costs a tenth of the time of `startsWith`.
    if (this.current.slice(this.end, end) !== part.text) return undefined;
    const isLast = this.expected === this.earlier.length - 1;
    const isCut = end === this.current.length || (!isLast && this.format.cutting?.isCut(this.current, end));
    if (!isCut) return undefined;
    this.expected++;
    return part;
  }

  private cutAnew(): Part {
    const { text, blocks } = cutPart(this.current, this.end, this.format, this.partLength);
    const index = this.indexesOf(text).find((each) => each >= this.expected && this.mayFollow(this.earlier[each]!));
    if (index !== undefined) {
      this.expected = index + 1;
      return this.earlier[index]!;
    }
    // After an edit, a part that shares memory with the whole text would keep each version of it.
    const own = this.earlier.length > 0 ? copyOf(text) : text;
    return new Part(own, blocks, this.format, this.termbase);
  }

  private indexesOf(text: string): readonly number[] {
    if (!this.indexes) {
      this.indexes = new Map();
      for (const [i, part] of this.earlier.entries()) into(this.indexes, part.text, (): number[] => []).push(i);
    }
    return this.indexes.get(text) ?? [];
  }

  /** The first part of a document is read differently: it may begin with front matter. */
  private mayFollow({ index }: Part): boolean {
    return (index === 0) === (this.end === 0);
  }
}

/** The same text in memory of its own: engines let a slice refer to the text that it is of, but not to a sum. */
function copyOf(text: string): string {
  return ` ${text}`.slice(1);
}
