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
  private readonly cut: Part[] = [];
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
   * the changes do not overlap.
   */
  change(changes: readonly Change[]): void {
    // The last change comes first, so that the offsets of the others remain valid.
    for (const change of this.joined(changes).reverse()) this.changeOne(change);
  }

  /**
   * Sorts the changes and merges those within one part, so that a part touched by many of them is cut again only
   * once.
   */
  private joined(changes: readonly Change[]): Change[] {
    const sorted = [...changes].sort((a, b) => a.start - b.start || a.end - b.end);
    const joined: Change[] = [];
    for (let i = 0; i < sorted.length;) {
      const { start } = sorted[i]!;
      const pieces = [sorted[i]!.newText];
      let { end } = sorted[i]!;
      for (i++; i < sorted.length; i++) {
        const between = this.withinPart(end, sorted[i]!.start);
        if (between === undefined) break;
        pieces.push(between, sorted[i]!.newText);
        ({ end } = sorted[i]!);
      }
      joined.push({ start, end, newText: pieces.join('') });
    }
    return joined;
  }

  /** The text between two offsets, if one part or the remaining text contains both. */
  private withinPart(start: number, end: number): string | undefined {
    const { cut } = this.lengths;
    if (start >= cut) return this.rest.slice(this.restStart + start - cut, this.restStart + end - cut);
    const part = this.cut[this.indexAt(start)]!;
    return end <= part.start + part.text.length ? part.text.slice(start - part.start, end - part.start) : undefined;
  }

  private changeOne(change: Change): void {
    this.put(change);
    // Where some text is not cut yet, the last part may now continue into it.
    while (
      this.rest !== '' &&
      this.cut.length > 0 &&
      !mayBeSeparate(this.cut[this.cut.length - 1]!.text, this.rest, this.format, this.restStart)
    )
      this.uncut(this.lengths.cut);
  }

  private put({ start, end, newText }: Change): void {
    const { cut } = this.lengths;
    if (end > cut || (this.cut.length > 0 && start === cut)) this.uncut(start);
    if (this.cut.length === 0 || start >= this.lengths.cut) {
      const from = this.restStart + start - this.lengths.cut;
      this.rest = this.rest.slice(this.restStart, from) + newText + this.rest.slice(from + end - start);
      this.restStart = 0;
      return;
    }
    const first = this.indexAt(start);
    const last = Math.max(first, this.indexAt(Math.max(start, end - 1)));
    const from = this.cut[first]!.start;
    const touched =
      first === last
        ? this.cut[first]!.text
        : this.cut
            .slice(first, last + 1)
            .map((part) => part.text)
            .join('');
    this.place(this.replace(first, last + 1, touched.slice(0, start - from) + newText + touched.slice(end - from)));
  }

  /**
   * Cuts a new text in place of the parts `[first, next)`, including adjacent parts as long as they may not be
   * separate from it. Returns the index of the first new part.
   */
  private replace(first: number, next: number, text: string): number {
    while (first > 0 && !mayBeSeparate(this.cut[first - 1]!.text, text, this.format))
      text = this.cut[--first]!.text + text;
    while (next < this.cut.length && !mayBeSeparate(text, this.cut[next]!.text, this.format))
      text += this.cut[next++]!.text;
    const parts: Part[] = [];
    let start = 0;
    while (start < text.length || (first + parts.length === 0 && next === this.cut.length)) {
      const isFirst = first + parts.length === 0;
      const moreFollows = next < this.cut.length || this.rest !== '';
      const part = cutPart(text, start, isFirst, moreFollows, this.format, this.termbase, this.partLength);
      if (part) {
        parts.push(part);
        start += part.text.length;
        if (text === '') break;
      } else if (next < this.cut.length) {
        // Each attempt doubles the text, so that the total time is at most twice that of the whole.
        const more = text.length - start;
        for (const from = text.length; next < this.cut.length && text.length - from < more; next++)
          text += this.cut[next]!.text;
      } else {
        this.rest = text.slice(start) + this.rest.slice(this.restStart);
        this.restStart = 0;
        break;
      }
    }
    this.cut.splice(first, next - first, ...parts);
    this.newParts.push(...parts);
    return first;
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

  private place(from: number): void {
    for (let i = from; i < this.cut.length; i++) {
      const part = this.cut[i]!;
      const before = this.cut[i - 1];
      part.index = i;
      part.start = before ? before.start + before.text.length : 0;
      part.inherited = before ? before.inherited.after(before) : HeadingChain.empty;
    }
  }
}
