import type { NounGroup } from '../../reading/nodes';
import type { Claim } from '../claim';
import { isVerbOf } from '../field';
import type { Records } from '../records';
import type { CountRelation } from '../relation';
import { isOfElse } from '../time';
import type { Utterance } from '../utterance';
import { compareCount, type FoundCount } from './compareCount';
import { countOfUnit, isNarrowed } from './countOwners';
import { unitOf } from './units';

/** "IOM has 173 Member States", "its 24 objectives": numbers that the text gives for a subject. */
export function countClaims(
  utterance: Utterance,
  relations: readonly CountRelation[],
  records: Records,
): readonly Claim[] {
  const claims: Claim[] = [];
  for (const group of utterance.reading.groups) {
    const { quantity } = group;
    if (!quantity) continue;
    for (const relation of relations) {
      const found = countOf(utterance, group, relation);
      if (!found || isOfElse(utterance, relation, found.statement, group)) continue;
      const claim = compareCount(utterance, group, quantity, relation, found, records);
      if (claim) claims.push(claim);
      break;
    }
  }
  return claims;
}

function countOf(utterance: Utterance, group: NounGroup, relation: CountRelation): FoundCount | undefined {
  const { determiner, ordinal, quantity } = group;
  if (relation.file.form === 'every') return countOfFrequency(utterance, group, relation);
  if (ordinal || determiner === 'demonstrative' || determiner === 'quantifier') return undefined;
  const isCounted = unitOf(group, quantity!, relation, utterance) === 'unit';
  return isCounted && !isNarrowed(utterance, group, relation) ? countOfUnit(utterance, group, relation) : undefined;
}

/** "held every four years", "tous les quatre ans": the subject of the verb that recurs at that interval. */
function countOfFrequency(utterance: Utterance, group: NounGroup, relation: CountRelation): FoundCount | undefined {
  const { grammar, reading } = utterance;
  const { tokens } = reading.sentence;
  const isFrequency =
    group.determiner === 'quantifier' || [group.first - 1, group.first].some((i) => grammar.is(tokens[i], 'whole'));
  if (!isFrequency || unitOf(group, group.quantity!, relation, utterance) !== 'unit') return undefined;
  const { theme, agent } = relation.field;
  for (const { statement } of utterance.argumentsOf(group)) {
    if (!isVerbOf(theme, statement.verb, reading) && !isVerbOf(agent, statement.verb, reading)) continue;
    const subject = utterance.subjectOf(statement, relation);
    if (subject && subject !== 'other') return { subject, statement };
    // "Every four years States meet in the Forum"
    const places = statement.complements.flatMap(({ group: place, roles }) =>
      place.kind === 'noun' && roles.has('in') ? [utterance.own(place, relation)] : [],
    );
    const inside = places.find((own) => own?.by === 'name');
    if (inside) return { subject: inside, statement };
  }
  return undefined;
}
