import { builtinFiles, builtinTermbase } from '../core/termbase/builtin';
import { loadTermbase, type Problem } from '../core/termbase/load';
import type { Termbase } from '../core/termbase/termbase';

/** A termbase to check with, and the faults of the caller's own ones. */
export interface OpenedTermbase {
  readonly termbase: Termbase;
  readonly problems: readonly Problem[];
}

/**
 * The built-in termbase, overlaid with the caller's own. The last result is kept, as programs check many texts with the
 * same termbases.
 */
export function openTermbase(own: readonly object[]): OpenedTermbase {
  if (own.length === 0) return { termbase: builtinTermbase(), problems: [] };
  if (last && last.own.length === own.length && last.own.every((each, i) => each === own[i])) return last.opened;
  const files = own.map((content, i) => ({ file: `termbases[${i}]`, content }));
  const { termbase, problems } = loadTermbase(builtinFiles(), files);
  const names = new Set(files.map(({ file }) => file));
  const opened = { termbase, problems: problems.filter(({ file }) => names.has(file)) };
  last = { own: [...own], opened };
  return opened;
}

let last: { readonly own: readonly object[]; readonly opened: OpenedTermbase } | undefined;
