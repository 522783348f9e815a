import type { Span } from '../document';
import { stretchesIn } from './stretches';
import type { WordText } from './wordText';

/** New text for characters that all come from the document, except for escapes among them. */
export interface Replacement extends Span {
  /** As it is shown, without escapes. */
  readonly newText: string;
}

/**
 * What must be replaced in the document to get the new text, which is Markdown. Words that are equal at the beginning
 * and end are not. Characters without a source (a tab, a line break, the reference of a note) cannot be replaced: if
 * the new text does not contain them in the same order, or contains other line breaks, the result is `undefined`.
 */
export function replacementsOf(
  text: WordText,
  { start, end, newText }: Span & { readonly newText: string },
): readonly Replacement[] | undefined {
  const old = shownCharacters(text, { start, end });
  const wanted = newText.replace(
    ESCAPE,
    (_all, sign?: string, code?: string) => sign ?? String.fromCodePoint(Number(code)),
  );
  const replacements: Replacement[] = [];
  const replace = (from: number, to: number, given: string): boolean => {
    const { before, after } = commonEdges(old.text.slice(from, to), given);
    const inserted = given.slice(before, given.length - after);
    const first = from + before;
    const last = to - after;
    if (/[\r\n]/.test(inserted)) return false;
    if (first === last && inserted === '') return true;
    const position = old.offsets[first]!;
    replacements.push({
      start: position,
      end: first === last ? position : old.offsets[last - 1]! + 1,
      newText: inserted,
    });
    return true;
  };

  const { before, after } = commonEdges(old.text, wanted);
  const oldEnd = old.text.length - after;
  const wantedEnd = wanted.length - after;
  let done = before;
  let position = before;
  for (let i = before; i < oldEnd; i++) {
    if (old.isSourced[i]) continue;
    let next = i + 1;
    while (next < oldEnd && !old.isSourced[next]) next++;
    const found = wanted.slice(0, wantedEnd).indexOf(old.text.slice(i, next), position);
    if (found < 0 || !replace(done, i, wanted.slice(position, found))) return undefined;
    position = found + next - i;
    done = next;
    i = next - 1;
  }
  return replace(done, oldEnd, wanted.slice(position, wantedEnd)) ? replacements : undefined;
}

/** A backslash before a character that Markdown might take as markup, or such a character as a reference. */
const ESCAPE = /\\([!-/:-@[-`{-~])|&#(\d{2,5});/g;

/** The text of a range without escapes, with the offset of each character and whether it comes from the document. */
function shownCharacters(
  text: WordText,
  { start, end }: Span,
): { readonly text: string; readonly offsets: readonly number[]; readonly isSourced: readonly boolean[] } {
  const offsets: number[] = [];
  const isSourced: boolean[] = [];
  let shown = '';
  const add = (from: number, to: number, sourced: boolean): void => {
    for (let i = from; i < to; i++) {
      offsets.push(i);
      isSourced.push(sourced);
    }
    shown += text.text.slice(from, to);
  };
  let position = start;
  for (const stretch of stretchesIn(text, { start, end })) {
    const from = Math.max(start, stretch.start);
    const to = Math.min(end, stretch.end);
    add(position, text.text[from - 1] === '\\' && from > position ? from - 1 : from, false);
    add(from, to, true);
    position = to;
  }
  add(position, end, false);
  offsets.push(end);
  return { text: shown, offsets, isSourced };
}

/** How many characters of two texts are equal at the beginning and at the end, in whole words. */
function commonEdges(a: string, b: string): { readonly before: number; readonly after: number } {
  const shorter = Math.min(a.length, b.length);
  let before = 0;
  while (before < shorter && a[before] === b[before]) before++;
  if (before === a.length && before === b.length) return { before, after: 0 };
  while (before > 0 && (dividesWord(a, before) || dividesWord(b, before))) before--;
  let after = 0;
  while (after < shorter - before && a[a.length - after - 1] === b[b.length - after - 1]) after++;
  while (after > 0 && (dividesWord(a, a.length - after) || dividesWord(b, b.length - after))) after--;
  return { before, after };
}

/** Whether a position is within a word, a number such as `1,250.5`, or a surrogate pair. */
function dividesWord(text: string, position: number): boolean {
  const before = text.slice(Math.max(0, position - 2), position);
  const after = text.slice(position, position + 2);
  return (
    (/[\p{L}\p{M}\p{N}\p{Cs}]$/u.test(before) && /^[\p{L}\p{M}\p{N}\p{Cs}]/u.test(after)) ||
    (/\d$/.test(before) && /^[.,\u00a0\u202f]\d/.test(after)) ||
    (/\d[.,\u00a0\u202f]$/.test(before) && /^\d/.test(after))
  );
}
