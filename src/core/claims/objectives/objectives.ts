import type { Claim } from '../claim';
import type { Records } from '../records';
import type { Surroundings } from '../../surroundings/surroundings';
import { numberedIn } from './numbered';
import type { Utterance } from '../utterance';
import { count, text, type ClaimMessage, type Value } from '../claimMessage';
import { topicsIn, type TopicRelation } from './topics';
import { wholeOf } from '../counts/wholes';
import { commonNumber } from './objectiveTopics';
import { pairedNumbers } from './objectivePairs';
import { partOfRow, numberOfRow } from './objectiveRows';
import { isDenied } from './objectiveDenials';

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
  const { sentence } = utterance.reading;
  const isNamed = relation.names.isIn(utterance.words);
  const topics = topicsIn(utterance.words, relation);
  const isSpokenOf = isNamed || speaksOf(utterance, relation, surroundings);
  if (
    (!isSpokenOf && topics.length === 0) ||
    relation.proposed.isIn(utterance.words) ||
    utterance.discourse.isRefuted(utterance.site)
  )
    return [];
  const row = partOfRow(utterance, relation, surroundings);
  // Another cell may contain a question.
  if (utterance.reading.modality !== 'asserted' && !(row && utterance.reading.modality === 'asked')) return [];
  const parts = row ? [row] : numberedIn(utterance, relation, isSpokenOf);
  if (parts.length === 0) return [];
  const [counted] = records.facts(relation.file.subjects[0]!, relation.file.count);
  const most = Number(counted?.value);
  const claims: Claim[] = [];
  const base = {
    lang: utterance.lang,
    concept: relation.file.subjects[0]!,
    severity: 'warning' as const,
    safe: false,
    evidence: [],
  };
  for (const part of parts) {
    if (isDenied(utterance, part)) continue;
    if (part.number > most || part.number === 0) {
      const whole = part.isBare || part.isInList ? undefined : wholeOf(utterance, part, relation, surroundings, false);
      if (whole)
        claims.push({
          ...base,
          ...utterance.span({
            first: Math.min(part.first, part.at.first),
            next: part.at.next > part.first ? Math.max(part.at.next, part.next) : part.next,
          }),
          certainty: whole === 'name' ? 'certain' : 'likely',
          rule: 'fact-mismatch',
          facts: [counted!.id],
          message: {
            template: relation.file.messages.missing!,
            values: { most: count(most), number: count(part.number) },
          },
          instead: [],
        });
    }
  }
  const meant = row
    ? numberOfRow(utterance, row, topics)
    : (pairedNumbers(parts, topics, utterance, relation) ??
      parts.map((part, i) =>
        part.number > most || part.isInList ? undefined : commonNumber(utterance, part, parts, i, topics, relation),
      ));
  parts.forEach((part, i) => {
    const number = meant[i];
    if (number === undefined || number === part.number || part.number > most || (!row && isDenied(utterance, part)))
      return;
    const whole = row ? ('reference' as const) : wholeOf(utterance, part, relation, surroundings, true);
    if (!whole) return;
    const fact = counted!;
    const instead = /\d/.test(sentence.tokens[part.at.first]!.folded) ? [String(number)] : [];
    claims.push({
      ...base,
      ...utterance.span(part.at),
      certainty: whole === 'name' && topics.length > 0 ? 'certain' : 'likely',
      rule: 'confused-concept',
      facts: [fact.id],
      message: otherTopic(relation, part.number, number),
      instead,
    });
  });
  return claims;
}

function otherTopic(relation: TopicRelation, wrong: number, right: number): ClaimMessage {
  return {
    template: relation.file.messages.other!,
    values: {
      wrong: count(wrong),
      wrongTopic: topicOf(wrong, relation)!,
      right: count(right),
      rightTopic: topicOf(right, relation)!,
    },
  };
}

function topicOf(number: number, { file }: TopicRelation): Value | undefined {
  const topic = file.topics.find((each) => each.number === number);
  return topic && text(topic.about);
}

/** Whether the preceding sentence is about the parts, so that a bare number may denote one. */
function speaksOf(utterance: Utterance, relation: TopicRelation, surroundings: Surroundings): boolean {
  const { block } = utterance.reading.sentence;
  if (block.kind === 'table-row') return true;
  const { index } = utterance.site;
  return (
    index > 0 &&
    surroundings
      .sentencesOf(block)
      .slice(Math.max(0, index - 2), index)
      .some(({ tokens }) => relation.names.isIn(tokens.map((token) => utterance.grammar.singularOf(token))))
  );
}
