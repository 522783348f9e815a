import data from '../../../data/claims/claims.json';
import { clauseOf } from '../context/clauses';
import { phraseAt, type TokenRange } from '../context/phrases';
import type { Token } from '../reading/sentence';
import { tenseOf } from '../context/tense';
import type { Fact } from '../termbase/concept';
import { attributedTo, isWhole } from './attribution';
import type { Claim } from './claim';
import type { Records } from './records';
import { inDigits, numberAt, writtenAs } from './numbers';
import { foldPhrases, foldWords, type SentenceView, type Subject } from './view';

const COUNTS = data.counts.map((count) => ({ ...count, fixed: 'fixed' in count && count.fixed === true, units: foldPhrases(count.units) }));
const DRAFTS = foldWords(data.drafts);
const FUTURE = foldWords(data.future);
const OVER = foldWords(data.hedges.over);
const UNDER = foldWords(data.hedges.under);
const ABOUT = foldWords(data.hedges.about);

/** How far a rounded or hedged number may stand from the record. */
const TOLERANCE = 0.06;

/** "IOM has 173 Member States", "the Compact's 24 objectives": a number that the sentence gives to its subject. */
export function countClaims(view: SentenceView, records: Records, openings: readonly number[]): readonly Claim[] {
  const claims: Claim[] = [];
  let next = 0;
  for (const i of openings) {
    if (i < next) continue;
    const number = numberAt(view.tokens, i);
    if (!number) continue;
    for (const count of COUNTS) {
      const unit = unitBehind(view.tokens, i, number.next, count);
      const subject = unit && attributedTo(view, count.subject, { first: i, next: unit.next });
      if (!unit || !subject || (count.fixed && !isWhole(view, subject, i))) continue;
      const claim = judgeCount(view, { first: i, next: number.next }, number.value, subject, count, records);
      if (claim) claims.push(claim);
      break;
    }
    next = number.next;
  }
  return claims;
}

/** The unit right behind the number; "son 173 los Estados miembros"; and where membership is told of, "whose membership stands at 166 States". */
function unitBehind(tokens: readonly Token[], first: number, next: number, { property, units }: (typeof COUNTS)[number]): TokenRange | undefined {
  const isInverted = tokens[first - 1]?.folded === 'son' && tokens[next]?.folded === 'los';
  const unit = phraseAt(tokens, isInverted ? next + 1 : next, units) ?? (property === 'staff' ? staffBefore(tokens, first, next) : undefined);
  if (unit || property !== 'member-states' || !isOfMembership(tokens, first)) return unit;
  return STATES.test(tokens[next]?.folded ?? '') ? { first: next, next: next + 1 } : undefined;
}

/** "with a staff of some 8,400", "un personal de 17.000", where no unit of its own stands behind. */
function staffBefore(tokens: readonly Token[], first: number, next: number): TokenRange | undefined {
  let of = first - 1;
  while (of > 1 && first - of <= 3 && !OF_STAFF.test(tokens[of].folded)) of--;
  const behind = tokens[next];
  return OF_STAFF.test(tokens[of]?.folded ?? '') && STAFF.test(tokens[of - 1]?.folded ?? '') && (behind === undefined || behind.kind === 'punctuation' || HAS.test(behind.folded)) ? { first, next } : undefined;
}

const STAFF = /^(?:staff|workforce|personnel|effectifs?|personal|plantilla)$/;
const OF_STAFF = /^(?:of|de)$/;
const HAS = /^(?:and|et|y|in|en|across|dans|working|worldwide)$/;

/** ", whose membership stands at", "IOM membership counts", "IOM's membership is": not that of "a group whose membership is". */
function isOfMembership(tokens: readonly Token[], first: number): boolean {
  const at = tokens.findIndex(({ folded }, i) => i >= first - 5 && i < first && MEMBERSHIP.test(folded));
  const before = tokens[at - 1];
  if (before === undefined) return false;
  return before.folded === 'whose' ? tokens[at - 2]?.folded === ',' : before.folded === 's' || /^\p{Lu}{2,}$/u.test(before.written);
}

const MEMBERSHIP = /^(?:membership|membresia)$/;
const STATES = /^(?:states|countries|estados|paises)$/;

function judgeCount(view: SentenceView, range: TokenRange, value: number, subject: Subject, count: (typeof COUNTS)[number], records: Records): Claim | undefined {
  const { tokens } = view;
  const series = records.series(count.subject, count.property);
  const newest = series[series.length - 1];
  if (!newest) return undefined;
  const hedge = hedgeBefore(view, range.first);
  const base = { ...view.span(range), lang: view.lang, concept: count.subject };
  if (isDraftOrFuture(view, range, subject)) return undefined;
  if (count.fixed) {
    return value === newest.value ? undefined : {
      ...base, rule: 'fact-mismatch', certainty: 'certain', severity: 'warning', facts: [newest.fact.id], record: String(newest.value),
      instead: [writtenAs(newest.value, tokens[range.first], view.lang)], safe: true, evidence: [],
    };
  }
  const clause = clauseOf(tokens, subject);
  const times = view.times.filter((time) => time.first >= clause.first && time.next <= clause.next && !view.datesFounding(time));
  if (times.length > 0) {
    const fits = times.some((time) => {
      const known = records.recordsWithin(series, time);
      const values = known.map((record) => record.value);
      return known.some((record) => agrees(value, record, hedge)) || (value >= Math.min(...values) && value <= Math.max(...values));
    });
    if (fits || times.some((time) => time.since || records.isUndecided(count.subject, count.property, value, time))) return undefined;
    const year = times[0];
    const known = records.recordsWithin(series, year);
    if (known.length === 0) return undefined;
    const exact = known.find((record) => record.fact.asOf?.startsWith(String(year.from))) ?? (known.every(({ value: other }) => other === known[0].value) ? known[0] : undefined);
    return {
      ...base, rule: 'fact-mismatch', certainty: exact ? 'certain' : 'likely', severity: 'warning', facts: (exact ? [exact] : known).map((record) => record.fact.id),
      record: exact ? String(exact.value) : rangeOf(known.map((record) => record.value)), instead: exact ? [String(exact.value)] : [], safe: false, evidence: [year],
    };
  }
  if (tenseOf(view.sentence, subject, clause, view.lang) === 'past' || agrees(value, newest, hedge)) return undefined;
  // A number that is far too small for the whole is that of a part.
  if (count.property === 'staff' && value < newest.value / 10) return undefined;
  const isOld = series.some((record) => Math.abs(record.value - value) <= record.value * (hedge ? TOLERANCE : 0)) || (value < newest.value && value > series[0].value);
  return {
    ...base, rule: isOld ? 'outdated-fact' : 'fact-mismatch', certainty: 'certain', severity: count.property === 'staff' ? 'information' : 'warning',
    facts: [newest.fact.id], record: `${newest.value}${asOf(newest.fact)}`, instead: [inDigits(newest.value, tokens, range)], safe: !hedge, evidence: [],
  };
}

type Hedge = 'over' | 'under' | 'about' | undefined;

function agrees(value: number, record: { readonly value: number }, hedge: Hedge): boolean {
  if (value === record.value) return true;
  if (hedge === 'over') return value <= record.value;
  if (hedge === 'under') return value >= record.value && value <= record.value * (1 + TOLERANCE);
  return hedge === 'about' && Math.abs(value - record.value) <= record.value * TOLERANCE;
}

function hedgeBefore(view: SentenceView, first: number): Hedge {
  for (let k = 1; k <= 2; k++) {
    const word = view.tokens[first - k]?.folded ?? '';
    if (OVER.has(word)) return 'over';
    if (UNDER.has(word)) return 'under';
    if (ABOUT.has(word)) return 'about';
  }
  return undefined;
}

/** The values that were right within a time: "171–173". */
function rangeOf(values: readonly number[]): string {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return least === most ? String(least) : `${least}–${most}`;
}

/** "will have 176 Member States", "the draft of the Compact had 22 objectives": not the matter as it is. */
function isDraftOrFuture({ tokens }: SentenceView, range: TokenRange, subject: Subject): boolean {
  const from = Math.min(subject.first, range.first);
  return tokens.slice(Math.max(0, from - 5), from).some((token) => DRAFTS.has(token.folded)) || tokens.slice(Math.max(subject.next, range.first - 3), range.first).some((token) => FUTURE.has(token.folded));
}

function asOf(fact: Fact): string {
  return fact.asOf === undefined ? '' : ` (${fact.asOf})`;
}
