import type { DateGroup, NounGroup } from '../../reading/nodes';
import type { Statement } from '../../reading/statement';
import type { Fact } from '../../termbase/concept';
import { dayOfFact } from '../dates/dateOfFact';
import { isNounOf } from '../field';
import type { EventRelation } from '../relation';
import type { Utterance } from '../utterance';

/** The session of the series that a statement is about: by an ordinal, else by its day or year. */
export function ofSeries(
  utterance: Utterance,
  relation: EventRelation,
  facts: readonly Fact[],
  date: DateGroup,
  statement: Statement | undefined,
): Fact | undefined {
  const sorted = [...facts].sort((a, b) => String(a.value).localeCompare(String(b.value)));
  const ordinals = ordinalsIn(utterance, relation, date, statement);
  if (ordinals.length === 1) return sorted[ordinals[0]! - 1];
  const { year, month, day } = date.from;
  if (year === undefined) return undefined;
  const ofDay = day === undefined ? [] : sorted.filter((fact) => isSameDay(fact, month, day));
  if (ofDay.length === 1) return ofDay[0];
  // A year without a session, before the last known one, is an error for an adjacent year.
  const isPast = year < (dayOfFact(sorted.at(-1)!).year ?? 0);
  return (
    sorted.find((fact) => dayOfFact(fact).year === year) ??
    (isPast ? sorted.find((fact) => Math.abs((dayOfFact(fact).year ?? 0) - year) <= 1) : undefined)
  );
}

function isSameDay(fact: Fact, month: number | undefined, day: number): boolean {
  const right = dayOfFact(fact);
  return right.month === month && right.day === day;
}

/** The ordinals that may be that of the session: the one directly before the date, in the subject, in the clause. */
function ordinalsIn(
  utterance: Utterance,
  relation: EventRelation,
  date: DateGroup,
  statement: Statement | undefined,
): readonly number[] {
  const { grammar, reading } = utterance;
  // "the first time" counts occasions; "with the first youth forum": the ordinal belongs to something else.
  const isSession = (group: NounGroup): boolean =>
    group.ordinal !== undefined &&
    !reading.sentence.tokens.slice(group.first, group.next).some((token) => grammar.isNoun(token, 'occasion')) &&
    !(group.possessive !== undefined && utterance.ownerOf(group, relation) === 'other') &&
    (group.words.length === 1 ||
      utterance.own(group, relation) !== undefined ||
      (group.words.length === 2 && isNounOf(relation.field.nouns, group)));
  const all = reading.groups.filter(isSession);
  const before = statement?.complements.find(({ group }) => group === date)?.after;
  const subjects = all.filter((group) => statement?.subjects.includes(group) === true);
  const clause = statement ? all.filter(({ first }) => first >= statement.first && first < date.first) : [];
  const [own] = [before && all.includes(before) ? [before] : [], subjects, clause].filter(({ length }) => length === 1);
  // "The second has its Forum, held in 2022": a bare ordinal that another statement has as its subject denotes another
  // thing.
  const elsewhere = all.filter(
    (group) => group.words.length > 1 || !reading.statements.some(({ subjects }) => subjects.includes(group)),
  );
  return (own ?? elsewhere).map(({ ordinal }) => ordinal!.value);
}

/** The number of a session in its series, counted from 1. */
export function nthOf(fact: Fact, facts: readonly Fact[]): number {
  return facts.filter((other) => String(other.value) <= String(fact.value)).length;
}
