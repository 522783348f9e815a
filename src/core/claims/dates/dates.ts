import type { Claim } from '../claim';
import type { Records } from '../records';
import type { DateRelation } from '../relation';
import type { Utterance } from '../utterance';
import { knownByDay } from './knownByDay';
import { isOfElse } from '../time';
import { compareDate, type FoundDate } from './compareDate';
import { subjectOfVerb, dateOfVerb } from './eventVerbs';
import { dateOfNoun, datesOfSession } from './eventNouns';

/** "IOM was founded in 1949", "its adoption in Marrakech on 11 December 2018": dates given for an event. */
export function dateClaims(
  utterance: Utterance,
  relations: readonly DateRelation[],
  records: Records,
): readonly Claim[] {
  if (
    !utterance.reading.nodes.some(({ kind }) => kind === 'date') &&
    !utterance.reading.groups.some(({ dates }) => dates.length > 0)
  )
    return [];
  return relations.flatMap((relation) => {
    const events = eventsOf(utterance, relation, records).filter(
      ({ statement, group }) => !isOfElse(utterance, relation, statement, group),
    );
    const claims = events.flatMap((event) => compareDate(utterance, relation, event, records) ?? []);
    // "set up in May 2019 and launched in July": if one date belongs to the event, the other does not.
    return claims.length === events.length ? claims : [];
  });
}

/** The events of the relation that the sentence reports, with their dates: by verbs, else by a noun. */
function eventsOf(utterance: Utterance, relation: DateRelation, records: Records): readonly FoundDate[] {
  const isNamed = relation.objects.size === 0 || relation.objects.isIn(utterance.words);
  if (!isNamed && relation.of.size === 0) return [];
  const events = eventsIn(utterance, relation, records);
  return isNamed || events.length === 0 ? events : events.filter(({ isKnownByDay }) => isKnownByDay);
}

function eventsIn(utterance: Utterance, relation: DateRelation, records: Records): readonly FoundDate[] {
  const byVerbs = utterance.reading.statements.flatMap((statement) => {
    const named = subjectOfVerb(utterance, statement, relation);
    const subject =
      named ??
      (relation.joiner.size === 0
        ? knownByDay(utterance, statement, relation, relation.file.property, records)
        : undefined);
    const date = subject && dateOfVerb(relation, statement);
    return subject && date ? [{ subject, date, statement, group: undefined, isKnownByDay: named === undefined }] : [];
  });
  if (byVerbs.length > 0) return byVerbs;
  for (const group of utterance.reading.groups) {
    const found = dateOfNoun(utterance, group, relation) ?? datesOfSession(utterance, group, relation);
    if (found) return [found];
  }
  return [];
}
