import type { OwnReferent } from '../../reading/naming';
import type { LabelledRelation } from '../relation';
import type { Entry } from './entries';

/**
 * The subject of an entry whose label consists of one of the relation's labels, with its subject, a date and words
 * without effect. A subject that neither the label nor a cell names is the topic of the text.
 */
export function subjectOf({ utterance, subject, label }: Entry, relation: LabelledRelation): OwnReferent | undefined {
  const { names, words, isGeneric } = label;
  const isLabel = words.some((_, k) =>
    [relation.labels, relation.field.nouns].some((list) => {
      const length = list.lengthAt(words, k);
      return length > 0 && isGeneric.every((each, i) => each || (i >= k && i < k + length));
    }),
  );
  const own = names.map(({ terms }) => terms.find(({ entry }) => relation.concepts.has(entry.concept.id)));
  if (!isLabel || own.includes(undefined)) return undefined;
  const { block } = utterance.site;
  if (subject) {
    const named = subject.reading.groups.map((group) => subject.own(group, relation)).find(Boolean);
    return named && named.mention.start < block.start ? { ...named, by: 'reference' } : named;
  }
  if (own[0]) return { kind: 'own', concept: own[0].entry.concept.id, by: 'name', mention: names[0]! };
  const topic = utterance.discourse.topicOf(block, relation);
  return topic === 'other' ? undefined : topic;
}
