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

/** Normalizes text for a search: ignores case, accents and kinds of blank. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}
