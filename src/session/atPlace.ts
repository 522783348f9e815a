import { complete } from '../core/completion/complete';
import type { Suggestion } from '../core/completion/suggestion';
import type { Lang, Span, TextDocument } from '../core/document';
import { languageNear } from '../core/surroundings/language';
import type { Termbase } from '../core/termbase/termbase';
import { PRODUCT } from './marks';

/** Completions at a place, in their order. */
export interface Completions {
  readonly span: Span;
  /** The text that they replace, which an editor compares with them. */
  readonly typed: string;
  readonly items: readonly (Suggestion & { readonly note: string; readonly sortText: string })[];
}

/** The language of a text at a place: names shown for that place and text inserted there use it. */
export function writtenAt(text: string, offset: number, language: Lang | 'auto', spoken: Lang): Lang {
  return language !== 'auto' ? language : (languageNear(text, offset) ?? spoken);
}

/**
 * The official names, objectives and symbols that fit what is typed before an offset; `undefined` where none does. An
 * editor requests them again at each letter: its own filter cannot ignore accents or expand abbreviations.
 */
export function completionsAt(
  document: TextDocument & { readonly lang: Lang },
  offset: number,
  termbase: Termbase,
): Completions | undefined {
  const found = complete(document, offset, termbase, document.lang);
  if (found === undefined) return undefined;
  const items = found.items.map((item, index) => ({
    ...item,
    note: item.kind === 'symbol' ? item.definition : PRODUCT,
    sortText: String(index).padStart(3, '0'),
  }));
  return { span: found.span, typed: document.text.slice(found.span.start, found.span.end), items };
}
