import { isRecord } from '../given';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Moves each source that is written out at its citation to the list of sources, and replaces it by its id: a fact
 * with a new source can be written in one place. A source without an id remains, and is rejected like any other
 * invalid entry.
 */
export function hoistSources(content: Fields): Fields {
  if (content.sources !== undefined && !Array.isArray(content.sources)) return content;
  const citing = CITING.filter((key) => Array.isArray(content[key]));
  // Most files have none, and a large file is not copied for it.
  if (!citing.some((key) => hasInline(content[key], DEEPEST))) return content;
  const found: Fields[] = [];
  const lists = Object.fromEntries(citing.map((key) => [key, hoisted(content[key], found, DEEPEST)]));
  return { ...content, ...lists, sources: [...(content.sources ?? []), ...found] };
}

const CITING: readonly string[] = ['concepts', 'facts', 'otherMeanings'];

/** Depth from the list of concepts to the sources of a term. */
const DEEPEST = 8;

function hoisted(value: unknown, found: Fields[], depth: number): unknown {
  if (depth === 0) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => hoisted(item, found, depth - 1));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'sources' && Array.isArray(inner)
        ? inner.map((source: unknown) => idOf(source, found))
        : hoisted(inner, found, depth - 1),
    ]),
  );
}

function idOf(source: unknown, found: Fields[]): unknown {
  if (!isInline(source)) return source;
  found.push(source);
  return source.id;
}

function hasInline(value: unknown, depth: number): boolean {
  if (depth === 0) return false;
  if (Array.isArray(value)) return value.some((item: unknown) => hasInline(item, depth - 1));
  if (!isRecord(value)) return false;
  return Object.entries(value).some(([key, inner]) =>
    key === 'sources' && Array.isArray(inner) ? inner.some(isInline) : hasInline(inner, depth - 1),
  );
}

function isInline(source: unknown): source is Fields & { readonly id: string } {
  return isRecord(source) && typeof source.id === 'string';
}
