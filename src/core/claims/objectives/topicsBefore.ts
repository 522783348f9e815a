import type { Range } from '../../reading/nodes';
import { isVerbOf } from '../field';
import type { Numbered } from './numbered';
import type { Utterance } from '../utterance';
import type { FoundTopic, TopicRelation } from './topics';
import { isCopula, type LinkedTopics, linkedWithin, NEAR } from '../linkWords';

/** The topics before a part that an adjacent word or verb assigns to it. */
export function topicsBefore(
  utterance: Utterance,
  part: Numbered,
  bounds: Range,
  near: readonly FoundTopic[],
  relation: TopicRelation,
): LinkedTopics | undefined {
  const {
    sentence: { tokens },
    nodes,
    groups,
  } = utterance.reading;
  const start = groups.reduce(
    (first, group) =>
      group.first <= part.first &&
      group.next >= part.next &&
      group.first < first &&
      (group.head === part.first || group.named.length > 0)
        ? group.first
        : first,
    part.first,
  );
  const q = start - 1;
  const mark = tokens[q]?.folded;
  if (mark === '(' || mark === '[') {
    // "Portability of benefits (Objective 22)": the noun group directly before is the topic, not a group that contains
    // it.
    const topic = near.filter(({ next }) => next <= q).at(-1);
    const group =
      topic &&
      groups.find(
        (each) =>
          each.first <= topic.first &&
          each.end >= q - 1 &&
          each.quantity === undefined &&
          isOpenedBy(utterance, each.first, topic.first),
      );
    return group
      ? { topics: near.filter(({ first, next }) => first >= group.first && next <= q), isStrict: true }
      : undefined;
  }
  const here = nodes.findIndex(({ next }) => next > start);
  for (let i = here - 1; i >= 0 && i >= here - 8; i--) {
    const node = nodes[i]!;
    if (node.kind === 'stop' || node.kind === 'colon' || node.kind === 'open' || node.next <= bounds.first)
      return undefined;
    if (node.kind === 'verb') {
      const isPlaced = isVerbOf(relation.placed, node, utterance.reading) || isCopula(utterance, node);
      if (node.negated || (!isPlaced && !isVerbOf(relation.tells, node, utterance.reading))) return undefined;
      const inFront = near.filter(
        ({ first, next }) => first >= bounds.first && next <= node.first && next > node.first - 30,
      );
      if (inFront.length > 0 && isPlaced) return { topics: inFront, isStrict: false };
      // "Devoted to trafficking, Objective 10 …"
      return node.form !== 'finite' ? linkedWithin(near, node.next, start, false, NEAR) : undefined;
    }
  }
  return undefined;
}

/** Whether only a determiner precedes a token of a group. */
function isOpenedBy(
  {
    reading: {
      sentence: { tokens },
      grammar,
    },
  }: Utterance,
  from: number,
  to: number,
): boolean {
  return tokens
    .slice(from, to)
    .every(
      (token) =>
        token.folded === "'" ||
        token.folded.length === 1 ||
        grammar.is(token, 'definite') ||
        grammar.is(token, 'indefinite') ||
        grammar.isContracted(token),
    );
}
