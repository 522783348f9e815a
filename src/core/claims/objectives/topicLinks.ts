import type { Range } from '../../reading/nodes';
import { isVerbOf } from '../field';
import type { Numbered } from './numbered';
import type { Utterance } from '../utterance';
import type { FoundTopic, TopicRelation } from './topics';
import { isActor, type LinkedTopics } from '../linkWords';
import { topicsAfter } from './topicsAfter';
import { topicsBefore } from './topicsBefore';

/**
 * The topics that a sentence gives to a part: in brackets, after a colon or "on", in apposition, as the object of its
 * verb, or as the matter that a verb assigns to it. `near` are the topics between the part and the neighbouring parts.
 */
export function topicNextTo(
  utterance: Utterance,
  part: Numbered,
  bounds: Range,
  near: readonly FoundTopic[],
  relation: TopicRelation,
): LinkedTopics | undefined {
  return (
    topicsAfter(utterance, part, bounds, near, relation) ??
    topicsBefore(utterance, part, bounds, near, relation) ??
    topicsWithin(utterance, part, bounds, near, relation)
  );
}

/**
 * "Under Objective 7 States vow to …", "the Compact asks States to … under Objective 19": the act of an agent within
 * the part.
 */
function topicsWithin(
  utterance: Utterance,
  part: Numbered,
  bounds: Range,
  near: readonly FoundTopic[],
  relation: TopicRelation,
): LinkedTopics | undefined {
  const { nodes } = utterance.reading;
  const here = nodes.findIndex(({ next }) => next > part.first);
  const isInside =
    [1, 2].some((back) => nodes[here - back]?.kind === 'preposition') ||
    utterance.argumentsOf(part.group!).some(({ role }) => role === 'complement');
  if (!isInside) return undefined;
  for (let i = 0; i < nodes.length; i++) {
    const verb = nodes[i]!;
    if (
      verb.kind !== 'verb' ||
      verb.negated ||
      verb.form === 'participle' ||
      !isVerbOf(relation.commits, verb, utterance.reading)
    )
      continue;
    if (
      !nodes
        .slice(0, i + 3)
        .some(
          (each) =>
            each.kind === 'noun' &&
            isActor(utterance, each, relation) &&
            each.first < verb.next + 4 &&
            Math.abs(verb.first - each.next) < 12,
        )
    )
      continue;
    const inFront = near.filter(({ first, next }) => first >= verb.next && next <= part.first);
    if (inFront.length > 0 && verb.first < part.first) return { topics: inFront, isStrict: false };
    const following = near.filter(({ first }) => first >= Math.max(part.end, verb.next));
    return following.length > 0 && bounds.next > verb.first ? { topics: following, isStrict: false } : undefined;
  }
  return undefined;
}
