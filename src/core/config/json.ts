import { jsonErrorOffset } from './jsonPlace';
import { MOST_DEPTH } from './limits';

/** The value that a text denotes, or why it is not read and at which offset; `undefined` where finding it would take long. */
export type Json =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'problem'; readonly why: 'syntax' | 'depth'; readonly offset: number | undefined };

/** Reads JSON that is no deeper than {@link MOST_DEPTH}, so that nobody who walks through the value runs out of stack. Never throws. */
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

/** The offset of the first bracket that is too deep. Strings are skipped; what follows a fault of syntax may be counted wrongly. */
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
