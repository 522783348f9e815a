import type { Node, VerbGroup } from '../reading/nodes';
import { isVerbOf } from './field';
import type { Utterance } from './utterance';
import type { TopicRelation, FoundTopic } from './objectives/topics';

/** Whether a verb introduces a topic, or is a copula. */
export function tellsOrIs(utterance: Utterance, verb: VerbGroup, relation: TopicRelation): boolean {
  return !verb.negated && (isVerbOf(relation.tells, verb, utterance.reading) || isCopula(utterance, verb));
}

/** Whether a verb is a copula. */
export function isCopula({ grammar }: Utterance, verb: VerbGroup): boolean {
  return verb.lemmas.some((lemma) => grammar.isVerb(lemma, 'copula'));
}

/** A State, the Compact: the agent of a commitment in a part. */
export function isActor(utterance: Utterance, group: Node, relation: TopicRelation): boolean {
  return group.kind === 'noun' && (relation.actors.isIn(group.words) || utterance.own(group, relation) !== undefined);
}

/** The topics that a sentence gives to a part; strict where they are adjacent to it. */
export interface LinkedTopics {
  readonly topics: readonly FoundTopic[];
  readonly isStrict: boolean;
}

/** The topics within a range, if the first of them is within reach of its start, in tokens. */
export function linkedWithin(
  near: readonly FoundTopic[],
  from: number,
  to: number,
  isStrict: boolean,
  reach: number,
): LinkedTopics | undefined {
  const topics = near.filter(({ first, next }) => first >= from && next <= to);
  return topics.length > 0 && topics[0]!.first - from <= reach ? { topics, isStrict } : undefined;
}

/** The maximal distance of a topic from its link, in tokens. */
export const FAR = 18;

export const NEAR = 8;
