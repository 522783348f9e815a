import type { Surroundings } from '../surroundings/surroundings';
import { cellsOf } from '../reading/cells';
import type { Range } from '../reading/nodes';
import type { Reading } from '../reading/read';
import type { Statement } from '../reading/statement';
import { questionAbove } from '../reading/topic';
import { isVerbOf } from './field';
import type { Numbered } from './numbered';
import type { Utterance } from './utterance';
import { topicNextTo } from './topicLinks';
import { topicsIn, type FoundTopic, type TopicRelation } from './topics';
import type { LinkedTopics } from './linkWords';

/**
 * The number of the one topic that the sentence gives to a part; `undefined` where it gives none or several, or the
 * right one among others.
 */
export function commonNumber(
  utterance: Utterance,
  part: Numbered,
  parts: readonly Numbered[],
  i: number,
  topics: readonly FoundTopic[],
  relation: TopicRelation,
): number | undefined {
  const from = parts[i - 1]?.end ?? 0;
  const to = parts[i + 1]?.first ?? utterance.words.length;
  const near = topics.filter(
    (topic) => topic.first >= from && topic.next <= to && (topic.first >= part.next || topic.next <= part.first),
  );
  const linked =
    topicNextTo(utterance, part, { first: from, next: to }, near, relation) ??
    (parts.length === 1 && near.length === 0 ? ofEntry(utterance, part, relation) : undefined);
  if (!linked) return undefined;
  // Other statements about the part may be right, and this one only a continuation.
  const others = linked.isStrict ? linked.topics : near;
  return numberOf(linked, others, part.number);
}

/** "| Cheaper transfers home | Objective 19 |": a separate cell, in a row with the topic in one other cell. */
export function numberOfOtherCell(
  utterance: Utterance,
  part: Numbered,
  topics: readonly FoundTopic[],
  { prose }: Surroundings,
): number | undefined {
  const { sentence } = utterance.reading;
  if (sentence.block.kind !== 'table-row') return undefined;
  const cells = cellsOf(sentence, prose);
  const isIn = ({ first, next }: Range, cell: Range): boolean => first >= cell.first && next <= cell.next;
  const own = cells.find((cell) => isIn(part, cell));
  const others = cells.filter((cell) => cell !== own && topics.some((topic) => isIn(topic, cell)));
  if (
    !own ||
    own.next > Math.max(part.next, part.end) ||
    part.first - own.first > LONGEST_ARTICLE ||
    others.length === 0
  )
    return undefined;
  const inside = topics.filter((topic) => others.some((each) => isIn(topic, each)));
  // "| human smuggling | smuggling of migrants | Objective 10 |": several cells with the same topic.
  if (others.length > 1 && new Set(inside.map(({ numbers }) => firstNumber(numbers))).size > 1) return undefined;
  const [cell] = others;
  // A mere mention of a topic may serve another objective.
  const length = inside.filter(({ isTelling }) => isTelling).reduce((sum, { first, next }) => sum + next - first, 0);
  return length * 3 >= cell!.next - cell!.first
    ? numberOf({ topics: inside, isStrict: true }, inside, part.number)
    : undefined;
}

/**
 * "**Smuggling of migrants.** … It is the matter of Objective 9", "**Remittances** – Money sent home. Objective 20.":
 * the topic in the head of an entry, where the sentence refers to it. "… remittances. The Compact devotes Objective 20
 * to them": the topic precedes.
 */
function ofEntry(utterance: Utterance, { group }: Numbered, relation: TopicRelation): LinkedTopics | undefined {
  const { statements, nodes } = utterance.reading;
  const { discourse, site } = utterance;
  const head = discourse.openingOf(site);
  const isBare = group !== undefined && nodes[0] === group && statements.every(({ verb }) => verb === undefined);
  // "Which objective speaks of return? Objective 21."
  const asked = head === undefined && isBare ? questionAbove(site.block, discourse) : undefined;
  const ofQuestion =
    asked && relation.names.isIn(wordsOf(asked, Infinity, utterance))
      ? topicsIn(wordsOf(asked, Infinity, utterance), relation)
      : [];
  if (ofQuestion.length > 0) return { topics: ofQuestion, isStrict: false };
  if (!head) return undefined;
  const isGiven = statements.some(
    (statement) =>
      isVerbOf(relation.placed, statement.verb, utterance.reading) &&
      group !== undefined &&
      statement.objects.includes(group) &&
      hasRecipient(statement),
  );
  const speaksOfHead =
    isGiven ||
    isBare ||
    statements.some(
      ({ kind, verb, subjects, omitsSubject }) =>
        kind === 'main' && (omitsSubject || subjects[0]?.pronoun === 'thing' || verb?.clitic !== undefined),
    );
  const topics = speaksOfHead ? topicsOfHead(head, utterance, relation) : [];
  if (topics.length === 1) return { topics, isStrict: false };
  const previous = isGiven
    ? topicsIn(wordsOf(discourse.readingsBefore(site, 1)[0]!, Infinity, utterance), relation)
    : [];
  return previous.length === 1 ? { topics: previous, isStrict: false } : undefined;
}

/**
 * The topics in the head of an entry: in its first sentence without a verb, or in the text before its dash or colon.
 */
function topicsOfHead(opening: Reading, utterance: Utterance, relation: TopicRelation): readonly FoundTopic[] {
  const end =
    opening.nodes.find(({ kind }) => kind === 'dash' || kind === 'colon')?.first ?? opening.sentence.tokens.length;
  const isHead = end <= LONGEST_HEAD && !opening.statements.some(({ verb }) => verb !== undefined && verb.first < end);
  return isHead ? topicsIn(wordsOf(opening, end, utterance), relation) : [];
}

/** "devotes it to them", "leur consacre" */
function hasRecipient({ verb, complements }: Statement): boolean {
  return (
    verb?.clitic !== undefined ||
    complements.some(
      ({ roles, group }) =>
        roles.has('to') && group.kind === 'noun' && (group.pronoun === 'thing' || group.pronoun === 'several'),
    )
  );
}

function wordsOf({ sentence: { tokens } }: Reading, end: number, { grammar }: Utterance): readonly string[] {
  return tokens.slice(0, end).map((token) => grammar.singularOf(token));
}

/** In tokens. */
const LONGEST_HEAD = 12;

/** In tokens: "L'" */
const LONGEST_ARTICLE = 2;

export function numberOf({ topics }: LinkedTopics, others: readonly FoundTopic[], own: number): number | undefined {
  if (others.some(({ numbers }) => numbers.has(own))) return undefined;
  const telling = topics.filter(({ isTelling }) => isTelling).map(({ numbers }) => firstNumber(numbers));
  if (telling.length === 0) return undefined;
  const [first] = telling;
  // A number that fits one of them must fit them all.
  return telling.every((number) => number === first) ? first : undefined;
}

/** The first of the numbers that a topic fits. */
export function firstNumber(numbers: ReadonlySet<number>): number {
  const [first] = numbers;
  return first!;
}
