import type { Span } from '../document';
import type { AllowReason, Certainty } from '../finding';
import type { RuleId, Severity } from '../rules';
import type { Lang } from '../document';
import type { OwnReferent } from '../reading/naming';
import type { Range } from '../reading/nodes';
import type { ClaimMessage } from './claimMessage';
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
