import type { Block } from '../prose/prose';
import { TENSE } from './cues';
import { hasYear, type DateGroup, type Node } from './nodes';
import { hasDigit } from './numbers';
import { phraseIn } from './phrases';
import { type Reading } from './read';
import { blocksBefore, readingIn } from './readings';
import type { Sentence } from './sentence';
import type { Rest, Text } from './text';
import { isParted } from './tokens';

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
  const { blocks } = text.prose;
  const above = index === 0 ? blocks[text.prose.indexAt(block.start) - 1] : block;
  if (!above || (index === 0 && above.kind !== 'heading') || above.kind === 'table-row') return undefined;
  const sentences = text.sentencesOf(above);
  const [first] = sentences;
  if (!first || (index === 0 && sentences.length > 1) || !hasDigit(text.prose.text, first.start, first.end))
    return undefined;
  // "The day before, the Secretary-General had launched it."
  const own = text.sentencesOf(block)[index];
  if (own && phraseIn(own.tokens, 0, own.tokens.length, TENSE.nextDay)) return undefined;
  const reading = readingOf(first);
  const dates = datesOf(reading);
  if (!dates.some(({ kind }) => kind === 'date')) return undefined;
  const isAlone = dates.length === reading.nodes.filter(({ kind }) => kind !== 'stop').length;
  if (isAlone && index <= 1) return first;
  const isApartFrom = isAlone || isApart(reading, dates[dates.length - 1]!);
  return index > 0 && isApartFrom && !isDated(readingOf(sentences[index]!)) ? first : undefined;
}

/** The nodes of the date at the beginning of a sentence. */
export function datesOf({ nodes }: Reading): readonly Node[] {
  const end = nodes.findIndex(({ kind }) => kind !== 'date' && kind !== 'preposition' && kind !== 'dash');
  return end < 0 ? nodes : nodes.slice(0, end);
}

/** Whether a sentence has a year of its own before its first semicolon. */
function isDated({ nodes }: Reading): boolean {
  return nodes.find((node) => node.kind === 'stop' || hasYear(node))?.kind === 'date';
}

/** Whether markup or a colon separates the date from the text that follows. */
function isApart({ sentence: { tokens }, nodes }: Reading, date: Node): boolean {
  const { next } = date;
  return (
    tokens[next] !== undefined &&
    (isParted(tokens[next - 1]!, tokens[next]) || nodes[nodes.indexOf(date) + 1]?.kind === 'colon')
  );
}

/** In tokens: "On 14 November 1989." */
const LONGEST_DATE = 8;

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

/** The date of which a block consists: "1956/57", "**5 December 1951**". It dates the blocks that follow it. */
export function dateOfLine(text: Text, block: Block): DateGroup | undefined {
  if (block.kind === 'heading' || block.kind === 'table-row') return undefined;
  const [sentence, ...others] = text.sentencesOf(block);
  if (!sentence || others.length > 0 || sentence.times.length === 0 || sentence.tokens.length > LONGEST_DATE)
    return undefined;
  const reading = readingIn(text, sentence);
  const nodes = datesOf(reading);
  return nodes.length === reading.nodes.filter(({ kind }) => kind !== 'stop' && kind !== 'colon').length
    ? nodes.find(hasYear)
    : undefined;
}
