import type { Claim } from './claim';
import type { Records } from './records';
import type { Sentence } from '../reading/sentence';
import type { Fact } from '../termbase/concept';
import type { Surroundings } from '../surroundings/surroundings';
import { cellsOf } from '../reading/cells';
import type { Node, Range, VerbGroup } from '../reading/nodes';
import type { Reading } from '../reading/read';
import type { Statement } from '../reading/statement';
import { questionAbove } from '../reading/topic';
import { isVerbOf } from './field';
import { numberedIn, type Numbered } from './numbered';
import type { Utterance } from './utterance';
import { count, text, type ClaimMessage, type Value } from './claimMessage';
import { topicNextTo, type Linked } from './topicLinks';
import { topicAnaphora } from './topicAnaphora';
import { topicsIn, type FoundTopic, type TopicRelation } from './topics';
import { comparesNumbers, wholeOf } from './wholes';

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
  const row = rowOf(utterance, relation, surroundings);
  // Another cell may contain a question.
  if (utterance.reading.modality !== 'asserted' && !(row && utterance.reading.modality === 'asked')) return [];
  const parts = row ? [row] : numberedIn(utterance, relation, isSpokenOf);
  if (parts.length === 0) return anaphoraClaims(utterance, topics, relation, records, surroundings);
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
  const isAnswer =
    utterance.site.index === 0 &&
    topics.length === 0 &&
    parts.length === 1 &&
    questionAbove(utterance.site.block, utterance.discourse) !== undefined;
  if (topics.length === 0 && !isAnswer && (row || parts.length > 1 || utterance.site.index === 0)) return claims;
  const meant = row
    ? inRow(utterance, row, topics)
    : (pairs(parts, topics, utterance, relation) ??
      parts.map((part, i) =>
        part.number > most || part.isInList
          ? undefined
          : (inOtherCell(utterance, part, topics, surroundings) ??
            meantBy(utterance, part, parts, i, topics, relation)),
      ));
  parts.forEach((part, i) => {
    const number = meant[i];
    if (
      number === undefined ||
      number === part.number ||
      part.number > most ||
      (!row && isDenied(utterance, part, topics))
    )
      return;
    const whole = row ? ('reference' as const) : wholeOf(utterance, part, relation, surroundings, true);
    if (!whole) return;
    const fact = factOf(relation, number, records) ?? counted!;
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

/**
 * "Objective 20 guides them. It deals with consular protection": reported at the topic, because the number is in
 * another sentence.
 */
function anaphoraClaims(
  utterance: Utterance,
  topics: readonly FoundTopic[],
  relation: TopicRelation,
  records: Records,
  surroundings: Surroundings,
): readonly Claim[] {
  const taken = topicAnaphora(utterance, topics, relation);
  const number = taken && numberOf({ topics: taken.topics, isStrict: false }, topics, taken.part.number);
  const fact = number === undefined ? undefined : factOf(relation, number, records);
  if (
    !taken ||
    number === undefined ||
    !fact ||
    number === taken.part.number ||
    !topicOf(taken.part.number, relation) ||
    !wholeOf(taken.named, taken.part, relation, surroundings, false)
  )
    return [];
  return [
    {
      ...utterance.span(taken.at),
      lang: utterance.lang,
      concept: relation.file.subjects[0]!,
      severity: 'warning',
      safe: false,
      evidence: [],
      certainty: 'likely',
      rule: 'confused-concept',
      facts: [fact.id],
      message: otherTopic(relation, taken.part.number, number),
      instead: [],
    },
  ];
}

function factOf(relation: TopicRelation, number: number, records: Records): Fact | undefined {
  const { mixedUp, property } = relation.file;
  return (
    (mixedUp.numbers.includes(number) ? records.fact(mixedUp.fact) : undefined) ??
    records.facts(conceptOf(relation, number), property)[0] ??
    records.fact(`${conceptOf(relation, number)}-label`)
  );
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

/**
 * The number of the one topic that the sentence gives to a part; `undefined` where it gives none or several, or the
 * right one among others.
 */
function meantBy(
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
function inOtherCell(
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
  if (others.length > 1 && new Set(inside.map(({ numbers }) => firstOf(numbers))).size > 1) return undefined;
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
function ofEntry(utterance: Utterance, { group }: Numbered, relation: TopicRelation): Linked | undefined {
  const { statements, nodes } = utterance.reading;
  const before = utterance.discourse.before(utterance.site);
  const [head] = before;
  const isBare = group !== undefined && nodes[0] === group && statements.every(({ verb }) => verb === undefined);
  // "Which objective speaks of return? Objective 21."
  const asked = head === undefined && isBare ? questionAbove(utterance.site.block, utterance.discourse) : undefined;
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
  const previous = isGiven ? topicsIn(wordsOf(before[before.length - 1]!, Infinity, utterance), relation) : [];
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

function wordsOf({ sentence: { tokens } }: Reading, end: number, { grammar }: Utterance): readonly string[] {
  return tokens.slice(0, end).map((token) => grammar.singularOf(token));
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

/** In tokens. */
const LONGEST_HEAD = 12;
/** In tokens: "L'" */
const LONGEST_ARTICLE = 2;

function numberOf({ topics }: Linked, others: readonly FoundTopic[], own: number): number | undefined {
  if (others.some(({ numbers }) => numbers.has(own))) return undefined;
  const telling = topics.filter(({ isTelling }) => isTelling).map(({ numbers }) => firstOf(numbers));
  if (telling.length === 0) return undefined;
  const [first] = telling;
  // A number that fits one of them must fit them all.
  return telling.every((number) => number === first) ? first : undefined;
}

function firstOf(numbers: ReadonlySet<number>): number {
  const [first] = numbers;
  return first!;
}

/** "objectives 9 and 10 on smuggling and trafficking": as many topics as numbers, in the same order. */
function pairs(
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
  const numbers = after.map((topic) => firstOf(topic.numbers));
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
    ? topics.map(({ numbers }) => firstOf(numbers))
    : undefined;
}

/** "that of" */
function isThatOf({ kind }: Node, after: Node | undefined): boolean {
  return (kind === 'that' || kind === 'relative') && after?.kind === 'preposition' && after.roles?.has('of') === true;
}

/** "There is no objective 24", "objective 9 is not about trafficking". */
function isDenied(utterance: Utterance, part: Numbered, topics: readonly FoundTopic[] = []): boolean {
  if (part.group?.determiner === 'negative' || part.group?.isDenied) return true;
  // "Objective 16, on skills, would help": the words before the verb are presupposed.
  const isPresupposed = (verb: VerbGroup | undefined): boolean =>
    verb?.modality === 'supposed' &&
    topics.length > 0 &&
    topics.every((topic) => topic.next <= verb.first && topic.first >= part.next);
  return (
    utterance.reading.statements.some(
      ({ modality, first, next, verb }) =>
        first <= part.first &&
        part.first < next &&
        ((modality !== 'asserted' && modality !== 'planned' && !isPresupposed(verb)) || verb?.negated === true),
    ) ||
    aroundIn(utterance, part).some(
      (node) =>
        (node.kind === 'verb' && node.negated && !isParted(utterance, part, node)) ||
        (node.kind === 'negation' && node.next <= part.first && node.next >= part.first - 3),
    )
  );
}

/** "objective 13, which is no last resort, and objective 9": a comma and an "and" limit the scope of negation. */
function isParted({ reading: { nodes } }: Utterance, part: Numbered, verb: Node): boolean {
  return nodes.some(
    (node, i) =>
      node.kind === 'coordinator' &&
      nodes[i - 1]?.kind === 'comma' &&
      node.first >= verb.next &&
      node.next <= part.first,
  );
}

/** The nodes between the colons and semicolons around a part. */
function aroundIn({ reading: { nodes } }: Utterance, part: Numbered): readonly Node[] {
  const isMark = ({ kind }: Node): boolean => kind === 'colon' || kind === 'stop';
  const from = nodes.findLastIndex((node) => isMark(node) && node.next <= part.first);
  const to = nodes.findIndex((node) => isMark(node) && node.first >= part.next);
  return nodes.slice(from + 1, to < 0 ? nodes.length : to);
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

/** A row that begins with a number, in a table whose header is about the parts of the whole. */
function rowOf(utterance: Utterance, relation: TopicRelation, surroundings: Surroundings): Numbered | undefined {
  const { sentence } = utterance.reading;
  const { block, tokens } = sentence;
  if (block.kind !== 'table-row') return undefined;
  let i = tokens[0]?.folded === '|' ? 1 : 0;
  if (relation.names.lengthAt(utterance.words, i) > 0) i++;
  if (!/^\d{1,2}$/.test(tokens[i]?.folded ?? '') || tokens[i + 1] === undefined) return undefined;
  const isCell =
    tokens[i + 1]!.folded === '|' || surroundings.prose.text.slice(tokens[i]!.end, tokens[i + 1]!.start).trim() !== '';
  if (
    !isCell ||
    !headNames(block, relation, surroundings, utterance) ||
    comparesNumbers(utterance, relation, surroundings)
  )
    return undefined;
  const at: Range = { first: i, next: i + 1 };
  return {
    number: Number(tokens[i]!.folded),
    at,
    first: 0,
    next: i + 1,
    group: undefined,
    end: i + 1,
    isBare: false,
    isInList: false,
  };
}

/**
 * Whether the header row of the table, its caption or the heading above is about the parts, and either it or its
 * context is about the whole.
 */
function headNames(
  block: Sentence['block'],
  relation: TopicRelation,
  surroundings: Surroundings,
  utterance: Utterance,
): boolean {
  const { blocks } = surroundings.prose;
  let b = surroundings.prose.indexAt(block.start);
  while (b > 0 && blocks[b - 1]!.kind === 'table-row') b--;
  const governing = [
    blocks[b]!,
    ...(b > 0 ? [blocks[b - 1]!] : []),
    ...(b > 1 && blocks[b - 1]!.kind === 'caption' ? [blocks[b - 2]!] : []),
  ];
  const words = governing.map((each) =>
    surroundings.sentencesOf(each).flatMap(({ tokens }) => tokens.map((token) => utterance.grammar.singularOf(token))),
  );
  const isOfPlan = words.some((each) => relation.plans.isIn(each));
  if (!words.some((each) => relation.names.isIn(each))) return false;
  const names = (span: { readonly start: number; readonly end: number }): boolean =>
    surroundings
      .mentionsIn(span)
      .some(({ terms }) => terms.some(({ entry }) => relation.concepts.has(entry.concept.id)));
  return governing.some(names) || (!isOfPlan && utterance.discourse.isNamed(relation.file.subjects[0]!));
}

/** The topic of a row is in the cell after the number. */
function inRow(utterance: Utterance, row: Numbered, topics: readonly FoundTopic[]): readonly (number | undefined)[] {
  const bars = utterance.words.flatMap((word, i) => (word === '|' && i > row.next ? [i] : []));
  const to = bars[0] ?? utterance.words.length;
  const inCell = topics.filter((topic) => topic.first >= row.next && topic.next <= to);
  return [numberOf({ topics: inCell, isStrict: true }, inCell, row.number)];
}

function conceptOf(relation: TopicRelation, number: number): string {
  return `${relation.file.subjects[0]}-objective-${String(number).padStart(2, '0')}`;
}
