// Switches off each function and condition of the rules in turn, and counts on given texts what it finds and prevents:
//
//   npm run ablate -- TEXTS... [--in claims/heads,reading]
//
// TEXTS are files of labelled documents (.jsonl, as in `test/cases`) and folders of texts with `judgements.jsonl` (as
// `npm run judge` keeps them). The table, tab-separated, has for each point its lines, the number of documents in which
// it acts, the errors that are no longer found without it, and the wrong marks that come and go. A point that acts in
// no document earns nothing on these texts.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { instrument } from './ablation/instrument.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { in: { type: 'string', default: 'claims,reading,verdicts' } },
});
if (positionals.length === 0) throw new Error('Name texts: npm run ablate -- DOCUMENTS.jsonl FOLDER');

const copy = join(root, 'dist/ablation');
const points = instrument(root, copy, values.in.split(','));
writeFileSync(join(copy, 'points.json'), JSON.stringify(points));
const measure = readFileSync(join(root, 'scripts/ablation/measure.ts'), 'utf8')
  .replaceAll("'../../src/", "'./src/")
  .replace("'./switches'", "'./src/switches'");
writeFileSync(join(copy, 'measure.ts'), measure);
const run = spawnSync(
  process.execPath,
  ['--import', 'tsx', join(copy, 'measure.ts'), join(copy, 'points.json'), ...positionals.map((each) => resolve(each))],
  { cwd: root, stdio: 'inherit' },
);
process.exit(run.status ?? 1);
