import { isRefutation } from '../reading/modality';
import type { Range } from '../reading/nodes';
import type { Reading } from '../reading/read';
import { indexOfSentence } from '../reading/sentence';
import type { Statement } from '../reading/statement';
import type { Surroundings } from '../surroundings/surroundings';

/** The innermost statement that contains a range of tokens. */
export function statementAt({ statements }: Reading, { first, next }: Range): Statement | undefined {
  let found: Statement | undefined;
  for (const statement of statements) {
    if (
      statement.first <= first &&
      statement.next >= next &&
      (!found || statement.next - statement.first < found.next - found.first)
    )
      found = statement;
  }
  return found;
}

/** Whether the next sentence merely refutes this one. */
export function isRefutedByNext({ sentence, grammar }: Reading, surroundings: Surroundings): boolean {
  const sentences = surroundings.sentencesOf(sentence.block);
  return isRefutation(sentences[indexOfSentence(sentences, sentence) + 1], grammar);
}
