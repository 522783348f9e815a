import type { Lang, Span, TextDocument } from '../document';
import { formatOf } from '../prose/languages';
import { Prose } from '../prose/prose';
import type { Termbase } from '../termbase/termbase';
import { completeNames } from './names';
import { completeObjectives } from './objectives';
import { completeSymbols } from './symbols';

/** A text that can replace what was typed. */
export interface Suggestion {
  readonly kind: 'name' | 'abbreviation' | 'objective' | 'symbol';
  readonly label: string;
  /** The text that replaces the span. */
  readonly text: string;
  /** The period of validity, or what it denotes: a few words. */
  readonly detail: string;
  /** A sentence that defines it; empty if unknown. */
  readonly definition: string;
}

export interface Suggestions {
  /** The span of the text typed so far, up to the cursor. */
  readonly span: Span;
  readonly items: readonly Suggestion[];
}

/** The text before the cursor on which a completion is based. */
export interface Typed {
  /** The line up to the cursor, or only the end of it if it is long. */
  readonly line: string;
  /** Offset of the start of {@link line} in the document. */
  readonly offset: number;
  readonly text: string;
  readonly lang: Lang;
}

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
