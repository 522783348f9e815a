import type { NounGroup } from '../../reading/nodes';
import { isHappening, type Statement } from '../../reading/statement';
import { placeOf } from './gazetteer';
import type { PlaceRelation } from '../relation';
import type { Utterance } from '../utterance';
import { ofThingOwned } from '../things';
import type { FoundPlace } from './comparePlace';

/**
 * "its seat in Vienna", "IOM has its headquarters in Vienna", "Vienna is the seat of IOM", "whose seat is in Vienna".
 */
export function placeOfNoun(utterance: Utterance, group: NounGroup, relation: PlaceRelation): FoundPlace | undefined {
  const owner = relation.of.size > 0 ? ofThingOwned(utterance, group, relation) : utterance.ownerOf(group, relation);
  if (owner === 'other' || (owner === undefined && relation.of.size > 0)) return undefined;
  for (const { statement, top, role, complement } of utterance.argumentsOf(group)) {
    if (top !== group) continue;
    // "IOM, with headquarters in Vienna,": belongs to the preceding noun, else to the subject.
    const isWith = complement?.roles.has('with') === true;
    const subject =
      owner ??
      (isWith
        ? ((complement?.after && utterance.own(complement.after, relation)) ?? utterance.subjectOf(statement, relation))
        : undefined) ??
      (statement.verb?.lemmas.some((lemma) => utterance.grammar.isVerb(lemma, 'having'))
        ? utterance.subjectOf(statement, relation)
        : undefined) ??
      // "IOM (headquarters in Vienna)"
      (statement.kind === 'apposition' && role === 'object' && group.owners.length === 0
        ? utterance.own(statement.subjects[0], relation)
        : undefined);
    if (!subject || subject === 'other') continue;
    // "its seat in Vienna", "su sede de Viena"
    const attached = [
      ...utterance
        .attachedTo(group)
        .flatMap(({ roles, group: place }) => (place.kind === 'noun' && roles.has('in') ? [place] : [])),
      ...group.owners,
    ].filter((place) => placeOf(place) !== undefined);
    // "centres in Manila and Panama": the places coordinated with the first.
    const others =
      attached.length > 0
        ? statement.complements.flatMap(({ group: place, roles, after, first }) =>
            place.kind === 'noun' &&
            after === undefined &&
            roles.has('in') &&
            first > attached[0]!.first &&
            placeOf(place) !== undefined
              ? [place]
              : [],
          )
        : [];
    if (attached.length > 0) return { subject, places: [...attached, ...others], statement, group };
    const isLinking =
      isHappening(statement, utterance.grammar) ||
      statement.verb?.lemmas.some((lemma) => utterance.grammar.isVerb(lemma, 'having')) === true;
    if (!isLinking || (role === 'complement' && statement.kind !== 'apposition')) continue;
    const found = placesOf(statement);
    if (found.length > 0) return { subject, places: found, statement, group };
  }
  return undefined;
}

/** The places among the complements of a statement. */
export function placesOf({ complements }: Pick<Statement, 'complements'>): readonly NounGroup[] {
  return complements.flatMap(({ group, roles }) =>
    group.kind === 'noun' && roles.has('in') && placeOf(group) !== undefined ? [group] : [],
  );
}
