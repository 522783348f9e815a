import type { Span } from '../document';
import type { Stretch, WordText } from './wordText';

/** The stretches that contain characters of the span. */
export function stretchesIn({ stretches }: WordText, { start, end }: Span): readonly Stretch[] {
  const first = firstEndingAfter(stretches, start);
  let last = first;
  while (last < stretches.length && stretches[last]!.start < end) last++;
  return stretches.slice(first, last);
}

/** The stretch that contains the character before a position, or the one after it; else the nearest. */
export function stretchNear({ stretches }: WordText, position: number): Stretch | undefined {
  const after = stretches[firstEndingAfter(stretches, position)];
  const before = stretches[firstEndingAfter(stretches, position - 1)];
  if (before && before.start < position && position <= before.end) return before;
  return after ?? stretches.at(-1);
}

/** The span without halves of surrogate pairs: both halves are in it. */
export function wholeCharacters({ text }: WordText, { start, end }: Span): Span {
  const isDivided = (position: number): boolean =>
    /[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(position - 1, position + 1));
  return { start: isDivided(start) ? start - 1 : start, end: isDivided(end) ? end + 1 : end };
}

/** The words of a range as the document shows them, on one line. */
export function shownText(text: WordText, span: Span): string {
  let shown = '';
  let last: number | undefined;
  for (const { start, end } of stretchesIn(text, span)) {
    const between = last === undefined ? '' : text.text.slice(last, start);
    shown +=
      (between === '' || between === '\\' ? '' : ' ') +
      text.text.slice(Math.max(start, span.start), Math.min(end, span.end));
    last = end;
  }
  return shown;
}

/** The ranges of the decoded characters of each `<w:t>` element that the text contains, by part and start. */
export function readRanges({ stretches }: WordText): ReadonlyMap<string, ReadonlyMap<number, Span>> {
  const parts = new Map<string, Map<number, Span>>();
  for (const { part, element, offset, start, end } of stretches) {
    let ranges = parts.get(part);
    if (!ranges) parts.set(part, (ranges = new Map()));
    const known = ranges.get(element.start);
    ranges.set(element.start, {
      start: Math.min(known?.start ?? offset, offset),
      end: Math.max(known?.end ?? 0, offset + end - start),
    });
  }
  return parts;
}

function firstEndingAfter(stretches: readonly Stretch[], position: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stretches[middle]!.end > position) high = middle;
    else low = middle + 1;
  }
  return low;
}
