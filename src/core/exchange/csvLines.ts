import { expandBraces } from '../termbase/braces';
import type { Concept, Name, Term } from '../termbase/concept';
import { isFormer, type Termbase } from '../termbase/termbase';
import { guarded, writeCsv } from './csv';
import { BETWEEN, HOUSE_SOURCE, HOUSE_STYLE, sourceLabel } from './naming';

export const CSV_HEADER = ['term', 'use instead', 'note', 'source', 'lang', 'level'] as const;

/** The columns that an exported table also has, and that an import does not use. */
export const CSV_DETAILS = ['concept', 'status', 'form', 'from', 'to', 'wordings'] as const;

/** A term, and what to write instead of it; `isWrong` if its column says that it is to be avoided. */
export type Line = Readonly<Record<'term' | 'instead' | 'note' | 'source' | 'lang' | 'level' | 'status', string>> & {
  readonly isWrong?: true;
};
type ExportedLine = Line & { readonly details: Readonly<Record<(typeof CSV_DETAILS)[number], string>> };

/**
 * Every term of a termbase, its replacement, and its details; safe to open in a spreadsheet. A term has its braces as
 * written; what they stand for is in "wordings".
 */
export function csvOfTermbase(termbase: Termbase): string {
  return writeCsv([
    [...CSV_HEADER, ...CSV_DETAILS],
    ...linesOf(termbase).map(({ term, instead, note, source, lang, level, details }) =>
      [term, instead, note, source, lang, level, ...CSV_DETAILS.map((column) => details[column])].map(guarded),
    ),
  ]);
}

/** The terms of a termbase, one for each line of the table. */
export function linesOf(termbase: Termbase): readonly ExportedLine[] {
  const labels = (ids: readonly string[]): string =>
    ids
      .filter((id) => id !== HOUSE_SOURCE.id)
      .map((id) => sourceLabel(termbase.sources.get(id) ?? { id, title: id }))
      .join(BETWEEN);
  return [...termbase.concepts.values()].flatMap((concept) =>
    concept.names.flatMap((name) =>
      name.terms.map((term): ExportedLine => {
        const instead = replacementTexts(termbase, concept, name, term);
        const because = name.because[term.lang] ?? name.because.en;
        const reason = instead.length > 0 && because !== HOUSE_STYLE ? because : '';
        return {
          term: term.text,
          instead: instead.join(BETWEEN),
          note: term.note?.[term.lang] ?? term.note?.en ?? reason,
          source: labels(term.sources ?? name.sources),
          lang: term.lang,
          level: term.level ?? '',
          status: '',
          details: detailsOf(concept, name, term),
        };
      }),
    ),
  );
}

function detailsOf({ id }: Concept, name: Name, term: Term): ExportedLine['details'] {
  const status = term.status ?? 'preferred';
  const expanded = term.text.includes('{') ? expandBraces(term) : [];
  return {
    concept: id,
    status: isFormer(name) && status !== 'deprecated' ? 'superseded' : status,
    form: term.form ?? 'full',
    from: name.from ?? '',
    to: name.to ?? '',
    wordings: typeof expanded === 'string' ? '' : expanded.map(({ text }) => text).join(BETWEEN),
  };
}

/** The current replacements of a term in a file, best first; empty for a correct term. */
function replacementTexts(termbase: Termbase, concept: Concept, name: Name, term: Term): readonly string[] {
  if (term.status === 'deprecated') return term.instead ?? preferred(name, term);
  if (!isFormer(name)) return [];
  const living = termbase.concepts.get(concept.successor ?? '') ?? concept;
  const last = living.names.at(-1);
  return last === undefined || last === name ? [] : preferred(last, term);
}

function preferred({ terms }: Name, { lang, form = 'full' }: Term): readonly string[] {
  const right = terms.filter((term) => term.lang === lang && term.status !== 'deprecated');
  const best =
    right.find((term) => (term.form ?? 'full') === form) ??
    right.find((term) => (term.form ?? 'full') === 'full') ??
    right[0];
  return best ? [best.text] : [];
}
