import { overlapping, type Span } from '../document';
import { CDATA_END, CDATA_START, readTextElement, type TextElement } from './textElement';
import type { XmlEdit } from './xmlEdit';

/** A `<w:t>` element that is divided at some of its characters, and parts of which are deleted as a tracked change. */
export class DividedText {
  readonly element: TextElement;
  /** The range of its characters that is shown. */
  readonly shown: Span;
  private readonly name: string;
  private readonly deletions: Span[] = [];
  private divided = false;

  /** `read` is the range of its characters that the text of the document contains. */
  constructor(
    private readonly xml: string,
    span: Span,
    read: Span,
  ) {
    this.element = readTextElement(xml, span);
    this.name = /^<([^\s/>]+)/.exec(xml.slice(span.start, span.end))![1]!;
    const { text, preservesSpace } = this.element;
    // White space at an edge that is not shown must not become visible when it gets a tag that preserves it.
    this.shown = {
      start: preservesSpace || text.slice(0, read.start).trim() !== '' ? 0 : read.start,
      end: preservesSpace || text.slice(read.end).trim() !== '' ? text.length : read.end,
    };
  }

  /** Where the character at an offset begins in the XML. */
  divideAt(offset: number): number {
    this.divided = true;
    return this.element.positions[offset]!;
  }

  isInCdata(offset: number): boolean {
    return this.element.inCdata[offset]!;
  }

  /** Ranges must be given in their order. */
  delete(range: Span): void {
    this.deletions.push(range);
  }

  /** Whether an offset is within a deletion, and not at its edge. */
  isInDeletion(offset: number): boolean {
    const deletion = overlapping(this.deletions, { start: offset, end: offset + 1 });
    return deletion !== undefined && deletion.start < offset;
  }

  startTag(deleted: boolean): string {
    return `<${this.nameOf(deleted)} xml:space="preserve">`;
  }

  endTag(deleted: boolean): string {
    return `</${this.nameOf(deleted)}>`;
  }

  /** The edits of its own tags. */
  edits(): readonly XmlEdit[] {
    if (!this.divided && this.deletions.length === 0) return [];
    const { shown, element } = this;
    const { start, end, contentStart, contentEnd, text, positions, inCdata, preservesSpace } = element;
    const firstDeleted = (this.deletions[0]?.start ?? Infinity) <= shown.start;
    const lastDeleted = (this.deletions.at(-1)?.end ?? -1) >= shown.end;
    const first = shown.start > 0 ? positions[shown.start]! : contentStart;
    const last = shown.end < text.length ? positions[shown.end]! : contentEnd;
    const sameTag = preservesSpace && !firstDeleted;
    return [
      {
        start,
        end: first,
        text:
          (sameTag ? this.xml.slice(start, contentStart) : this.startTag(firstDeleted)) +
          (first > contentStart && inCdata[shown.start] ? CDATA_START : ''),
      },
      {
        start: last,
        end,
        text: (last < contentEnd && inCdata[shown.end] ? CDATA_END : '') + this.endTag(lastDeleted),
      },
    ];
  }

  private nameOf(deleted: boolean): string {
    return deleted ? this.name.replace(/[^:]+$/, 'delText') : this.name;
  }
}
