import { foldKey } from '../fold';
import { into } from '../into';

/** The folded tokens of a phrase. */
export type Phrase = readonly string[];

/** Phrases by their first words; the longest first, so that the first match is the longest. */
export type Phrases = ReadonlyMap<string | undefined, readonly Phrase[]>;

export function phrasesOf(list: readonly Phrase[]): Phrases {
  const phrases = new Map<string, Phrase[]>();
  for (const phrase of [...list].sort((a, b) => b.length - a.length))
    into(phrases, phrase[0]!, () => [] as Phrase[]).push(phrase);
  return phrases;
}

/**
 * The folded tokens of a written phrase, with the marks within words that are tokens of their own. A colon with a blank
 * before it is a token: "mito :".
 */
export function phraseTokens(phrase: string, marksWithin: RegExp): Phrase {
  return phrase
    .split(' ')
    .flatMap((part) => (part === ':' ? part : foldKey(part).replace(marksWithin, ' $& ').split(' ')))
    .filter(Boolean);
}
