import type { Claim } from '../claim';
import type { Records } from '../records';
import type { NounGroup, Quantity } from '../../reading/nodes';
import type { CountRelation } from '../relation';
import type { Utterance } from '../utterance';
import { compareCount, type FoundCount } from './compareCount';
import { isOfElse } from '../time';
import { unitOf } from './units';
import { countOfUnit, isNarrowed } from './countOwners';
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
  return unit === 'unit' ? countOfUnit(utterance, group, relation) : undefined;
}
