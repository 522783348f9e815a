import type { Span } from '../document';
import type { AllowReason, Certainty } from '../findings/finding';
import type { RuleId, Severity } from '../rules';
import type { TermEntry } from '../termbase/termbase';
import type { Mention } from '../mentions/findMentions';

/** Every mention gets a verdict: it is reported, or allowed for a reason that hovers and tests can show. */
export type Verdict = Report | Allow;

export interface Report {
  readonly kind: 'report';
  readonly mention: Mention;
  readonly term: TermEntry;
  readonly rule: RuleId;
  readonly certainty: Certainty;
  readonly severity: Severity;
  /** The year of the sentence, if it decided the verdict. */
  readonly year: number | undefined;
  /** The time span whose middle is `year`. */
  readonly time?: { readonly from: number; readonly to: number };
  readonly evidence: readonly Span[];
}

export interface Allow {
  readonly kind: 'allow';
  readonly mention: Mention;
  readonly term: TermEntry;
  readonly reason: AllowReason;
  readonly evidence: readonly Span[];
}
