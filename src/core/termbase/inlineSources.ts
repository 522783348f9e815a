import { isFields, type Fields } from './fields';

/**
 * Moves each source that is written out at its citation to the list of sources, and replaces it by its id: a fact
 * with a new source can be written in one place. A source without an id remains, and is rejected like any other
 * invalid entry.
 */
export function hoistSources(content: Fields): Fields {
  if (content.sources !== undefined && !Array.isArray(content.sources)) return content;
  const found: Fields[] = [];
  const lists = CITING.filter((key) => Array.isArray(content[key])).map((key) => [key, hoisted(content[key], found, DEEPEST)]);
  return found.length === 0 ? content : { ...content, ...Object.fromEntries(lists), sources: [...(content.sources ?? []), ...found] };
}

const CITING: readonly string[] = ['concepts', 'facts', 'otherMeanings'];

/** Depth from the list of concepts to the sources of a term. */
const DEEPEST = 8;

function hoisted(value: unknown, found: Fields[], depth: number): unknown {
  if (depth === 0) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => hoisted(item, found, depth - 1));
  if (!isFields(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, key === 'sources' && Array.isArray(inner)
    ? inner.map((source: unknown) => idOf(source, found))
    : hoisted(inner, found, depth - 1)]));
}

function idOf(source: unknown, found: Fields[]): unknown {
  if (!isFields(source) || typeof source.id !== 'string') return source;
  found.push(source);
  return source.id;
}
