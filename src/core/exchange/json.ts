import { TERMBASE_VERSION, type TermbaseFile } from '../termbase/concept';
import type { Termbase } from '../termbase/termbase';
import { byId } from './naming';

/** A termbase as one file, with entries in the order of their ids. */
export function fileOfTermbase({ concepts, facts, sources, otherMeanings }: Termbase): TermbaseFile {
  return {
    version: TERMBASE_VERSION,
    concepts: [...concepts.values()].sort(byId),
    facts: [...facts.values()].sort(byId),
    otherMeanings: [...otherMeanings.values()].flat().sort(byId),
    sources: [...sources.values()].sort(byId),
  };
}

/** A termbase file as text, indented for reading and editing. */
export function jsonOfFile(file: TermbaseFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}
