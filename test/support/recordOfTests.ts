import { BUILTIN_FILES } from '../../src/core/termbase/builtin';
import type { Concept, Fact, TermbaseFile } from '../../src/core/termbase/concept';
import { loadTermbase, type NamedFile } from '../../src/core/termbase/load';
import type { Termbase } from '../../src/core/termbase/termbase';

/** The last day that tests know. Raise it only together with the expectations that then change. */
const LAST_DAY = '2026-11-30';

let record: Termbase | undefined;

/**
 * The built-in termbase as of `LAST_DAY`, for tests that expect certain values. What happened later does not change
 * their expectations. Tests of the record itself use `builtinTermbase`.
 */
export function recordOfTests(): Termbase {
  return (record ??= loadTermbase(filesUntil(LAST_DAY, BUILTIN_FILES)).termbase);
}

/** The files without the names, facts and ends of validity that are later than `day`, a `YYYY-MM-DD`. */
export function filesUntil(day: string, files: readonly NamedFile[]): readonly NamedFile[] {
  const parsed = files.map(({ file, content }) => ({ file, content: content as TermbaseFile }));
  const all = parsed.flatMap(({ content }) => content.concepts ?? []);
  const known = all.map((concept) => conceptUntil(day, concept)).filter(({ names }) => names.length > 0);
  const byId = new Map(known.map((concept) => [concept.id, concept]));
  const later = new Set(all.filter(({ id }) => !byId.has(id)).map(({ id }) => id));
  return parsed.map(({ file, content }) => ({
    file,
    content: {
      ...content,
      ...(content.concepts && { concepts: content.concepts.flatMap(({ id }) => byId.get(id) ?? []) }),
      ...(content.facts && {
        facts: content.facts.filter((fact) => isKnown(day, fact) && !later.has(fact.subject)).map(endsUntil(day)),
      }),
    },
  }));
}

function conceptUntil(day: string, concept: Concept): Concept {
  return { ...concept, names: concept.names.filter((name) => isKnown(day, name)).map(endsUntil(day)) };
}

/** A date without a day or month is later only if all of its days are. */
function isKnown(day: string, { from = '', asOf = '' }: Pick<Fact, 'from' | 'asOf'>): boolean {
  return from <= day && asOf <= day;
}

function endsUntil(day: string): <T extends { readonly to?: string }>(entry: T) => T {
  return (entry) => (entry.to === undefined || entry.to <= day ? entry : { ...entry, to: undefined });
}
