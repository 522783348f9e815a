import data from '../../../data/claims/claims.json';
import { clauseOf } from '../context/clauses';
import { phraseAt, phraseIn, type TokenRange } from '../context/phrases';
import type { Token } from '../context/sentence';
import type { Fact } from '../termbase/concept';
import type { Claim } from './claim';
import type { Records } from './records';
import { distance, foldPhrases, foldWords, isOfAnother, type SentenceView } from './view';

const ACTS = {
  ...data.acts, cues: foldPhrases(data.acts.cues), endorsing: foldPhrases(data.acts.endorsing), assembly: foldPhrases(data.acts.assembly), conference: foldPhrases(data.acts.conference),
  resolution: foldWords(data.acts.resolution), months: new Set([...foldWords(Object.keys(data.acts.months))]),
};

/**
 * Two acts of one month that texts mix up: the Compact was adopted in Marrakech on 10 December 2018, and the General
 * Assembly endorsed it on 19 December, in resolution 73/195. Which act a clause tells of, its verb and its place say;
 * where they do not, either day is let through.
 */
export function actClaims(view: SentenceView, records: Records): readonly Claim[] {
  const { tokens } = view;
  if (view.subjectsOf(ACTS.subject).length === 0) return [];
  for (let i = 0; i < tokens.length; i++) {
    const cue = phraseAt(tokens, i, ACTS.cues);
    const subject = cue && view.subjectNear(ACTS.subject, cue);
    if (!cue || !subject || distance(cue, subject) > 4 || view.hasOtherBetween(cue, subject, ACTS.subject) || (subject.next <= cue.first && isOfAnother(tokens, subject))) continue;
    const reach = reachOf(tokens, cue, subject);
    const isEndorsed = phraseAt(tokens, i, ACTS.endorsing) !== undefined || phraseIn(tokens, reach.first, reach.next, ACTS.assembly) !== undefined;
    const isAdopted = phraseIn(tokens, reach.first, reach.next, ACTS.conference) !== undefined;
    if (isEndorsed === isAdopted) continue;
    const behind = Math.max(cue.next, subject.next);
    return [...dayClaim(view, records, reach, cue, isEndorsed), ...(isEndorsed ? symbolClaim(view, records, { first: behind, next: reach.next }) : [])];
  }
  return [];
}

/** From the beginning of the clause, or what the verb before is told of, up to the next act. */
function reachOf(tokens: readonly Token[], cue: TokenRange, subject: TokenRange): TokenRange {
  const clause = clauseOf(tokens, { first: Math.min(cue.first, subject.first), next: Math.max(cue.next, subject.next) });
  let [first, next] = [clause.first, clause.next];
  for (let k = clause.first; k < clause.next; k++) {
    if (k >= cue.first && k < cue.next) continue;
    const other = phraseAt(tokens, k, ACTS.cues);
    if (!other) continue;
    if (other.next <= cue.first) first = Math.max(first, other.next);
    else next = Math.min(next, /^(?:and|et|y|,)$/.test(tokens[other.first - 1].folded) ? other.first - 1 : other.first);
  }
  return { first, next };
}

/** "19 December 2018", "December 19, 2018", "19 de diciembre de 2018" with another day than that of the act. */
function dayClaim(view: SentenceView, records: Records, reach: TokenRange, cue: TokenRange, isEndorsed: boolean): readonly Claim[] {
  const { tokens } = view;
  const fact = records.fact(isEndorsed ? ACTS.endorsed.fact : ACTS.adopted.fact);
  if (!fact?.from) return [];
  const [year, , day] = fact.from.split('-');
  const last = isEndorsed ? day : (records.fact(ACTS.adopted.conference)?.value as string | undefined)?.split('/').at(-1)?.split('-').at(-1) ?? day;
  for (let i = reach.first; i < reach.next; i++) {
    if (!ACTS.months.has(tokens[i].folded)) continue;
    const at = dayBeside(tokens, i);
    if (at === undefined || !yearBeside(tokens, i, year) || view.hasOtherBetween({ first: at, next: at + 1 }, cue, ACTS.subject)) continue;
    const written = Number.parseInt(tokens[at].folded, 10);
    // "the conference of 10 and 11 December"
    if (written === Number(day) || isSecondDay(tokens, at)) return [];
    const isDisputed = written === Number(last) || conflictsOf(fact).some((value) => value === `${year}-12-${String(written).padStart(2, '0')}`);
    return [claimOf(view, { first: at, next: at + 1 }, fact, String(Number(day)), isDisputed)];
  }
  return [];
}

function dayBeside(tokens: readonly Token[], month: number): number | undefined {
  const before = /^de$/.test(tokens[month - 1]?.folded ?? '') ? month - 2 : month - 1;
  return [before, month + 1].find((at) => /^\d{1,2}(?:st|nd|rd|th|er)?$/.test(tokens[at]?.folded ?? ''));
}

function isSecondDay(tokens: readonly Token[], at: number): boolean {
  return /^(?:and|to|et|au|y|al|[-–])$/.test(tokens[at - 1]?.folded ?? '') && /^\d{1,2}$/.test(tokens[at - 2]?.folded ?? '');
}

function yearBeside(tokens: readonly Token[], month: number, year: string): boolean {
  return tokens.slice(month + 1, month + 4).some(({ folded }) => folded === year);
}

/** "endorsed in resolution 73/151": the symbol of another resolution. */
function symbolClaim(view: SentenceView, records: Records, reach: TokenRange): readonly Claim[] {
  const { tokens } = view;
  const fact = records.fact(ACTS.endorsed.symbol);
  const right = /(\d+)\/(\d+)$/.exec(String(fact?.value));
  if (!fact || !right) return [];
  for (let i = reach.first; i + 2 < reach.next; i++) {
    const isSymbol = /^\d+$/.test(tokens[i].folded) && tokens[i + 1].folded === '/' && /^\d+$/.test(tokens[i + 2].folded);
    if (!isSymbol || !tokens.slice(Math.max(reach.first, i - 3), i).some(({ folded }) => ACTS.resolution.has(folded))) continue;
    if (tokens[i].folded === right[1] && tokens[i + 2].folded === right[2]) return [];
    return [claimOf(view, { first: i, next: i + 3 }, fact, `${right[1]}/${right[2]}`, false)];
  }
  return [];
}

function conflictsOf(fact: Fact): readonly string[] {
  return (fact.conflicts ?? []).map(({ value }) => String(value));
}

/** A day that some source gives as well is explained, not called wrong. */
function claimOf(view: SentenceView, range: TokenRange, fact: Fact, right: string, isDisputed: boolean): Claim {
  return {
    ...view.span(range), lang: view.lang, concept: ACTS.subject, facts: [fact.id], record: right, rule: 'fact-mismatch', instead: [right], safe: !isDisputed, evidence: [],
    certainty: isDisputed ? 'likely' : 'certain', severity: isDisputed ? 'information' : 'warning',
  };
}
