import { oneLine } from '../citation/escapeText';
import type { Lang, TextDocument } from '../document';
import { formatOf } from '../prose/languages';
import { escapeAt } from '../prose/escapeAt';
import { Prose } from '../prose/prose';
import { type Termbase, rightTermsOf } from '../termbase/termbase';
import { completeNames } from './names';
import { completeObjectives } from './objectives';
import type { Suggestions, Typed, Suggestion } from './suggestion';
import { localText } from '../describe/facts';

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
  if (!prose.isProse(found.span.start, found.span.start + written.length)) return undefined;
  return {
    ...found,
    items: found.items.map((item) => ({
      ...item,
      label: oneLine(item.label),
      text: escapeAt(prose, found.span.start, item.text),
      definition: oneLine(item.definition),
    })),
  };
}

/** Number of code units read before the cursor; longer than any name. */
const REACH = 160;

/** Completes “A/RES/73” to the symbols of documents in the termbase. */
function completeSymbols({ line, offset, lang }: Typed, termbase: Termbase): Suggestions | undefined {
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
