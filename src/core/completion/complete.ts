import type { Lang, TextDocument } from '../document';
import { formatOf } from '../prose/languages';
import { Prose } from '../prose/prose';
import type { Termbase } from '../termbase/termbase';
import { completeNames } from './names';
import { completeObjectives } from './objectives';
import { completeSymbols } from './symbols';
import type { Suggestions, Typed } from './suggestion';

/**
 * Completions at an offset, in the given language; `undefined` where nothing fits, which is almost everywhere, and
 * outside prose.
 */
export function complete(
  document: TextDocument,
  offset: number,
  termbase: Termbase,
  lang: Lang,
): Suggestions | undefined {
  const { text } = document;
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - REACH);
  const typed: Typed = { line: text.slice(lineStart, offset), offset: lineStart, text, lang };
  const found =
    completeObjectives(typed, termbase) ?? completeSymbols(typed, termbase) ?? completeNames(typed, termbase);
  if (found === undefined || found.items.length === 0) return undefined;
  // Checked last, because it reads the whole document.
  const written = text.slice(found.span.start, found.span.end).trimEnd();
  const prose = new Prose(text, formatOf(document.languageId));
  return prose.isProse(found.span.start, found.span.start + written.length) ? found : undefined;
}

/** Number of code units read before the cursor; longer than any name. */
const REACH = 160;
