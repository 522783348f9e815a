import type { Range, VerbGroup } from '../reading/nodes';
import { isNounOf, isVerbOf } from './field';
import type { Numbered } from './numbered';
import type { Utterance } from './utterance';
import type { FoundTopic, TopicRelation } from './topics';
import { isRareVerb, tellsOrIs, isCopula, isActor, isSmall, type LinkedTopics, linkedWithin, NEAR } from './linkWords';

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
  if (mark === ':') {
    const topics = near.filter(({ next }) => next <= q && next >= q - NEAR);
    return topics.length > 0 ? { topics, isStrict: true } : undefined;
  }
  // "un objectif au retour, l'objectif 21": the part that received a topic without its number.
  if (mark === ',') {
    const topics = near.filter(({ next }) => next <= q && next >= q - 2);
    const isPart =
      topics.length > 0 &&
      groups.some(
        (group) =>
          isNounOf(relation.names, group) &&
          group.determiner === 'indefinite' &&
          group.next <= topics[0]!.first &&
          topics[0]!.first - group.next <= NEAR,
      );
    if (isPart) return { topics, isStrict: true };
  }
  // "la lutte contre le trafic relève de l'objectif 10": a verb that was parsed as part of the preceding name.
  let k = q;
  while (k > bounds.first && isSmall(utterance, k)) k--;
  const inside = nodes.find(({ first, next }) => first <= k && next > k);
  if (k < q && inside?.kind === 'noun' && isRareVerb(utterance, k, relation)) {
    const inFront = near.filter(({ next }) => next <= k);
    if (inFront.length > 0) return { topics: inFront, isStrict: false };
  }
  const here = nodes.findIndex(({ next }) => next > start);
  const hasTopic = (node: Range): boolean => near.some(({ first, next }) => first < node.next && next > node.first);
  const isJoined = (i: number): boolean =>
    nodes[i - 1]?.kind === 'preposition' && nodes[i - 2]?.kind === 'noun' && hasTopic(nodes[i - 2]!);
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
      // "treats trafficking in persons under Objective 9"
      const between = near.filter(({ first, next }) => first >= node.next && next <= start);
      if (
        node.form === 'finite' &&
        isPlaced &&
        between.length > 0 &&
        isVerbOf(relation.tells, node, utterance.reading) &&
        nodes[here - 1]?.kind === 'preposition'
      )
        return { topics: between, isStrict: false };
      // "Devoted to trafficking, Objective 10 …"
      return node.form !== 'finite' ? linkedWithin(near, node.next, start, false, NEAR) : undefined;
    }
    if (
      node.kind === 'noun' &&
      !isNounOf(relation.field.nouns, node) &&
      !isActor(utterance, node, relation) &&
      node.first < start &&
      node.next <= start
    ) {
      // "la traite relève de l'objectif 9": the group's last word is its verb.
      if (
        isRareVerb(utterance, node.next - 1, relation) &&
        near.some(({ first, next }) => first >= node.first && next < node.next)
      )
        return { topics: near.filter(({ next }) => next < node.next), isStrict: false };
      if (hasTopic(node) || isJoined(i)) continue;
      return undefined;
    }
    if (node.kind === 'relative' && i >= here - 2) {
      // "Trafficking, to which Objective 9 is devoted"
      const verb = nodes.slice(here + 1, here + 4).find((each) => each.kind === 'verb');
      const inFront = near.filter(({ first, next }) => first >= bounds.first && next <= node.first);
      return verb && inFront.length > 0 && tellsOrIs(utterance, verb as VerbGroup, relation)
        ? { topics: inFront.slice(-1), isStrict: false }
        : undefined;
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
