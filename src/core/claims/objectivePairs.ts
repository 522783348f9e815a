import type { Node } from '../reading/nodes';
import type { Numbered } from './numbered';
import type { Utterance } from './utterance';
import type { FoundTopic, TopicRelation } from './topics';
import { firstNumber } from './objectiveTopics';

/** "objectives 9 and 10 on smuggling and trafficking": as many topics as numbers, in the same order. */
export function pairedNumbers(
  parts: readonly Numbered[],
  topics: readonly FoundTopic[],
  utterance: Utterance,
  relation: TopicRelation,
): readonly (number | undefined)[] | undefined {
  const inTurn = gapped(parts, topics, utterance);
  if (inTurn) return inTurn;
  if (parts.length < 2 || !parts.every(({ isInList, first }) => isInList && first === parts[0]!.first))
    return undefined;
  const after = topics.filter((topic) => topic.first >= parts[0]!.next && topic.isTelling);
  const next = parts[0]!.end;
  const { tokens } = utterance.reading.sentence;
  const opens = tokens.slice(next, next + 2).some(({ folded }) => relation.on.has(folded) || /^[(:–—]$/.test(folded));
  if (after.length !== parts.length || topics.length !== after.length || !opens) return parts.map(() => undefined);
  const numbers = after.map((topic) => firstNumber(topic.numbers));
  const isOrdered = tokens.some(({ folded }) => relation.respectively.has(folded));
  const isSameSet = numbers.every((number) => parts.some((part) => part.number === number));
  if (isSameSet && !isOrdered) return parts.map(() => undefined);
  return parts.map((part, i) => (isOrdered || !numbers.includes(part.number) ? numbers[i] : undefined));
}

/**
 * "Smuggling is the subject of Objective 9, trafficking that of Objective 10": each topic precedes its part, and a
 * pronoun replaces the noun.
 */
function gapped(
  parts: readonly Numbered[],
  topics: readonly FoundTopic[],
  { reading: { nodes } }: Utterance,
): readonly number[] | undefined {
  const isInTurn =
    parts.length > 1 &&
    topics.length === parts.length &&
    topics.every(
      ({ isTelling, first, next }, i) =>
        isTelling && next <= parts[i]!.first && (i === 0 || first >= parts[i - 1]!.next),
    );
  const isAntecedent = (part: Numbered, topic: FoundTopic): boolean =>
    nodes.some(
      (node, i) =>
        node.first >= topic.next &&
        node.first < part.at.first &&
        (node.kind === 'noun' ? node.pronoun === 'other' : isThatOf(node, nodes[i + 1])),
    );
  return isInTurn && parts.every((part, i) => i === 0 || isAntecedent(part, topics[i]!))
    ? topics.map(({ numbers }) => firstNumber(numbers))
    : undefined;
}

/** "that of" */
function isThatOf({ kind }: Node, after: Node | undefined): boolean {
  return (kind === 'that' || kind === 'relative') && after?.kind === 'preposition' && after.roles?.has('of') === true;
}
