import { FOLD, IGNORED, LETTER, foldKey } from '../mentions/fold';

/**
 * Why a form can never be found in a text, as a sentence that tells the repair; `undefined` where it can. Words are
 * compared one by one, and between two of them only blanks and one of the marks `, - . ' /` are bridged.
 */
export function whyNeverFound(text: string, exactCase: boolean): string | undefined {
  const key = foldKey(text);
  if (key === '') return `"${text}" has no word in it and can never be found. Write the term's words.`;
  if (key.includes('\u0000')) {
    const mark = offendingMark(text);
    return `"${text}" can never be found, because of ${mark}. Between two words only blanks and one of , - . ' / can be found: leave the part out or write two terms.`;
  }
  // The stretch that is found begins and ends with a letter or digit, so an exact spelling must as well.
  if (exactCase && !(isWordPart(text[0]) && isWordPart(text[text.length - 1]))) {
    return `"${text}" can never be found in this exact spelling, because it does not begin and end with a letter or digit. Leave the marks around it out, or write "case": "any".`;
  }
  return undefined;
}

function isWordPart(character: string): boolean {
  const value = FOLD[character.charCodeAt(0)];
  return value >= LETTER || value === IGNORED;
}

/** The first mark between two words that ends every search. */
function offendingMark(text: string): string {
  for (const [gap] of text.matchAll(/(?<=[\p{L}\p{N}])[^\p{L}\p{N}]+(?=[\p{L}\p{N}])/gu)) {
    if (foldKey(`a${gap}a`).includes('\u0000')) return `"${gap.trim() || gap}"`;
  }
  return 'a character in it';
}
