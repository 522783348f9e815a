import type { Span } from '../../document';
import { foldKey } from '../../fold';
import { TIME_WORDS } from '../cues';
import type { Grammar } from '../grammar';
import { isCapitalized, type Token } from '../tokens';
import { wordsOf } from './headerLines';

/** The units that a pattern of an event distinguishes, each with a symbol of one letter for regular expressions. */
export const UNITS = {
  name: 'W',
  owner: 'I',
  noun: 'N',
  ordinal: 'O',
  place: 'P',
  year: 'Y',
  founding: 'F',
  genitive: 'g',
  possessive: 's',
  of: 'o',
  link: 'l',
  present: 'v',
  capital: 'X',
  word: 'x',
  comma: ',',
  bracket: '(',
  mark: ';',
} as const;

/** What a pattern is about: each phrase is folded into words, separated by blanks. */
export interface UnitWords {
  readonly nouns: readonly string[];
  readonly bodies: readonly string[];
  readonly places: readonly string[];
  readonly links: ReadonlySet<string>;
  readonly of: ReadonlySet<string>;
  readonly foundings: ReadonlySet<string>;
}

/** A name in a sentence, in the offsets of the sentence, and the unit that it is. */
export interface UnitName extends Span {
  readonly symbol: 'W' | 'I' | 'X';
}

/** The units of a sentence: their symbols as one string, and their spans and words by index. */
export interface SentenceUnits {
  readonly symbols: string;
  readonly units: readonly Unit[];
}

export interface Unit extends Span {
  readonly symbol: (typeof UNITS)[keyof typeof UNITS];
  /** The number of an ordinal or a year; else 0. */
  readonly value: number;
  /** The folded words, separated by blanks. */
  readonly folded: string;
}

/** Reads a sentence as units. Spans are in the offsets of the sentence. */
export function unitsOf(
  sentence: string,
  names: readonly UnitName[],
  words: UnitWords,
  grammar: Grammar,
): SentenceUnits {
  const tokens = wordsOf(sentence);
  const units: Unit[] = [];
  let name = 0;
  for (let i = 0; i < tokens.length;) {
    const { start } = tokens[i]!;
    while (name < names.length && names[name]!.end <= start) name++;
    const named = names[name];
    let next = i + 1;
    let symbol: Unit['symbol'];
    let value = 0;
    if (named && named.start <= start) {
      while (next < tokens.length && tokens[next]!.start < named.end) next++;
      ({ symbol } = named);
    } else {
      const ordinal = ordinalAt(tokens, i, grammar);
      const phrase = ordinal ? undefined : phraseAt(tokens, i, words);
      if (ordinal) ({ next, value } = ordinal);
      else if (phrase) ({ next } = phrase);
      else if (tokens[i]!.folded === "'" && tokens[i + 1]?.folded === 's') next++;
      symbol = ordinal ? UNITS.ordinal : (phrase?.symbol ?? symbolOf(tokens, i, words, grammar));
      if (symbol === UNITS.year) value = Number(tokens[i]!.folded);
    }
    const folded = tokens.slice(i, next).map((token) => token.folded);
    units.push({ symbol, value, folded: folded.join(' '), start, end: tokens[next - 1]!.end });
    i = next;
  }
  return { symbols: units.map(({ symbol }) => symbol).join(''), units };
}

/** An ordinal in figures of any length ("108th", "65.º") or in a word. */
function ordinalAt(
  tokens: readonly Token[],
  i: number,
  grammar: Grammar,
): { readonly value: number; readonly next: number } | undefined {
  const token = tokens[i]!;
  const inWords = grammar.ordinalOf(token);
  if (inWords !== undefined) return { value: inWords, next: i + 1 };
  const [, figures, ending] = /^(\d{1,3})([a-z]{0,4})$/.exec(foldKey(token.written.normalize('NFKC'))) ?? [];
  if (figures === undefined) return undefined;
  if (ending !== '') return TIME_WORDS.ordinalEndings.has(ending) ? { value: Number(figures), next: i + 1 } : undefined;
  const at = tokens[i + 1]?.folded === '.' ? i + 2 : i + 1;
  const after = tokens[at];
  return after && after.start === tokens[at - 1]!.end && /^[ªº]$/.test(after.written)
    ? { value: Number(figures), next: at + 1 }
    : undefined;
}

/** The longest noun, body or place that begins at a token. */
function phraseAt(
  tokens: readonly Token[],
  i: number,
  { nouns, bodies, places }: UnitWords,
): { readonly symbol: 'N' | 'W' | 'P'; readonly next: number } | undefined {
  let best: { readonly symbol: 'N' | 'W' | 'P'; readonly next: number } | undefined;
  for (const [symbol, phrases] of [
    ['N', nouns],
    ['W', bodies],
    ['P', places],
  ] as const)
    for (const phrase of phrases) {
      const words = phrase.split(' ');
      const next = i + words.length;
      if (next > (best?.next ?? i) && words.every((word, k) => tokens[i + k]?.folded === word)) best = { symbol, next };
    }
  return best;
}

function symbolOf(tokens: readonly Token[], i: number, words: UnitWords, grammar: Grammar): Unit['symbol'] {
  const token = tokens[i]!;
  const { folded, written } = token;
  if (folded === "'" && tokens[i + 1]?.folded === 's') return UNITS.genitive;
  if (token.kind === 'punctuation' && !words.links.has(folded)) {
    if (folded === ',') return UNITS.comma;
    return folded === '(' || folded === ')' ? UNITS.bracket : UNITS.mark;
  }
  if (/^(?:18|19|20)\d\d$/.test(folded)) return UNITS.year;
  if (grammar.is(token, 'possessiveThing')) return UNITS.possessive;
  if (words.of.has(folded)) return UNITS.of;
  if (words.links.has(folded)) return UNITS.link;
  if (words.foundings.has(folded)) return UNITS.founding;
  const forms = [...grammar.verbForms(token), ...grammar.rareVerbForms(token)];
  if (forms.some(({ kind }) => kind === 'present') && !forms.some(({ kind }) => kind === 'past')) return UNITS.present;
  // The first word of a sentence has a capital anyway.
  return i > 0 && isCapitalized(written) ? UNITS.capital : UNITS.word;
}
