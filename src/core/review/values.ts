import { placeNamed, type Place } from '../claims/events/gazetteer';
import { overlaps } from '../document';
import { foldKey } from '../fold';
import type { Mention } from '../mentions/findMentions';
import type { Grammar } from '../reading/grammar';
import type { DateGroup, Quantity, Range } from '../reading/nodes';
import { numberAt } from '../reading/numbers';
import type { Token } from '../reading/tokens';

/** What can be compared in a range of tokens, and the other words that mean something. */
export interface Values {
  readonly numbers: readonly Quantity[];
  readonly dates: readonly DateGroup[];
  readonly symbols: readonly string[];
  readonly places: readonly Place[];
  readonly names: readonly Mention[];
  /** The other words, folded, without function words but those that deny. */
  readonly words: readonly string[];
  /** The same, by the stretches between values. */
  readonly runs: readonly (readonly string[])[];
  /** The function words outside values, in order, without those that deny, and articles. */
  readonly small: readonly string[];
}

/** A range of the tokens of a sentence, with the dates and names that overlap it. */
export interface Ranged {
  readonly tokens: readonly Token[];
  readonly first: number;
  readonly next: number;
  readonly dates: readonly DateGroup[];
  readonly names: readonly Mention[];
  readonly text: string;
}

export function valuesIn({ tokens, first, next, dates, names, text }: Ranged, grammar: Grammar): Values {
  const taken = new Set<number>();
  const take = (range: Range): void => {
    for (let i = range.first; i < range.next; i++) taken.add(i);
  };
  /** What begins at the tokens that nothing has taken yet. */
  const scan = <T extends Range>(read: (i: number) => T | undefined): readonly T[] => {
    const found: T[] = [];
    for (let i = first; i < next; i++) {
      const value = taken.has(i) ? undefined : read(i);
      if (!value) continue;
      found.push(value);
      take(value);
    }
    return found;
  };
  const symbols = text.match(SYMBOL) ?? [];
  for (const symbol of symbols) {
    const parts = symbol.split('/').map(foldKey);
    const length = parts.length * 2 - 1;
    for (let i = first; i + length <= next; i++)
      if (parts.every((part, k) => tokens[i + k * 2]?.folded === part)) take({ first: i, next: i + length });
  }
  const range = { start: tokens[first]?.start ?? 0, end: tokens[next - 1]?.end ?? 0 };
  const own = names.filter((name) => overlaps(name, range));
  for (let i = first; i < next; i++) if (own.some((name) => overlaps(tokens[i]!, name))) taken.add(i);
  const within = dates.filter((date) => date.first < next && date.next > first && !taken.has(date.first));
  within.forEach(take);
  const numbers = scan((i) => numberAt(tokens, i, grammar));
  const places = scan((i) => placeAt(tokens, i, next)).map(({ place }) => place);
  const runs: string[][] = [[]];
  const small: string[] = [];
  for (let i = first; i < next; i++) {
    const token = tokens[i]!;
    if (taken.has(i)) runs.push([]);
    else if (isTelling(token, grammar)) runs.at(-1)!.push(token.folded);
    else if (isConnecting(token, grammar)) small.push(token.folded);
  }
  return { numbers, dates: within, symbols, places, names: own, words: runs.flat(), runs, small };
}

/** The longest name of a place that begins with a token. */
function placeAt(tokens: readonly Token[], first: number, end: number): (Range & { place: Place }) | undefined {
  if (!/^\p{Lu}/u.test(tokens[first]!.written)) return undefined;
  for (let next = Math.min(end, first + 3); next > first; next--) {
    const words = tokens.slice(first, next).map(({ written }) => written);
    const place = placeNamed(words.join(' '));
    if (place) return { place, first, next };
  }
  return undefined;
}

/** Whether a word is no mere function word; one that denies is none. */
export function isTelling(token: Token, grammar: Grammar): boolean {
  return token.kind === 'word' && (!grammar.isSmall(token) || isDenying(token, grammar));
}

/** A function word that relates, and is no mere article. */
function isConnecting(token: Token, grammar: Grammar): boolean {
  const isArticle = grammar.isAnyOf(token, ['definite', 'indefinite']) || grammar.isContracted(token);
  return token.kind === 'word' && !isArticle;
}

export function isDenying(token: Token, grammar: Grammar): boolean {
  return grammar.is(token, 'negation') || grammar.is(token, 'negative');
}

/** "A/RES/73/195", "73/195", "3449 (XXX)": the symbol or number of a document. */
export const SYMBOL = /\b(?:[A-Z]{1,6}\/)+[A-Z\d][A-Z\d./-]*\d|\b\d{2}\/\d{1,4}\b(?!\/)|\b\d{3,4} ?\([IVXL]{1,6}\)/g;

/** Whether two symbols denote the same document: "73/195" and "A/RES/73/195". */
export function isSameSymbol(a: string, b: string): boolean {
  const [short, long] = [a, b]
    .map((symbol) => symbol.replace(/\s/g, '').toUpperCase())
    .sort((x, y) => x.length - y.length);
  return long === short || long!.endsWith(`/${short!}`);
}

/** Whether two words have the same stem, as far as their beginnings show. */
export function isSameWord(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  if (length <= 4) return a === b || (Math.abs(a.length - b.length) <= 2 && (a.startsWith(b) || b.startsWith(a)));
  return a.slice(0, Math.max(5, length - 3)) === b.slice(0, Math.max(5, length - 3));
}

/** Whether two words are forms of one: they differ only in short endings. */
export function isSameForm(a: string, b: string): boolean {
  let same = 0;
  while (same < Math.min(a.length, b.length) && a[same] === b[same]) same++;
  return a === b || (same >= SHORTEST_STEM && Math.max(a.length, b.length) - same <= LONGEST_ENDING);
}

const SHORTEST_STEM = 4;
const LONGEST_ENDING = 3;
