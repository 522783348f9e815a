import type { CompletionItem, CompletionItemKind, CompletionList } from 'vscode-languageserver';
import { complete } from '../core/completion/complete';
import type { Suggestion } from '../core/completion/suggestion';
import type { Lang, TextDocument } from '../core/document';
import type { Termbase } from '../core/termbase/termbase';
import { PRODUCT, rangeOf, type Places } from './convert';

/** Completes official names, objectives and symbols at an offset; `null` where nothing fits. */
export function completionAt(
  places: Places,
  document: TextDocument,
  offset: number,
  termbase: Termbase,
  lang: Lang,
): CompletionList | null {
  const found = complete({ ...document, lang }, offset, termbase, lang);
  if (found === undefined) return null;
  const range = rangeOf(places, found.span);
  const typed = document.text.slice(found.span.start, found.span.end);
  const items = found.items.map(({ kind, label, text, detail, definition }, index): CompletionItem => ({
    label,
    labelDetails: { description: PRODUCT },
    kind: KINDS[kind],
    textEdit: { range, newText: text },
    filterText: typed,
    sortText: String(index).padStart(3, '0'),
    ...(detail !== '' && { detail }),
    ...(definition !== '' && { documentation: definition }),
  }));
  // Requested again at each letter: the client's own filter cannot ignore accents or expand abbreviations.
  return { isIncomplete: true, items };
}

const KINDS: Readonly<Record<Suggestion['kind'], CompletionItemKind>> = {
  name: 1,
  abbreviation: 21,
  objective: 12,
  symbol: 18,
};
