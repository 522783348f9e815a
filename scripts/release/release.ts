import { TERMBASE_VERSION, type TermbaseFile } from '../../src/core/termbase/concept';
import type { Termbase } from '../../src/core/termbase/termbase';
import { fileOfTermbase } from '../../src/core/exchange/json';

/** A termbase file that names its schema, so that an editor or a validator needs no other configuration. */
export interface ReleasedFile extends TermbaseFile {
  readonly $schema: string;
}

/** The termbase as one file, with the address of its schema. */
export function releasedFile(termbase: Termbase, schema: string): ReleasedFile {
  return { $schema: schema, ...fileOfTermbase(termbase) };
}

/** The schema of a released file: that of any termbase file, but with all lists and the version required. */
export function releaseSchema(schema: Readonly<Record<string, unknown>>): object {
  const { $schema, ...rest } = schema;
  return {
    $schema,
    $id: `urn:x-migration-terms:schema:${TERMBASE_VERSION}`,
    ...rest,
    title: `Migration Terms, version ${TERMBASE_VERSION} of the format`,
    required: ['$schema', 'version', 'concepts', 'facts', 'otherMeanings', 'sources'],
  };
}

/** The newest date on which a fact was compared with its sources; `undefined` if none was. */
export function dateOfRecord({ facts }: Pick<Termbase, 'facts'>): string | undefined {
  let newest: string | undefined;
  for (const { reviewed } of facts.values()) if (reviewed !== undefined && reviewed > (newest ?? '')) newest = reviewed;
  return newest;
}
