import type { Span } from '../document';

/**
 * The text of a Word document as Markdown, and the source of every character that comes from the document. Markup that
 * only the Markdown needs (`# `, `| `, escapes such as `\*`) has no source.
 */
export interface WordText {
  readonly text: string;
  /** Sorted and disjoint. The characters between them have no source. */
  readonly stretches: readonly Stretch[];
  /** In the order of the text; every stretch lies in one of them. */
  readonly paragraphs: readonly Paragraph[];
}

/** A range of the text that one `<w:t>` element gives, character for character. */
export interface Stretch extends Span {
  /** The part of the package: `word/document.xml`, `word/footnotes.xml`. */
  readonly part: string;
  /** The `<w:t>` element in the XML of its part, from `<w:t` to the end of `</w:t>`, in UTF-16 code units. */
  readonly element: Span;
  /** The run (`<w:r>` … `</w:r>`) that contains it, in the same units. */
  readonly run: Span;
  /** The number of characters of the element's decoded text that precede the stretch. */
  readonly offset: number;
}

/** A place that people can find, as Word has no line numbers and its pages depend on the printer. */
export interface Paragraph extends Span {
  /** Counted from 1 through the body, tables included; through the notes, headers and footers separately. */
  readonly number: number;
  readonly kind: 'body' | 'table' | 'footnote' | 'endnote' | 'text-box' | 'header' | 'footer';
  /** The text of the nearest heading above, without markup; empty before the first one. */
  readonly heading: string;
}
