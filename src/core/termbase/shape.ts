import { FIELDS, isFields, type Fields, type Kind } from './fields';
import { hoistSources } from './inlineSources';
import { TERMBASE_VERSION, type TermbaseFile } from './concept';
import type { Problems } from './problem';

/**
 * Returns the valid entries of a file, with the shape of `concept.ts`, and the usable parts of the others. Each fault
 * is reported with the file, the entry and the repair. Editors validate with the JSON Schema; the engine relies on
 * this function, so that the bundle needs no schema library.
 */
export function validateShape(file: string, written: unknown, problems: Problems): TermbaseFile {
  if (!isFields(written)) {
    problems.error(
      file,
      '',
      'A termbase file holds one JSON object: { "concepts": […], "facts": […], "sources": […] }. This one does not.',
    );
    return {};
  }
  const content = hoistSources(written);
  const reader = new Reader(file, problems);
  if (content.version !== undefined && content.version !== TERMBASE_VERSION) {
    const repair = `Export it again with this program, or write ${TERMBASE_VERSION} if it is of that version.`;
    problems.warning(
      file,
      'version',
      `This file is of another version of the format than ${TERMBASE_VERSION}; what differs is left out. ${repair}`,
    );
  }
  const unknown = Object.keys(content).filter((key) => key !== '$schema' && key !== 'version' && !LISTS.includes(key));
  const lists = `Lists: ${LISTS.join(', ')}.`;
  // So many unknown keys are not typing errors: one sentence reports them all.
  if (unknown.length > MOST_NAMED)
    problems.warning(
      file,
      unknown[0]!,
      `There are ${unknown.length} lists that no termbase has, the first is "${clip(unknown[0]!)}". ${lists}`,
    );
  else
    for (const key of unknown) problems.warning(file, key, `There is no list "${clip(key)}" in a termbase. ${lists}`);
  return {
    concepts: reader.entries(content, 'concept', 'concepts', 'concepts'),
    facts: reader.entries(content, 'fact', 'facts', 'facts'),
    sources: reader.entries(content, 'source', 'sources', 'sources'),
    otherMeanings: reader.entries(content, 'otherMeaning', 'otherMeanings', 'otherMeanings'),
    prefer: reader.entries(content, 'preference', 'prefer', 'prefer'),
    retire: reader.retired(content),
  } as unknown as TermbaseFile;
}

const LISTS: readonly string[] = ['concepts', 'facts', 'sources', 'otherMeanings', 'retire', 'prefer'];

/** The nested list of an entry. An entry whose list has no valid item is omitted. */
const INNER: Partial<Record<Kind, readonly [key: string, kind: Kind]>> = {
  concept: ['names', 'name'],
  name: ['terms', 'term'],
};

class Reader {
  constructor(
    private readonly file: string,
    private readonly problems: Problems,
  ) {}

  /** The usable entries of the list under a key of a file or an entry. */
  entries(holder: Fields, kind: Kind, key: string, place: string): readonly Fields[] {
    const list = holder[key];
    if (list === undefined) return [];
    if (!Array.isArray(list)) {
      this.problems.error(this.file, place, `"${key}" must be a list: […].`);
      return [];
    }
    return list.flatMap((entry: unknown, i) => {
      const usable = this.entry(entry, kind, `${place}/${placeName(entry, i)}`);
      return usable ? [usable] : [];
    });
  }

  retired({ retire }: Fields): readonly string[] {
    if (retire === undefined) return [];
    if (Array.isArray(retire) && retire.every((id) => typeof id === 'string')) return retire;
    this.problems.error(this.file, 'retire', '"retire" must be a list of ids: ["gmg", …].');
    return [];
  }

  private entry(entry: unknown, kind: Kind, place: string): Fields | undefined {
    if (!isFields(entry)) {
      this.problems.error(this.file, place, `This ${LABEL[kind]} must be an object: {…}.`);
      return undefined;
    }
    const fields = FIELDS[kind];
    for (const [key, { is, needs, required }] of Object.entries(fields)) {
      const value = Object.hasOwn(entry, key) ? entry[key] : undefined;
      if (value === undefined ? !required : is(value)) continue;
      this.problems.error(
        this.file,
        value === undefined ? place : `${place}/${key}`,
        `This ${LABEL[kind]}${named(entry)} ${value === undefined ? `needs "${key}"` : `has a wrong "${key}"`}: ${needs}.`,
      );
      return undefined;
    }
    const unknown = Object.keys(entry).filter((key) => !Object.hasOwn(fields, key));
    for (const key of unknown.length > MOST_NAMED ? unknown.slice(0, 1) : unknown) {
      const more = unknown.length > MOST_NAMED ? ` (and ${unknown.length - 1} more)` : '';
      this.problems.warning(
        this.file,
        `${place}/${key}`,
        `A ${LABEL[kind]} has no field "${clip(key)}"${more}. Fields: ${Object.keys(fields).join(', ')}.`,
      );
    }
    const inner = INNER[kind];
    if (!inner) return entry;
    const [key, innerKind] = inner;
    const usable = this.entries(entry, innerKind, key, `${place}/${key}`);
    // Returns the same object in the usual case that all are valid.
    if (
      usable.length === (entry[key] as unknown[]).length &&
      usable.every((each, i) => each === (entry[key] as unknown[])[i])
    )
      return entry;
    return usable.length === 0 ? undefined : { ...entry, [key]: usable };
  }
}

const LABEL: Record<Kind, string> = {
  concept: 'concept',
  name: 'name',
  term: 'term',
  fact: 'fact',
  source: 'source',
  otherMeaning: 'other meaning',
  preference: 'preference',
};

function placeName(entry: unknown, position: number): string {
  return isFields(entry) && typeof entry.id === 'string' && /^[a-z0-9-]{1,100}$/.test(entry.id)
    ? entry.id
    : String(position);
}

function named(entry: Fields): string {
  const name = [entry.id, entry.text].find((each) => typeof each === 'string' && each !== '') as string | undefined;
  return name === undefined ? '' : ` "${clip(name)}"`;
}

const MOST_NAMED = 10;

function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
