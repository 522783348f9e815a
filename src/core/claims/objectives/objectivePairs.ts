import type { Numbered } from './numbered';
import type { Utterance } from '../utterance';
import type { FoundTopic, TopicRelation } from './topics';
import { firstNumber } from './objectiveTopics';

/** "objectives 9 and 10 on smuggling and trafficking": as many topics as numbers, in the same order. */
export function pairedNumbers(
  parts: readonly Numbered[],
  topics: readonly FoundTopic[],
  utterance: Utterance,
  relation: TopicRelation,
): readonly (number | undefined)[] | undefined {
  if (parts.length < 2 || !parts.every(({ isInList, first }) => isInList && first === parts[0]!.first))
    return undefined;
  const after = topics.filter((topic) => topic.first >= parts[0]!.next && topic.isTelling);
  const { tokens } = utterance.reading.sentence;
  const numbers = after.map((topic) => firstNumber(topic.numbers));
  const isOrdered = tokens.some(({ folded }) => relation.respectively.has(folded));
  return parts.map((part, i) => (isOrdered || !numbers.includes(part.number) ? numbers[i] : undefined));
}
