import type { Span, Lang } from '../document';
import type { AllowReason, Certainty } from '../finding';
import type { RuleId, Severity } from '../rules';
import type { OwnReferent } from '../reading/naming';
import type { Range, Day } from '../reading/nodes';
import type { Utterance } from './utterance';

/** A span of text that states a checkable fact and contradicts the record. */
export interface Claim extends Span {
  readonly rule: Extract<RuleId, 'outdated-fact' | 'fact-mismatch' | 'wrong-status' | 'confused-concept'>;
  readonly certainty: Certainty;
  readonly severity: Severity;
  readonly lang: Lang;
  readonly concept: string;
  /** The ids of the facts with which the claim was compared, the decisive one first. */
  readonly facts: readonly string[];
  /** The error, and the value in the record. */
  readonly message: ClaimMessage;
  /** Replacements of the span, best first. */
  readonly instead: readonly string[];
  /** Whether the first replacement leaves a true and grammatical sentence. */
  readonly safe: boolean;
  /** Grammatical gender of the words and of their replacement, where the preceding article has to agree (fr, es). */
  readonly genders?: readonly ['m' | 'f', 'm' | 'f'];
  readonly evidence: readonly Span[];
}

/** How a text refers to the concept of a claim. */
type Subject = Pick<OwnReferent, 'by' | 'concept'>;

/**
 * A claim about a range of a sentence. Unless `own` says otherwise, it contradicts a fact with a warning, which is
 * certain where the text names the subject, and its replacement needs confirmation.
 */
export function claimAt(
  utterance: Utterance,
  range: Range,
  { concept, by }: Subject,
  own: Pick<Claim, 'facts' | 'message' | 'instead'> & Partial<Claim>,
): Claim {
  return {
    ...utterance.span(range),
    lang: utterance.lang,
    concept,
    rule: 'fact-mismatch',
    certainty: by === 'name' ? 'certain' : 'likely',
    severity: 'warning',
    safe: false,
    evidence: [],
    ...own,
  };
}

/** Why a claim is not reported, and the year in which it was right, if one decided that. */
export interface Silence {
  readonly reason: AllowReason;
  readonly year: number | undefined;
}

/** A claim with its verdict: `silence` is `undefined` where it is reported. */
export interface JudgedClaim extends Claim {
  readonly silence: Silence | undefined;
}

/** Whether only the time of the text silences a claim: as of today, it would be reported. */
export function isHeldBack({ silence }: JudgedClaim): boolean {
  const reason = silence?.reason;
  return reason === 'own-date' || reason === 'time-unclear' || reason === 'own-year';
}

export function isReported({ silence }: JudgedClaim): boolean {
  return silence === undefined;
}

type ByLang<T> = Readonly<Record<Lang, T>>;

/** A message of the data in each language, with `{placeholders}` for the values of a claim. */
type Message = ByLang<string>;

/** The messages of a relation, by the kind of error. */
export type Messages = Readonly<Record<string, Message>>;

/** A value in a message, independent of language. Each language formats it in its own way. */
export type Value =
  | { readonly kind: 'count'; readonly value: number; /** The upper end of a range. */ readonly to?: number }
  /** "10 December 2018", "2022". */
  | { readonly kind: 'date'; readonly day: Day }
  /**
   * When something happened: "in 2018", "on 10 December 2018", "from 17 to 20 May 2022". `isOther` marks the wrong
   * time, which the message gives together with the right one.
   */
  | { readonly kind: 'time'; readonly from: Day; readonly to?: Day; readonly isOther?: boolean }
  /** How long something lasted: "from 2018 to 2023", or with an open end "since October 2023". */
  | { readonly kind: 'tenure'; readonly from: Day; readonly to?: Day }
  | {
      readonly kind: 'place';
      readonly name: ByLang<string>;
      /** With its preposition. */ readonly at: ByLang<string>;
      readonly isOther?: boolean;
    }
  /** An ordinal number for persons or sessions, feminine where the language requires it. */
  | { readonly kind: 'ordinal'; readonly value: number }
  | { readonly kind: 'text'; readonly text: string | ByLang<string> }
  /** Words that are mentioned as words. */
  | { readonly kind: 'quoted'; readonly text: string };

/** The message of a claim: a message of the data, and its values. */
export interface ClaimMessage {
  readonly template: Message;
  readonly values: Readonly<Record<string, Value>>;
}

export const count = (value: number, to?: number): Value => ({
  kind: 'count',
  value,
  ...(to === undefined || to === value ? {} : { to }),
});
export const text = (words: string | ByLang<string>): Value => ({ kind: 'text', text: words });
export const quoted = (words: string): Value => ({ kind: 'quoted', text: words });

/**
 * The right date and the wrong date of the text: the right one is not more precise than the wrong one, and a shared
 * year occurs once.
 */
export function rightAndWrong(
  right: Day,
  last: Day | undefined,
  stated: { readonly from: Day; readonly to: Day; readonly isSpan: boolean },
  isYear: boolean,
): Readonly<Record<'right' | 'wrong', Value>> {
  const wrong = (day: Day): Day =>
    isYear
      ? { ...day, month: undefined, day: undefined }
      : { ...day, year: day.year === right.year ? undefined : day.year };
  const asStated = (day: Day): Day => ({
    year: day.year,
    month: isYear || stated.from.month === undefined ? undefined : day.month,
    day: isYear || stated.from.day === undefined ? undefined : day.day,
  });
  const isRightSpan = !isYear && stated.from.day !== undefined && last !== undefined;
  return {
    right: { kind: 'time', from: asStated(right), ...(isRightSpan ? { to: last } : {}) },
    wrong: {
      kind: 'time',
      from: wrong(stated.from),
      ...(stated.isSpan && !(isYear && stated.to.year === stated.from.year) ? { to: wrong(stated.to) } : {}),
      isOther: true,
    },
  };
}
