import { foldKey } from '../fold';

const sets = new Map<string, ReadonlySet<string>>();

/** The folded words of a space-separated list of a grammar; split once. */
export function wordSet(words: string): ReadonlySet<string> {
  let set = sets.get(words);
  if (!set) sets.set(words, (set = new Set(words.split(' ').map((word) => foldKey(word)))));
  return set;
}
