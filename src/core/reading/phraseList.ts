import { foldKey } from '../fold';

/**
 * The folded tokens of a phrase of the grammar, with the marks within words that are tokens of their own. A colon with
 * a blank before it is a token: "mito :".
 */
export function phraseTokens(phrase: string, marksWithin: RegExp): Phrase {
  return phrase
    .split(' ')
    .flatMap((part) => (part === ':' ? part : foldKey(part).replace(marksWithin, ' $& ').split(' ')))
    .filter(Boolean);
}

/** Phrases as lists of folded tokens, indexed by their first and last words; the index is built on first use. */
export class Phrases {
  private first: Groups | undefined;
  private last: Groups | undefined;

  constructor(readonly list: readonly Phrase[]) {}

  /** The longest first, so that the first match is the longest. */
  get byFirst(): Groups {
    return (this.first ??= grouped(this.list, (phrase) => phrase[0]!));
  }

  get byLast(): Groups {
    return (this.last ??= grouped(this.list, (phrase) => phrase[phrase.length - 1]!));
  }
}

export type Phrase = readonly string[];

type Groups = ReadonlyMap<string | undefined, readonly Phrase[]>;

function grouped(phrases: readonly Phrase[], wordOf: (phrase: Phrase) => string): Groups {
  const groups = new Map<string | undefined, Phrase[]>();
  for (const phrase of [...phrases].sort((a, b) => b.length - a.length)) {
    const group = groups.get(wordOf(phrase));
    if (group) group.push(phrase);
    else groups.set(wordOf(phrase), [phrase]);
  }
  return groups;
}
