import type { OwnReferent } from '../reading/naming';
import type { NounGroup } from '../reading/nodes';
import { isCapitalized } from '../reading/tokens';
import type { PhraseList } from './field';
import type { Relation } from './relation';
import type { Said } from './said';

/** A relation of something that its subject has: its constitution, its agreement with somebody. */
export interface ThingRelation extends Relation {
  readonly of: PhraseList;
  readonly objects: PhraseList;
}

/** Whose a thing is that a group denotes: "IOM's Constitution", "the agreement between the UN and IOM". */
export function ofThing(said: Said, group: NounGroup, relation: ThingRelation): OwnReferent | undefined {
  if (!relation.of.isIn(group.words) && !relation.of.isIn([...group.words, ...group.owners.flatMap(({ words }) => words)])) return undefined;
  // "the amendments to the Constitution of IOM"
  const attached = said.attachedTo(group).flatMap(({ group: inner, roles }) => (inner.kind === 'noun' && inner.owners.length > 0 && (roles.has('to') || roles.has('in')) ? [inner] : []));
  const owner = said.ownerOf(group, relation) ?? attached.map((inner) => said.ownerOf(inner, relation)).find((each) => each !== undefined);
  // "The Constitution was adopted in 1953": with a capital, that of the body that was named.
  const isShort = group.determiner === 'definite' && group.words.length === 1 && isCapitalized(said.reading.sentence.tokens[group.head]?.written ?? '')
    // Not "Kenya changed its law. The Constitution …", nor "amendments to the Constitution, which took effect".
    && !said.discourse.readingsBefore(said.site, 1).some(({ groups }) => groups.some(({ isProper, named }) => isProper && named.length === 0))
    && !said.argumentsOf(group).some(({ complement }) => complement?.after !== undefined);
  return owner === 'other' ? undefined : owner ?? (isShort ? said.takenUp(group.first, relation, true) : undefined) ?? partyOf(said, group, relation);
}

/** Whose the thing is that a group belongs to: "the adoption of its Constitution". */
export function ofThingOwned(said: Said, group: NounGroup, relation: ThingRelation): OwnReferent | 'other' | undefined {
  for (const each of group.owners) if (relation.of.isIn(each.words)) return said.ownerOf(each, relation);
  return undefined;
}

/** "the agreement between the UN and IOM", "IOM and the UN signed their agreement": whom it binds. */
function partyOf(said: Said, group: NounGroup, relation: ThingRelation): OwnReferent | undefined {
  if (relation.objects.size === 0) return undefined;
  for (const { statement, role } of said.argumentsOf(group)) {
    // "the agreement that made IOM a related organization"
    const bound = statement.kind === 'relative' && role === 'subject' ? statement.objects : [];
    for (const each of [...bound, ...statement.complements.flatMap(({ group: other, roles }) => (other.kind === 'noun' && (roles.has('between') || roles.has('with') || roles.has('to') || roles.has('on')) ? [other] : [])), ...statement.subjects]) {
      const own = said.own(each, relation);
      if (own) return own;
    }
  }
  return undefined;
}
