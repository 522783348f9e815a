import { isRefutation } from '../reading/modality';
import type { Range } from '../reading/nodes';
import type { Reading } from '../reading/read';
import { indexOfSentence } from '../reading/sentence';
import type { Statement } from '../reading/statement';
import type { Surroundings } from '../surroundings/surroundings';

/** The innermost statement that contains a range of tokens. */
export function statementAt({ statements }: Reading, range: Range): Statement | undefined {
  return innermost(statements, range);
}

/** The shortest of the ranges that contain a range; the first of several. */
export function innermost<T extends Range>(ranges: readonly T[], { first, next }: Range): T | undefined {
  let found: T | undefined;
  for (const range of ranges)
    if (range.first <= first && range.next >= next && (!found || range.next - range.first < found.next - found.first))
      found = range;
  return found;
}

/** Whether the next sentence merely refutes this one. */
export function isRefutedByNext({ sentence, grammar }: Reading, surroundings: Surroundings): boolean {
  const sentences = surroundings.sentencesOf(sentence.block);
  return isRefutation(sentences[indexOfSentence(sentences, sentence) + 1], grammar);
}
