import Fuse from 'fuse.js';

/** ` Did you mean "…"?` with a leading blank, or an empty string if no candidate is similar. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  // The first letter is rarely wrong, and a shared piece in the middle of two words means little.
  const initial = firstLetter(word);
  const similar = candidates.filter((candidate) => firstLetter(candidate) === initial);
  const [best] = new Fuse(similar, { threshold: 0.4, ignoreDiacritics: true }).search(word, { limit: 1 });
  return best === undefined ? '' : ` Did you mean "${best.item}"?`;
}

function firstLetter(word: string): string | undefined {
  return /[a-z]/.exec(word.toLowerCase())?.[0];
}
