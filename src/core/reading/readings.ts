import type { Block } from '../prose/prose';
import { grammarOf } from './grammar';
import { into } from '../into';
import { isRefutation, isRefutingLabel } from './modality';
import { namesIn } from './naming';
import { Reading } from './read';
import type { Sentence } from './sentence';
import { withoutLabel } from './tokens';
import { isEarlier, type Rest, type SentenceSite, type Text } from './text';

/** The readings of sentences in which every mention counts as a name. */
const READINGS = new WeakMap<Sentence, Reading>();
/** The maximal number of blocks between an antecedent and the words that refer to it. */
export const FARTHEST = 24;

/** The reading of a sentence, cached as long as the sentence exists. */
export function readingIn(text: Text, sentence: Sentence): Reading {
  return into(
    READINGS,
    sentence,
    () => new Reading(grammarOf(text.languageOf(sentence.block)), sentence, namesIn(text, sentence)),
  );
}

/** A preceding block, with the text of its part. */
export interface Earlier {
  readonly text: Text;
  readonly block: Block;
}

/** A preceding sentence, with the text of its part. */
export interface EarlierSentence {
  readonly text: Text;
  readonly sentence: Sentence;
}

/** The sentences that precede one, nearest first: those of its block, and of the blocks before it. */
export function* sentencesBefore(
  text: Text,
  rest: Pick<Rest, 'before'>,
  { block, index }: Pick<SentenceSite, 'block' | 'index'>,
): Generator<EarlierSentence> {
  for (let i = index - 1; i >= 0; i--) yield { text, sentence: text.sentencesOf(block)[i]! };
  for (const earlier of blocksBefore(text, rest, block))
    for (const sentence of [...earlier.text.sentencesOf(earlier.block)].reverse())
      yield { text: earlier.text, sentence };
}

/**
 * The blocks that precede a block in its story, nearest first, across the preceding parts, up to the maximal distance
 * of an antecedent. `rest` is that of the current part, even if the text is an earlier one.
 */
export function* blocksBefore(text: Text, rest: Pick<Rest, 'before'>, block: Block): Generator<Earlier> {
  let current = text;
  let i = text.prose.indexAt(block.start) - 1;
  for (let n = isEarlier(text) ? text.distance + 1 : 1, count = 0; count < FARTHEST; n++) {
    // The part before is read only when all blocks of this one have been, since the judgement then depends on it.
    for (; i >= 0 && count < FARTHEST; i--, count++)
      if (current.prose.blocks[i]!.story === block.story) yield { text: current, block: current.prose.blocks[i]! };
    const earlier = count < FARTHEST && !block.story ? rest.before(n) : undefined;
    if (!earlier) return;
    current = earlier;
    i = earlier.prose.blocks.length - 1;
  }
}

/** The sentence that follows one in its block, or the reply of the next speaker in the next block. */
export function sentenceAfter(text: Text, block: Block, index: number): Sentence | undefined {
  const own = text.sentencesOf(block)[index + 1];
  const next = own ? undefined : text.prose.blocks[text.prose.indexAt(block.start) + 1];
  const [reply] = next ? text.sentencesOf(next) : [];
  return own ?? (reply && withoutLabel(reply.tokens).length < reply.tokens.length ? reply : undefined);
}

/** "It is not." after a sentence, or the label that opens its block: "Myth. States signed the Compact. Fact. …". */
export function isRefutedBeside(text: Text, block: Block, index: number): boolean {
  const grammar = grammarOf(text.languageOf(block));
  return (
    isRefutation(sentenceAfter(text, block, index), grammar) ||
    (index === 1 && isRefutingLabel(text.sentencesOf(block)[0]!, grammar))
  );
}
