import data from '../../../data/claims/claims.json';
import { clauseOf } from '../context/clauses';
import { TENSE, TIME_WORDS } from '../context/cues';
import { phraseAt, phraseIn, type TokenRange } from '../context/phrases';
import { tenseOf } from '../context/tense';
import type { Edit } from '../findings/finding';
import type { Fact } from '../termbase/concept';
import { yearOf } from '../termbase/dates';
import type { Claim } from './claim';
import type { Records } from './records';
import { distance, foldPhrases, foldWords, type SentenceView, type Subject } from './view';

const TITLES = foldPhrases(data.heads.titles);
const FORMERLY = foldWords(data.heads.formerly);

/** "Director General William Lacy Swing", "(2008–present)", "from 2003 to 2013": heads and their terms against the record. */
export function headClaims(view: SentenceView, records: Records): readonly Claim[] {
  // Most sentences name nobody.
  if (view.ofKind('person').length === 0) return [];
  const heads = records.facts(data.heads.subject, data.heads.property);
  const current = heads.find((fact) => fact.to === undefined);
  if (!current) return [];
  const named = heads.filter((fact) => view.subjectsOf(personOf(fact)).length > 0);
  return named.flatMap((fact) => view.subjectsOf(personOf(fact)).flatMap((person) => {
    const title = titleBeside(view, person);
    if (!title) return [];
    const claim = termClaim(view, person, fact, heads) ?? startClaim(view, person, fact, records) ?? sinceClaim(view, person, title, fact) ?? yearClaim(view, person, title, fact, heads) ?? (fact === current ? undefined : incumbentClaim(view, person, title, fact, current));
    return claim ? [claim] : [];
  }));
}

/** Facts of the property `head` are named after the person's concept: `iom-head-amy-pope` → `person-amy-pope`. */
function personOf(fact: Fact): string {
  return fact.id.replace(/^.*?-head-/, 'person-');
}

/** The title within a few words of the name, no full stop between. */
function titleBeside(view: SentenceView, person: Subject): TokenRange | undefined {
  for (let i = Math.max(0, person.first - 10); i < person.next + 6 && i < view.tokens.length; i++) {
    const title = phraseAt(view.tokens, i, TITLES);
    if (title && (title.next <= person.first || title.first >= person.next) && (!LEADING.test(view.tokens[i].folded) || isOfBody(view, title, person))) return title;
  }
  return undefined;
}

/** "IOM, led by …", "… leads IOM", "Led by António Vitorino, IOM": what is led must be the organization, and not a study for it. */
function isOfBody(view: SentenceView, title: TokenRange, person: Subject): boolean {
  const { tokens } = view;
  return view.subjectsOf(data.heads.subject).some((body) => {
    if (body.next <= title.first) return title.first - body.next <= 3;
    const between = tokens.slice(Math.max(title.next, Math.min(person.next, body.first)), body.first).map(({ folded }) => folded);
    return between.length <= 3 && between.every((word, i) => (i === 0 && word === ',') || /^(?:the|l|la|el|')$/.test(word));
  });
}

const LEADING = /^(?:heads|leads|headed|led|dirige|dirigee|dirigida|dirigido)$/;

/** A former head told as the present one: no year, no past tense, no "former". */
function incumbentClaim(view: SentenceView, person: Subject, title: TokenRange, fact: Fact, current: Fact): Claim | undefined {
  const { tokens } = view;
  const from = Math.min(person.first, title.first);
  const to = Math.max(person.next, title.next);
  const clause = clauseOf(tokens, { first: from, next: to });
  const times = view.times.filter((time) => time.first >= clause.first && time.next <= clause.next && !view.datesFounding(time));
  if (times.length > 0 || tokens.slice(Math.max(clause.first, from - 3), Math.min(clause.next, /^[,;(]$/.test(tokens[to]?.folded ?? '') ? to : to + 3)).some((token) => FORMERLY.has(token.folded))) return undefined;
  // "the Director General of ICM, James Carlin": of the body under the name that it had then.
  if (view.subjectsOf(data.heads.subject).some((body) => body.mention.terms[0].status === 'superseded' && body.first >= from && body.first - to <= 3 && headedAs(fact, body))) return undefined;
  const cue = phraseIn(tokens, clause.first, clause.next, TENSE.presentCues) ?? CURRENT.exec(tokens.slice(Math.max(0, from - 2), from).map((token) => token.folded).join(' '));
  const tense = tenseOf(view.sentence, person, clause, view.lang);
  if (!cue && tense === 'past') return undefined;
  const first = personFirst(view, person);
  const honorific = first < person.first ? feminine(view, { first, next: first + 1 }) : undefined;
  const name = (full: string): string => (honorific ? `${honorific} ${full}` : full);
  return {
    ...view.span({ first, next: person.next }), lang: view.lang, concept: person.mention.terms[0].entry.concept.id, facts: [current.id], record: `${current.value}`,
    rule: 'outdated-fact', certainty: 'certain', severity: 'warning', instead: [name(shortName(String(current.value))), name(String(current.value))], safe: true, also: titleEdits(view, title), evidence: [],
  };
}

/** Whether somebody headed the body while it had the name. */
function headedAs(fact: Fact, { mention }: Subject): boolean {
  const { firstYear, lastYear } = mention.terms[0].entry;
  return (yearOf(fact.from) ?? Infinity) <= lastYear && (yearOf(fact.to) ?? Infinity) >= firstYear;
}

const CURRENT = /(?:current|present|actuel|actuelle|actual|incumbent|presente)/;

/** "M.", "Mr", "Ms", "Mme" before the name goes with it. */
function personFirst(view: SentenceView, person: Subject): number {
  const { tokens } = view;
  if (tokens[person.first - 1]?.folded === '.' && /^(?:m|mr|mrs|ms|sr|dr)$/.test(tokens[person.first - 2]?.folded ?? '')) return person.first - 2;
  return /^(?:mr|ms|mrs|mme|mlle|sra)$/.test(tokens[person.first - 1]?.folded ?? '') ? person.first - 1 : person.first;
}

/** The head of today is a woman: "l'actuel directeur général" becomes "l'actuelle directrice générale". */
function titleEdits(view: SentenceView, title: TokenRange): readonly Edit[] {
  const edits: Edit[] = [];
  for (let i = Math.max(0, title.first - 3); i < title.next; i++) {
    const word = feminine(view, { first: i, next: i + 1 });
    if (word !== undefined) edits.push({ start: view.tokens[i].start, end: view.tokens[i].end, newText: word });
  }
  return edits;
}

function feminine(view: SentenceView, { first }: TokenRange): string | undefined {
  const { written, folded } = view.tokens[first];
  const word = FEMININE[view.lang]?.[folded];
  return word === undefined ? undefined : /^\p{Lu}/u.test(written) ? word[0].toUpperCase() + word.slice(1) : word;
}

const FEMININE: Readonly<Partial<Record<string, Readonly<Record<string, string>>>>> = {
  en: { mr: 'Ms' },
  fr: { m: 'Mme', actuel: 'actuelle', directeur: 'directrice', general: 'générale', le: 'la', du: 'de la', au: 'à la', nouveau: 'nouvelle' },
  es: { sr: 'Sra.', director: 'directora', el: 'la', del: 'de la', al: 'a la', nuevo: 'nueva' },
};

/** "Amy E. Pope" as texts mostly write it: without the initial. */
function shortName(name: string): string {
  return name.replace(/ [A-Z]\. /, ' ').replace(/ Jr\.$/, '');
}

/** "(2008–present)", "from 2003 to 2013", "since 2009": the years given to a head. */
function termClaim(view: SentenceView, person: Subject, fact: Fact, heads: readonly Fact[]): Claim | undefined {
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
function startClaim(view: SentenceView, person: Subject, fact: Fact, records: Records): Claim | undefined {
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
function sinceClaim(view: SentenceView, person: Subject, title: TokenRange, fact: Fact): Claim | undefined {
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
function yearClaim(view: SentenceView, person: Subject, title: TokenRange, fact: Fact, heads: readonly Fact[]): Claim | undefined {
  const { tokens } = view;
  const times = view.times.filter((time) => !view.datesFounding(time));
  const [time] = times;
  const opening = Math.min(person.first, title.first);
  if (times.length !== 1 || time.from !== time.to || time.since || (time.next > opening && !isOfTitle(view, title, time)) || distance(title, person) > 6 || isInOffice(fact, time.from)) return undefined;
  const words = tokens.slice(Math.min(time.next, opening - 1), Math.max(person.next, title.next) + 2).map(({ folded }) => folded);
  // "The session in May 2025 will be opened by the Director General, António Vitorino": after his term there is no doubt.
  const isAfterTerm = time.from > (yearOf(fact.to) ?? Infinity) && view.tokens.some(({ folded }) => WILL.test(folded));
  if ((time.next <= opening && time.first > 2 && !isAfterTerm) || words.some((word) => FORMERLY.has(word) && !/^(?:was|were)$/.test(word)) || words.some((word) => NOT_THEN.test(word))) return undefined;
  const then = heads.filter((other) => other.confidence === 'A' && isInOffice(other, time.from));
  if (then.length !== 1) return undefined;
  const record = `${String(then[0].value)} (${yearOf(then[0].from)}–${yearOf(then[0].to) ?? ''})`;
  return { ...base(view, fact), ...view.span(person), facts: [then[0].id, fact.id], certainty: isAfterTerm ? 'certain' : 'likely', severity: isAfterTerm ? 'warning' : 'information', rule: 'fact-mismatch', record, instead: [shortName(String(then[0].value))], safe: false, evidence: [time] };
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

