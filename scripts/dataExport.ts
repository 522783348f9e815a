// Writes the record as a release: one folder with the record in every format, and with instructions for reading and
// citing it.
//
//   npm run data:export [-- --output DIR] [-- --base URL]
//
// The folder is `release` unless another is named. An existing release is replaced as a whole, or not at all.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULT_BASE, whyNoBase } from '../src/core/exchange/base';
import { BUILTIN_FILES } from '../src/core/termbase/builtin';
import { loadTermbase } from '../src/core/termbase/load';
import { releaseFiles } from './release/files';
import { writeFolder } from './release/write';

try {
  run();
} catch (error) {
  console.error(`No release is written. ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

function run(): void {
  const { values } = parseArgs({
    options: { output: { type: 'string', default: 'release' }, base: { type: 'string', default: DEFAULT_BASE } },
  });
  const fault = whyNoBase(values.base);
  if (fault !== undefined) throw new Error(`--base ${fault}`);
  const { termbase, problems } = loadTermbase(BUILTIN_FILES);
  if (problems.length > 0) {
    const { file, place, message } = problems[0]!;
    throw new Error(
      `The data has ${problems.length} problems; npm run data:check lists them. The first is in data/${file} ${place}: ${message}`,
    );
  }
  const files = releaseFiles(termbase, values.base);
  const folder = resolve(values.output);
  writeFolder(folder, files, 'migration-terms.json');
  console.log(`${termbase.concepts.size} concepts and ${termbase.facts.size} facts written to ${values.output}:`);
  for (const [name, text] of files)
    console.log(`  ${name.padEnd(30)}${String(Buffer.byteLength(text)).padStart(10)} bytes`);
}
