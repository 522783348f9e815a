import { reference } from '../../src/core/citation/reference';
import type { Fact, Source } from '../../src/core/termbase/concept';
import { lastNameOf, preferredTerm, type Termbase } from '../../src/core/termbase/termbase';
import { guarded, writeCsv } from '../../src/core/exchange/csv';
import { BETWEEN } from '../../src/core/exchange/naming';

/** The columns of a table of facts. */
export const FACT_COLUMNS = [
  'id',
  'subject',
  'subject name',
  'section',
  'property',
  'value',
  'unit',
  'as of',
  'from',
  'to',
  'reviewed',
  'confidence',
  'statement (en)',
  'statement (fr)',
  'statement (es)',
  'sources',
  'conflicts',
] as const;

export type FactColumn = (typeof FACT_COLUMNS)[number];

/**
 * Every fact of a termbase, in the order of ids, with its sources as citations and the values of other sources; safe
 * to open in a spreadsheet. Dates are as precise as the source.
 */
export function csvOfFacts(termbase: Termbase): string {
  const facts = [...termbase.facts.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return writeCsv([
    [...FACT_COLUMNS],
    ...facts.map((fact) => {
      const row = rowOf(termbase, fact);
      return FACT_COLUMNS.map((column) => guarded(row[column]));
    }),
  ]);
}

function rowOf(termbase: Termbase, fact: Fact): Readonly<Record<FactColumn, string>> {
  const { id, subject, section, property, value, unit = '', asOf = '', from = '', to = '', reviewed = '' } = fact;
  const { confidence, statement, sources, conflicts = [] } = fact;
  const citations = (ids: readonly string[]): readonly string[] =>
    ids.flatMap((source) => citation(termbase.sources.get(source)));
  return {
    id,
    subject,
    'subject name': nameOf(termbase, subject),
    section,
    property,
    value: String(value),
    unit,
    'as of': asOf,
    from,
    to,
    reviewed,
    confidence,
    'statement (en)': statement.en,
    'statement (fr)': statement.fr ?? '',
    'statement (es)': statement.es ?? '',
    sources: citations(sources).join(BETWEEN),
    conflicts: conflicts
      .map((other) => `${other.value}: ${other.verdict.en} [${citations(other.sources).join('; ')}]`)
      .join(BETWEEN),
  };
}

function citation(source: Source | undefined): readonly string[] {
  if (source === undefined) return [];
  const { text, url } = reference(source, 'en');
  return [url === undefined ? text : `${text} <${url}>`];
}

function nameOf(termbase: Termbase, id: string): string {
  const concept = termbase.concepts.get(id);
  const name = concept && lastNameOf(concept);
  return (name && preferredTerm(termbase, name.id, 'en', 'full')?.text) ?? id;
}
