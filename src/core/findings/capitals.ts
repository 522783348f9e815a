/**
 * Writes a replacement as what it replaces is written: in capitals, or with a capital at the start of a sentence and
 * where the first word of a phrase has one. The capitals of an abbreviation say nothing of the words in its place.
 */
export function likeWritten(text: string, written: string, isFirst: boolean): string {
  const letters = written.replace(/[^\p{L}]/gu, '');
  if (letters.length > LONGEST_ABBREVIATION && letters === letters.toUpperCase()) return text.toUpperCase();
  const hasCapital = /^\p{Lu}\p{Ll}/u.test(written) || (isFirst && /^\p{Lu}/u.test(written));
  return hasCapital && /^\p{Ll}/u.test(text) ? text[0]!.toUpperCase() + text.slice(1) : text;
}

/** In letters. */
const LONGEST_ABBREVIATION = 6;
