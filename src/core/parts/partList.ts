import type { Format } from '../prose/prose';
import type { Termbase } from '../termbase/termbase';
import { HeadingChain } from './headingChain';
import { cutPart, mayBeSeparate } from './cut';
import type { Part } from './part';

/** A change of a text: `newText` replaces `[start, end)` of the text before it. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** The text of a document as a list of parts, and the remaining text that is not cut yet. */
export class PartList {
  private cut: Part[] = [];
  /** Offset in `rest` before which it is already cut. */
  private restStart = 0;
  private newParts: Part[] = [];

  constructor(
    private rest: string,
    private readonly format: Format,
    private readonly termbase: Termbase,
    private readonly partLength: number,
  ) {}

  get parts(): readonly Part[] {
    return this.cut;
  }

  /** The parts added since the last call; some may have been removed since. */
  takeNewParts(): readonly Part[] {
    const { newParts } = this;
    this.newParts = [];
    return newParts;
  }

  get isCut(): boolean {
    return this.rest === '' && this.cut.length > 0;
  }

  /** Lengths in code units: of the text already cut, and of the whole text. */
  get lengths(): { readonly cut: number; readonly all: number } {
    const last = this.cut.at(-1);
    const cut = last ? last.start + last.text.length : 0;
    return { cut, all: cut + this.rest.length - this.restStart };
  }

  get text(): string {
    return this.cut.map((part) => part.text).join('') + this.rest.slice(this.restStart);
  }

  /** Cuts one more part; an empty text has one part. */
  cutNext(): Part {
    const part = cutPart(
      this.rest,
      this.restStart,
      this.cut.length === 0,
      false,
      this.format,
      this.termbase,
      this.partLength,
    )!;
    this.restStart += part.text.length;
    if (this.restStart >= this.rest.length) {
      this.rest = '';
      this.restStart = 0;
    }
    const last = this.cut.at(-1);
    part.index = this.cut.length;
    part.start = last ? last.start + last.text.length : 0;
    part.inherited = last ? last.inherited.after(last) : HeadingChain.empty;
    this.cut.push(part);
    this.newParts.push(part);
    return part;
  }

  /**
   * Applies the changes of one edit, and cuts the affected text again. All offsets refer to the text before the edit;
   * the changes do not overlap. The parts are then those of a new list with the new text.
   */
  change(changes: readonly Change[]): void {
    const sorted = [...changes].sort((a, b) => a.start - b.start || a.end - b.end);
    // What touches the text that is not cut yet is cut with it. The last change comes first, as it may move that end.
    for (const { start, end } of [...sorted].reverse())
      if (this.cut.length > 0 && (end > this.lengths.cut || start >= this.lengths.cut)) this.uncut(start);
    const { cut } = this.lengths;
    const within = sorted.filter(({ start }) => start < cut);
    const rest = this.rest.slice(this.restStart);
    this.rest = withChanges(rest, cut, sorted.slice(within.length));
    this.restStart = 0;
    if (within.length > 0) this.cutAgain(this.segmentsOf(within));
    // Where some text is not cut yet, the last part may now continue into it.
    while (
      this.rest !== '' &&
      this.cut.length > 0 &&
      !mayBeSeparate(this.cut[this.cut.length - 1]!.text, this.rest, this.format, this.restStart)
    )
      this.uncut(this.lengths.cut);
  }

  /** The parts without a change, and in place of those with changes their new text. */
  private segmentsOf(changes: readonly Change[]): readonly Segment[] {
    const segments: Segment[] = [];
    let next = 0;
    for (let i = 0; i < changes.length;) {
      const first = this.indexAt(changes[i]!.start);
      let last = first;
      const from = i;
      for (; i < changes.length && this.indexAt(changes[i]!.start) <= last; i++)
        last = Math.max(last, this.indexAt(Math.max(changes[i]!.start, changes[i]!.end - 1)));
      const touched = this.cut.slice(first, last + 1).map(({ text }) => text);
      for (; next < first; next++) segments.push(this.cut[next]!);
      segments.push(withChanges(touched.join(''), this.cut[first]!.start, changes.slice(from, i)));
      next = last + 1;
    }
    for (; next < this.cut.length; next++) segments.push(this.cut[next]!);
    return segments;
  }

  /**
   * Cuts each new text, with the parts after it up to the first one that begins where a new part ends. A new text joins
   * the adjacent parts from which it may not be separate.
   */
  private cutAgain(segments: readonly Segment[]): void {
    const parts: Part[] = [];
    const isSeparate = (text: string, next: number): boolean =>
      next >= segments.length || mayBeSeparate(text, textOf(segments[next]!), this.format);
    for (let next = 0; next < segments.length;) {
      const segment = segments[next++]!;
      if (typeof segment !== 'string') {
        parts.push(segment);
        continue;
      }
      let text = segment;
      while (parts.length > 0 && !mayBeSeparate(parts.at(-1)!.text, text, this.format)) text = parts.pop()!.text + text;
      while (!isSeparate(text, next)) text += textOf(segments[next++]!);
      /** Where the unchanged parts begin in the text, and their indexes. */
      const known = new Map<number, number>();
      let start = 0;
      while (start < text.length || (parts.length === 0 && next === segments.length)) {
        const moreFollows = next < segments.length || this.rest !== '';
        const isFirst = parts.length === 0;
        const part = cutPart(text, start, isFirst, moreFollows, this.format, this.termbase, this.partLength);
        if (part) {
          parts.push(part);
          this.newParts.push(part);
          start += part.text.length;
          if (text === '') break;
          const same = known.get(start);
          if (same !== undefined) {
            next = same;
            break;
          }
        } else if (next < segments.length) {
          // Each attempt doubles the text, so that the total time is at most twice that of the whole.
          const enough = 2 * text.length - start;
          do {
            if (typeof segments[next] !== 'string') known.set(text.length, next);
            text += textOf(segments[next++]!);
          } while (next < segments.length && (text.length < enough || !isSeparate(text, next)));
        } else {
          this.rest = text.slice(start) + this.rest;
          break;
        }
      }
    }
    this.cut = parts;
    this.place();
  }

  /** Returns the parts from the offset on to the uncut text. */
  private uncut(offset: number): void {
    const index = Math.max(0, this.indexAt(Math.max(0, offset - 1)));
    this.rest =
      this.cut
        .splice(index)
        .map((part) => part.text)
        .join('') + this.rest.slice(this.restStart);
    this.restStart = 0;
  }

  /** Index of the part that contains the offset. */
  private indexAt(offset: number): number {
    let low = 0;
    let high = this.cut.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.cut[middle]!.start <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private place(): void {
    for (let i = 0; i < this.cut.length; i++) {
      const part = this.cut[i]!;
      const before = this.cut[i - 1];
      part.index = i;
      part.start = before ? before.start + before.text.length : 0;
      part.inherited = before ? before.inherited.after(before) : HeadingChain.empty;
    }
  }
}

/** A part without a change, or a new text. */
type Segment = Part | string;

function textOf(segment: Segment): string {
  return typeof segment === 'string' ? segment : segment.text;
}

/** The text after sorted changes, whose offsets are those of a document in which it begins at `offset`. */
function withChanges(text: string, offset: number, changes: readonly Change[]): string {
  const pieces: string[] = [];
  let end = 0;
  for (const change of changes) {
    pieces.push(text.slice(end, change.start - offset), change.newText);
    end = change.end - offset;
  }
  pieces.push(text.slice(end));
  return pieces.join('');
}
