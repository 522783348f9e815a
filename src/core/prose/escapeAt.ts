import { characterReference, NO_WIDTH, oneLine } from '../citation/escapeText';
import type { Prose } from './prose';

/**
 * Escapes text of a termbase for an offset in prose, so that the document shows it as written, on one line: it never
 * becomes a command, a link or markup, and never ends the value that contains it. Letters, digits and blanks remain.
 */
export function escapeAt(prose: Prose, offset: number, text: string): string {
  const plain = oneLine(text);
  const block = prose.blockAt(offset);
  const before = prose.text.slice(Math.max((block?.start ?? offset) - 1, offset - REACH, 0), offset);
  return block?.kind === 'metadata' && IN_FRONT_MATTER.test(prose.text)
    ? escapeYaml(plain, before)
    : prose.format.escape(plain, before);
}

/** In code units; longer than the tag of a picture. */
const REACH = 2000;
const IN_FRONT_MATTER = /^\ufeff?---[ \t]*\r?\n/;

/** Character references are text in YAML, with and without quotation marks, and in the title that is made of it. */
function escapeYaml(plain: string, before: string): string {
  // A sign at the beginning would have a meaning for YAML, even that of a reference.
  const escaped = plain.replace(/^(?![\p{L}\p{N}])/u, NO_WIDTH).replace(NOT_IN_YAML, characterReference);
  return before.startsWith("'") ? escaped.replaceAll("'", '’') : escaped;
}

const NOT_IN_YAML = /[^\p{L}\p{M}\p{N} \u00a0\u202f\u200b.,()'’“”«»/–—-]/gu;
