import { foldKey } from '../mentions/fold';

const sets = new Map<string, ReadonlySet<string>>();

/** The words of a blank-separated list of a grammar, folded. Split once. */
export function wordSet(words: string): ReadonlySet<string> {
  let set = sets.get(words);
  if (!set) sets.set(words, (set = new Set(words.split(' ').map((word) => foldKey(word)))));
  return set;
}
