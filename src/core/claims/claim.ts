import type { Span } from '../document';
import type { AllowReason, Certainty, Edit } from '../finding';
import type { RuleId, Severity } from '../rules';
import type { Lang } from '../document';
import type { ClaimMessage } from './claimMessage';

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
  /** Edits elsewhere in the sentence that every replacement needs, such as a title in the other gender. */
  readonly also?: readonly Edit[];
  readonly evidence: readonly Span[];
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

export function isReported({ silence }: JudgedClaim): boolean {
  return silence === undefined;
}
