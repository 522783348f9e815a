import type { Named } from '../../reading/nodes';
import type { Utterance } from '../utterance';
import type { Numbered } from './numbered';
import type { TopicRelation } from './topics';

/**
 * How a numbered part is attributed to the relation's subject; `undefined` where it belongs to another text, or nothing
 * attributes it. `mayGuess` allows the document to decide: where it names the subject and no other text with such
 * parts.
 */
export function wholeOf(
  utterance: Utterance,
  { group, name, first, next }: Numbered,
  relation: TopicRelation,
  mayGuess: boolean,
): 'name' | 'reference' | undefined {
  const { words, grammar, reading, discourse } = utterance;
  const isOwn = ({ mention }: Named): boolean =>
    mention.terms.some(({ entry }) => relation.concepts.has(entry.concept.id));
  if (name && isOwn(name)) return 'name';
  if (group?.possessive !== undefined) {
    const owner = utterance.ownerOf(group, relation);
    return owner === 'other' ? undefined : owner?.by;
  }
  // A number belongs to the whole that the sentence names: "Objective 1 of the plan", "In its plan, objective 4 is …".
  const isOfOther = grammar.hasRole(reading.sentence.tokens[next], 'of');
  if (isOfOther || relation.rivals.isIn(words.slice(0, first))) return undefined;
  if (reading.groups.some(({ named }) => named.some((each) => each.next <= first && isOwn(each)))) return 'name';
  const named = utterance.namedLast(first, relation, (each) => relation.rivals.isIn(each.words));
  if (named) return named === 'other' ? undefined : 'reference';
  return mayGuess && discourse.isNamed(relation.file.subjects[0]!) ? 'reference' : undefined;
}
