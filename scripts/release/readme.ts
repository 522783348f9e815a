import { DEFAULT_BASE } from '../../src/core/exchange/base';
import { CSV_DETAILS, CSV_HEADER } from '../../src/core/exchange/csvLines';
import { FACT_COLUMNS } from './factsCsv';
import { TERMBASE_VERSION, type Confidence } from '../../src/core/termbase/concept';
import type { Termbase } from '../../src/core/termbase/termbase';

export interface Release {
  readonly base: string;
  /** The version of the product. */
  readonly version: string;
  /** The date when a fact was last compared with its sources. */
  readonly date: string | undefined;
}

/** Describes the files of a release, their extent, the age of the record, and how to cite it. */
export function readmeOf(
  { concepts, names, terms, facts, sources }: Termbase,
  { base, version, date = 'unknown' }: Release,
): string {
  const forms = terms.filter(({ suffix }) => suffix === '').length;
  const marked = (mark: Confidence): number =>
    [...facts.values()].filter(({ confidence }) => confidence === mark).length;
  const disputed = [...facts.values()].filter(({ conflicts = [] }) => conflicts.length > 0).length;
  const linked = [...concepts.values()].filter(({ sameAs = [] }) => sameAs.length > 0).length;
  return `# Migration Terms: the record

Names and facts about the International Organization for Migration, the Global Compact for Migration and the
UN Network on Migration, in English, French and Spanish, with sources and dates.

Version ${version}. Date of the data: ${date}, the newest day on which a fact was compared with its sources.

| what | how many |
|---|---|
| concepts | ${concepts.size} |
| of these with the same thing in other records | ${linked} |
| names of concepts | ${names.size} |
| terms, wrong and former ones included | ${forms} |
| facts | ${facts.size} |
| of these marked A, B and C | ${marked('A')}, ${marked('B')} and ${marked('C')} |
| of these with values that other sources give | ${disputed} |
| sources | ${sources.size} |

## Files

| file | what it is |
|---|---|
| \`migration-terms.json\` | everything: concepts, names, terms, facts, sources, other meanings of abbreviations |
| \`migration-terms.schema.json\` | its JSON Schema (draft 07), version ${TERMBASE_VERSION} of the format |
| \`migration-terms.skos.jsonld\` | the concepts as SKOS in JSON-LD |
| \`migration-terms.tbx\` | the terms as TBX-Basic (ISO 30042:2019) |
| \`names.csv\` | the terms as a table: ${[...CSV_HEADER, ...CSV_DETAILS].join(', ')}; a term with braces, {in|of}, stands for several, which "wordings" lists |
| \`facts.csv\` | the facts as a table: ${FACT_COLUMNS.join(', ')} |
| \`sources.bib\` | the sources as BibTeX |
| \`LICENSE\` | the licence |

The tables are UTF-8 as of RFC 4180, with " | " between several entries of a field. A field that a spreadsheet would take
for a formula begins with an apostrophe.

## How to read it

- Dates are \`YYYY\`, \`YYYY-MM\` or \`YYYY-MM-DD\`, as precise as the source. A name or state holds from the first day of
  \`from\` up to, not including, \`to\`. \`asOf\` ("as of") is the date of a count; \`reviewed\` is when somebody last compared
  the fact with its sources.
- Confidence: A has an official source or two independent ones, B one decent source. **C is not verified**: do not quote it.
- \`conflicts\` are the values that other sources give, and what to make of them.
- The ids in SKOS begin with \`${base}\`.${base === DEFAULT_BASE ? ' They do not resolve, as the project has no web address.' : ''}
  \`skos:exactMatch\` leads to Wikidata, EuroVoc and the UNBIS Thesaurus. \`skos:hiddenLabel\` holds forms that are wrong.

## How to cite it

> Migration Terms, version ${version}, data of ${date}.

\`\`\`bibtex
@misc{migration-terms,
  title = {{Migration Terms: names and facts of migration policy, with sources}},
  year = {${date.slice(0, 4)}},
  note = {Version ${version}, data of ${date}}
}
\`\`\`

For one fact cite its own sources; \`sources.bib\` has them. Migration Terms is an independent project and not a product
of the United Nations or of IOM.
`;
}
