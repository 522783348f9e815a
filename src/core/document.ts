/**
 * Half-open range `[start, end)` of UTF-16 code units in a document's text:
 * the unit that JavaScript strings and VS Code both count in.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The languages that the product supports. */
export type Lang = 'en' | 'fr' | 'es';

export const LANGS: readonly Lang[] = ['en', 'fr', 'es'];

/** Memoizes a value for each language, computed on first use. */
export function perLang<T>(make: (lang: Lang) => T): (lang: Lang) => T {
  const made = new Map<Lang, { readonly value: T }>();
  return (lang) => {
    let known = made.get(lang);
    if (!known) made.set(lang, (known = { value: make(lang) }));
    return known.value;
  };
}

/** A document to check: its text, and what the caller knows about it. */
export interface TextDocument {
  readonly text: string;
  /** VS Code's language id: `markdown`, `plaintext`, … Unknown ids are read as plain text. */
  readonly languageId: string;
  /** The language that the writer's settings or the caller declare; `auto` detects it from the text. */
  readonly lang: Lang | 'auto';
  /** The date of the text, `YYYY[-MM[-DD]]` or `today`, used instead of the one that the text states. */
  readonly date?: string | undefined;
  /** What the properties of its file state; used where the text states no date. */
  readonly fileDates?: FileDates | undefined;
  /** The day of the check, `YYYY-MM-DD`; without one, the record is taken for new. */
  readonly today?: string | undefined;
}

/** The days on which a file was made and last changed, `YYYY-MM-DD`, by its properties. */
export interface FileDates {
  readonly created: string | undefined;
  readonly changed: string;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether a span touches a range; an empty range (a cursor) touches a span that it is in or at the edge of. */
export function touches(span: Span, { start, end }: Span): boolean {
  return start === end ? span.start <= start && start <= span.end : overlaps(span, { start, end });
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The first of the sorted, disjoint spans that overlaps `span`. */
export function overlapping<T extends Span>(spans: readonly T[], span: Span): T | undefined {
  const first = spans[firstEndingAfter(spans, span.start)];
  return first && overlaps(first, span) ? first : undefined;
}

/** The one of the sorted, disjoint spans that contains an offset, or else the last one before it. */
export function spanAt<T extends Span>(spans: readonly T[], offset: number): T | undefined {
  return overlapping(spans, { start: offset, end: offset + 1 }) ?? spans.findLast((each) => each.end <= offset);
}

/** Index of the first of sorted, disjoint spans that ends after the offset; the number of spans if there is none. */
export function firstEndingAfter(spans: readonly Span[], offset: number): number {
  return firstThat(spans, ({ end }) => end > offset);
}

/** Index of the first of spans sorted by start that begins at or after the offset; their number if there is none. */
export function firstStartingFrom(spans: readonly Span[], offset: number): number {
  return firstThat(spans, ({ start }) => start >= offset);
}

/** Index of the first span that fits, and after which all fit. */
function firstThat(spans: readonly Span[], fits: (span: Span) => boolean): number {
  let low = 0;
  for (let high = spans.length; low < high;) {
    const middle = (low + high) >> 1;
    if (fits(spans[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
