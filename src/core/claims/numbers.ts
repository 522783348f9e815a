import data from '../../../data/claims/claims.json';
import type { TokenRange } from '../context/phrases';
import type { Token } from '../reading/sentence';
import type { Lang } from '../document';
import { foldKey } from '../mentions/fold';
import { foldWords } from './view';

/** A number in digits, with its thousands joined: 173, 15,000, 15 000, 15.000; or a small one in words. */
export function numberAt(tokens: readonly Token[], i: number): { readonly value: number; readonly next: number } | undefined {
  if (isTailOfNumber(tokens, i)) return undefined;
  const { folded, start, end } = tokens[i];
  const tens = TENS.get(folded);
  const unit = tens !== undefined && /^(?:-|et)$/.test(tokens[i + 1]?.folded ?? '') ? UNITS.get(tokens[i + 2]?.folded ?? '') : undefined;
  if (tens !== undefined && unit !== undefined) return { value: tens + unit, next: i + 3 };
  const word = WORDS.get(folded);
  if (word !== undefined) return { value: word, next: i + 1 };
  if (!/^\d{1,5}$/.test(folded) || /^[.,/-]$/.test(tokens[i - 1]?.folded ?? '') && tokens[i - 1].end === start) return undefined;
  const separator = tokens[i + 1];
  if (separator && /^[,.]$/.test(separator.folded) && separator.start === end && /^\d{3}$/.test(tokens[i + 2]?.folded ?? '') && tokens[i + 2].start === separator.end) {
    return { value: Number(folded + tokens[i + 2].folded), next: i + 3 };
  }
  if (/^\d{1,3}$/.test(folded) && /^\d{3}$/.test(separator?.folded ?? '') && separator.start === end + 1) return { value: Number(folded + separator.folded), next: i + 2 };
  return { value: Number(folded), next: i + 1 };
}

/** A number in digits, or in words where it stands in place of words and they are known. */
export function writtenAs(value: number, instead: Token, lang: Lang): string {
  if (/^\d/.test(instead.folded)) return String(value);
  const words = (data.numbers.written[lang] as Readonly<Partial<Record<string, string>>>)[value];
  if (words === undefined) return String(value);
  return /^\p{Lu}/u.test(instead.written) ? words[0].toUpperCase() + words.slice(1) : words;
}

/** With what stands between the thousands of the number in its place: "15,000", "15 000", "15.000". */
export function inDigits(value: number, tokens: readonly Token[], { first, next }: TokenRange): string {
  const separator = next - first === 3 ? tokens[first + 1].written : next - first === 2 ? '\u00a0' : '';
  return String(value).replace(/(\d)(\d{3})$/, `$1${separator}$2`);
}

/** "ciento veinte", "a hundred and twenty": the last words of a number that is written out are none. */
function isTailOfNumber(tokens: readonly Token[], i: number): boolean {
  const before = /^(?:and|et|y|-)$/.test(tokens[i - 1]?.folded ?? '') ? tokens[i - 2] : tokens[i - 1];
  return before !== undefined && LARGER.has(before.folded);
}

const WORDS = byFoldedWord(data.numbers.words);
const TENS = byFoldedWord(data.numbers.tens);
const UNITS = byFoldedWord(data.numbers.units);
const LARGER = foldWords(data.numbers.larger);

/** The words that a number begins with; others begin with a digit. */
export const NUMBER_OPENERS: ReadonlySet<string> = new Set([...TENS.keys(), ...WORDS.keys()]);

function byFoldedWord(words: Readonly<Record<string, number>>): ReadonlyMap<string, number> {
  return new Map(Object.entries(words).map(([word, value]) => [foldKey(word), value]));
}
