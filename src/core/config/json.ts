import { visit } from 'jsonc-parser';
import { MOST_DEPTH } from './limits';

/**
 * The value that a text denotes, or why and at which offset reading failed; the offset is `undefined` where finding
 * it would take long.
 */
export type Json =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'problem'; readonly why: 'syntax' | 'depth'; readonly offset: number | undefined };

/**
 * Reads JSON that is not nested deeper than {@link MOST_DEPTH}, so that code that traverses the value cannot exhaust
 * the stack. Never throws.
 */
export function readJson(text: string): Json {
  const offset = firstTooDeep(text);
  if (offset !== undefined) return { kind: 'problem', why: 'depth', offset };
  try {
    return { kind: 'value', value: JSON.parse(text) };
  } catch {
    return { kind: 'problem', why: 'syntax', offset: text.length > MOST_TO_PLACE ? undefined : jsonErrorOffset(text) };
  }
}

const MOST_TO_PLACE = 1_000_000;

/**
 * The offset of the first bracket that is nested too deep. Strings are skipped; the count may be wrong after a syntax
 * error.
 */
function firstTooDeep(text: string): number | undefined {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (isInString) {
      if (character === '\\') at++;
      else if (character === '"') isInString = false;
    } else if (character === '"') {
      isInString = true;
    } else if (character === '[' || character === '{') {
      if (++depth > MOST_DEPTH) return at;
    } else if (character === ']' || character === '}') {
      depth--;
    }
  }
  return undefined;
}

/**
 * The offset of the first token that makes a text invalid JSON, or the length of the text if something is missing at
 * its end. Only some messages of `JSON.parse` contain an offset, and their format differs between versions of Node.
 */
function jsonErrorOffset(text: string): number {
  let first = text.trimEnd().length;
  visit(text, { onError: (_error, offset) => (first = Math.min(first, offset)) }, { disallowComments: true });
  return first;
}
