import type { Span } from '../document';
import type { Certainty, Edit } from '../findings/finding';
import type { RuleId, Severity } from '../rules';
import type { Lang } from '../document';
import type { Told } from './told';

/** A stretch that states a checkable fact and does not agree with the record. */
export interface Claim extends Span {
  readonly rule: Extract<RuleId, 'outdated-fact' | 'fact-mismatch' | 'wrong-status' | 'confused-concept'>;
  readonly certainty: Certainty;
  readonly severity: Severity;
  readonly lang: Lang;
  readonly concept: string;
  /** Ids of the facts that it was judged by, the deciding one first. */
  readonly facts: readonly string[];
  /** What is wrong, and what the record says. */
  readonly told: Told;
  /** Replacements of the span, best first. */
  readonly instead: readonly string[];
  /** Whether the first replacement leaves a true and grammatical sentence. */
  readonly safe: boolean;
  /** Grammatical gender of the words and of their replacement, where an article before them has to change (fr, es). */
  readonly genders?: readonly ['m' | 'f', 'm' | 'f'];
  /** Edits elsewhere in the sentence that every replacement needs: a title that takes the other gender. */
  readonly also?: readonly Edit[];
  readonly evidence: readonly Span[];
}
