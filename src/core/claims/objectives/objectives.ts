import type { Range } from '../../reading/nodes';
import type { Surroundings } from '../../surroundings/surroundings';
import { claimAt, type Claim, count, text, type Value } from '../claim';
import type { Records } from '../records';
import { conceptIn, type Utterance } from '../utterance';
import { numberedIn, wholeOf, type Numbered } from './numbered';
import { topicRelationOf, topicsIn, type FoundTopic, type TopicRelation } from './topics';

/** "Objective 24 of the Compact" does not exist; "Objective 9 on trafficking" is Objective 10. */
export function objectiveClaims(utterance: Utterance, records: Records, surroundings: Surroundings): readonly Claim[] {
  const { words, discourse, site, reading, lang } = utterance;
  const relation = topicRelationOf(lang);
  const { file, units } = relation;
  const concept = file.subjects[0]!;
  const [counted] = records.facts(concept, file.property);
  const isRow = site.block.kind === 'table-row';
  // Another cell of a row may contain a question.
  const isSaid = reading.modality === 'asserted' || (isRow && reading.modality === 'asked');
  if (!counted) return [];
  if (!isSaid || discourse.isRefuted(site)) return utterance.setAside('not-said') ?? [];
  if (relation.unless.isIn(words)) return utterance.setAside('other-thing') ?? [];
  const above = wordsAbove(utterance, surroundings);
  // A row of a table about the parts of another text.
  if (isRow && above.some((each) => relation.rivals.isIn(each))) return [];
  const isAbout = [words, ...above].some((each) => units.isIn(each));
  const parts = numberedIn(utterance, relation, isAbout);
  const topics = topicsIn(words, relation).filter((topic) => !isInName(utterance, topic, parts, concept));
  const most = Number(counted.value);
  return parts.flatMap((part, i): readonly Claim[] => {
    const [number] = part.numbers as readonly [number];
    if (part.numbers.length > 1) return utterance.setAside('part-of-number') ?? [];
    if (!isRow && isDenied(utterance, part)) return utterance.setAside('not-said') ?? [];
    const isMissing = number > most;
    const other = isMissing ? undefined : topicOf(utterance, parts, i, topics);
    if (isMissing ? part.isBare : other === undefined || other === number) return [];
    const by = wholeOf(utterance, part, relation, !isMissing);
    if (!by) return utterance.setAside('other-owner') ?? [];
    const subject = { concept, by };
    const facts = [counted.id];
    if (other === undefined) {
      const values = { most: count(most), number: count(number) };
      const message = { template: file.messages.missing!, values };
      return [claimAt(utterance, part, subject, { facts, message, instead: [] })];
    }
    const wrong = { wrong: count(number), wrongTopic: topicValue(number, relation) };
    const values = { right: count(other), rightTopic: topicValue(other, relation), ...wrong };
    const message = { template: file.messages.other!, values };
    const instead = /\d/.test(reading.sentence.tokens[part.at.first]!.folded) ? [String(other)] : [];
    return [claimAt(utterance, part.at, subject, { rule: 'confused-concept', facts, message, instead })];
  });
}

/**
 * The number of the topic that the sentence gives to a part: the nearest one between its neighbours, after it or before
 * it. `undefined` where the topics near it disagree, or one of them is its own.
 */
function topicOf(
  { words }: Utterance,
  parts: readonly Numbered[],
  i: number,
  topics: readonly FoundTopic[],
): number | undefined {
  const part = parts[i]!;
  const from = parts[i - 1]?.end ?? 0;
  const to = parts[i + 1]?.first ?? words.length;
  const isLinked = (first: number, next: number): boolean =>
    next - first <= REACH && !words.slice(first, next).some((word) => /^[;.!]$/.test(word));
  const isNear = (topic: FoundTopic, { first, end }: Numbered): boolean =>
    topic.first >= end ? isLinked(end, topic.first) : isLinked(topic.next, first);
  // A topic that is linked to the part to which it belongs: "| Objective 2 | fair recruitment | objective 6 |".
  const isOfOther = (topic: FoundTopic): boolean =>
    parts.some(
      (other) => other !== part && other.numbers.some((number) => topic.numbers.has(number)) && isNear(topic, other),
    );
  const near = topics.filter((topic) => topic.first >= from && topic.next <= to && !isOfOther(topic));
  if (near.some(({ numbers }) => numbers.has(part.numbers[0]!))) return undefined;
  const linked = near.filter((topic) => isNear(topic, part));
  const after = linked.filter(({ first }) => first >= part.end);
  const before = linked.filter(({ next }) => next <= part.first);
  const isAfter =
    before.length === 0 || (after.length > 0 && after[0]!.first - part.end <= part.first - before.at(-1)!.next);
  const numbers = (isAfter ? after : before).flatMap(({ telling }) => telling ?? []);
  return numbers.every((number) => number === numbers[0]) ? numbers[0] : undefined;
}

/** Whether words belong to the name of the whole: "the Compact for Safe, Orderly and Regular Migration". */
function isInName({ reading }: Utterance, { first, next }: Range, parts: readonly Numbered[], whole: string): boolean {
  const names = reading.groups.flatMap(({ named }) => named).filter((name) => name.first <= first && next <= name.next);
  return names.some(
    (name) =>
      conceptIn(name.mention, { concepts: new Set([whole]) }) ||
      parts.some(({ at }) => name.first <= at.first && at.next <= name.next),
  );
}

/** In tokens: the maximal distance of a topic from its part. */
const REACH = 18;

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

/** The words of the two preceding sentences, or of the header of a row's table, its caption and the heading above. */
function wordsAbove(
  { discourse, site, grammar }: Utterance,
  surroundings: Surroundings,
): readonly (readonly string[])[] {
  const { block } = site;
  const titles = block.kind === 'table-row' ? [surroundings.tableHeadOf(block), ...surroundings.titlesOf(block)] : [];
  const sentences =
    titles.length > 0
      ? titles.flatMap((each) => surroundings.sentencesOf(each))
      : discourse.readingsBefore(site, 2).map(({ sentence }) => sentence);
  return sentences.map(({ tokens }) => tokens.map((token) => grammar.singularOf(token)));
}
