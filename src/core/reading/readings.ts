import type { Block } from '../prose/prose';
import { namesIn } from './naming';
import { readSentence, type Reading } from './read';
import type { Sentence } from './sentence';
import type { Rest, Text } from './text';

/** The readings of sentences in which every mention counts as a name. */
const READINGS = new WeakMap<Sentence, Reading>();
/** The maximal number of preceding blocks. */
const FARTHEST = 24;

/** The reading of a sentence, cached as long as the sentence exists. */
export function readingIn(text: Text, sentence: Sentence): Reading {
  let reading = READINGS.get(sentence);
  if (!reading)
    READINGS.set(
      sentence,
      (reading = readSentence(sentence, namesIn(text, sentence), text.languageOf(sentence.block))),
    );
  return reading;
}

/** A preceding block, with the text of its part. */
export interface Earlier {
  readonly text: Text;
  readonly block: Block;
  /** Whether it is the first block of the document. */
  readonly isFirst: boolean;
}

/** What the topic of a block and the salience of entities need of the discourse. */
export interface Readings {
  /** The reading of a sentence of any part. */
  readingIn(text: Text, sentence: Sentence): Reading;
  /** The preceding blocks, nearest first, across the preceding parts. */
  blocksBefore(block: Block): Iterable<Earlier>;
}

/** The preceding blocks, nearest first, across the preceding parts, up to the maximal distance of an antecedent. */
export function* blocksBefore(text: Text, rest: Pick<Rest, 'before'>, block: Block): Generator<Earlier> {
  let current = text;
  let blocks = text.prose.blocks.slice(0, text.prose.indexAt(block.start));
  for (let n = 1, count = 0; count < FARTHEST; n++) {
    const earlier = rest.before(n);
    for (let i = blocks.length - 1; i >= 0 && count < FARTHEST; i--, count++)
      yield { text: current, block: blocks[i]!, isFirst: i === 0 && earlier === undefined };
    if (!earlier) return;
    current = earlier;
    blocks = [...earlier.prose.blocks];
  }
}
