import heads from '../../../../data/relations/heads.json';
import { ordinalInFigures } from '../../reading/cues';
import type { DateGroup } from '../../reading/nodes';
import type { Fact } from '../../termbase/concept';
import { yearOf } from '../../termbase/dates';
import { claimAt, type Claim, text } from '../claim';
import type { Records } from '../records';
import { modalityAt } from '../time';
import type { Utterance } from '../utterance';
import { isInOffice, monthsBetween, monthsOf, tenureValue } from './months';
import { headWordsOf } from './offices';
import { tenureClaim } from './tenureClaim';
import { headsIn, personOf, tenuresOf, type Tenure } from './tenures';
import { titleClaims } from './titles';

/** Claims about the heads of the organization: their title, and who holds the office. */
export function headClaims(utterance: Utterance, records: Records): readonly Claim[] {
  const { discourse, site, reading } = utterance;
  if (['asked', 'refuted', 'reported'].includes(reading.modality) || discourse.isRefuted(site))
    return utterance.setAside('not-said') ?? [];
  const row = records.facts(heads.subject, heads.property).filter(({ from }) => from !== undefined);
  const people = headsIn(reading, row);
  const claims = people.flatMap((person) => {
    const tenures = tenuresOf(utterance, person);
    const [holder] = tenures.flatMap((tenure) => claimOf(utterance, tenure, row) ?? []);
    return holder ?? tenureClaim(utterance, person, tenures) ?? [];
  });
  return reading.modality === 'asserted' ? [...titleClaims(utterance, people, records), ...claims] : claims;
}

/** The year in which the current head took office. */
export function yearOfNewestHead(records: Records): number {
  const years = records.facts(heads.subject, heads.property).map(({ from }) => yearOf(from) ?? 0);
  return Math.max(...years, 0);
}

function claimOf(utterance: Utterance, tenure: Tenure, row: readonly Fact[]): Claim | undefined {
  const { kind, statement } = tenure;
  const modality = modalityAt(utterance, undefined, statement);
  const isPresupposed = kind === 'post' && (modality === 'planned' || modality === 'denied');
  if (modality !== 'asserted' && !isPresupposed) return utterance.setAside('not-said');
  return isFormer(utterance, tenure) ? utterance.setAside('open-time') : holderClaim(utterance, tenure, row);
}

/** Whether "former" or "then" occurs near the person or the office, or an ordinal, which a former head keeps. */
function isFormer({ words, lang }: Utterance, { person, office }: Tenure): boolean {
  const first = Math.min(person.group.first, office.group.first);
  const near = words.slice(Math.max(0, first - 3), Math.max(person.next, office.group.end) + 1);
  const isOrdinal = office.group.ordinal !== undefined || near.some((word) => ordinalInFigures(word) !== undefined);
  return isOrdinal || headWordsOf(lang).former.isIn(near);
}

/** A person presented as the head of the time of the text, who was the head of another time. */
function holderClaim(utterance: Utterance, tenure: Tenure, row: readonly Fact[]): Claim | undefined {
  const { person, office } = tenure;
  const { head } = person;
  const current = row.find(({ to }) => to === undefined);
  const dated = utterance.documentDate;
  const now =
    dated && monthsBetween(dated, { year: dated.until, month: dated.until === dated.year ? dated.month : undefined });
  if (!current || head === current || utterance.entryTime || (now && isInOffice(head, now))) return undefined;
  // A participial clause has the tense of the clause that it modifies.
  const isParticipial = tenure.statement?.kind === 'participial';
  const tensed = isParticipial ? utterance.reading.statements.find(({ kind }) => kind === 'main') : tenure.statement;
  const isPast = tensed?.tense === 'past' || isOfThen(utterance, head, current);
  // A date of the sentence may be that of the tenure: in the present, one of its term, unless "since" precedes it.
  const isOpen = (date: DateGroup): boolean =>
    !date.isSpan &&
    tenure.statement?.complements.some(({ group, roles }) => group === date && roles.has('since')) === true;
  const all = utterance.reading.dates;
  const dates = all.filter((date) => !isOpen(date));
  const isDated =
    tenure.statement?.tense === 'present' ? dates.some((date) => isWithinTerm(head, date)) : dates.length > 0;
  if (isDated || (isPast && !saysNow(utterance, tenure))) return utterance.setAside('open-time');
  const right = (now && row.find((each) => isInOffice(each, { from: now.from, to: now.from }))) ?? current;
  const isOfToday = right === current;
  const name = String(right.value);
  const wrong = { wrong: text(String(head.value)), wrongTenure: tenureValue(head) };
  // It is certain if the text gives the title or names the organization.
  const by = office.of === 'name' || office.isTitle ? 'name' : 'reference';
  const subject = { concept: personOf(head), by } as const;
  return claimAt(utterance, person, subject, {
    facts: [right.id],
    message: {
      template: isOfToday ? heads.messages.now : heads.messages.then,
      values: { right: text(name), rightTenure: tenureValue(right), ...wrong },
    },
    rule: 'outdated-fact',
    instead: [name],
  });
}

function isWithinTerm(head: Fact, { from: { year }, to }: DateGroup): boolean {
  return year === undefined || isInOffice(head, monthsBetween({ year }, { year: to.year ?? year }));
}

/** "the current Director General", "is now": a word for the present near the person or in the statement. */
function saysNow({ words, lang, grammar, reading }: Utterance, { person, statement }: Tenure): boolean {
  const near = words.slice(Math.max(0, person.group.first - 6), person.next + 7);
  const own = reading.sentence.tokens.slice(statement?.first ?? 0, statement?.next);
  return headWordsOf(lang).present.isIn(near) || own.some((token) => grammar.is(token, 'present'));
}

/** Whether the text around a sentence is of the time of a head: a narrative in the present, or decades ago. */
function isOfThen({ discourse, site, story, ownYear }: Utterance, head: Fact, current: Fact): boolean {
  const dates = discourse.readingsBefore(site).flatMap(({ dates }) => dates);
  const { to: left } = monthsOf(head);
  return (
    dates.some((date) => date.from.year !== undefined && date.from.year !== ownYear && isWithinTerm(head, date)) ||
    (story !== undefined && story.from * 12 <= left) ||
    left + LONG_AGO < monthsOf(current).from
  );
}

/** In months, between a head and the current one: nobody takes one for the other. */
const LONG_AGO = 20 * 12;
