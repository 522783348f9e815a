import data from '../../../data/claims/claims.json';
import { clauseOf } from '../context/clauses';
import { TIME_WORDS } from '../reading/cues';
import { phraseAt, phraseIn, type TokenRange } from '../context/phrases';
import type { Token } from '../reading/sentence';
import type { Fact } from '../termbase/concept';
import type { Claim } from './claim';
import type { Records } from './records';
import { distance, firstWords, foldPhrases, foldWords, isOfAnother, type SentenceView } from './view';

const ACTS = {
  ...data.acts, cues: foldPhrases([...data.acts.adopting, ...data.acts.endorsing]), endorsing: foldPhrases(data.acts.endorsing), assembly: foldPhrases(data.acts.assembly),
  conference: foldPhrases(data.acts.conference), by: foldWords(data.acts.by), in: foldWords(data.acts.in), resolution: foldWords(data.acts.resolution), days: foldWords(data.acts.days), months: foldWords(data.acts.months),
};

export const ACT_OPENERS = firstWords(ACTS.cues);

/** Which of the two acts a verb tells of, and how surely. */
interface Act {
  readonly kind: 'adopted' | 'endorsed';
  /** Whether the sentence names who did it, or where. */
  readonly isNamed: boolean;
}

/**
 * Two acts of one month that texts mix up: the Compact was adopted in Marrakech on 10 December 2018, and the General
 * Assembly endorsed it on 19 December, in resolution 73/195. Which act is told, the verb, its doer and its place say; what
 * a parliament or a council did is none of them, and where nothing tells, either day is let through.
 */
export function actClaims(view: SentenceView, records: Records, openings: readonly number[]): readonly Claim[] {
  const { tokens } = view;
  if (!view.hasSubject(ACTS.subject)) return [];
  const claims: Claim[] = [];
  let last: TokenRange | undefined;
  for (const i of openings) {
    const cue = phraseAt(tokens, i, ACTS.cues);
    const subject = cue && view.subjectNear(ACTS.subject, cue);
    if (!cue || !subject || view.hasOtherBetween(cue, subject, ACTS.subject) || (subject.next <= cue.first && isOfAnother(tokens, subject))) continue;
    // "adopted in Marrakech … and endorsed by the General Assembly …": a second verb of the same subject.
    const goesOn = last !== undefined && tokens.slice(Math.max(last.next, cue.first - 3), cue.first).some(({ folded }) => /^(?:and|et|y|,|puis|luego)$/.test(folded));
    if (distance(cue, subject) > 4 && !goesOn) continue;
    last = cue;
    const reach = reachOf(tokens, cue, goesOn ? cue : subject);
    const act = actOf(tokens, cue, subject, reach);
    if (!act) continue;
    claims.push(...dayClaim(view, records, reach, cue, act));
    if (act.kind === 'endorsed') claims.push(...symbolClaim(view, records, { first: Math.max(cue.next, goesOn ? 0 : subject.next), next: reach.next }, act));
  }
  return claims;
}

function actOf(tokens: readonly Token[], cue: TokenRange, subject: TokenRange, reach: TokenRange): Act | undefined {
  const isByAssembly = phraseIn(tokens, reach.first, reach.next, ACTS.assembly) !== undefined;
  const isAtConference = phraseIn(tokens, reach.first, reach.next, ACTS.conference) !== undefined;
  if (isByAssembly) return isAtConference ? undefined : { kind: 'endorsed', isNamed: true };
  if (phraseAt(tokens, cue.first, ACTS.endorsing)) {
    // Without a doer only in the passive: what somebody else endorsed is another act.
    const isPassive = subject.next <= cue.first && !tokens.slice(cue.next, cue.next + 2).some(({ folded }) => ACTS.by.has(folded));
    return isPassive ? { kind: 'endorsed', isNamed: false } : undefined;
  }
  return isAtConference ? { kind: 'adopted', isNamed: true } : undefined;
}

/** From the beginning of the clause, or from the verb before, up to the next verb of this kind. */
function reachOf(tokens: readonly Token[], cue: TokenRange, subject: TokenRange): TokenRange {
  const clause = clauseOf(tokens, { first: Math.min(cue.first, subject.first), next: Math.max(cue.next, subject.next) });
  let [first, next] = [clause.first, clause.next];
  for (let k = clause.first; k < clause.next; k++) {
    if (k >= cue.first && k < cue.next) continue;
    const other = phraseAt(tokens, k, ACTS.cues);
    if (!other) continue;
    if (other.next <= cue.first) first = Math.max(first, cue === subject ? cue.first : other.next);
    else next = Math.min(next, /^(?:and|et|y|,)$/.test(tokens[other.first - 1].folded) ? other.first - 1 : other.first);
  }
  return { first, next };
}

/** "19 December 2018", "December 19, 2018", "19 de diciembre de 2018" with another day than that of the act. */
function dayClaim(view: SentenceView, records: Records, reach: TokenRange, cue: TokenRange, { kind, isNamed }: Act): readonly Claim[] {
  const { tokens } = view;
  const fact = records.fact(ACTS[kind].fact);
  if (!fact?.from) return [];
  const [year, month, day] = fact.from.split('-');
  for (let i = reach.first; i < reach.next; i++) {
    if (!ACTS.months.has(tokens[i].folded)) continue;
    const at = dayBeside(tokens, i);
    if (at !== undefined && (isOfEarlierAct(view, at, cue) || isToldByDistance(tokens, reach, at, cue))) continue;
    const other = at !== undefined && isNamed && Number.parseInt(tokens[at].folded, 10) === Number(day) ? otherYearBeside(tokens, i, year) : undefined;
    if (other !== undefined) return [claimOf(view, { first: other, next: other + 1 }, fact, year, false)];
    if (at === undefined || !yearBeside(tokens, i, year) || view.hasOtherBetween({ first: at, next: at + 1 }, cue, ACTS.subject)) continue;
    const written = Number.parseInt(tokens[at].folded, 10);
    // "the conference of 10 and 11 December"
    if (written === Number(day) || isSecondDay(tokens, at)) return [];
    const date = `${year}-${month}-${String(written).padStart(2, '0')}`;
    const isDisputed = !isNamed || (kind === 'adopted' && isDayOf(records.fact(ACTS.adopted.conference), date)) || (fact.conflicts ?? []).some(({ value }) => String(value).startsWith(date));
    return [claimOf(view, { first: at, next: at + 1 }, fact, String(Number(day)), isDisputed)];
  }
  return [];
}

/** "The Compact on Refugees was affirmed on 17 December, and the Compact for Migration endorsed …": the day is of the matter that was told before it. */
function isOfEarlierAct(view: SentenceView, at: number, cue: TokenRange): boolean {
  const last = view.lastBefore(at);
  // "by its resolution 73/195 of 19 December": the act is the resolution's.
  return at < cue.first && last !== undefined && !view.subjectsOf(ACTS.subject).includes(last) && !view.ofKind('resolution').includes(last);
}

/** "two days later", "two days before it endorsed …": the act's own day is so far from the one that is named. */
function isToldByDistance(tokens: readonly Token[], reach: TokenRange, at: number, cue: TokenRange): boolean {
  return tokens.some(({ folded }, i) => {
    if (!ACTS.days.has(folded) || !tokens.slice(i + 1, i + 3).some((token) => TIME_WORDS.intervalEnds.has(token.folded))) return false;
    return (i > reach.first && i < at) || (i > at && i < cue.first) || (i > cue.first && i - cue.next <= 3);
  });
}

/** Whether a date lies in the period that a fact's value is: `2018-12-10/2018-12-11`. */
function isDayOf(fact: Fact | undefined, date: string): boolean {
  const [from = '', to = from] = String(fact?.value ?? '').split('/');
  return date >= from && date <= to;
}

function dayBeside(tokens: readonly Token[], month: number): number | undefined {
  const before = /^de$/.test(tokens[month - 1]?.folded ?? '') ? month - 2 : month - 1;
  return [before, month + 1].find((at) => /^\d{1,2}$/.test(tokens[at]?.folded ?? ''));
}

function isSecondDay(tokens: readonly Token[], at: number): boolean {
  return /^(?:and|to|et|au|y|al|[-–])$/.test(tokens[at - 1]?.folded ?? '') && /^\d{1,2}$/.test(tokens[at - 2]?.folded ?? '');
}

function yearBeside(tokens: readonly Token[], month: number, year: string): boolean {
  return tokens.slice(month + 1, month + 4).some(({ folded }) => folded === year);
}

/** "19 December 2019": the year right behind the month, where it is another. */
function otherYearBeside(tokens: readonly Token[], month: number, year: string): number | undefined {
  const at = tokens.findIndex(({ folded }, i) => i > month && i <= month + 3 && /^(?:19|20)\d\d$/.test(folded));
  return at < 0 || tokens[at].folded === year ? undefined : at;
}

/** "endorsed … in resolution 73/151": the symbol of another resolution. */
function symbolClaim(view: SentenceView, records: Records, reach: TokenRange, { isNamed }: Act): readonly Claim[] {
  const { tokens } = view;
  const fact = records.fact(ACTS.endorsed.symbol);
  const right = /(\d+)\/(\d+)$/.exec(String(fact?.value));
  if (!fact || !right) return [];
  for (let i = reach.first; i + 2 < reach.next; i++) {
    const isSymbol = /^\d+$/.test(tokens[i].folded) && tokens[i + 1].folded === '/' && /^\d+$/.test(tokens[i + 2].folded);
    if (!isSymbol || !isInResolution(tokens, i, reach.first)) continue;
    if (tokens[i].folded === right[1] && tokens[i + 2].folded === right[2]) return [];
    return [claimOf(view, { first: i, next: i + 3 }, fact, `${right[1]}/${right[2]}`, !isNamed)];
  }
  return [];
}

/** "in its resolution", "par la résolution A/RES/": the act's own, and not one that it follows. */
function isInResolution(tokens: readonly Token[], symbol: number, from: number): boolean {
  let i = symbol - 1;
  while (i >= from && /^(?:a|res|\/)$/.test(tokens[i].folded)) i--;
  if (!ACTS.resolution.has(tokens[i]?.folded)) return false;
  i--;
  while (i >= from && /^(?:its|the|la|sa|su|general|assembly|un)$/.test(tokens[i].folded)) i--;
  return i >= from - 1 && ACTS.in.has(tokens[i]?.folded);
}

/** A day that some source gives as well is explained, not called wrong. */
function claimOf(view: SentenceView, range: TokenRange, fact: Fact, right: string, isDisputed: boolean): Claim {
  return {
    ...view.span(range), lang: view.lang, concept: ACTS.subject, facts: [fact.id], record: right, rule: 'fact-mismatch', instead: [right], safe: !isDisputed, evidence: [],
    certainty: isDisputed ? 'likely' : 'certain', severity: isDisputed ? 'information' : 'warning',
  };
}
