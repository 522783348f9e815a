import type { Range } from '../reading/nodes';
import { isVerbOf } from './field';
import type { Numbered } from './numbered';
import type { Utterance } from './utterance';
import type { FoundTopic, TopicRelation } from './topics';
import { tellsOrIs, isCopula, isActor, type LinkedTopics, linkedWithin, NEAR } from './linkWords';
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
    topicsWithin(utterance, part, bounds, near, relation) ??
    topicsStated(utterance, part, bounds, near, relation)
  );
}

/** "Objective 9 opens the second part and deals with …": the predicate of a statement with the part as subject. */
function topicsStated(
  utterance: Utterance,
  { group }: Numbered,
  bounds: Range,
  near: readonly FoundTopic[],
  relation: TopicRelation,
): LinkedTopics | undefined {
  for (const { verb, subjects, objects, complements, next } of utterance.reading.statements) {
    if (!verb || !group || isCopula(utterance, verb) || !tellsOrIs(utterance, verb, relation)) continue;
    // "C'est sur l'accès aux services que porte l'objectif 15"
    const [front] = complements;
    const cleft =
      (subjects[0] ?? objects[0]) === group && group.first > verb.main && front && front.next <= verb.first
        ? linkedWithin(near, front.first, front.group.kind === 'noun' ? front.group.end : front.next, false, NEAR)
        : undefined;
    if (cleft) return cleft;
    if (!subjects.some((subject) => subject === group || subject.owners.includes(group))) continue;
    const found =
      linkedWithin(near, verb.next, Math.min(next, bounds.next), false, NEAR) ??
      (verb.passive === false ? undefined : linkedWithin(near, verb.next, group.first, false, NEAR));
    if (found) return found;
  }
  return undefined;
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
