import type { Lang } from '../document';
import type { Day } from '../reading/nodes';

type ByLang<T> = Readonly<Record<Lang, T>>;

/** A message of the data in each language, with `{placeholders}` for the values of a claim. */
export type Message = ByLang<string>;

/** The messages of a relation, by what of it can be wrong. */
export type Messages = Readonly<Record<string, Message>>;

/** Something that a message tells, without words: each language writes it in its own form. */
export type Value =
  | { readonly kind: 'count'; readonly value: number; /** Of a range the higher end. */ readonly to?: number }
  /** "10 December 2018", "2022". */
  | { readonly kind: 'date'; readonly day: Day }
  /** When something happened: "in 2018", "on 10 December 2018", "from 17 to 20 May 2022". `isOther` is what it is not, beside what it is. */
  | { readonly kind: 'time'; readonly from: Day; readonly to?: Day; readonly isOther?: boolean }
  /** How long something lasted: "from 2018 to 2023", or with no end "since October 2023". */
  | { readonly kind: 'term'; readonly from: Day; readonly to?: Day }
  | { readonly kind: 'place'; readonly name: ByLang<string>; /** With its preposition. */ readonly at: ByLang<string>; readonly isOther?: boolean }
  /** A place in a row of persons or sessions, which are feminine where the language asks. */
  | { readonly kind: 'ordinal'; readonly value: number }
  | { readonly kind: 'text'; readonly text: string | ByLang<string> }
  /** Words that are spoken of as words. */
  | { readonly kind: 'quoted'; readonly text: string };

/** What a claim tells its reader: a message of the data, and the values that it speaks of. */
export interface Told {
  readonly message: Message;
  readonly values: Readonly<Record<string, Value>>;
}

export const count = (value: number, to?: number): Value => ({ kind: 'count', value, ...(to === undefined || to === value ? {} : { to }) });
export const text = (words: string | ByLang<string>): Value => ({ kind: 'text', text: words });
export const quoted = (words: string): Value => ({ kind: 'quoted', text: words });
export const year = (value: number): Day => ({ year: value, month: undefined, day: undefined });

/** A date and the one that a text gives instead: the right one no finer than it, and the year once where it is the same. */
export function rightAndWrong(right: Day, last: Day | undefined, told: { readonly from: Day; readonly to: Day; readonly isSpan: boolean }, isYear: boolean): Readonly<Record<'right' | 'wrong', Value>> {
  const wrong = (day: Day): Day => (isYear ? { ...day, month: undefined, day: undefined } : { ...day, year: day.year === right.year ? undefined : day.year });
  const asTold = (day: Day): Day => ({ year: day.year, month: isYear || told.from.month === undefined ? undefined : day.month, day: isYear || told.from.day === undefined ? undefined : day.day });
  const isRightSpan = !isYear && told.from.day !== undefined && last !== undefined;
  return {
    right: { kind: 'time', from: asTold(right), ...(isRightSpan ? { to: last } : {}) },
    wrong: { kind: 'time', from: wrong(told.from), ...(told.isSpan && !(isYear && told.to.year === told.from.year) ? { to: wrong(told.to) } : {}), isOther: true },
  };
}
