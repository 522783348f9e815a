import { visit } from 'jsonc-parser';

/**
 * The offset of the first token that makes a text invalid JSON, or the length of the text if something is missing at
 * its end. Only some messages of `JSON.parse` contain an offset, and their format differs between versions of Node.
 */
export function jsonErrorOffset(text: string): number {
  let first = text.trimEnd().length;
  visit(text, { onError: (_error, offset) => (first = Math.min(first, offset)) }, { disallowComments: true });
  return first;
}
