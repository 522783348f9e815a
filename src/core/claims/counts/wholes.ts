import type { Surroundings } from '../../surroundings/surroundings';
import type { Block } from '../../prose/prose';
import type { Numbered } from '../objectives/numbered';
import type { Utterance } from '../utterance';
import type { TopicRelation } from '../objectives/topics';
import type { Text } from '../../reading/text';

/**
 * How a numbered part is attributed to the relation's subject; `undefined` where it belongs to another text, or nothing
 * attributes it. `mayGuess` allows the document to decide: where it names the subject and no other text with such
 * parts.
 */
export function wholeOf(
  utterance: Utterance,
  part: Numbered,
  relation: TopicRelation,
  surroundings: Surroundings,
  mayGuess: boolean,
): 'name' | 'reference' | undefined {
  const {
    sentence: { tokens },
    grammar,
    groups,
  } = utterance.reading;
  const named = groups
    .flatMap((each) => each.named)
    .filter(({ mention }) => mention.terms.some(({ entry }) => relation.concepts.has(entry.concept.id)));
  if (
    named.some(
      ({ first, next }) =>
        (first <= part.first && next > part.first) ||
        (first >= part.first && first <= part.next + 2) ||
        (next <= part.first &&
          next >= part.first - 2 &&
          tokens.slice(next, part.first).every(({ folded }) => folded === "'" || folded === 's')),
    )
  )
    return 'name';
  const { group } = part;
  if (group && group.possessive !== undefined) {
    const owner = utterance.ownerOf(group, relation);
    return owner && owner !== 'other' ? owner.by : undefined;
  }
  for (const owner of group?.owners ?? []) if (utterance.own(owner, relation)) return 'reference';
  const following = tokens[part.next];
  if (following && grammar.rolesOf(following)?.has('of')) return undefined;
  // "Objective 1 in the plan but objective 8 in the Compact"
  const isIn =
    following !== undefined &&
    grammar.rolesOf(following)?.has('in') === true &&
    relation.plans.indexIn(utterance.words.slice(part.next + 1, part.next + 4)) >= 0;
  if (isIn) return undefined;
  const plan = relation.plans.indexIn(utterance.words.slice(0, part.first));
  const before = named.filter(({ next }) => next <= part.first).at(-1);
  if (plan >= 0) return undefined;
  if (before) return 'name';
  return lastNamed(utterance, relation, surroundings, named.length > 0, mayGuess);
}

/** The last referent of the preceding sentences: the subject, or another text with such parts. */
function lastNamed(
  utterance: Utterance,
  relation: TopicRelation,
  surroundings: Surroundings,
  isNamedAfter: boolean,
  mayGuess: boolean,
): 'reference' | undefined {
  const { block } = utterance.reading.sentence;
  let left = MOST_SENTENCES;
  const lookIn = (text: Text, current: Block, from: number): 'subject' | 'plan' | undefined => {
    const sentences = text.sentencesOf(current);
    for (let i = Math.min(from, sentences.length) - 1; i >= 0 && left > 0; i--, left--) {
      if (
        text
          .mentionsIn(sentences[i]!)
          .some(({ terms }) => terms.some(({ entry }) => relation.concepts.has(entry.concept.id)))
      )
        return 'subject';
      const words = sentences[i]!.tokens.map(({ folded }) => utterance.grammar.singular(folded));
      // "The Urban Compact for Reading has 26 objectives."
      const isOfOther =
        current === block &&
        relation.names.isIn(words) &&
        utterance.discourse
          .readingIn(text, sentences[i]!)
          .statements.some(
            ({ kind, subjects: [subject] }) =>
              kind === 'main' && subject?.isProper === true && subject.pronoun === undefined,
          );
      if (isOfOther) return 'plan';
    }
    return undefined;
  };
  let found = lookIn(surroundings, block, utterance.site.index);
  for (const { text, block: current } of utterance.discourse.blocksBefore(block)) {
    if (found !== undefined || left <= 0) break;
    found = lookIn(text, current, Infinity);
    if (!mayGuess) break;
  }
  if (found !== undefined) return found === 'subject' ? 'reference' : undefined;
  return isNamedAfter || (mayGuess && utterance.discourse.isNamed(relation.file.subjects[0]!))
    ? 'reference'
    : undefined;
}

/** The maximal number of preceding sentences. */
const MOST_SENTENCES = 60;
