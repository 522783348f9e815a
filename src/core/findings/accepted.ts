import type { Span } from '../document';
import { foldKey, foldedWords } from '../fold';
import type { Accepted } from '../options';
import type { RuleId } from '../rules';

/** A finding, as far as it is compared with those that were accepted. */
type Compared = Span & { readonly rule: RuleId; readonly text: string };

const INDEXES = new WeakMap<readonly Accepted[], ReadonlyMap<string, Places>>();

/**
 * Whether a finding was accepted: an accepted finding has the same rule and text, and most of the words around it.
 * Compares words rather than offsets, so that an edit elsewhere, or of one word next to the finding, changes nothing.
 */
export function isAccepted(finding: Compared, text: string, accepted: readonly Accepted[]): boolean {
  if (accepted.length === 0) return false;
  let index = INDEXES.get(accepted);
  if (!index) INDEXES.set(accepted, (index = indexOf(accepted)));
  const places = index.get(keyOf(finding));
  return places !== undefined && places.hasAny(() => wordsAround(aroundOf(text, finding), finding.text));
}

function keyOf({ rule, text }: { readonly rule: RuleId; readonly text: string }): string {
  return `${rule} ${foldKey(text)}`;
}

function indexOf(accepted: readonly Accepted[]): ReadonlyMap<string, Places> {
  const places = new Map<string, Accepted[]>();
  for (const each of accepted) {
    const key = keyOf(each);
    const list = places.get(key);
    if (list) list.push(each);
    else places.set(key, [each]);
  }
  return new Map([...places].map(([key, list]) => [key, new Places(list)]));
}

/** The places at which one text was accepted, found by their rarest words: many have most of their words in common. */
class Places {
  private readonly isEverywhere: boolean;
  private readonly hasNoWords: boolean;
  private readonly byWord = new Map<string, ReadonlySet<string>[]>();

  constructor(accepted: readonly Accepted[]) {
    this.isEverywhere = accepted.some(({ around }) => around === undefined);
    const noted = new Map<string, ReadonlySet<string>>();
    const counts = new Map<string, number>();
    for (const { around, text } of accepted) {
      const words = wordsAround(around ?? '', text);
      const key = [...words].sort().join(' ');
      if (noted.has(key)) continue;
      noted.set(key, words);
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    this.hasNoWords = noted.has('');
    for (const words of noted.values()) {
      // Of so many words, one at least occurs wherever enough of all occur.
      const rarest = [...words].sort((a, b) => counts.get(a)! - counts.get(b)!);
      for (const word of rarest.slice(0, words.size - Math.ceil(words.size * ENOUGH) + 1)) {
        const list = this.byWord.get(word);
        if (list) list.push(words);
        else this.byWord.set(word, [words]);
      }
    }
  }

  hasAny(wordsThere: () => ReadonlySet<string>): boolean {
    if (this.isEverywhere) return true;
    const there = wordsThere();
    // A name without context, as in a heading, matches only another one without context.
    if (there.size === 0) return this.hasNoWords;
    for (const word of there) if (this.byWord.get(word)?.some((noted) => isAlike(noted, there)) === true) return true;
    return false;
  }
}

/** The finding with some words on each side, on one line; these words identify its place. */
export function aroundOf(text: string, { start, end }: Span): string {
  const before =
    text
      .slice(Math.max(0, start - REACH), start)
      .split(PARAGRAPH)
      .at(-1)!
      .match(/\S+/g) ?? [];
  const after =
    text
      .slice(end, end + REACH)
      .split(PARAGRAPH)[0]!
      .match(/\S+/g) ?? [];
  return [...before.slice(-WORDS), text.slice(start, end), ...after.slice(0, WORDS)]
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Number of words on each side. */
const WORDS = 6;
/** Number of code units read on each side: six long words. */
const REACH = 160;
const PARAGRAPH = /\r?\n[ \t]*\r?\n/;
/** Share of the recorded words that must occur. */
const ENOUGH = 0.7;
/** Fewer words do not identify a place, unless the place has no more. */
const FEWEST = 4;

function wordsAround(text: string, ownText: string): ReadonlySet<string> {
  const own = foldedWords(ownText);
  return new Set(foldedWords(text).filter((word) => !own.includes(word)));
}

function isAlike(noted: ReadonlySet<string>, there: ReadonlySet<string>): boolean {
  const kept = [...noted].filter((word) => there.has(word)).length;
  return noted.size >= Math.min(FEWEST, there.size) && kept >= noted.size * ENOUGH;
}
