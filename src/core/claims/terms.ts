import data from '../../../data/claims/claims.json';
import { clauseOf } from '../context/clauses';
import { TIME_WORDS } from '../reading/cues';
import { phraseIn, type TokenRange } from '../context/phrases';
import type { Fact } from '../termbase/concept';
import { yearOf } from '../termbase/dates';
import type { Claim } from './claim';
import type { Records } from './records';
import { distance, foldPhrases, foldWords, type SentenceView, type Subject } from './view';

/** "(2008–present)", "from 2003 to 2013", "since 2009": the years given to a head. */
export function termClaim(view: SentenceView, person: Subject, fact: Fact, heads: readonly Fact[]): Claim | undefined {
  const { tokens } = view;
  const from = yearOf(fact.from);
  const to = yearOf(fact.to);
  if (from === undefined) return undefined;
  const time = view.times.find((candidate) => candidate.from !== -Infinity && candidate.first >= person.next && candidate.first - person.next <= 14);
  if (!time) return undefined;
  const toPresent = /^[-–—]$/.test(tokens[time.next]?.folded ?? '') && /^(?:present|today|now|presente|actualidad|actualite|hoy)$/.test(tokens[time.next + 1]?.folded ?? '');
  if (toPresent) {
    if (to === undefined && time.from === from) return undefined;
    const span = view.span({ first: time.first, next: time.next + 2 });
    const dash = tokens[time.next].written;
    const right = to === undefined ? `${from}${dash}${tokens[time.next + 1].written}` : `${from}${dash}${to}`;
    return { ...base(view, fact), ...span, rule: to === undefined ? 'fact-mismatch' : 'outdated-fact', record: right, instead: [right], safe: true, evidence: [] };
  }
  if (to === undefined || time.to === time.from || time.since || time.to === Infinity) return undefined;
  if (Math.abs(time.from - from) <= 0 && Math.abs(time.to - to) <= 0) return undefined;
  // "in the 1960s": a decade says no more than that.
  if (time.to - time.from === 9 && time.from <= to && time.to >= from) return undefined;
  // Sources give neighbouring years for the older heads; only a term that is off by more is called wrong.
  if ((fact.conflicts?.length ?? 0) > 0 || fact.confidence === 'B') { if (Math.abs(time.from - from) <= 1 && Math.abs(time.to - to) <= 1) return undefined; }
  const first = /^(?:from|between|de|entre|desde)$/.test(tokens[time.first - 1]?.folded ?? '') ? time.first - 1 : time.first;
  const written = view.surroundings.prose.text.slice(tokens[first].start, tokens[time.next - 1].end);
  const right = written.replace(/(?:18|19|20)\d\d/, String(from)).replace(/((?:18|19|20)?\d\d)(?=\D*$)/, String(to));
  // The term of somebody else: the name may be wrong, and not the years.
  const isOfAnother = heads.some((other) => other !== fact && yearOf(other.from) === time.from && yearOf(other.to) === time.to);
  return { ...base(view, fact), ...view.span({ first, next: time.next }), rule: 'fact-mismatch', record: `${from}–${to}`, instead: [right], safe: !isOfAnother, evidence: [] };
}

/** "In 2015 Amy Pope became Director General": the year in which a head was elected or took office. */
export function startClaim(view: SentenceView, person: Subject, fact: Fact, records: Records): Claim | undefined {
  const from = yearOf(fact.from);
  if (from === undefined || fact.confidence !== 'A') return undefined;
  const cue = phraseIn(view.tokens, Math.max(0, person.first - 6), Math.min(view.tokens.length, person.next + 4), STARTS);
  const years = view.times.filter((time) => time.from === time.to && !view.datesFounding(time));
  if (!cue || years.length !== 1 || view.tokens.some((token) => /^(?:re|reelected|second|two|deputy|adjoint|adjointe|adjunta|adjunto)$/.test(token.folded))) return undefined;
  const elected = records.facts(data.heads.subject, 'head-elected').filter((other) => other.statement.en.includes(String(fact.value).split(' ').at(-1)!)).map((other) => yearOf(other.from));
  if (years[0].from === from || elected.includes(years[0].from)) return undefined;
  return { ...base(view, fact), ...view.span({ first: years[0].first, next: years[0].next }), rule: 'fact-mismatch', record: String(from), instead: [String(from)], safe: true, evidence: [] };
}

/** "Amy Pope has been Director General since October 2021": a title held since another year. */
export function sinceClaim(view: SentenceView, person: Subject, title: TokenRange, fact: Fact): Claim | undefined {
  const from = yearOf(fact.from);
  const clause = clauseOf(view.tokens, person);
  const time = view.times.find((candidate) => candidate.since && candidate.first >= clause.first && candidate.next <= clause.next && isOfTitle(view, title, candidate));
  if (!time || from === undefined || time.from === from || fact.confidence !== 'A' || fact.to !== undefined) return undefined;
  return { ...base(view, fact), ...view.span({ first: time.first, next: time.next }), rule: 'fact-mismatch', record: String(from), instead: [String(from)], safe: true, evidence: [] };
}

/**
 * "In 2010, António Vitorino, Director General of IOM, …", "In 2015 IOM was led by António Vitorino": a year in which
 * somebody else headed the body. Told quietly, as the title may be that of today.
 */
export function yearClaim(view: SentenceView, person: Subject, title: TokenRange, fact: Fact, heads: readonly Fact[]): Claim | undefined {
  const { tokens } = view;
  const times = view.times.filter((time) => !view.datesFounding(time));
  const [time] = times;
  const opening = Math.min(person.first, title.first);
  if (times.length !== 1 || time.from !== time.to || time.since || (time.next > opening && !isOfTitle(view, title, time) && !isToCome(view, person, title, time)) || distance(title, person) > 6 || isInOffice(fact, time.from)) return undefined;
  const words = tokens.slice(Math.min(time.next, opening - 1), Math.max(person.next, title.next) + 2).map(({ folded }) => folded);
  // "The session in May 2025 will be opened by the Director General, António Vitorino": after his term there is no doubt.
  const isAfterTerm = time.from > (yearOf(fact.to) ?? Infinity) && view.tokens.some(({ folded }) => WILL.test(folded));
  if ((time.next <= opening && time.first > 2 && !isAfterTerm && !opensAt(view, time.next, opening)) || words.some((word) => FORMERLY.has(word) && !/^(?:was|were)$/.test(word)) || words.some((word) => NOT_THEN.test(word))) return undefined;
  const then = heads.filter((other) => other.confidence === 'A' && isInOffice(other, time.from));
  if (then.length !== 1) return undefined;
  const record = `${String(then[0].value)} (${yearOf(then[0].from)}–${yearOf(then[0].to) ?? ''})`;
  return { ...base(view, fact), ...view.span(person), facts: [then[0].id, fact.id], certainty: isAfterTerm ? 'certain' : 'likely', severity: isAfterTerm ? 'warning' : 'information', rule: 'fact-mismatch', record, instead: [shortName(String(then[0].value))], safe: false, evidence: [time] };
}

/** "IOM's Director General, António Vitorino, will open the fair on 9 June 2025": the day of what the head is to do. */
function isToCome({ tokens }: SentenceView, person: Subject, title: TokenRange, time: TokenRange): boolean {
  const next = Math.max(person.next, title.next);
  return time.first > next && tokens.slice(next, next + 3).some(({ folded }) => WILL.test(folded));
}

/** "Speaking in Nairobi on 4 March 2025, IOM Director General …": nothing but a comma and the body between the time and the head. */
function opensAt(view: SentenceView, from: number, opening: number): boolean {
  const bodies = view.subjectsOf(data.heads.subject);
  return view.tokens[from]?.folded === ',' && view.tokens.slice(from + 1, opening).every(({ folded }, i) => (
    /^(?:the|l|la|le|el|'|s)$/.test(folded) || bodies.some((body) => from + 1 + i >= body.first && from + 1 + i < body.next)));
}

/** "his Director General in 1995", "directeur général de l'OIM en 2012": right behind the title and its body. */
function isOfTitle(view: SentenceView, title: TokenRange, time: TokenRange): boolean {
  if (time.first < title.next) return false;
  const bodies = view.subjectsOf(data.heads.subject);
  return view.tokens.slice(title.next, time.first).every(({ folded }, i) => {
    const at = title.next + i;
    return OF_BODY.test(folded) || TIME_WORDS.months.has(folded) || bodies.some((body) => at >= body.first && at < body.next);
  });
}

const OF_BODY = /^(?:of|the|de|du|del|la|l|'|in|en|since|depuis|desde)$/;

const WILL = /^(?:will|shall|sera|seront|seran|va)$/;
const NOT_THEN = /^(?:would|serait|seria|sera|later|future|now|today|incoming|designate|deputy|futur|future|actuel|actuelle|adjoint|adjointe|luego|despues|futuro|futura|actual|hoy|adjunto|adjunta)$/;

function isInOffice(fact: Fact, year: number): boolean {
  const from = yearOf(fact.from) ?? Infinity;
  return year >= from - slackOf(fact) && year <= (yearOf(fact.to) ?? Infinity) + slackOf(fact);
}

/** Sources give neighbouring years for the older heads. */
function slackOf(fact: Fact): number {
  return fact.confidence === 'B' ? 1 : 0;
}

const STARTS = foldPhrases(data.heads.starts);

function base(view: SentenceView, fact: Fact): Pick<Claim, 'lang' | 'concept' | 'facts' | 'certainty' | 'severity'> {
  return { lang: view.lang, concept: personOf(fact), facts: [fact.id], certainty: 'certain', severity: 'warning' };
}

/** Facts of the property `head` are named after the person's concept: `iom-head-amy-pope` → `person-amy-pope`. */
export function personOf(fact: Fact): string {
  return fact.id.replace(/^.*?-head-/, 'person-');
}

/** "Amy E. Pope" as texts mostly write it: without the initial. */
export function shortName(name: string): string {
  return name.replace(/ [A-Z]\. /, ' ').replace(/ Jr\.$/, '');
}

/** Words that say of a head that he is one no more. */
export const FORMERLY = foldWords(data.heads.formerly);
