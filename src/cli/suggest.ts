import Fuse from 'fuse.js';

/** The candidates most similar to a word, best first; empty if none is similar. */
export function nearest(word: string, candidates: readonly string[], limit = 3): string[] {
  const found = new Fuse(candidates, { threshold: 0.4, ignoreDiacritics: true }).search(word, { limit });
  return [...new Set(found.map(({ item }) => item))];
}

/** ` Did you mean "…"?` with a leading blank, or an empty string. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const [best] = nearest(word, candidates, 1);
  return best === undefined ? '' : ` Did you mean "${best}"?`;
}
