import type { Lang, Span, TextDocument } from '../document';
import { formatOf } from '../prose/languages';
import { Prose } from '../prose/prose';
import type { Termbase } from '../termbase/termbase';
import { completeNames } from './names';
import { completeObjectives } from './objectives';
import { completeSymbols } from './symbols';

/** Something that can be written in place of what was typed of it. */
export interface Suggestion {
  readonly kind: 'name' | 'abbreviation' | 'objective' | 'symbol';
  readonly label: string;
  /** What replaces the span. */
  readonly text: string;
  /** When it is or was valid, or what it names: a few words. */
  readonly detail: string;
  /** What it is: a sentence; empty where nothing is known. */
  readonly definition: string;
}

export interface Suggestions {
  /** What was typed of it, up to the cursor. */
  readonly span: Span;
  readonly items: readonly Suggestion[];
}

/** What is known before the cursor: the text that a completion is judged by. */
export interface Typed {
  /** The line up to the cursor, or its end where it is long. */
  readonly line: string;
  /** Offset of the start of {@link line} in the document. */
  readonly offset: number;
  readonly text: string;
  readonly lang: Lang;
}

/**
 * What can be completed at an offset, in the language given; `undefined` where nothing fits, which is nearly everywhere,
 * and where the text is no prose.
 */
export function complete(document: TextDocument, offset: number, termbase: Termbase, lang: Lang): Suggestions | undefined {
  const { text } = document;
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - REACH);
  const typed: Typed = { line: text.slice(lineStart, offset), offset: lineStart, text, lang };
  const found = completeObjectives(typed, termbase) ?? completeSymbols(typed, termbase) ?? completeNames(typed, termbase);
  if (found === undefined || found.items.length === 0) return undefined;
  // Last, as it reads the whole document.
  const written = text.slice(found.span.start, found.span.end).trimEnd();
  const prose = new Prose(text, formatOf(document.languageId));
  return prose.isProse(found.span.start, found.span.start + written.length) ? found : undefined;
}

/** Longer than any name. */
const REACH = 160;
