import type { Block } from '../prose/prose';
import type { Rest, Text } from './discourse';
import { namesIn } from './naming';
import { readSentence, type Reading } from './read';
import type { Sentence } from './sentence';

/** The readings of sentences whose names are all taken as they are written. */
const READINGS = new WeakMap<Sentence, Reading>();
/** How many blocks back. */
const FARTHEST = 24;

/** A sentence's reading, kept as long as the sentence. */
export function readingIn(text: Text, sentence: Sentence): Reading {
  let reading = READINGS.get(sentence);
  if (!reading) READINGS.set(sentence, (reading = readSentence(sentence, namesIn(text, sentence), text.languageOf(sentence.block))));
  return reading;
}

/** A block before another one, with the text of the part that it is in. */
export interface Earlier {
  readonly text: Text;
  readonly block: Block;
  /** The first of the document. */
  readonly isFirst: boolean;
}

/** The blocks before one, the nearest first, through the parts before, as many as a word may reach back over. */
export function* blocksBefore(text: Text, rest: Pick<Rest, 'before'>, block: Block): Generator<Earlier> {
  let current = text;
  let blocks = text.prose.blocks.slice(0, text.prose.indexAt(block.start));
  for (let n = 1, count = 0; count < FARTHEST; n++) {
    const earlier = rest.before(n);
    for (let i = blocks.length - 1; i >= 0 && count < FARTHEST; i--, count++) yield { text: current, block: blocks[i], isFirst: i === 0 && earlier === undefined };
    if (!earlier) return;
    current = earlier;
    blocks = [...earlier.prose.blocks];
  }
}
