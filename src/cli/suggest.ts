import Fuse from 'fuse.js';

/** The candidates that look most like a word, nearest first; empty when none is near. */
export function nearest(word: string, candidates: readonly string[], limit = 3): string[] {
  const found = new Fuse(candidates, { threshold: 0.4, ignoreDiacritics: true }).search(word, { limit });
  return [...new Set(found.map(({ item }) => item))];
}

/** ` Did you mean "…"?`, with a leading blank, or nothing. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const [best] = nearest(word, candidates, 1);
  return best === undefined ? '' : ` Did you mean "${best}"?`;
}

/** Text as a search compares it: without case, accents, and kinds of blank. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}
