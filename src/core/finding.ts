import type { Span } from './document';
import type { RuleId, Severity } from './rules';

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
  /**
   * Whether the fix is the first of a certain finding, leaves the text grammatical, and leaves it true if the text
   * describes the present.
   */
  readonly fits: boolean;
  /**
   * Whether the fix may be applied without confirmation: it fits, and replaces a form that was never anybody's name, or
   * a misspelling.
   */
  readonly preferred: boolean;
  /** Whether the words remain, and the fix explains them; absent if it replaces them. */
  readonly explains?: true;
  readonly edits: readonly Edit[];
}

export interface SourceLink {
  readonly id: string;
  readonly title: string;
  readonly url?: string;
}

/** The reader of a review that reported something, in addition to the rules or alone. */
export interface Reader {
  /** The name of the model, or of what else gave the answer. */
  readonly reader: string;
  /** Whether a rule found the same. */
  readonly rules: boolean;
}

/** A finding as every front end shows it; a front end may translate a finding but never compute one. */
export interface Finding extends Span {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly certainty: Certainty;
  readonly text: string;
  /** Id of the concept. */
  readonly concept: string;
  /** Id of the name or fact that decided the finding. */
  readonly name: string;
  /** What to write, and in place of what: one line. */
  readonly message: string;
  /** The reason, with the date. */
  readonly because: string;
  readonly sources: readonly SourceLink[];
  readonly evidence: readonly Evidence[];
  readonly fixes: readonly Fix[];
  /** Absent where only the rules found it. */
  readonly by?: Reader;
  /** For the last one that is listed: the number of findings that follow it and are not. Its message says so. */
  readonly unlisted?: number;
}

/** The fix of a finding, if it has exactly one replacement. */
export function onlyReplacement({ fixes }: Finding): Fix | undefined {
  const [first, ...others] = fixes.filter(({ explains }) => explains !== true);
  return others.length === 0 ? first : undefined;
}

/**
 * A name, or a value that differs from the record, that was examined and allowed. Hovers explain it, `--explain` prints
 * it, tests assert it.
 */
export interface Allowed extends Span {
  readonly text: string;
  readonly concept: string;
  /** Id of the name, or of the fact with which the value was compared. */
  readonly name: string;
  /** `undefined` for a name. */
  readonly value: AllowedValue | undefined;
  readonly reason: AllowReason;
  readonly evidence: readonly Evidence[];
}

/** How a value differs from the record, and the year in which it was right, if one decided that. */
export interface AllowedValue {
  readonly message: string;
  readonly year: number | undefined;
}

/**
 * The conditions for which a relation finds nothing although a statement has its subject, one of its words and a value.
 * The later ones need more of the statement to be understood: of several, the last one is the reason.
 */
export const CONDITIONS = [
  'unread-shape',
  'bound-date',
  'no-object',
  'other-edition',
  'other-agent',
  'other-owner',
  'local-part',
  'open-subject',
  'part-of-number',
  'other-date',
  'unverified',
  'other-thing',
  'not-said',
  'also-right',
  'of-name',
  'other-place',
  'other-number',
  'open-time',
  'right-beside',
  'reference-only',
] as const;

export type Condition = (typeof CONDITIONS)[number];

/** The reasons for which a name or a value produces no finding. */
export const ALLOW_REASONS = [
  'current',
  'quotation',
  'block-quote',
  'title',
  'citation',
  'legal-text',
  'history',
  'period',
  'period-nearby',
  'retrospect',
  'time-unclear',
  'year-doubted',
  'earlier-year',
  'own-date',
  'own-year',
  'former-name',
  'caption',
  'corrected',
  'to-avoid',
  'established',
  'other-meaning',
  'no-anchor',
  'term-discussed',
  'not-asserted',
  'quiz-or-glossary',
  'other-language',
  'ignored',
  'switched-off',
  ...CONDITIONS,
] as const;

export type AllowReason = (typeof ALLOW_REASONS)[number];

/** The time as of which a text was judged, and the place that shows it. */
export interface JudgedAs {
  /** An older time, the present, or a time that the text does not show. */
  readonly kind: 'dated' | 'today' | 'unclear';
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `undefined` where the text states none. */
  readonly date: string | undefined;
  /** "dateline", "front-matter", "event" and the like. */
  readonly shownBy: string;
  readonly evidence: Evidence | undefined;
  /**
   * The years within which a text may have been written whose date is not certain: what was right in one of them is not
   * reported. `from` is `undefined` where nothing says when it was begun.
   */
  readonly possible?: { readonly from: number | undefined; readonly to: number } | undefined;
}

/** The result of one check. Findings and what was allowed are each sorted by `start`. */
export interface Checked {
  readonly findings: readonly Finding[];
  /** Worded on first access, which may take a moment in a document with many names. */
  readonly allowed: readonly Allowed[];
  /**
   * Values that a relation might have read and did not compare, each with the condition for which it did not: all, or
   * those of the passage around an offset. Found on the first call, by asking the relations of that text once more.
   */
  readonly setAside: (at?: number) => readonly Allowed[];
  /** Number of allowed mentions that denote the concept of the termbase, not another meaning of the same form. */
  readonly allowedNameCount: number;
}
