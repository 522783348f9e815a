import type { Numbered } from './numbered';
import type { Utterance } from '../utterance';
import { topicNextTo } from './topicLinks';
import { type FoundTopic, type TopicRelation } from './topics';
import type { LinkedTopics } from '../linkWords';

/**
 * The number of the one topic that the sentence gives to a part; `undefined` where it gives none or several, or the
 * right one among others.
 */
export function commonNumber(
  utterance: Utterance,
  part: Numbered,
  parts: readonly Numbered[],
  i: number,
  topics: readonly FoundTopic[],
  relation: TopicRelation,
): number | undefined {
  const from = parts[i - 1]?.end ?? 0;
  const to = parts[i + 1]?.first ?? utterance.words.length;
  const near = topics.filter(
    (topic) => topic.first >= from && topic.next <= to && (topic.first >= part.next || topic.next <= part.first),
  );
  const linked = topicNextTo(utterance, part, { first: from, next: to }, near, relation);
  if (!linked) return undefined;
  // Other statements about the part may be right, and this one only a continuation.
  const others = linked.isStrict ? linked.topics : near;
  return numberOf(linked, others, part.number);
}

export function numberOf({ topics }: LinkedTopics, others: readonly FoundTopic[], own: number): number | undefined {
  if (others.some(({ numbers }) => numbers.has(own))) return undefined;
  const telling = topics.filter(({ isTelling }) => isTelling).map(({ numbers }) => firstNumber(numbers));
  if (telling.length === 0) return undefined;
  const [first] = telling;
  // A number that fits one of them must fit them all.
  return telling.every((number) => number === first) ? first : undefined;
}

/** The first of the numbers that a topic fits. */
export function firstNumber(numbers: ReadonlySet<number>): number {
  const [first] = numbers;
  return first!;
}
