import type { Span } from '../document';
import type { AllowReason, Certainty } from '../finding';
import type { RuleId, Severity } from '../rules';
import { into } from '../into';
import type { Years } from '../reading/nodes';
import type { Time } from '../reading/times';
import type { TermEntry } from '../termbase/termbase';
import type { Mention } from '../mentions/findMentions';
import type { Use } from './use';

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
  readonly time?: Years;
  readonly evidence: readonly Span[];
}

export interface Allow {
  readonly kind: 'allow';
  readonly mention: Mention;
  readonly term: TermEntry;
  readonly reason: AllowReason;
  readonly evidence: readonly Span[];
  /** The verdict in a text of today, if only the time of this text holds a report back. */
  readonly today?: Report | Timeless;
}

type Named = Pick<Report, 'mention' | 'term'>;

/** A report without a time, or as of the time of the sentence that decides it. */
export function report(
  { mention, term }: Named,
  rule: RuleId,
  certainty: Certainty,
  severity: Severity,
  time?: Time,
): Report {
  const year = time && middleYear(time);
  return { kind: 'report', mention, term, rule, certainty, severity, year, time, evidence: time ? [time] : [] };
}

function middleYear({ from, to }: Time): number {
  if (from === -Infinity) return to - 1;
  return to === Infinity ? from : Math.floor((from + to) / 2);
}

/** Why a name is allowed, and the words that show it. */
export type Exemption = Pick<Allow, 'reason' | 'evidence'>;

export function exemption(reason: AllowReason, evidence?: Span): Exemption {
  return { reason, evidence: evidence ? [evidence] : [] };
}

export function allow({ mention, term }: Named, reason: AllowReason, evidence: readonly Span[] = []): Allow {
  return { kind: 'allow', mention, term, reason, evidence };
}

/** What a part can say of a mention by itself. */
export type FirstVerdict = Verdict | Timeless;

/** A former name without a frame or a time. Its verdict depends on how the whole document uses it. */
export interface Timeless extends Named {
  readonly kind: 'timeless';
  readonly use: Use;
}

/** The final verdict for an outcome; created once for each outcome. */
export function outcomeOf(verdict: FirstVerdict, outcome: string, make: () => Verdict): Verdict {
  return into(
    into(outcomes, verdict, () => new Map<string, Verdict>()),
    outcome,
    make,
  );
}

const outcomes = new WeakMap<FirstVerdict, Map<string, Verdict>>();
