import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import packageFile from '../../package.json';
import { writeTbx } from '../../src/cli/tbx/writeTbx';
import { bibtexOfSources } from '../../src/core/citation/bibtex';
import { csvOfTermbase } from '../../src/core/exchange/csvLines';
import { entriesOf } from '../../src/core/exchange/entries';
import { csvOfFacts } from './factsCsv';
import { jsonOfFile } from '../../src/core/exchange/json';
import { dateOfRecord, releasedFile, releaseSchema } from './release';
import { RECORD_LICENSE, skosOfTermbase } from '../../src/core/exchange/skos';
import type { Termbase } from '../../src/core/termbase/termbase';
import { readmeOf } from './readme';

const ROOT = join(__dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** The names of the files of a release. */
export const RELEASE_FILES = [
  'README.md',
  'LICENSE',
  'migration-terms.json',
  'migration-terms.schema.json',
  'migration-terms.skos.jsonld',
  'migration-terms.tbx',
  'names.csv',
  'facts.csv',
  'sources.bib',
] as const;

export type ReleaseFile = (typeof RELEASE_FILES)[number];

/** The record as the files of a release, by name; the same record yields the same files. */
export function releaseFiles(termbase: Termbase, base: string): ReadonlyMap<ReleaseFile, string> {
  const schema = 'migration-terms.schema.json';
  const texts: Readonly<Record<ReleaseFile, string>> = {
    'README.md': readmeOf(termbase, { base, version: packageFile.version, date: dateOfRecord(termbase) }),
    LICENSE: read('LICENSE'),
    'migration-terms.json': jsonOfFile(releasedFile(termbase, schema)),
    [schema]: `${JSON.stringify(releaseSchema(JSON.parse(read('data/termbase.schema.json'))), null, 2)}\n`,
    'migration-terms.skos.jsonld': skosOfTermbase(termbase, { base, license: RECORD_LICENSE }),
    'migration-terms.tbx': writeTbx(entriesOf(termbase), 'Migration Terms'),
    'names.csv': csvOfTermbase(termbase),
    'facts.csv': csvOfFacts(termbase),
    'sources.bib': bibtexOfSources(termbase),
  };
  return new Map(RELEASE_FILES.map((name) => [name, texts[name]]));
}
