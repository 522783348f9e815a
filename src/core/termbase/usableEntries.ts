import * as z from 'zod/mini';
import { clip, isRecord, MOST_NAMED } from '../given';
import { needsOf } from '../schema';
import type { TermbaseFile } from './concept';
import { hoistSources } from './inlineSources';
import { TERMBASE_VERSION } from './lists';
import type { Problems } from './problem';
import * as schema from './schema';

type Entry = Readonly<Record<string, unknown>>;
type Field = z.core.$ZodType;

/**
 * Returns the valid entries of a file, as `schema.ts` describes them, and the usable parts of the others. Each fault is
 * reported with the file, the entry and the repair.
 */
export function usableEntries(file: string, written: unknown, problems: Problems): TermbaseFile {
  if (!isRecord(written)) {
    problems.error(
      file,
      '',
      'A termbase file holds one JSON object: { "concepts": […], "facts": […], "sources": […] }. This one does not.',
    );
    return {};
  }
  const content = hoistSources(written);
  if (content.version !== undefined && content.version !== TERMBASE_VERSION) {
    const repair = `Export it again with this program, or write ${TERMBASE_VERSION} if it is of that version.`;
    problems.warning(
      file,
      'version',
      `This file is of another version of the format than ${TERMBASE_VERSION}; what differs is left out. ${repair}`,
    );
  }
  reportUnknownLists(file, content, problems);
  const reader = new Reader(file, problems);
  return {
    ...Object.fromEntries(
      Object.keys(ENTRIES).map((key) => [key, reader.entries(content, key, ENTRIES[key as keyof typeof ENTRIES], key)]),
    ),
    retire: retired(file, content, problems),
  };
}

const ENTRIES = {
  concepts: schema.CONCEPT,
  facts: schema.FACT,
  sources: schema.SOURCE,
  otherMeanings: schema.OTHER_MEANING,
  prefer: schema.PREFERENCE,
};

const LABELS = new Map<Field, string>([
  [schema.CONCEPT, 'concept'],
  [schema.NAME, 'name'],
  [schema.TERM, 'term'],
  [schema.FACT, 'fact'],
  [schema.SOURCE, 'source'],
  [schema.OTHER_MEANING, 'other meaning'],
  [schema.PREFERENCE, 'preference'],
]);

const LISTS = ['concepts', 'facts', 'sources', 'otherMeanings', 'retire', 'prefer'];

function reportUnknownLists(file: string, content: Entry, problems: Problems): void {
  const unknown = Object.keys(content).filter((key) => key !== '$schema' && key !== 'version' && !LISTS.includes(key));
  const lists = `Lists: ${LISTS.join(', ')}.`;
  if (unknown.length > MOST_NAMED)
    problems.warning(
      file,
      unknown[0]!,
      `There are ${unknown.length} lists that no termbase has, the first is "${clip(unknown[0]!)}". ${lists}`,
    );
  else
    for (const key of unknown) problems.warning(file, key, `There is no list "${clip(key)}" in a termbase. ${lists}`);
}

function retired(file: string, { retire = [] }: Entry, problems: Problems): readonly string[] {
  const read = z.safeParse(schema.TERMBASE.shape.retire, retire);
  if (read.success) return read.data ?? [];
  problems.error(file, 'retire', '"retire" must be a list of ids: ["gmg", …].');
  return [];
}

class Reader {
  constructor(
    private readonly file: string,
    private readonly problems: Problems,
  ) {}

  /** The usable entries of the list under a key of a file or an entry. */
  entries(holder: Entry, key: string, of: z.ZodMiniObject, place: string): readonly Entry[] {
    const list = holder[key];
    if (list === undefined) return [];
    if (!Array.isArray(list)) {
      this.problems.error(this.file, place, `"${key}" must be a list: […].`);
      return [];
    }
    return list.flatMap((entry: unknown, i): readonly Entry[] => {
      const usable = this.entry(entry, of, `${place}/${placeName(entry, i)}`);
      return usable ? [usable] : [];
    });
  }

  private entry(entry: unknown, of: z.ZodMiniObject, place: string): Entry | undefined {
    const label = LABELS.get(of)!;
    if (!isRecord(entry)) {
      this.problems.error(this.file, place, `This ${label} must be an object: {…}.`);
      return undefined;
    }
    for (const [key, field] of Object.entries(of.shape)) {
      const value = Object.hasOwn(entry, key) ? entry[key] : undefined;
      if (isValid(field, value)) continue;
      const [at, has] = value === undefined ? [place, 'needs'] : [`${place}/${key}`, 'has a wrong'];
      this.problems.error(this.file, at, `This ${label}${named(entry)} ${has} "${key}": ${needsOf(field)}.`);
      return undefined;
    }
    this.reportUnknown(entry, of, place);
    return this.withUsable(entry, of, place);
  }

  private reportUnknown(entry: Entry, of: z.ZodMiniObject, place: string): void {
    const unknown = Object.keys(entry).filter((key) => !Object.hasOwn(of.shape, key));
    for (const key of unknown.length > MOST_NAMED ? unknown.slice(0, 1) : unknown) {
      const more = unknown.length > MOST_NAMED ? ` (and ${unknown.length - 1} more)` : '';
      this.problems.warning(
        this.file,
        `${place}/${key}`,
        `A ${LABELS.get(of)} has no field "${clip(key)}"${more}. Fields: ${Object.keys(of.shape).join(', ')}.`,
      );
    }
  }

  /** The entry with the usable items of its list of entries, if it has one; it is omitted without any. */
  private withUsable(entry: Entry, of: z.ZodMiniObject, place: string): Entry | undefined {
    for (const [key, field] of Object.entries(of.shape)) {
      const inner = entriesOf(field);
      if (inner === undefined) continue;
      const all = entry[key] as readonly unknown[];
      const usable = this.entries(entry, key, inner, `${place}/${key}`);
      if (usable.length === 0) return undefined;
      // Returns the same object in the usual case that all are valid.
      return usable.length === all.length && usable.every((each, i) => each === all[i])
        ? entry
        : { ...entry, [key]: usable };
    }
    return entry;
  }
}

/** Of a list of entries, which are read one by one, only that it has some. */
function isValid(field: Field, value: unknown): boolean {
  return entriesOf(field) === undefined ? z.safeParse(field, value).success : Array.isArray(value) && value.length > 0;
}

function entriesOf(field: Field): z.ZodMiniObject | undefined {
  const of = field instanceof z.ZodMiniArray ? field.def.element : undefined;
  return of !== undefined && LABELS.has(of) ? (of as z.ZodMiniObject) : undefined;
}

function placeName(entry: unknown, position: number): string {
  return isRecord(entry) && typeof entry.id === 'string' && /^[a-z0-9-]{1,100}$/.test(entry.id)
    ? entry.id
    : String(position);
}

function named(entry: Entry): string {
  const name = [entry.id, entry.text].find((each) => typeof each === 'string' && each !== '') as string | undefined;
  return name === undefined ? '' : ` "${clip(name)}"`;
}
