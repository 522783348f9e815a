import { dayOfFact, yearOfFact } from './dates/dateOfFact';
import { isNounOf } from './field';
import type { DateRelation } from './relation';
import type { Utterance } from './utterance';
import type { DateGroup, NounGroup } from '../reading/nodes';
import type { Statement } from '../reading/statement';
import type { Fact } from '../termbase/concept';

/** The session of the series that a statement is about: by an ordinal, else by its year. */
export function ofSeries(
  utterance: Utterance,
  relation: DateRelation,
  facts: readonly Fact[],
  date: DateGroup,
  statement: Statement | undefined,
): Fact | undefined {
  const sorted = [...facts].sort((a, b) => String(a.value).localeCompare(String(b.value)));
  const occasion = statement && undefined;
  if (occasion !== undefined) return sorted[occasion - 1];
  // "with the first youth forum": the ordinal belongs to something else.
  const isOfSeries = (group: NounGroup): boolean =>
    group.words.length === 1 ||
    utterance.own(group, relation) !== undefined ||
    (group.words.length === 2 && isNounOf(relation.field.nouns, group));
  // "the Global Refugee Forum held its second session"
  const isOfOther = (group: NounGroup): boolean =>
    group.possessive !== undefined && utterance.ownerOf(group, relation) === 'other';
  const all = utterance.reading.groups.filter(
    (group) => group.ordinal && isOfSeries(group) && !isOccasion(group, utterance) && !isOfOther(group),
  );
  // "the first Forum was held in 2022, the second in May 2026": the ordinal directly before the date.
  const gapped = statement?.complements.find(({ group }) => group === date)?.after;
  if (gapped?.ordinal && gapped.words.length === 1 && all.includes(gapped)) return sorted[gapped.ordinal.value - 1];
  // "the second Forum in May 2026; the first took place in 2022": the ordinal within the same clause.
  const ofSubject = all.filter((group) => statement?.subjects.includes(group) === true);
  const own =
    ofSubject.length > 0
      ? ofSubject
      : statement
        ? all.filter(({ first }) => first >= statement.first && first < date.first)
        : [];
  const ordinals = (all.length > 1 && own.length === 1 ? own : all).map(({ ordinal }) => ordinal!.value);
  if (ordinals.length === 1) return sorted[ordinals[0]! - 1];
  const year = date.from.year;
  if (year === undefined) return undefined;
  const sameDay =
    date.from.day === undefined
      ? []
      : sorted.filter((fact) => {
          const right = dayOfFact(fact);
          return right.month === date.from.month && right.day === date.from.day;
        });
  if (sameDay.length === 1) return sameDay[0];
  // A year without a session, before the last known one, is an error for an adjacent year.
  return (
    sorted.find((fact) => yearOfFact(fact) === year) ??
    (year < (yearOfFact(sorted[sorted.length - 1]!) ?? 0)
      ? sorted.find((fact) => Math.abs((yearOfFact(fact) ?? 0) - year) <= 1)
      : undefined)
  );
}

/** "the first time", "la deuxième fois": an ordinal that counts occasions. */
function isOccasion({ ordinal, first, next }: NounGroup, { grammar, reading }: Utterance): boolean {
  return (
    ordinal !== undefined &&
    reading.sentence.tokens.slice(first, next).some((token) => grammar.isNoun(token, 'occasion'))
  );
}

/** The number of a session in its series, counted from 1. */
export function nthOf(fact: Fact, facts: readonly Fact[]): number {
  return facts.filter((other) => String(other.value) <= String(fact.value)).length;
}
