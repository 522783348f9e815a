import type { Finding } from '../finding';

/** The message of a finding with what its reason adds. */
export function messageWithReason(finding: Pick<Finding, 'message' | 'because'>, between = '\n'): string {
  const reason = reasonBeyond(finding);
  return reason === '' ? finding.message : `${finding.message}${between}${reason}`;
}

/**
 * The reason of a finding without the sentences that its message says: “It has 23 objectives” and “It has 23
 * objectives, not 24”. Empty if it adds nothing.
 */
export function reasonBeyond({ message, because }: Pick<Finding, 'message' | 'because'>): string {
  const said = [...because.matchAll(SENTENCE_END)].findLast(({ index }) => {
    const words = because.slice(0, index);
    return words.split(' ').length >= FEWEST && message.includes(words);
  });
  return said ? because.slice(said.index + said[0].length).trim() : because;
}

const SENTENCE_END = /[.!?](?=\s+\p{Lu}|\s*$)/gu;
/** In words: fewer may be a name, "Harold H." */
const FEWEST = 4;
