import type { Lang } from '../document';
import { into } from '../into';
import type { Concept, Fact, LocalText, Name } from '../termbase/concept';
import { disagreements } from '../termbase/disagreements';
import { lastNameOf, type Termbase } from '../termbase/termbase';

/**
 * A line of the excerpt, and what its ids denote: `F12` for a fact, `N3` for a name. An id is the place in the record,
 * so that it does not depend on what else an excerpt contains.
 */
export interface RecordLine {
  readonly text: string;
  readonly ids: readonly string[];
  readonly concept: string;
}

/** What an id of the excerpt denotes. */
export type Entry =
  | { readonly kind: 'fact'; readonly id: string; readonly fact: Fact }
  | { readonly kind: 'name'; readonly id: string; readonly name: Name; readonly concept: Concept };

/** The ids of all facts and names of a record. */
export class RecordIds {
  private readonly entries = new Map<string, Entry>();
  private readonly ids = new Map<Fact | Name, string>();

  constructor(termbase: Termbase) {
    let number = 0;
    for (const fact of termbase.facts.values()) {
      const id = `F${++number}`;
      this.ids.set(fact, id);
      const entry: Entry = { kind: 'fact', id, fact };
      this.entries.set(id, entry).set(fact.id, entry);
    }
    number = 0;
    for (const { name, concept } of termbase.names.values()) {
      const id = `N${++number}`;
      this.ids.set(name, id);
      const entry: Entry = { kind: 'name', id, name, concept };
      this.entries.set(id, entry);
      // A fact may have the id of a name, and says more.
      if (!this.entries.has(name.id)) this.entries.set(name.id, entry);
    }
  }

  of(entry: Fact | Name): string {
    return this.ids.get(entry)!;
  }

  /** The entry with an id of an excerpt, or of the record. */
  entry(id: string): Entry | undefined {
    return this.entries.get(id);
  }
}

/** The lines of a concept: its definition, its names in time, and its facts. */
export function linesOf(
  concept: Concept,
  facts: readonly Fact[],
  ids: RecordIds,
  langs: readonly Lang[],
): readonly RecordLine[] {
  const { id } = concept;
  const lines: RecordLine[] = [];
  const add = (text: string, of: readonly string[]): void => void lines.push({ text, ids: of, concept: id });
  for (const name of concept.names) if (mayNeedName(concept, name)) add(nameLine(name, ids, langs), [ids.of(name)]);
  for (const series of seriesOf(facts)) {
    const [first] = series;
    if (series.length < FEWEST) for (const fact of series) add(factLine(fact, ids), [ids.of(fact)]);
    else
      add(
        `${first!.property.replaceAll('-', ' ')}${first!.unit === undefined ? '' : ` (${first!.unit})`}: ` +
          series.map((fact) => `${ids.of(fact)} ${fact.value} in ${timeOf(fact)}${dissent(fact)}`).join('; '),
        series.map((fact) => ids.of(fact)),
      );
  }
  return lines;
}

/** The heading of a concept's lines. */
export function headingOf(concept: Concept): string {
  const name = lastNameOf(concept)?.terms.find(({ lang, status }) => lang === 'en' && status !== 'deprecated')?.text;
  return `## ${first(name ?? concept.id)}: ${concept.definition.en}`;
}

/** A series with fewer values is written as sentences. */
const FEWEST = 3;

/** The persons and objectives are in the facts, and their names have one form. */
function mayNeedName({ kind }: Concept, { terms }: Name): boolean {
  return kind !== 'objective' && terms.length > 0;
}

function nameLine(name: Name, ids: RecordIds, langs: readonly Lang[]): string {
  const period =
    name.from === undefined && name.to === undefined
      ? name.former
        ? 'former name'
        : 'name'
      : `name ${name.from === undefined ? '' : `from ${name.from} `}${name.to === undefined ? 'on' : `to ${name.to}`}`;
  const forms = langs
    .map((lang) => {
      const of = name.terms.filter((term) => term.lang === lang);
      const right = [...new Set(of.filter(({ status }) => status !== 'deprecated').map(({ text }) => first(text)))];
      const wrong = [...new Set(of.filter(({ status }) => status === 'deprecated').map(({ text }) => first(text)))];
      const avoided = wrong.length === 0 ? '' : ` (avoid: ${wrong.slice(0, MOST_AVOIDED).join(' / ')})`;
      return right.length + wrong.length === 0 ? '' : `${lang} ${right.slice(0, MOST_FORMS).join(' / ')}${avoided}`;
    })
    .filter((each) => each !== '');
  return `${ids.of(name)} ${period}: ${forms.join('; ')}`;
}

const MOST_FORMS = 5;
const MOST_AVOIDED = 4;

/** The first alternatives of a text with braces. */
function first(text: string): string {
  return text.replace(/\{([^{}|]*)(?:\|[^{}]*)?\}/g, '$1');
}

function factLine(fact: Fact, ids: RecordIds): string {
  return `${ids.of(fact)} ${fact.statement.en}${dissent(fact)}`;
}

/** The values of other sources, which make a contradiction a matter of opinion. */
function dissent(fact: Fact): string {
  const conflicts = disagreements(fact);
  return conflicts.length === 0 ? '' : ` (some sources: ${conflicts.map(({ value }) => value).join(', ')})`;
}

function timeOf({ asOf, from, to }: Fact): string {
  return asOf ?? (to === undefined ? (from ?? '?') : `${from ?? ''}–${to}`);
}

/** Facts with the same property and unit together, in the order of the record. */
function seriesOf(facts: readonly Fact[]): readonly (readonly Fact[])[] {
  const series = new Map<string, Fact[]>();
  for (const fact of facts) {
    const isCount = typeof fact.value === 'number' && (fact.asOf ?? fact.from) !== undefined;
    const key = isCount ? `${fact.property} ${fact.unit ?? ''}` : fact.id;
    into(series, key, (): Fact[] => []).push(fact);
  }
  return [...series.values()];
}

/** A text of the record in a language, English where it lacks that one. */
export function textIn(text: LocalText, lang: Lang): string {
  return text[lang] ?? text.en;
}
