// Writes a new entry of data at its place, in the layout of the file, and leaves all other lines as they are.
//
//   npx tsx scripts/dataAdd.ts [--file FILE] [--concept ID] [ENTRY.json]
//
// The entry is one JSON object, a concept, a fact, a source, or with `--concept` a name of that concept; without
// ENTRY.json it is read from the standard input. `--file`, such as concepts/processes.json, says which file gets it
// where the data does not. Nothing is written if the entry has an error.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BUILTIN_FILES } from '../src/core/termbase/builtin';
import { loadTermbase } from '../src/core/termbase/load';
import { withEntry, type Entry } from './entryLayout';
import { placeOf } from './placeOfEntry';

const DATA = join(__dirname, '..', 'data');

const { values, positionals } = parseArgs({
  options: { file: { type: 'string' }, concept: { type: 'string' } },
  allowPositionals: true,
});

try {
  const entry = JSON.parse(readFileSync(positionals[0] ?? 0, 'utf8')) as Entry;
  const { file, list } = placeOf(entry, BUILTIN_FILES, values);
  const before = readFileSync(join(DATA, file), 'utf8');
  const after = withEntry(before, list, entry);
  const errors = errorsWith(file, after);
  if (errors.length > 0) throw new Error(errors.join('\n'));
  if (after !== before) writeFileSync(join(DATA, file), after);
  console.log(after === before ? `data/${file} has it already.` : `Written to data/${file}.`);
  console.log('Run npm run data:check, then npm run data:test.');
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

/** The errors of the record with the new text of one file. */
function errorsWith(file: string, text: string): readonly string[] {
  const files = BUILTIN_FILES.map((each) =>
    each.file === file ? { file, content: JSON.parse(text) as unknown } : each,
  );
  return loadTermbase(files)
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ place, message }) => `${place}: ${message}`);
}
