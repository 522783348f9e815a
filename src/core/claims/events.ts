import data from '../../../data/claims/claims.json';
import { clauseOf, endsAtAnd } from '../context/clauses';
import { TIME_WORDS } from '../reading/cues';
import { intervalsIn } from '../context/intervals';
import { phraseAt, type TokenRange } from '../context/phrases';
import type { Token } from '../reading/sentence';
import type { Time } from '../reading/times';
import type { Fact } from '../termbase/concept';
import { yearOf } from '../termbase/dates';
import type { Claim } from './claim';
import type { Records } from './records';
import { distance, firstWords, foldPhrases, foldWords, isBesideSubject, isOfAnother, type SentenceView, type Subject } from './view';

const EVENTS = data.events.map((event) => ({ ...event, cues: foldPhrases(event.cues), first: 'first' in event ? foldWords(event.first as readonly string[]) : undefined, since: 'since' in event && event.since === true }));
export const EVENT_OPENERS = firstWords(...EVENTS.map(({ cues }) => cues));
const NEGATIONS = foldWords(data.negations);

/** "IOM was founded in 1949", "granted observer status in 1994": an event of the record with another year. */
export function eventClaims(view: SentenceView, records: Records, openings: readonly number[]): readonly Claim[] {
  const all = view.times.filter((time) => time.from === time.to || time.since);
  if (all.length === 0) return [];
  return EVENTS.flatMap((event) => {
    const years = event.since ? all.filter((time) => time.since) : all;
    if (!view.hasSubject(event.subject)) return [];
    const [fact] = records.facts(event.subject, event.property);
    const right = fact && yearOfFact(fact);
    if (!fact || right === undefined) return [];
    const { tokens } = view;
    for (const i of openings) {
      const cue = phraseAt(tokens, i, event.cues);
      const subject = cue && view.subjectNear(event.subject, cue);
      if (!cue || !subject || !isLinked(view.tokens, cue, subject, event.form) || view.hasOtherBetween(cue, subject, event.subject)) continue;
      if (event.first && !isFirst(view.tokens, cue, subject, event.first)) continue;
      const year = yearOfCue(view.tokens, cue, subject, years);
      // "In 2016, two years before the adoption of the Compact": the year is of something else.
      if (!year || isNegated(view.tokens, cue) || isOfInstrument(view.tokens, cue, year) || isDatedByInterval(view.tokens, cue, year)) continue;
      // "née en 1951": a year that is somebody's birth as a rule, and no time of the sentence.
      if (tokens[cue.next + 1]?.folded === String(right) && PLACE_PREPOSITIONS.has(tokens[cue.next].folded)) return [];
      if (year.from === right || years.some((other) => other.from === right)) return [];
      // "ICEM was created in 1952": the year from which the body had that name.
      const { entry, status } = subject.mention.terms[0];
      if (status === 'superseded' && (year.from === yearOf(entry.name.from) || year.from === entry.name.slackFrom)) return [];
      if (event.form === 'passive' && isOpeningOfOffice(view, cue, year)) return [];
      return [claimOf(view, year, event.subject, fact, right)];
    }
    return [];
  });
}

function claimOf(view: SentenceView, year: Time, concept: string, fact: Fact, right: number): Claim {
  // A year that some source gives as well is explained, not called wrong.
  const isDisputed = (fact.conflicts ?? []).some((conflict) => String(conflict.value).includes(String(year.from)));
  return {
    ...view.span({ first: year.first, next: year.next }), lang: view.lang, concept, facts: [fact.id], record: String(right), rule: 'fact-mismatch',
    certainty: isDisputed ? 'likely' : 'certain', severity: isDisputed ? 'information' : 'warning', instead: [String(right)], safe: !isDisputed, evidence: [],
  };
}

function yearOfFact(fact: Fact): number | undefined {
  return yearOf(fact.from ?? fact.asOf) ?? (typeof fact.value === 'number' ? fact.value : undefined);
}

/** The year that the cue is dated with: behind it ("founded in 1951"), or before subject and cue ("In 1951 IOM was founded"). */
function yearOfCue(tokens: readonly Token[], cue: TokenRange, subject: TokenRange, years: readonly Time[]): Time | undefined {
  const clause = clauseOf(tokens, cue);
  const inClause = years.filter((time) => time.first >= clause.first && time.next <= clause.next && !isOfFirstVerb(tokens, time, cue, clause));
  const near = inClause.filter((time) => distance(time, cue) <= 9 || distance(time, subject) <= 4 || isDateBehind(tokens, subject, time));
  return [...near].sort((a, b) => rank(a, cue) - rank(b, cue))[0];
}

/** "launched the Network in Marrakech on 9 December 2017": nothing but a place and a day between. */
function isDateBehind(tokens: readonly Token[], subject: TokenRange, time: TokenRange): boolean {
  return time.first >= subject.next && time.first - subject.next <= 9
    && tokens.slice(subject.next, time.first).every(({ folded, written }) => PLACE_PREPOSITIONS.has(folded) || /^(?:on|the|le|el|de|,|\d{1,2}(?:st|nd|rd|th|er)?)$/.test(folded) || TIME_WORDS.months.has(folded) || /^\p{Lu}/u.test(written));
}

/** "the first Forum was held", "a eu lieu pour la première fois" */
function isFirst(tokens: readonly Token[], cue: TokenRange, subject: TokenRange, words: ReadonlySet<string>): boolean {
  const isFirstOne = tokens.slice(Math.max(0, subject.first - 2), subject.first).some(({ folded }) => words.has(folded));
  return isFirstOne || tokens.slice(cue.next, cue.next + 6).some(({ folded }, i) => words.has(folded) && /^(?:time|fois|vez)$/.test(tokens[cue.next + i + 1]?.folded ?? ''));
}

/** "ratified the Convention in 1999 and adopted the Compact": the year is of the verb before the "and". */
function isOfFirstVerb(tokens: readonly Token[], time: TokenRange, cue: TokenRange, clause: TokenRange): boolean {
  return time.first - clause.first > 2 && endsAtAnd(tokens, time.next, cue.first);
}

function rank(time: TokenRange, cue: TokenRange): number {
  return time.first >= cue.next ? time.first - cue.next : 20 + cue.first - time.next;
}

/**
 * - `near`: the cue names the matter by itself ("observer status"); subject and cue share the clause
 * - `linked`: only small words between, in either order ("the Compact, adopted", "adopted the Compact")
 * - `passive`: the subject is what the verb happened to ("IOM was founded", "Founded in 1951, IOM"), not the doer
 */
function isLinked(tokens: readonly Token[], cue: TokenRange, subject: Subject, form: string): boolean {
  if (form === 'near') return true;
  const [first, next] = subject.next <= cue.first ? [subject.next, cue.first] : [cue.next, subject.first];
  const between = tokens.slice(first, next).map((token) => token.folded);
  if (subject.next <= cue.first) {
    // "El centro de la OIM se fundó en 2015" tells of the centre; "the portal, run at the centre, was launched" of the portal.
    if (isBesideSubject(tokens, subject) || isOfAnother(tokens, subject)) return false;
    if (isRelativeObject(between)) return form === 'linked';
    if (between.length > 5 || !between.every((word) => LINK.test(word))) return false;
    return form === 'linked' || between.some((word) => AUXILIARY.test(word)) || between[0] === ',' || between[0] === '(';
  }
  if (form === 'passive' || between.includes(',')) {
    // "Founded in 1951 in Brussels, IOM …" at the start of a clause; or "the founding of IOM".
    const isOpening = cue.first === 0 || /^[;:(–—]$/.test(tokens[cue.first - 1].folded) || IT_WAS.test(tokens.slice(0, cue.first).map(({ folded }) => folded).join(' '));
    // Its subject is the first thing behind the comma: "Established in 1994, the shelter is run by IOM" is not about IOM.
    const comma = between.lastIndexOf(',');
    const beforeSubject = between.slice(comma + 1);
    return isOpening && between.length <= 14 && comma >= 0 && beforeSubject.every((word) => /^(?:the|l|la|le|el|')$/.test(word));
  }
  return between.length <= 3 && between.every((word) => LINK.test(word));
}

/** "Since it was launched in 2016, the Network …" */
const IT_WAS = /^(?:since|when|after|once) it was$|^depuis qu ' (?:il|elle) a ete$|^desde que (?:fue|se)$/;

/** "the Network, which the Secretary-General launched in 2018", "la Red, que … puso en marcha": the name is what somebody else made. */
function isRelativeObject(between: readonly string[]): boolean {
  const behind = between[0] === ',' ? between.slice(1) : between;
  return /^(?:which|that|que)$/.test(behind[0] ?? '') && behind.length >= 2 && behind.length <= 7 && /^(?:the|a|le|la|l|les|el|los|las|un|une|\p{L}{4,})$/u.test(behind[1]) && !behind.slice(1).some((word) => /^(?:,|was|were|is|said|has|had|fue|fut|dijo|a|ha)$/.test(word));
}

const AUXILIARY = /^(?:was|were|is|been|being|has|had|fut|est|ete|etait|a|avait|fue|es|ha|sido|se|era)$/;
const LINK = /^(?:s|acclamation|consensus|par|por|aclamacion|consenso|was|were|is|are|been|being|has|had|have|fut|est|ete|etait|a|avait|fue|es|ha|sido|se|era|the|of|le|la|l|les|du|de|el|los|del|by|its|(?:first|formally|originally|officially|later|only|finally|then|also|itself|formellement|officiellement|initialement|formalmente|oficialmente)|[,()'“”"]|[A-Z]{2,6}|iom|gcm|oim|pmm|which|that|qui|que)$/;

/** "in 2016, two years before the adoption", "1950 …, created a year later", "two years before its adoption, in 2016": the event is told by its distance from the year. */
function isDatedByInterval(tokens: readonly Token[], cue: TokenRange, year: TokenRange): boolean {
  return intervalsIn(tokens, clauseOf(tokens, cue)).some((interval) => {
    const isBetween = interval.first >= year.next && interval.next <= cue.first;
    const isBehind = interval.first >= cue.next && interval.first - cue.next <= 1;
    const isAhead = interval.next <= cue.first && cue.next <= year.first;
    return isBetween || isBehind || isAhead;
  });
}

/** "established by the Constitution of 19 October 1953": the day is the instrument's. */
function isOfInstrument(tokens: readonly Token[], cue: TokenRange, year: TokenRange): boolean {
  const between = tokens.slice(cue.next, year.first).map(({ folded }) => folded);
  return /^(?:by|under|pursuant|through|par|en|por|mediante)$/.test(between[0] ?? '') && between.slice(1).some((word) => INSTRUMENT.test(word));
}

const INSTRUMENT = /^(?:constitution|statutes?|agreement|treaty|resolution|act|law|constitucion|estatutos?|acuerdo|tratado|resolucion|ley|statuts?|accord|traite|loi)$/;

/** "IOM was established in Kenya in 1985": an office, unless it is the place where the body itself began. */
function isOpeningOfOffice({ tokens }: SentenceView, cue: TokenRange, year: TokenRange): boolean {
  for (let i = cue.next; i + 1 < year.first; i++) {
    if (!PLACE_PREPOSITIONS.has(tokens[i].folded)) continue;
    const place = /^(?:the|la|le|el|l)$/.test(tokens[i + 1].folded) ? tokens[i + 2] : tokens[i + 1];
    return place !== undefined && /^\p{Lu}[\p{Ll}\p{M}]/u.test(place.written) && !TIME_WORDS.months.has(place.folded) && !FOUNDING_PLACES.has(place.folded);
  }
  return false;
}

const PLACE_PREPOSITIONS = foldWords(['in', 'at', 'au', 'aux', 'en', 'à']);
const FOUNDING_PLACES = foldWords(data.foundingPlaces);

function isNegated(tokens: readonly Token[], cue: TokenRange): boolean {
  // "plans to set up the Network": what is to be done has no year yet.
  if (tokens[cue.first - 1]?.folded === 'to') return true;
  return tokens.slice(Math.max(0, cue.first - 4), cue.first).some((token) => NEGATIONS.has(token.folded));
}
