import type { NounGroup } from '../../reading/nodes';
import type { CountRelation } from '../relation';
import type { Utterance } from '../utterance';

/** "166 Member States that voted", "54 Member States in Africa", "39 in the region": a part of them. */
export function isNarrowed(utterance: Utterance, group: NounGroup, relation: CountRelation): boolean {
  const { reading, grammar } = utterance;
  const { fixed } = relation.file;
  const isRestricted = reading.statements.some(
    ({ kind, subjects, objects, first }) =>
      (kind === 'relative' || kind === 'participial') &&
      (subjects.includes(group) || objects.includes(group)) &&
      (first === group.end || first === group.end + 1),
  );
  if (isRestricted && !fixed) return true;
  // The place restricts the whole clause: "In Africa, IOM has 54 Member States".
  const around = utterance
    .argumentsOf(group)
    .flatMap(({ statement }) => statement.complements.filter(({ after, group: place }) => !after && place !== group));
  return [...utterance.attachedTo(group), ...(fixed ? [] : around)].some(
    ({ roles, group: place }) =>
      place.kind === 'noun' &&
      ['in', 'among', 'from', 'on'].some((each) => roles.has(each)) &&
      utterance.own(place, relation) === undefined &&
      (place.isProper || place.words.some((word) => grammar.isNoun(word, 'region'))),
  );
}
