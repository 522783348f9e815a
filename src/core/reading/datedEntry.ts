import type { Block } from '../prose/prose';
import { TENSE } from './cues';
import type { Node } from './nodes';
import { phraseIn } from './phrases';
import type { Reading } from './read';
import type { Sentence } from './sentence';
import { isParted } from './tokens';
import type { Text } from './text';

/**
 * "**14 November 1989.** The amendments take effect", "<dt>1998</dt><dd>McKinley takes office. IOM has 67 members.":
 * the sentence or heading that opens an entry with the date of a later sentence. Where it has further content or is
 * farther back, the later sentence must have no year of its own.
 */
export function dateBefore(
  block: Block,
  index: number,
  text: Pick<Text, 'prose' | 'sentencesOf'>,
  readingOf: (sentence: Sentence) => Reading,
): Sentence | undefined {
  // "The day before, the Secretary-General had launched it."
  const own = text.sentencesOf(block)[index];
  if (own && phraseIn(own.tokens, 0, own.tokens.length, TENSE.nextDay)) return undefined;
  const { blocks } = text.prose;
  const above = index === 0 ? blocks[text.prose.indexAt(block.start) - 1] : block;
  if (!above || (index === 0 && above.kind !== 'heading') || above.kind === 'table-row') return undefined;
  const sentences = text.sentencesOf(above);
  const [first] = sentences;
  if (!first || !mayBegin(first) || (index === 0 && sentences.length > 1)) return undefined;
  const reading = readingOf(first);
  const dates = datesOf(reading);
  if (!dates.some(({ kind }) => kind === 'date')) return undefined;
  const isAlone = dates.length === reading.nodes.filter(({ kind }) => kind !== 'stop').length;
  if (isAlone && index <= 1) return first;
  return index > 0 && (isAlone || isApart(reading, dates[dates.length - 1]!)) ? first : undefined;
}

/** The nodes of the date at the beginning of a sentence. */
export function datesOf({ nodes }: Reading): readonly Node[] {
  const end = nodes.findIndex(({ kind }) => kind !== 'date' && kind !== 'preposition' && kind !== 'dash');
  return end < 0 ? nodes : nodes.slice(0, end);
}

/** Whether a digit is among the first words: most sentences do not begin with a date and need no parsing. */
function mayBegin({ tokens }: Sentence): boolean {
  return tokens.slice(0, 4).some(({ folded }) => /^\d/.test(folded));
}

/** Whether markup or a colon separates the date from the text that follows. */
function isApart({ sentence: { tokens }, nodes }: Reading, date: Node): boolean {
  const { next } = date;
  return (
    tokens[next] !== undefined &&
    (isParted(tokens[next - 1]!, tokens[next]) || nodes[nodes.indexOf(date) + 1]?.kind === 'colon')
  );
}
