/** Phrases as lists of folded tokens, the fullest first, so that the first that fits is the fullest. */
export class Phrases {
  /** By their first and by their last words, each in the order of the list. */
  readonly byFirst: ReadonlyMap<string | undefined, readonly Phrase[]>;
  readonly byLast: ReadonlyMap<string | undefined, readonly Phrase[]>;

  constructor(phrases: readonly Phrase[]) {
    const sorted = [...phrases].sort((a, b) => b.length - a.length);
    this.byFirst = grouped(sorted, (phrase) => phrase[0]);
    this.byLast = grouped(sorted, (phrase) => phrase[phrase.length - 1]);
  }
}

export type Phrase = readonly string[];

function grouped(phrases: readonly Phrase[], wordOf: (phrase: Phrase) => string): ReadonlyMap<string | undefined, readonly Phrase[]> {
  const groups = new Map<string | undefined, Phrase[]>();
  for (const phrase of phrases) {
    const group = groups.get(wordOf(phrase));
    if (group) group.push(phrase); else groups.set(wordOf(phrase), [phrase]);
  }
  return groups;
}
