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
import { compareStart, subjectOf, tenureValue } from './compareTenure';
import { HONORIFICS, headWordsOf } from './headWords';
import { isInOffice, monthsBetween, monthsOf } from './officeTimes';
import { headsOf, peopleIn, personOf, type Heads, type Person } from './people';
import { isStated, tenuresOf, type Tenure } from './tenures';
import { titleClaims } from './titles';

/** Claims about the heads of the organization: their title and position in the row, and who held the office when. */
export function headClaims(utterance: Utterance, records: Records): readonly Claim[] {
  const all = headsOf(records);
  const { discourse, site, reading } = utterance;
  if (!all.current || ['asked', 'refuted', 'reported'].includes(reading.modality)) return [];
  const people = peopleIn(utterance, all);
  const claims = people.flatMap((person) => {
    const tenures = tenuresOf(utterance, person);
    // A surname on its own denotes a head only where the document gives the full name, or the sentence the office.
    const isMeant =
      person.by !== 'surname' || discourse.isNamed(personOf(person.head)) || tenures.some((tenure) => isStated(tenure));
    if (!isMeant || discourse.isRefuted(site)) return [];
    return tenures.flatMap((tenure) => claimOf(utterance, tenure, all, records) ?? []).slice(0, 1);
  });
  if (reading.modality !== 'asserted') return claims;
  return [...titleClaims(utterance, people, records), ...claims];
}

function claimOf(utterance: Utterance, tenure: Tenure, all: Heads, records: Records): Claim | undefined {
  const { kind, dates, statement } = tenure;
  const modality = modalityAt(utterance, undefined, statement);
  const isPresupposed = kind === 'post' && (modality === 'planned' || modality === 'denied');
  if (modality !== 'asserted' && !isPresupposed) return undefined;
  // "William Lacy Swing took office in 2001": as ambassador, unless the text is about the organization.
  if (!isStated(tenure) && !utterance.discourse.isNamed(heads.subject)) return undefined;
  if (kind === 'start') return compareStart(utterance, tenure, records);
  if (isFormer(utterance, tenure)) return undefined;
  return dates.length === 0 ? holderClaim(utterance, tenure, all) : undefined;
}

/** Whether "former" or "then" occurs near the person or the office. */
function isFormer({ words, lang }: Utterance, { person, office }: Tenure): boolean {
  const { former } = headWordsOf(lang);
  const first = Math.min(person.group.first, office?.group.first ?? Infinity);
  const end = Math.max(person.next, office?.group.end ?? 0);
  return former.isIn(words.slice(Math.max(0, first - 3), end + 1));
}

/** A person presented as the head of the time of the text, who was the head of another time. */
function holderClaim(utterance: Utterance, tenure: Tenure, { row, current }: Heads): Claim | undefined {
  const { person, office } = tenure;
  const { head } = person;
  const dated = utterance.documentDate;
  const now =
    dated && monthsBetween(dated, { year: dated.until, month: dated.until === dated.year ? dated.month : undefined });
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
  return claimAt(utterance, { first, next: person.next }, subjectOf(tenure), {
    facts: [right.id],
    message: { template: isOfToday ? heads.messages.now : heads.messages.then, values },
    rule: 'outdated-fact',
    instead: [...names].map((each) => before + each),
    also: isOfToday && office ? feminineIn(utterance, { first: Math.max(0, office.first - 3), next: office.next }) : [],
  });
}

/** Whether a date of the sentence may be that of the tenure: a statement in the present with later dates has none. */
function hasTimeOf({ reading }: Utterance, { statement, person: { head } }: Tenure): boolean {
  const dates = datesIn(reading);
  return dates.length > 0 && (statement?.tense !== 'present' || dates.some((date) => isWithinTerm(head, date)));
}

function isWithinTerm(head: Fact, { from: { year }, to }: DateGroup): boolean {
  return year === undefined || isInOffice(head, monthsBetween({ year }, { year: to.year ?? year }));
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
  const { to: left } = monthsOf(head);
  return (
    dates.some((date) => date.from.year !== undefined && isWithinTerm(head, date)) ||
    (story !== undefined && story.from * 12 <= left) ||
    left + LONG_AGO < monthsOf(current).from
  );
}

/** In months, between a head and the current one: nobody takes one for the other. */
const LONG_AGO = 20 * 12;

/**
 * The tense in which a statement presents a person as head. A participial clause has that of the clause whose subject
 * it modifies, else of the clause in which it is.
 */
function tenseOf({ reading }: Utterance, { kind, statement }: Tenure): Tense {
  if (kind === 'post' || statement?.kind !== 'participial') return statement?.tense ?? 'none';
  const main = reading.statements.filter((each) => each.kind === 'main');
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
