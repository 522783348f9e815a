import type { Sentence } from '../../reading/sentence';
import type { Surroundings } from '../../surroundings/surroundings';
import type { Range } from '../../reading/nodes';
import type { Numbered } from './numbered';
import type { Utterance } from '../utterance';
import type { FoundTopic, TopicRelation } from './topics';
import { numberOf } from './objectiveTopics';

/** A row that begins with a number, in a table whose header is about the parts of the whole. */
export function partOfRow(
  utterance: Utterance,
  relation: TopicRelation,
  surroundings: Surroundings,
): Numbered | undefined {
  const { sentence } = utterance.reading;
  const { block, tokens } = sentence;
  if (block.kind !== 'table-row') return undefined;
  const i = tokens[0]?.folded === '|' ? 1 : 0;
  if (!/^\d{1,2}$/.test(tokens[i]?.folded ?? '') || tokens[i + 1] === undefined) return undefined;
  const isCell =
    tokens[i + 1]!.folded === '|' || surroundings.prose.text.slice(tokens[i]!.end, tokens[i + 1]!.start).trim() !== '';
  if (!isCell || !headNames(block, relation, surroundings, utterance)) return undefined;
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
  const names = (): boolean => false;
  return governing.some(names) || (!isOfPlan && utterance.discourse.isNamed(relation.file.subjects[0]!));
}

/** The topic of a row is in the cell after the number. */
export function numberOfRow(
  utterance: Utterance,
  row: Numbered,
  topics: readonly FoundTopic[],
): readonly (number | undefined)[] {
  const bars = utterance.words.flatMap((word, i) => (word === '|' && i > row.next ? [i] : []));
  const to = bars[0] ?? utterance.words.length;
  const inCell = topics.filter((topic) => topic.first >= row.next && topic.next <= to);
  return [numberOf({ topics: inCell, isStrict: true }, inCell, row.number)];
}
