import type { Concept, Fact, Name, OtherMeaning, Preference, Source, Term, TermbaseFile } from './concept';
import { foldKey } from '../fold';
import type { Problems } from './problem';
import type { usableEntries } from './usableEntries';

/** A parsed file and its name in messages. */
export interface NamedFile {
  readonly file: string;
  readonly content: unknown;
  /** True for a file in which the build has found no problem, so that it is not checked again. */
  readonly isChecked?: boolean;
}

/** Where an entry was written: the file, and whether it is built in or the writer's own. */
export interface Origin {
  readonly file: string;
  readonly own: boolean;
  /** Whether its terms are known to have valid forms. */
  readonly isChecked: boolean;
}

/** The entries of all files, each with its origin; own entries replace built-in ones. */
export interface Merged {
  readonly concepts: Map<string, Concept>;
  readonly facts: Map<string, Fact>;
  readonly sources: Map<string, Source>;
  readonly otherMeanings: Map<string, OtherMeaning>;
  readonly originOf: Map<Concept | Fact | Source | OtherMeaning, Origin>;
  /** Ids that the own files removed: a reference to one is not a fault. */
  readonly retired: ReadonlySet<string>;
}

/**
 * Merges the writer's own files into the built-in ones: an own entry replaces the built-in one with its id, `retire`
 * removes entries, and `prefer` sets the house style. Within one layer, the first file that uses an id owns it.
 */
export function mergeFiles(builtin: readonly NamedFile[], own: readonly NamedFile[], problems: Problems): Merged {
  const merged: Merged = {
    concepts: new Map(),
    facts: new Map(),
    sources: new Map(),
    otherMeanings: new Map(),
    originOf: new Map(),
    retired: new Set(),
  };
  addLayer(
    merged,
    builtin.map(({ file, content, isChecked = false }) => ({
      file,
      valid: isChecked ? (content as TermbaseFile) : read(file, content, problems),
      isChecked,
    })),
    false,
    problems,
  );
  if (own.length === 0) return merged;
  const layer = own.map(({ file, content }) => ({ file, valid: read(file, content, problems), isChecked: false }));
  for (const { file, valid } of layer) for (const id of valid.retire ?? []) retire(merged, file, id, problems);
  addLayer(merged, layer, true, problems);
  const taken = new Map<string, string>();
  for (const { file, valid } of layer)
    valid.prefer?.forEach((wish, i) => prefer(merged, file, `prefer/${i}`, wish, taken, problems));
  return merged;
}

/** Loads the schema at the first file that needs it: a start without a termbase of one's own has no use for it. */
function read(...file: Parameters<typeof usableEntries>): TermbaseFile {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return (require('./usableEntries') as { readonly usableEntries: typeof usableEntries }).usableEntries(...file);
}

const LISTS = ['concepts', 'facts', 'sources', 'otherMeanings'] as const;

interface ValidFile extends Pick<Origin, 'file' | 'isChecked'> {
  readonly valid: TermbaseFile;
}

function addLayer(merged: Merged, files: readonly ValidFile[], own: boolean, problems: Problems): void {
  for (const key of LISTS) {
    const fileOf = new Map<string, string>();
    const target = merged[key] as Map<string, Concept | Fact | Source | OtherMeaning>;
    for (const { file, valid, isChecked } of files) {
      for (const entry of valid[key] ?? []) {
        const first = fileOf.get(entry.id);
        if (first !== undefined) {
          problems.error(
            file,
            `${key}/${entry.id}`,
            `The id "${entry.id}" occurs twice${first === file ? ' in this file' : `; it is in ${first} as well`}. Remove one of the two or give it another id.`,
          );
          continue;
        }
        fileOf.set(entry.id, file);
        target.set(entry.id, entry);
        merged.originOf.set(entry, { file, own, isChecked });
      }
      checkOrder(file, key, valid[key] ?? [], problems);
    }
  }
}

/** Sorted lists prevent two writers from adding the same entry twice, and make changes easy to read. */
function checkOrder(file: string, key: string, entries: readonly { readonly id: string }[], problems: Problems): void {
  const at = entries.findIndex(({ id }, i) => i > 0 && entries[i - 1]!.id > id);
  if (at > 0)
    problems.warning(
      file,
      `${key}/${entries[at]!.id}`,
      `"${entries[at]!.id}" follows "${entries[at - 1]!.id}". Put the entries in the order of their ids.`,
    );
}

function retire(merged: Merged, file: string, id: string, problems: Problems): void {
  (merged.retired as Set<string>).add(id);
  if (merged.concepts.delete(id)) {
    for (const [fact, { subject }] of merged.facts) if (subject === id) merged.facts.delete(fact);
    return;
  }
  if (merged.facts.delete(id)) return;
  const holder = [...merged.concepts.values()].find(({ names }) => names.some((name) => name.id === id));
  if (!holder) {
    problems.warning(
      file,
      'retire',
      `There is no concept, name or fact "${id}" to retire. Correct the id or leave it out.`,
    );
    return;
  }
  replaceNames(
    merged,
    holder,
    holder.names.filter((name) => name.id !== id),
  );
}

/** Moves the preferred form to the front of its kind, and of the replacements that offer its kind. */
function prefer(
  merged: Merged,
  file: string,
  place: string,
  { name: nameId, lang, form = 'full', text, others }: Preference,
  taken: Map<string, string>,
  problems: Problems,
): void {
  const holder = [...merged.concepts.values()].find(({ names }) => names.some(({ id }) => id === nameId));
  const name = holder?.names.find(({ id }) => id === nameId);
  if (!holder || !name) {
    problems.error(file, `${place}/name`, `There is no name "${nameId}". Write the id of a name, such as "gcm".`);
    return;
  }
  const kind = `${nameId} ${lang} ${form}`;
  const rival = taken.get(kind);
  if (rival !== undefined) {
    problems.error(
      file,
      place,
      `"${rival}" is preferred already for the ${form} form of "${nameId}". Keep one of the two.`,
    );
    return;
  }
  taken.set(kind, text);
  const isKind = (term: Term): boolean =>
    term.lang === lang && (term.form ?? 'full') === form && (term.status ?? 'preferred') !== 'deprecated';
  const known = name.terms.find(
    (term) => term.text === text && term.lang === lang && (term.status ?? 'preferred') !== 'deprecated',
  );
  const model = known ?? name.terms.find(isKind);
  const wished: Term = {
    ...model,
    text,
    lang,
    form,
    status: 'preferred',
    ...(known ? {} : { note: undefined, sources: undefined }),
  };
  const kindTexts = new Set(name.terms.filter(isKind).map((term) => term.text));
  const rest = name.terms
    .filter((term) => term !== known)
    .map((term) => {
      if (isKind(term) && others !== undefined && foldKey(term.text) !== foldKey(text))
        return { ...term, status: 'deprecated', loose: true, instead: [text] } as Term;
      const { instead } = term;
      if (instead === undefined || term.lang !== lang || !(instead.includes(text) || kindTexts.has(instead[0]!)))
        return term;
      return { ...term, instead: [text, ...instead.filter((each) => each !== text)] };
    });
  replaceNames(
    merged,
    holder,
    holder.names.map((each) => (each === name ? { ...name, terms: [wished, ...rest] } : each)),
  );
}

function replaceNames(merged: Merged, concept: Concept, names: readonly Name[]): void {
  const changed = { ...concept, names };
  merged.originOf.set(changed, { ...merged.originOf.get(concept)!, isChecked: false });
  merged.concepts.set(concept.id, changed);
  if (names.length === 0) merged.concepts.delete(concept.id);
}
