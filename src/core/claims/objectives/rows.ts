import type { Block } from '../../prose/prose';
import type { Grammar } from '../../reading/grammar';
import type { Surroundings } from '../../surroundings/surroundings';
import type { Utterance } from '../utterance';
import type { Numbered } from './numbered';
import type { TopicRelation } from './topics';

/** The number with which a row begins, in a table whose header, caption or heading is about the parts of the whole. */
export function partOfRow(
  { reading: { sentence }, grammar, discourse }: Utterance,
  relation: TopicRelation,
  surroundings: Surroundings,
): Numbered | undefined {
  const { block, tokens } = sentence;
  if (block.kind !== 'table-row') return undefined;
  const i = tokens[0]?.folded === '|' ? 1 : 0;
  const [number, after] = tokens.slice(i);
  if (!after || !/^\d{1,2}$/.test(number!.folded)) return undefined;
  const { text } = surroundings.prose;
  const isCell = after.folded === '|' || text.slice(number!.end, after.start).trim() !== '';
  const words = wordsAbove(block, grammar, surroundings);
  const isOfParts = words.some((each) => relation.units.isIn(each)) && discourse.isNamed(relation.file.subjects[0]!);
  if (!isCell || !isOfParts) return undefined;
  return {
    number: Number(number!.folded),
    at: { first: i, next: i + 1 },
    first: 0,
    next: i + 1,
    group: undefined,
    end: i + 1,
    kind: 'single',
  };
}

/** Whether a row is in a table about the parts of another text. */
export function isInTableOfPlan(
  { reading: { sentence }, grammar }: Utterance,
  { rivals }: TopicRelation,
  surroundings: Surroundings,
): boolean {
  const { block } = sentence;
  return block.kind === 'table-row' && wordsAbove(block, grammar, surroundings).some((words) => rivals.isIn(words));
}

/** The words of the header of a row's table, of its caption and of the heading above. */
function wordsAbove(block: Block, grammar: Grammar, surroundings: Surroundings): readonly (readonly string[])[] {
  return [surroundings.tableHeadOf(block), ...surroundings.titlesOf(block)].map((each) =>
    surroundings.sentencesOf(each).flatMap(({ tokens }) => tokens.map((token) => grammar.singularOf(token))),
  );
}
