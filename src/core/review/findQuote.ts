import type { Span } from '../document';
import type { Prose } from '../prose/prose';
import { into } from '../into';
import type { Passage } from './passages';

/**
 * The places in the source where the words of a quote occur in a passage, in order: word for word, apart from white
 * space and the kinds of quotation marks and dashes, and within one block of prose.
 */
export function placesOf(quote: string, passage: Passage, prose: Prose): readonly Span[] {
  const text = into(COMPARABLE, passage, () => comparable(passage.text));
  for (const candidate of [quote, bare(quote)]) {
    const wanted = words(comparable(candidate));
    if (wanted === '') continue;
    const places: Span[] = [];
    for (const { start, end } of occurrences(text, wanted)) {
      const source = passage.map.sourceOf({ start, end });
      if (source && source.start < source.end && isInOneBlock(source, prose)) places.push(source);
    }
    if (places.length > 0) return places;
  }
  return [];
}

/** Each item of an answer is looked for in the same passages. */
const COMPARABLE = new WeakMap<Passage, string>();

/** The text with one kind of quotation marks, apostrophes, dashes and blanks; the same length. */
function comparable(text: string): string {
  return text
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚ʼ´]/g, "'")
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[\s\u00a0\u202f\u2007\u2009]/g, ' ');
}

function words(text: string): string {
  return text.trim().replace(/ +/g, ' ');
}

/** Without the marks that readers put around a quote. */
function bare(quote: string): string {
  return quote
    .trim()
    .replace(/^["'“”«»‘’*_`|\s…]+|["'“”«»‘’*_`|\s…]+$/g, '')
    .replace(/[.,;:]$/, '');
}

function* occurrences(text: string, wanted: string): Generator<Span> {
  // Blanks occur singly in a passage, but for those around notes.
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    if (!continues(text, at) && !continues(text, end)) yield { start: at, end };
  }
}

/** Whether a word or a number continues across an offset. */
function continues(text: string, at: number): boolean {
  const [before, after] = [text[at - 1] ?? ' ', text[at] ?? ' '];
  return WORD.test(before) && WORD.test(after);
}

const WORD = /[\p{L}\p{N}]/u;

function isInOneBlock({ start, end }: Span, prose: Prose): boolean {
  const block = prose.blockAt(start);
  return block !== undefined && prose.blockAt(end - 1) === block;
}
