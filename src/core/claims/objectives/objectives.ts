import type { Surroundings } from '../../surroundings/surroundings';
import { claimAt, type Claim } from '../claim';
import { count, text, type Value } from '../claimMessage';
import type { Records } from '../records';
import type { Utterance } from '../utterance';
import { numberedIn, type Numbered } from './numbered';
import { isInTableOfPlan, partOfRow } from './rows';
import { topicsIn, type FoundTopic, type TopicRelation } from './topics';
import { wholeOf } from './wholes';

/** "Objective 24 of the Compact" does not exist; "Objective 9 on trafficking" is Objective 10. */
export function objectiveClaims(
  utterance: Utterance,
  relations: readonly TopicRelation[],
  records: Records,
  surroundings: Surroundings,
): readonly Claim[] {
  return relations.flatMap((relation) => claimsOf(utterance, relation, records, surroundings));
}

function claimsOf(
  utterance: Utterance,
  relation: TopicRelation,
  records: Records,
  surroundings: Surroundings,
): readonly Claim[] {
  const { words, discourse, site, reading } = utterance;
  const [counted] = records.facts(relation.file.subjects[0]!, relation.file.property);
  if (!counted || relation.unless.isIn(words) || discourse.isRefuted(site)) return [];
  if (isInTableOfPlan(utterance, relation, surroundings)) return [];
  const row = partOfRow(utterance, relation, surroundings);
  // Another cell may contain a question.
  if (reading.modality !== 'asserted' && !(row && reading.modality === 'asked')) return [];
  const withBare = relation.units.isIn(words) || speaksOf(utterance, relation, surroundings);
  const parts = row ? [row] : numberedIn(utterance, relation, withBare);
  const most = Number(counted.value);
  const topics = topicsIn(words, relation);
  return parts.flatMap((part, i): readonly Claim[] => {
    if (!row && isDenied(utterance, part)) return [];
    const isMissing = part.number > most && part.kind === 'single';
    const other = part.number > most ? undefined : topicOf(utterance, parts, i, topics);
    if (!isMissing && (other === undefined || other === part.number)) return [];
    const whole = row ? 'reference' : wholeOf(utterance, part, relation, surroundings, !isMissing);
    if (!whole) return [];
    const subject = { concept: relation.file.subjects[0]!, by: whole };
    const facts = [counted.id];
    if (isMissing) {
      const values = { most: count(most), number: count(part.number) };
      const message = { template: relation.file.messages.missing!, values };
      return [claimAt(utterance, part, subject, { facts, message, instead: [] })];
    }
    return [
      claimAt(utterance, part.at, subject, {
        rule: 'confused-concept',
        facts,
        message: {
          template: relation.file.messages.other!,
          values: {
            wrong: count(part.number),
            wrongTopic: topicValue(part.number, relation),
            right: count(other!),
            rightTopic: topicValue(other!, relation),
          },
        },
        instead: /\d/.test(reading.sentence.tokens[part.at.first]!.folded) ? [String(other)] : [],
      }),
    ];
  });
}

/**
 * The number of the topic that the sentence gives to a part: the nearest one between its neighbours, after it or before
 * it. `undefined` where the topics near it disagree, or one of them is its own.
 */
function topicOf(
  utterance: Utterance,
  parts: readonly Numbered[],
  i: number,
  topics: readonly FoundTopic[],
): number | undefined {
  const part = parts[i]!;
  if (part.kind === 'list') return undefined;
  const from = parts[i - 1]?.end ?? 0;
  const to = parts[i + 1]?.first ?? utterance.words.length;
  const isLinked = (first: number, next: number): boolean =>
    next - first <= REACH && !utterance.words.slice(first, next).some((word) => /^[;.!]$/.test(word));
  // "| Objective 2 | fair recruitment | objective 6 |": a topic that is linked to the part to which it belongs.
  const isOfOther = ({ numbers, first, next }: FoundTopic): boolean =>
    parts.some(
      (other) =>
        other.number !== part.number &&
        numbers.has(other.number) &&
        (first >= other.end ? isLinked(other.end, first) : isLinked(next, other.first)),
    );
  const near = topics.filter((topic) => topic.first >= from && topic.next <= to && !isOfOther(topic));
  if (near.some(({ numbers }) => numbers.has(part.number))) return undefined;
  const after = near.filter(({ first }) => first >= part.end && isLinked(part.end, first));
  const before = near.filter(({ next }) => next <= part.first && isLinked(next, part.first));
  const isAfter =
    before.length === 0 || (after.length > 0 && after[0]!.first - part.end <= part.first - before.at(-1)!.next);
  const numbers = (isAfter ? after : before).filter(({ isTelling }) => isTelling).map(firstNumber);
  return numbers.every((number) => number === numbers[0]) ? numbers[0] : undefined;
}

/** In tokens: the maximal distance of a topic from its part. */
const REACH = 18;

/** The first of the numbers that a topic fits. */
function firstNumber({ numbers }: FoundTopic): number {
  const [first] = numbers;
  return first!;
}

/** "There is no objective 24", "objective 9 is not about trafficking". */
function isDenied({ reading: { statements } }: Utterance, { group, first }: Numbered): boolean {
  return (
    group?.determiner === 'negative' ||
    statements.some(
      ({ modality, verb, first: from, next }) =>
        from <= first &&
        first < next &&
        ((modality !== 'asserted' && modality !== 'planned') || verb?.negated === true),
    )
  );
}

function topicValue(number: number, { file }: TopicRelation): Value {
  return text(file.topics.find((each) => each.number === number)!.about);
}

/** Whether the preceding sentences are about the parts, so that a bare number may denote one. */
function speaksOf({ reading, site, grammar }: Utterance, relation: TopicRelation, surroundings: Surroundings): boolean {
  const { block } = reading.sentence;
  return surroundings
    .sentencesOf(block)
    .slice(Math.max(0, site.index - 2), site.index)
    .some(({ tokens }) => relation.units.isIn(tokens.map((token) => grammar.singularOf(token))));
}
