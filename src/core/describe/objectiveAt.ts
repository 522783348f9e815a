import type { Span } from '../document';
import { foldKey } from '../fold';
import type { Termbase } from '../termbase/termbase';

/** The number of code units around an offset that are read. */
const REACH = 40;

/**
 * The objective that a text cites at an offset by its number alone, “Objective 5”, and its place; `undefined` unless
 * the text mentions the instrument of the objective, as other programmes have objectives too.
 */
export function objectiveAt(
  text: string,
  offset: number,
  termbase: Termbase,
  mentioned: ReadonlySet<string>,
): (Span & { readonly concept: string }) | undefined {
  const from = Math.max(0, offset - REACH);
  for (const match of text.slice(from, offset + REACH).matchAll(NUMBERED)) {
    const start = from + match.index;
    const end = start + match[0].length;
    if (offset < start || offset >= end) continue;
    const concept = citedAs(keyOf(match[0]), termbase, mentioned);
    return concept === undefined ? undefined : { start, end, concept };
  }
  return undefined;
}

/** The objective with a name that begins with these words. */
function citedAs(key: string, termbase: Termbase, mentioned: ReadonlySet<string>): string | undefined {
  for (const { id, kind, names } of termbase.concepts.values()) {
    if (kind !== 'objective') continue;
    const terms = names.flatMap((name) => name.terms);
    const isCited = terms.some((term) => keyOf(NUMBERED_FIRST.exec(term.text)?.[0] ?? '') === key);
    if (isCited && [...mentioned].some((other) => isOf(id, other, termbase))) return id;
  }
  return undefined;
}

/** Whether a name of an objective contains one of an instrument. */
function isOf(objective: string, instrument: string, termbase: Termbase): boolean {
  if (termbase.concepts.get(instrument)?.kind !== 'instrument') return false;
  const [own, others] = [objective, instrument].map((id) =>
    termbase.concepts.get(id)!.names.flatMap(({ terms }) => terms.map(({ text }) => text)),
  );
  return own!.some((text) => others!.some((other) => text.includes(other)));
}

/** In the plural, the word of each language gets an s. */
function keyOf(citation: string): string {
  const [word = '', number = ''] = foldKey(citation).trim().split(/\s+/);
  return `${word.replace(/s$/, '')} ${number}`;
}

const NUMBERED = /(?<!\p{L})\p{L}{5,12}\s+\d{1,2}(?!\d)/gu;
const NUMBERED_FIRST = /^\p{L}{5,12}\s+\d{1,2}(?!\d)/u;
