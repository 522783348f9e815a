import type { Claim } from './claim';
import type { Records } from './records';
import type { NounGroup, Quantity } from '../reading/nodes';
import { isNounOf } from './field';
import type { CountRelation } from './relation';
import type { Utterance } from './utterance';
import { compareCount, type FoundCount } from './compareCount';
import { isOfElse } from './time';
import { unitOf } from './units';
import { countOfUnit, countOfMembership, isNarrowed } from './countOwners';
import { countOfVerb } from './countVerbs';
import { isFrequency, countOfFrequency } from './frequencies';

/**
 * "IOM has 173 Member States", "its 24 objectives", "the number of members rose to 174": numbers that the text gives
 * for a subject.
 */
export function countClaims(
  utterance: Utterance,
  relations: readonly CountRelation[],
  records: Records,
): readonly Claim[] {
  const claims: Claim[] = [];
  for (const group of utterance.reading.groups) {
    if (!group.quantity) continue;
    for (const relation of relations) {
      const count = countOf(utterance, group, group.quantity, relation);
      const found = count && !isOfElse(utterance, relation, count.statement, group) ? count : undefined;
      const claim = found && compareCount(utterance, group, group.quantity, relation, found, records);
      if (claim) claims.push(claim);
      if (found) break;
    }
  }
  return claims;
}

function countOf(
  utterance: Utterance,
  group: NounGroup,
  quantity: Quantity,
  relation: CountRelation,
): FoundCount | undefined {
  if (group.determiner === 'demonstrative' || group.ordinal) return undefined;
  if (relation.file.every)
    return isFrequency(utterance, group) && unitOf(group, quantity, relation, utterance) === 'unit'
      ? countOfFrequency(utterance, group, relation)
      : undefined;
  if (group.determiner === 'quantifier') return undefined;
  const unit = unitOf(group, quantity, relation, utterance);
  if (unit === undefined || (!relation.file.within && isNarrowed(utterance, group, relation))) return undefined;
  const equated = group.words.length === 0 ? adjacentUnit(utterance, group, quantity, relation) : undefined;
  if (equated) return countOfUnit(utterance, equated, relation);
  // "a staff of some 8,400", "a membership of 174 States"
  const whole =
    unit === 'loose'
      ? utterance.reading.groups.find((each) => each.owners.includes(group) && isNounOf(relation.field.nouns, each))
      : undefined;
  if (whole) return countOfUnit(utterance, whole, relation) ?? countOfMembership(utterance, whole, relation);
  return unit === 'unit' ? countOfUnit(utterance, group, relation) : countOfVerb(utterance, group, relation);
}

/** "Son 175 los Estados miembros que tiene": a copula links the unit to a bare number. */
function adjacentUnit(
  utterance: Utterance,
  group: NounGroup,
  quantity: Quantity,
  relation: CountRelation,
): NounGroup | undefined {
  return utterance
    .argumentsOf(group)
    .flatMap(({ statement: { verb, subjects, objects }, role }) =>
      role === 'object' && objects.length === 1 && verb?.lemmas.some((lemma) => utterance.grammar.isBe(lemma))
        ? subjects
        : [],
    )
    .find((each) => each.head > quantity.first && unitOf(each, quantity, relation, utterance) === 'unit');
}
