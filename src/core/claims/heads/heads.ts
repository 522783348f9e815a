import heads from '../../../../data/relations/heads.json';
import type { Edit } from '../../finding';
import { foldKey } from '../../fold';
import type { DateGroup, Range, Tense } from '../../reading/nodes';
import type { Fact } from '../../termbase/concept';
import { claimAt, type Claim } from '../claim';
import { text } from '../claimMessage';
import { datesIn } from '../labels/entries';
import type { Records } from '../records';
import { modalityAt } from '../time';
import type { Utterance } from '../utterance';
import { compareSpan, compareStart, tenureValue } from './compareTenure';
import { HONORIFICS, headWordsOf } from './headWords';
import { boundaryOf, isInOffice, monthOf, monthsOf, type Months } from './officeTimes';
import { headsOf, peopleIn, personOf, type Heads, type Person } from './people';
import { isStated, tenuresOf, type Tenure } from './tenures';
import { ordinalClaims } from './titles';

/** Claims about the heads of the organization: who held the office when, and their position in the row. */
export function headClaims(utterance: Utterance, records: Records): readonly Claim[] {
  const all = headsOf(records);
  const people = all.current ? peopleIn(utterance, all) : [];
  const claims = people.flatMap((person) => {
    const tenures = tenuresOf(utterance, person);
    // A surname on its own denotes a head only where the document gives the full name, or the sentence the office.
    const isMeant =
      person.by !== 'surname' ||
      utterance.discourse.isNamed(personOf(person.head)) ||
      tenures.some(({ of, office }) => of !== 'bare' || office?.kind === 'title');
    const [claim] = isMeant ? tenures.flatMap((tenure) => claimOf(utterance, tenure, all, records) ?? []) : [];
    // A pronoun cannot be a wrong name.
    return claim && !(person.by === 'reference' && claim.start === utterance.span(person).start) ? [claim] : [];
  });
  return [...ordinalClaims(utterance, people, all, records), ...claims];
}

function claimOf(utterance: Utterance, tenure: Tenure, all: Heads, records: Records): Claim | undefined {
  const { reading, discourse, site } = utterance;
  const { kind, dates, statement } = tenure;
  if (['asked', 'refuted', 'reported'].includes(reading.modality) || discourse.isRefuted(site)) return undefined;
  const modality = modalityAt(utterance, undefined, statement);
  const isPresupposed = kind === 'post' && (modality === 'planned' || modality === 'denied');
  if (modality !== 'asserted' && !isPresupposed) return undefined;
  // "William Lacy Swing took office in 2001": as ambassador, unless the text is about the organization.
  if (!isStated(tenure) && !discourse.isNamed(heads.subject)) return undefined;
  if (kind === 'start') return compareStart(utterance, tenure, all, records);
  if (isFormer(utterance, tenure)) return undefined;
  if (dates.length === 0) return holderClaim(utterance, tenure, all);
  // "17 to 20 May 2022": days of one month are not a tenure.
  const { date } = dates[0]!;
  const isOfYears = date.isSpan && (date.from.day === undefined || date.from.year !== date.to.year);
  return dates.length === 1 && isOfYears ? compareSpan(utterance, tenure, all, date) : undefined;
}

/** Whether "former" or "then" occurs near the person or the office. */
function isFormer({ words, lang }: Utterance, { person, office, statement }: Tenure): boolean {
  const { former } = headWordsOf(lang);
  // "IOM, then led by X": the word may precede the participle.
  const participle = statement?.kind === 'participial' ? statement.first + 1 : Infinity;
  const first = Math.min(person.group.first, office?.group.first ?? Infinity, participle);
  const end = Math.max(person.next, office?.group.end ?? 0);
  // "the Director General of IOM in those days": a phrase that follows both.
  const follows = [0, 1].some((skip) => former.lengthAt(words, end + skip) > 1);
  return follows || former.isIn(words.slice(Math.max(0, first - 3), end + 1));
}

/** A person presented as the head of the time of the text, who was the head of another time. */
function holderClaim(utterance: Utterance, tenure: Tenure, { row, current }: Heads): Claim | undefined {
  const { person, of, office } = tenure;
  const { head } = person;
  const now = monthsOfDocument(utterance);
  if (head === current || utterance.entryTime || (now && isInOffice(head, now)) || hasTimeOf(utterance, tenure))
    return undefined;
  const isPast = tenseOf(utterance, tenure) === 'past' || isOfThen(utterance, head, current!);
  if (isPast && !saysNow(utterance, tenure)) return undefined;
  const right = (now && row.find((each) => isInOffice(each, { from: now.from, to: now.from }))) ?? current!;
  const isOfToday = right === current;
  const first = withHonorific(utterance, person);
  const honorific = { first, next: person.first };
  const [feminine] = isOfToday ? feminineIn(utterance, honorific) : [];
  const before = first < person.first ? `${feminine?.newText ?? utterance.textOf(honorific)} ` : '';
  const name = String(right.value);
  const names = new Set([name.replace(/ [A-Z]\. /, ' ').replace(/ Jr\.$/, ''), name]);
  const wrong = { wrong: text(String(head.value)), wrongTenure: tenureValue(head) };
  const values = { right: text(name), rightTenure: tenureValue(right), ...wrong };
  const isNamed = person.by === 'name' && (of === 'name' || office?.kind === 'title');
  const subject = { concept: personOf(head), by: isNamed ? 'name' : 'reference' } as const;
  return claimAt(utterance, { first, next: person.next }, subject, {
    facts: [right.id],
    message: { template: isOfToday ? heads.messages.now : heads.messages.then, values },
    rule: 'outdated-fact',
    instead: [...names].map((each) => before + each),
    also: isOfToday && office ? feminineIn(utterance, { first: Math.max(0, office.first - 3), next: office.next }) : [],
  });
}

function monthsOfDocument({ documentDate }: Utterance): Months | undefined {
  if (!documentDate) return undefined;
  const { year, month, until } = documentDate;
  return { from: monthOf({ year, month }, 1), to: monthOf({ year: until, month: until === year ? month : 12 }, 12) };
}

/** Whether a date of the sentence may be that of the tenure: a statement in the present with later dates has none. */
function hasTimeOf({ reading }: Utterance, { statement, person: { head } }: Tenure): boolean {
  const dates = datesIn(reading);
  return dates.length > 0 && (statement?.tense !== 'present' || dates.some((date) => isWithinTerm(head, date)));
}

function isWithinTerm(head: Fact, { from: { year }, to }: DateGroup): boolean {
  return year === undefined || isInOffice(head, { from: year * 12 + 1, to: (to.year ?? year) * 12 + 12 });
}

/** "the current Director General", "now led by": a word for the present near the person or in the statement. */
function saysNow({ words, lang, grammar, reading }: Utterance, { person, statement }: Tenure): boolean {
  const near = words.slice(Math.max(0, person.group.first - 6), person.next + 7);
  const own = reading.sentence.tokens.slice(statement?.first ?? 0, statement?.next);
  return headWordsOf(lang).present.isIn(near) || own.some((token) => grammar.is(token, 'present'));
}

/** Whether the text around a sentence is of the time of a head: a narrative in the present, or decades ago. */
function isOfThen({ discourse, site }: Utterance, head: Fact, current: Fact): boolean {
  const dates = discourse.readingsBefore(site).flatMap(datesIn);
  const story = discourse.storyBefore(site);
  const left = boundaryOf(head, 'to').day.year ?? Infinity;
  return (
    dates.some((date) => date.from.year !== undefined && isWithinTerm(head, date)) ||
    (story !== undefined && story.from * 12 <= monthsOf(head).to) ||
    left + LONG_AGO < boundaryOf(current, 'from').day.year!
  );
}

/** In years, between a head and the current one: nobody takes one for the other. */
const LONG_AGO = 20;

/**
 * The tense in which a statement presents a person as head. A participial clause has that of the clause whose subject
 * it modifies, else of the clause in which it is. In a dated text, a person with a post who "plans to visit" is head
 * at that date.
 */
function tenseOf({ time, grammar, reading }: Utterance, { kind, statement, person: { group } }: Tenure): Tense {
  const { statements, sentence } = reading;
  const isDated = time.kind === 'dated' || (time.kind === 'today' && time.date !== undefined);
  const isAlive = ({ kind: clause, subjects, tense, first, next }: (typeof statements)[number]): boolean =>
    clause === 'relative' &&
    subjects.includes(group) &&
    (tense === 'present' || tense === 'future') &&
    // "who now teaches": nowadays, not at the date of the text.
    !sentence.tokens.slice(first, next).some((token) => grammar.is(token, 'present'));
  if (kind === 'post' && isDated && statements.some(isAlive)) return 'present';
  if (kind === 'post' || statement?.kind !== 'participial' || statement.verb?.form === 'gerund')
    return statement?.tense ?? 'none';
  const main = statements.filter((each) => each.kind === 'main');
  const outer =
    main.find(({ subjects }) => subjects.some((subject) => statement.subjects.includes(subject))) ??
    main.findLast(({ verb, first }) => verb !== undefined && first < statement.first);
  return outer?.tense ?? 'none';
}

/** The start of a person's name with its honorific: "M.", "Mr", "Ms", "Mme". */
function withHonorific({ reading: { sentence } }: Utterance, { first }: Person): number {
  const [other, last] = [sentence.tokens[first - 2]?.folded, sentence.tokens[first - 1]?.folded];
  if (last === '.' && HONORIFICS.has(other ?? '')) return first - 2;
  return HONORIFICS.has(last ?? '') ? first - 1 : first;
}

const FEMININE: Readonly<Record<string, Readonly<Record<string, string>>>> = heads.feminine;

/** The current head is a woman: "l'actuel directeur général" becomes "l'actuelle directrice générale". */
function feminineIn({ lang, reading }: Utterance, { first, next }: Range): readonly Edit[] {
  return reading.sentence.tokens.slice(first, next).flatMap(({ start, end, written, folded }) => {
    const word = FEMININE[lang]![foldKey(folded)];
    if (word === undefined) return [];
    return [{ start, end, newText: /^\p{Lu}/u.test(written) ? word[0]!.toUpperCase() + word.slice(1) : word }];
  });
}
