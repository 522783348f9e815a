import type { OwnReferent } from '../../reading/naming';
import type { NounGroup } from '../../reading/nodes';
import { bearerOf } from '../field';
import type { EventRelation } from '../relation';
import type { Utterance } from '../utterance';

/** The owner of the thing that a group denotes: "IOM's Constitution", "the agreement between the UN and IOM". */
export function ofThing(utterance: Utterance, group: NounGroup, relation: EventRelation): OwnReferent | undefined {
  // "The Constitution of IOM, a text adopted in 1953"
  const whole = utterance.hostOf(group);
  if (whole && relation.of.isIn(whole.words)) return ofThing(utterance, whole, relation);
  // "la Déclaration sur les progrès du Forum": the last group of the thing's name has the owner.
  const bearer = bearerOf(relation.of, group, utterance.reading.groups, utterance.words);
  if (!bearer && !group.owners.some(({ words }) => relation.of.isIn(words))) return undefined;
  // "the amendments to the Constitution of IOM"
  const attached = utterance
    .attachedTo(group)
    .flatMap(({ group: inner, roles }) => (inner.kind === 'noun' && roles.has('to') ? [inner] : []));
  const owner = [bearer ?? group, ...attached]
    .map((each) => utterance.ownerOf(each, relation))
    .find((each) => each !== undefined);
  return owner === 'other' ? undefined : (owner ?? partyOf(utterance, group, relation));
}

/** The owner of the thing to which a group belongs: "the adoption of its Constitution". */
export function ofThingOwned(
  utterance: Utterance,
  { owners }: NounGroup,
  relation: EventRelation,
): OwnReferent | 'other' | undefined {
  const thing = owners.find(({ words }) => relation.of.isIn(words));
  return thing && (utterance.ownerOf(thing, relation) ?? partyOf(utterance, thing, relation));
}

/** "the agreement between the UN and IOM", "IOM and the UN signed their agreement": the parties. */
function partyOf(utterance: Utterance, group: NounGroup, relation: EventRelation): OwnReferent | undefined {
  if (relation.objects.size === 0) return undefined;
  for (const { statement, role } of utterance.argumentsOf(group)) {
    const { kind, verb, subjects, objects, complements } = statement;
    const parties = complements.flatMap(({ group: party, roles }) =>
      party.kind === 'noun' && ['between', 'with', 'to'].some((each) => roles.has(each)) ? [{ party, roles }] : [],
    );
    // "the Agreement between IOM and Kenya, signed at the United Nations"
    const joined = parties.filter(({ roles }) => roles.has('between'));
    if (joined.length > 1 && !joined.some(({ party }) => relation.objects.isIn(party.words))) return undefined;
    const isRelative = kind === 'relative' && role === 'subject';
    // "l'accord qui la lie aux Nations Unies"
    if (isRelative && verb?.clitic && relation.objects.isIn(utterance.words))
      return utterance.antecedentAt(verb.clitic.first, relation);
    // "the agreement that made IOM a related organization"
    for (const each of [...(isRelative ? objects : []), ...parties.map(({ party }) => party), ...subjects]) {
      const own = utterance.own(each, relation);
      if (own) return own;
    }
  }
  return undefined;
}
