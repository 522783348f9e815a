import type { NounGroup } from '../../reading/nodes';
import { isVerbOf } from '../field';
import type { CountRelation } from '../relation';
import type { Utterance } from '../utterance';
import type { FoundCount } from './compareCount';

/** "every four years", "tous les quatre ans" */
export function isFrequency(
  {
    reading: {
      sentence: { tokens },
      grammar,
    },
  }: Utterance,
  { determiner, first }: NounGroup,
): boolean {
  return (
    determiner === 'quantifier' ||
    [first - 1, first].some(
      (at) => tokens[at] !== undefined && (grammar.is(tokens[at], 'whole') || grammar.is(tokens[at], 'quantifier')),
    )
  );
}

/** The subject of a verb of the field, which recurs at that interval. */
export function countOfFrequency(
  utterance: Utterance,
  group: NounGroup,
  relation: CountRelation,
): FoundCount | undefined {
  for (const { statement, top } of utterance.argumentsOf(group)) {
    if (
      top !== group ||
      !(
        isVerbOf(relation.field.theme, statement.verb, utterance.reading) ||
        isVerbOf(relation.field.agent, statement.verb, utterance.reading)
      )
    )
      continue;
    const subject = utterance.subjectOf(statement, relation);
    if (subject && subject !== 'other') return { subject, statement };
    // "Every four years States meet in the Forum"
    const inside = statement.complements
      .flatMap(({ group: place, roles }) =>
        place.kind === 'noun' && roles.has('in') ? [utterance.own(place, relation)] : [],
      )
      .find((own) => own?.by === 'name');
    if (inside) return { subject: inside, statement };
  }
  return undefined;
}
