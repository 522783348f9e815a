import type { Block } from '../prose/prose';
import { datesOf } from './datedEntry';
import type { DateGroup, Node } from './nodes';
import { blocksBefore, readingIn } from './read';
import type { Rest, Text } from './text';

/** In words: "On 14 November 1989." */
const LONGEST_DATE = 8;

/** Whether a block consists of a date: "1956/57", "**5 December 1951**". It dates the blocks that follow it. */
export function isDateLine(text: Text, block: Block): boolean {
  return dateOfLine(text, block) !== undefined;
}

/**
 * The last year of the line of a date that opens the item of a block: the nearest one before it that no heading
 * follows.
 */
export function yearOfItem(text: Text, rest: Pick<Rest, 'before'>, block: Block): number | undefined {
  if (block.kind === 'heading') return undefined;
  for (const { text: current, block: earlier } of blocksBefore(text, rest, block)) {
    if (earlier.kind === 'heading') return undefined;
    const date = dateOfLine(current, earlier);
    if (date) return date.to.year ?? date.from.year;
  }
  return undefined;
}

function dateOfLine(text: Text, block: Block): DateGroup | undefined {
  if (block.kind === 'heading' || block.kind === 'table-row') return undefined;
  const [sentence, ...others] = text.sentencesOf(block);
  if (!sentence || others.length > 0 || sentence.times.length === 0 || sentence.tokens.length > LONGEST_DATE)
    return undefined;
  const reading = readingIn(text, sentence);
  const nodes: readonly Node[] = datesOf(reading);
  return nodes.length === reading.nodes.filter(({ kind }) => kind !== 'stop' && kind !== 'colon').length
    ? nodes.find((node): node is DateGroup => node.kind === 'date' && node.from.year !== undefined)
    : undefined;
}
