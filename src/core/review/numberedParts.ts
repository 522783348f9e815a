import { topicRelationOf, topicsIn } from '../claims/objectives/topics';
import type { Fact } from '../termbase/concept';
import type { Comparison } from './comparison';
import type { QuoteSite } from './quoteSite';
import type { Values } from './values';

/** The facts of the numbered parts of a text, whose number is in the statement. */
export function isNumbered({ subject }: Fact): boolean {
  return isPart(subject);
}

/** The numbers of the parts in a quote: "9", "Objective 9 of the Compact". */
export function partsIn({ numbers, names }: Values): readonly number[] {
  const named = names.flatMap(({ terms }) =>
    terms.slice(0, 1).flatMap(({ entry: { concept } }) => (isPart(concept.id) ? [partOf(concept.id)] : [])),
  );
  return [...numbers.map(({ value }) => value), ...named];
}

/** "Objective 9" is right where the sentence is on the topic of objective 9 only. */
export function compareNumbered(
  numbers: readonly number[],
  { utterance, lang, first, next }: QuoteSite,
  fact: Fact,
): readonly Comparison[] {
  if (numbers.length === 0) return [];
  const topics = topicsIn(utterance.words, topicRelationOf(lang));
  const outside = topics.filter((topic) => topic.first >= next || topic.next <= first);
  const isOnTopic =
    numbers.length === 1 &&
    outside.every((topic) => topic.numbers.has(numbers[0]!)) &&
    outside.some(({ telling }) => telling !== undefined);
  if (isOnTopic) return ['agrees'];
  return [numbers.some((number) => number !== partOf(fact.subject)) ? 'contradicts' : 'open'];
}

function isPart(concept: string): boolean {
  const { concepts, file } = topicRelationOf('en');
  return concepts.has(concept) && !file.subjects.includes(concept);
}

function partOf(concept: string): number {
  return Number(/\d+$/.exec(concept)?.[0]);
}
