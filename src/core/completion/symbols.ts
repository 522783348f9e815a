import { localText } from '../describe/facts';
import { rightTermsOf, type Termbase } from '../termbase/termbase';
import type { Suggestion, Suggestions, Typed } from './suggestion';

/** Completes “A/RES/73” to the symbols of documents in the termbase. */
export function completeSymbols({ line, offset, lang }: Typed, termbase: Termbase): Suggestions | undefined {
  const begun = /(?<![\p{L}\p{N}/])[A-Z]{1,5}\/[A-Z0-9/().]*$/iu.exec(line)?.[0];
  if (begun === undefined || begun.length < 3) return undefined;
  const wanted = begun.toUpperCase();
  const found = new Map<string, Suggestion>();
  const add = (symbol: string, definition: string) => {
    if (SYMBOL.test(symbol) && symbol.startsWith(wanted) && symbol !== begun && !found.has(symbol)) {
      found.set(symbol, { kind: 'symbol', label: symbol, text: symbol, detail: '', definition });
    }
  };
  for (const concept of termbase.concepts.values()) {
    if (concept.kind !== 'resolution' && concept.kind !== 'instrument') continue;
    for (const { id } of concept.names)
      for (const { text } of rightTermsOf(termbase, id)) add(text, localText(concept.definition, lang));
  }
  for (const { number, title } of termbase.sources.values()) if (number !== undefined) add(number, title);
  const items = [...found.values()].sort((a, b) => a.label.localeCompare(b.label, 'en', { numeric: true }));
  const end = offset + line.length;
  return items.length === 0 ? undefined : { span: { start: end - begun.length, end }, items };
}

const SYMBOL = /^[A-Z]{1,5}(\/[A-Z0-9().]+)+$/;
