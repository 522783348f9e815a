import type { Block } from '../prose/prose';
import { TENSE } from './cues';
import type { Text } from './discourse';
import type { Node } from './nodes';
import { phraseIn } from './phrases';
import type { Reading } from './read';
import type { Sentence } from './sentence';
import { isParted } from './tokens';

/**
 * "**14 November 1989.** The amendments take effect", "<dt>1998</dt><dd>McKinley takes office. IOM has 67 members.": the sentence or
 * heading that begins with the date of a later one. Where it says more, or lies further back, the later one has no year of its own.
 */
export function dateBefore(block: Block, index: number, text: Pick<Text, 'prose' | 'sentencesOf'>, readingOf: (sentence: Sentence) => Reading): Sentence | undefined {
  // "The day before, the Secretary-General had launched it."
  const own = text.sentencesOf(block)[index];
  if (own && phraseIn(own.tokens, 0, own.tokens.length, TENSE.nextDay)) return undefined;
  const { blocks } = text.prose;
  const above = index === 0 ? blocks[text.prose.indexAt(block.start) - 1] : block;
  if (!above || (index === 0 && above.kind !== 'heading') || above.kind === 'table-row') return undefined;
  const sentences = text.sentencesOf(above);
  const opening = index === 0 ? 0 : openingOf(sentences, index, text.prose.text);
  const first = sentences[opening];
  if (!first || !mayBegin(first) || (index === 0 && sentences.length > 1)) return undefined;
  const reading = readingOf(first);
  const dates = datesOf(reading);
  if (!dates.some(({ kind }) => kind === 'date')) return undefined;
  const isAlone = dates.length === reading.nodes.filter(({ kind }) => kind !== 'stop').length;
  if (isAlone && index - opening <= 1) return first;
  return index > 0 && (isAlone || isApart(reading, dates[dates.length - 1])) && !hasYear(readingOf(sentences[index])) ? first : undefined;
}

/** In sentences: how far back the entry of a chronology without blank lines begins. */
const ENTRY = 12;

/** Where the entry of a sentence begins: with the last line before it that a date may open, else with its block. */
function openingOf(sentences: readonly Sentence[], index: number, text: string): number {
  for (let k = index - 1; k > 0 && k >= index - ENTRY; k--) {
    if (mayBegin(sentences[k]) && text.slice(sentences[k - 1].end, sentences[k].start).includes('\n')) return k;
  }
  return 0;
}

/** The nodes of the date that a sentence begins with. */
export function datesOf({ nodes }: Reading): readonly Node[] {
  const end = nodes.findIndex(({ kind }) => kind !== 'date' && kind !== 'preposition' && kind !== 'dash');
  return end < 0 ? nodes : nodes.slice(0, end);
}

/** A digit among the first words: most sentences begin with no date and need no reading. */
function mayBegin({ tokens }: Sentence): boolean {
  return tokens.slice(0, 4).some(({ folded }) => /^\d/.test(folded));
}

/** Whether markup or a colon parts the date from what follows. */
function isApart({ sentence: { tokens }, nodes }: Reading, date: Node): boolean {
  const { next } = date;
  return tokens[next] !== undefined && (isParted(tokens[next - 1], tokens[next]) || nodes[nodes.indexOf(date) + 1]?.kind === 'colon');
}

/** Up to a semicolon: what follows has a time of its own. */
function hasYear({ nodes }: Reading): boolean {
  const stop = nodes.findIndex(({ kind }) => kind === 'stop');
  return nodes.slice(0, stop < 0 ? nodes.length : stop).some((node) => node.kind === 'date' && node.from.year !== undefined);
}
