import type { OwnReferent } from '../reading/naming';
import type { NounGroup } from '../reading/nodes';
import { bearerOf, type PhraseList } from './field';
import type { Relation } from './relation';
import { type Utterance } from './utterance';

/** A relation of something that its subject has: its constitution, its agreement with another party. */
export interface ThingRelation extends Relation {
  readonly of: PhraseList;
  readonly objects: PhraseList;
}

/** The owner of the thing that a group denotes: "IOM's Constitution", "the agreement between the UN and IOM". */
export function ofThing(utterance: Utterance, group: NounGroup, relation: ThingRelation): OwnReferent | undefined {
  const whole = utterance.hostOf(group);
  if (whole && relation.of.isIn(whole.words)) return ofThing(utterance, whole, relation);
  // "la Déclaration sur les progrès du Forum": the last group of the thing's name has the owner.
  const bearer = bearerOf(relation.of, group, utterance.reading.groups, utterance.words);
  if (!bearer && !relation.of.isIn([...group.words, ...group.owners.flatMap(({ words }) => words)])) return undefined;
  // "the amendments to the Constitution of IOM"
  const attached = utterance
    .attachedTo(group)
    .flatMap(({ group: inner, roles }) =>
      inner.kind === 'noun' && inner.owners.length > 0 && (roles.has('to') || roles.has('in')) ? [inner] : [],
    );
  const owner =
    utterance.ownerOf(bearer ?? group, relation) ??
    attached.map((inner) => utterance.ownerOf(inner, relation)).find((each) => each !== undefined);
  return owner === 'other' ? undefined : (owner ?? partyOf(utterance, group, relation));
}

/** The owner of the thing to which a group belongs: "the adoption of its Constitution". */
export function ofThingOwned(
  utterance: Utterance,
  group: NounGroup,
  relation: ThingRelation,
): OwnReferent | 'other' | undefined {
  for (const each of group.owners)
    if (relation.of.isIn(each.words)) return utterance.ownerOf(each, relation) ?? partyOf(utterance, each, relation);
  return undefined;
}

/** "the agreement between the UN and IOM", "IOM and the UN signed their agreement": the parties. */
function partyOf(utterance: Utterance, group: NounGroup, relation: ThingRelation): OwnReferent | undefined {
  if (relation.objects.size === 0) return undefined;
  for (const { statement, role } of utterance.argumentsOf(group)) {
    // "the Agreement between IOM and Kenya, signed at the United Nations"
    const joined = statement.complements.flatMap(({ group: party, roles }) =>
      party.kind === 'noun' && roles.has('between') ? [party] : [],
    );
    if (joined.length > 1 && !joined.some(({ words }) => relation.objects.isIn(words))) return undefined;
    // "the agreement that made IOM a related organization"
    const bound = statement.kind === 'relative' && role === 'subject' ? statement.objects : [];
    // "l'accord qui la lie aux Nations Unies"
    const taken =
      statement.kind === 'relative' &&
      role === 'subject' &&
      statement.verb?.clitic &&
      relation.objects.isIn(utterance.words)
        ? utterance.antecedentAt(statement.verb.clitic.first, relation)
        : undefined;
    if (taken) return taken;
    for (const each of [
      ...bound,
      ...statement.complements.flatMap(({ group: other, roles }) =>
        other.kind === 'noun' && (roles.has('between') || roles.has('with') || roles.has('to') || roles.has('on'))
          ? [other]
          : [],
      ),
      ...statement.subjects,
    ]) {
      const own = utterance.own(each, relation);
      if (own) return own;
    }
  }
  return undefined;
}
