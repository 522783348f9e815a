import data from '../../../data/review/record.json';
import type { Lang } from '../document';
import { into } from '../into';
import type { Concept, Fact } from '../termbase/concept';
import type { Termbase } from '../termbase/termbase';
import { headingOf, linesOf, RecordIds, type Entry, type RecordLine } from './recordLines';

/** The part of the record that goes along with the requests on a document. */
export interface Excerpt {
  readonly text: string;
  /** The entry with an id, that of the excerpt or that of the record; `undefined` where the excerpt lacks it. */
  entry(id: string): Entry | undefined;
  /** Whether a concept belongs to the core or is a plain word, or is commonly confused with one of others. */
  isConnected(concept: string, others: ReadonlySet<string>): boolean;
  /** The number of lines that did not fit into the budget. */
  readonly left: number;
}

/** In code units: about 20,000 tokens. */
export const USUAL_BUDGET = 80_000;

/**
 * The core of the record, everything about the concepts that a document names, and about those with which they are
 * commonly confused, in this order of importance, within a budget in code units. `langs` are those of the names.
 */
export function excerptOf(
  named: ReadonlySet<string>,
  langs: ReadonlySet<Lang>,
  termbase: Termbase,
  budget = USUAL_BUDGET,
): Excerpt {
  const ids = into(RECORD_IDS, termbase, () => new RecordIds(termbase));
  const ordered = orderOf(named, termbase);
  const all: readonly Lang[] = ['en', ...[...langs].filter((lang) => lang !== 'en').sort()];
  let length = 0;
  let left = 0;
  const known = new Set<string>();
  const sections: string[] = [];
  for (const { concept, facts } of ordered) {
    const heading = headingOf(concept);
    const kept: RecordLine[] = [];
    for (const line of linesOf(concept, facts, ids, all)) {
      const needed = line.text.length + 1 + (kept.length === 0 ? heading.length + 2 : 0);
      if (length + needed > budget) {
        left++;
        continue;
      }
      length += needed;
      kept.push(line);
      for (const id of line.ids) known.add(id);
    }
    if (kept.length > 0) sections.push([heading, ...kept.map(({ text }) => text)].join('\n'));
  }
  const entry = (id: string): Entry | undefined => {
    const found = ids.entry(id);
    return found && known.has(found.id) ? found : undefined;
  };
  const isConnected = (concept: string, others: ReadonlySet<string>): boolean =>
    concept in data.core ||
    [...data.coreKinds, ...data.plainKinds].includes(termbase.concepts.get(concept)?.kind ?? '') ||
    data.confused.some((group) => group.includes(concept) && group.some((each) => others.has(each)));
  return { text: sections.join('\n\n'), entry, isConnected, left };
}

const RECORD_IDS = new WeakMap<Termbase, RecordIds>();

interface Chosen {
  readonly concept: Concept;
  readonly facts: readonly Fact[];
}

/** The core first, in the order of the data, then what is named, then what is confused with it. */
function orderOf(named: ReadonlySet<string>, termbase: Termbase): readonly Chosen[] {
  const facts = new Map<string, Fact[]>();
  // A fact that is not verified contradicts nothing.
  for (const fact of termbase.facts.values()) {
    if (fact.confidence === 'C') continue;
    into(facts, fact.subject, (): Fact[] => []).push(fact);
  }
  const chosen = new Map<string, Chosen>();
  const choose = (id: string, accepts: (fact: Fact) => boolean = () => true): void => {
    const concept = termbase.concepts.get(id);
    if (concept && !chosen.has(id))
      chosen.set(id, { concept, facts: (facts.get(id) ?? []).filter((fact) => accepts(fact)) });
  };
  for (const [id, properties] of Object.entries(data.core as Readonly<Record<string, string | readonly string[]>>))
    choose(id, ({ property }) => named.has(id) || typeof properties === 'string' || properties.includes(property));
  for (const concept of termbase.concepts.values()) if (data.coreKinds.includes(concept.kind)) choose(concept.id);
  for (const id of termbase.concepts.keys()) if (named.has(id)) choose(id);
  for (const group of data.confused) if (group.some((id) => named.has(id))) for (const id of group) choose(id);
  // People are named by the facts of their posts; their own lines help only where a text writes about them.
  for (const concept of termbase.concepts.values()) if (hasFormsToAvoid(concept)) choose(concept.id, () => false);
  return [...chosen.values()];
}

/** Words for migrants and the like that the record says to avoid. */
function hasFormsToAvoid({ kind, lookUpOnly, names }: Concept): boolean {
  return (
    data.plainKinds.includes(kind) &&
    lookUpOnly !== true &&
    names.some(({ terms }) => terms.some(({ status }) => status === 'deprecated'))
  );
}
