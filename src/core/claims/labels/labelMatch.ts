import type { OwnReferent } from '../../reading/naming';
import { ofThing } from '../events/things';
import type { EventRelation, Relation } from '../relation';
import type { Utterance } from '../utterance';
import type { Entry } from './entries';

/** The subject of an entry, and whether its label is one of the relation or consists of the subject only. */
export interface Match {
  readonly subject: OwnReferent;
  readonly how: 'label' | 'subject';
}

/**
 * Whether the label consists of one of the relation's labels, with its subject, a date and words without effect; or,
 * where `mayBeSubject` allows it, of its subject only.
 */
export function matchOf({ utterance, row, label }: Entry, relation: Relation, mayBeSubject = false): Match | undefined {
  const { names, words, isGeneric } = label;
  const isLabel = words.some((_, k) =>
    [relation.labels, relation.field.nouns].some((list) => {
      const length = list.lengthAt(words, k);
      return length > 0 && isGeneric.every((each, i) => each || (i >= k && i < k + length));
    }),
  );
  const isSubject = mayBeSubject && names.length > 0 && isGeneric.every(Boolean);
  if (!isLabel && !isSubject) return undefined;
  const own = names.map(({ terms }) => terms.find(({ entry }) => relation.concepts.has(entry.concept.id)));
  if (own.includes(undefined)) return undefined;
  const subject = row
    ? ownIn(row.utterance, relation)
    : own[0]
      ? ({ kind: 'own', concept: own[0].entry.concept.id, by: 'name', mention: names[0]! } as const)
      : utterance.discourse.topicOf(utterance.site.block, relation);
  if (!subject || subject === 'other') return undefined;
  const isAbove = row ? row.isColumn : own.length === 0;
  return { subject: isAbove ? { ...subject, by: 'reference' } : subject, how: isLabel ? 'label' : 'subject' };
}

/**
 * The relation's subject in the first cell of a row, or the owner of a thing named there: "The Constitution of IOM".
 */
function ownIn(utterance: Utterance, relation: Relation | EventRelation): OwnReferent | undefined {
  return utterance.reading.nodes
    .flatMap((node) => {
      if (node.kind !== 'noun') return [];
      const isOfThing = 'of' in relation && relation.of.size > 0;
      return (isOfThing ? ofThing(utterance, node, relation) : utterance.own(node, relation)) ?? [];
    })
    .at(0);
}
