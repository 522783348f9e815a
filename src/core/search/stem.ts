import words from '../../../data/words/search.json';

/**
 * The beginning that the forms of a word have in common, in any of the three languages: "regional", "régionaux" and
 * "regionales" have one. Takes a folded word; a short word and one with a digit are their own stems.
 */
export function stemOf(word: string): string {
  if (/\d/.test(word)) return word;
  let stem = word;
  for (;;) {
    const found = ENDINGS.find(([ending]) => stem.endsWith(ending));
    if (found === undefined) return stem;
    const [ending, instead] = found;
    const rest = stem.slice(0, stem.length - ending.length) + instead;
    if (rest.length < SHORTEST) return stem;
    stem = rest;
  }
}

/** In letters. */
const SHORTEST = 4;

const ENDINGS: readonly (readonly [ending: string, instead: string])[] = words.endings
  .split(' ')
  .map((each) => each.split('>') as [string, string]);
