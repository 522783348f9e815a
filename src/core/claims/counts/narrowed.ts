import type { NounGroup } from '../../reading/nodes';
import type { Statement } from '../../reading/statement';
import { isVerbOf } from '../field';
import type { CountRelation } from '../relation';
import type { Utterance } from '../utterance';

/** "166 Member States that voted", "54 Member States in Africa", "39 in the region": a part of them. */
export function isNarrowed(utterance: Utterance, group: NounGroup, relation: CountRelation): boolean {
  const { reading, grammar, words } = utterance;
  const { fixed } = relation.file;
  const isRestricted = reading.statements.some((statement) => {
    const { kind, subjects, objects, first } = statement;
    const isClause =
      (kind === 'relative' || kind === 'participial') &&
      (subjects.includes(group) || objects.includes(group)) &&
      (first === group.end || (first === group.end + 1 && words[group.end] !== ','));
    // "the 175 Member States that IOM brings together": all of them.
    const isOfWhole =
      objects.includes(group) &&
      isHaving(utterance, statement, relation) &&
      subjects.some((each) => utterance.own(each, relation) !== undefined);
    return isClause && !isOfWhole;
  });
  if (isRestricted && !fixed) return true;
  // "In Africa, IOM has 54 Member States": the place restricts the whole clause. An organ is no region.
  const around = fixed
    ? []
    : utterance
        .argumentsOf(group)
        .flatMap(({ statement }) =>
          statement.complements.filter(({ after, group: place }) => !after && place !== group),
        );
  return [...utterance.attachedTo(group), ...around].some(
    ({ roles, group: place }) =>
      place.kind === 'noun' &&
      ['in', 'among', 'from', 'on'].some((each) => roles.has(each)) &&
      utterance.own(place, relation) === undefined &&
      (place.isProper || place.words.some((word) => grammar.isNoun(word, 'region'))),
  );
}

/** Whether the subject of a statement has or unites what it counts. */
export function isHaving({ grammar, reading }: Utterance, { verb }: Statement, { field }: CountRelation): boolean {
  return grammar.isVerbOf(verb, 'having') || isVerbOf(field.agent, verb, reading);
}
