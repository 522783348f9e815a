import { FOLD, IGNORED, LETTER, foldKey } from '../fold';

/**
 * Explains why a form can never be found in a text, in a sentence that includes the repair; `undefined` where it can
 * be found. Words are compared one by one; only blanks and one of the marks `, - . ' /` may separate two of them.
 */
export function unfindableReason(text: string, exactCase: boolean): string | undefined {
  const key = foldKey(text);
  if (key === '') return `"${text}" has no word in it and can never be found. Write the term's words.`;
  if (key.includes('\u0000')) {
    const mark = offendingMark(text);
    return `"${text}" can never be found, because of ${mark}. Between two words only blanks and one of , - . ' / can be found: leave the part out or write two terms.`;
  }
  // A match begins and ends with a letter or digit, so an exact spelling must do so too.
  if (exactCase && !(isWordPart(text[0]!) && isWordPart(text[text.length - 1]!))) {
    return `"${text}" can never be found in this exact spelling, because it does not begin and end with a letter or digit. Leave the marks around it out, or write "case": "any".`;
  }
  return undefined;
}

function isWordPart(character: string): boolean {
  const value = FOLD[character.charCodeAt(0)]!;
  return value >= LETTER || value === IGNORED;
}

/** The first mark between two words that no match can contain. */
function offendingMark(text: string): string {
  for (const [gap] of text.matchAll(/(?<=[\p{L}\p{N}])[^\p{L}\p{N}]+(?=[\p{L}\p{N}])/gu)) {
    if (foldKey(`a${gap}a`).includes('\u0000')) return `"${gap.trim() || gap}"`;
  }
  return 'a character in it';
}
