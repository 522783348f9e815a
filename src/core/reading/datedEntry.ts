import type { Block } from '../prose/prose';
import type { Text } from './discourse';
import type { Reading } from './read';
import type { Sentence } from './sentence';

/** "**14 November 1989.** The amendments take effect": the sentence or heading that says nothing but the date of the next sentence. */
export function dateBefore(block: Block, index: number, text: Pick<Text, 'prose' | 'sentencesOf'>, readingOf: (sentence: Sentence) => Reading): Sentence | undefined {
  if (index > 1) return undefined;
  const { blocks } = text.prose;
  const above = index === 0 ? blocks[text.prose.indexAt(block.start) - 1] : block;
  if (!above || (index === 0 && above.kind !== 'heading') || above.kind === 'table-row') return undefined;
  const sentences = text.sentencesOf(above);
  const [first] = sentences;
  return first !== undefined && (index === 1 || sentences.length === 1) && first.end - first.start <= LONGEST_DATE && isDate(readingOf(first)) ? first : undefined;
}

/** In code units. */
const LONGEST_DATE = 48;

function isDate({ nodes }: Reading): boolean {
  return nodes.some(({ kind }) => kind === 'date') && nodes.every(({ kind }) => kind === 'date' || kind === 'stop' || kind === 'preposition' || kind === 'dash');
}
