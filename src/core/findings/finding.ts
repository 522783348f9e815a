import type { Span } from '../document';
import type { RuleId, Severity } from '../rules';

export type Certainty = 'certain' | 'likely';

/** A stretch of the document that decided a verdict: a year, a quotation mark, a cue. */
export interface Evidence extends Span {
  readonly text: string;
}

/** A replacement of `[start, end)`; the edits of one fix are sorted and do not overlap. */
export interface Edit extends Span {
  readonly newText: string;
}

export interface Fix {
  readonly title: string;
  /** Whether it is the first of a certain finding and leaves text that is grammatical, and true where the text is of today. */
  readonly fits: boolean;
  /** Whether it is made unasked: it fits, and nothing leaves open of what time the text is, or whether it asserts this. */
  readonly preferred: boolean;
  readonly edits: readonly Edit[];
}

export interface SourceLink {
  readonly id: string;
  readonly title: string;
  readonly url?: string;
}

/** What every front end shows; it may translate a finding, never compute one. */
export interface Finding extends Span {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly certainty: Certainty;
  readonly text: string;
  /** Id of the concept. */
  readonly concept: string;
  /** Id of the name or fact it was judged by. */
  readonly name: string;
  /** What, instead of what: one line. */
  readonly message: string;
  /** Why, with the date. */
  readonly because: string;
  readonly sources: readonly SourceLink[];
  readonly evidence: readonly Evidence[];
  readonly fixes: readonly Fix[];
}

/** A mention that was seen and let through. Hovers explain it, `--explain` prints it, tests assert it. */
export interface Allowed extends Span {
  readonly text: string;
  readonly concept: string;
  readonly name: string;
  readonly reason: AllowReason;
  readonly evidence: readonly Evidence[];
}

/** Why a mention raises nothing. */
export const ALLOW_REASONS = [
  'current', 'quotation', 'block-quote', 'title', 'citation', 'legal-text', 'history', 'period', 'period-nearby', 'year-doubted', 'established',
  'other-meaning', 'no-anchor', 'term-discussed', 'not-asserted', 'other-language', 'ignored', 'switched-off',
] as const;

export type AllowReason = (typeof ALLOW_REASONS)[number];

/** The answer to one check. Findings and allowed mentions are each sorted by `start`. */
export interface Checked {
  readonly findings: readonly Finding[];
  /** Put into words when somebody asks for it, which may take a moment in a document with many names. */
  readonly allowed: readonly Allowed[];
  /** How many of the allowed mentions are of what the termbase means, and of nothing else that is written alike. */
  readonly namesLetThrough: number;
}
