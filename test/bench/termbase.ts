// What the termbase costs: bytes in the bundles, time to unpack, load and compile, memory.
//
//   node --expose-gc --import tsx test/bench/termbase.ts
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { compileMatcher } from '../../src/core/mentions/compile';
import { BUILTIN_FILES } from '../../src/core/termbase/builtin';
import { loadTermbase } from '../../src/core/termbase/load';
import { unpack } from '../../src/core/termbase/unpack';

const ROOT = resolve(__dirname, '../..');
const collect = (globalThis as { gc?: () => void }).gc;
const rows: [string, string][] = [];
const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;

const sizeOf = (folder: string): number =>
  readdirSync(join(ROOT, folder), { withFileTypes: true }).reduce(
    (sum, entry) =>
      sum + (entry.isDirectory() ? sizeOf(`${folder}/${entry.name}`) : statSync(join(ROOT, folder, entry.name)).size),
    0,
  );
rows.push(['data/ as people edit it', kilobytes(sizeOf('data'))]);
const text = JSON.stringify(BUILTIN_FILES);
const packed = deflateRawSync(text, { level: 9 }).toString('base64');
rows.push(
  ['termbase files without blanks', kilobytes(Buffer.byteLength(text))],
  ['packed, as base64', kilobytes(packed.length)],
);
for (const bundle of ['extension', 'cli', 'cli-check', 'engine', 'services', 'data'].map((name) => `dist/${name}.js`)) {
  if (existsSync(join(ROOT, bundle))) rows.push([bundle, kilobytes(readFileSync(join(ROOT, bundle)).length)]);
}

timed('unpack', () => unpack(packed));
timed('parse', () => JSON.parse(text));
const { termbase, problems } = timed('load and validate', () => loadTermbase(BUILTIN_FILES));
timed('compile for search', () =>
  compileMatcher({ phrases: termbase.terms.map((term) => term.text + term.suffix), read: (key) => key }),
);

if (collect) {
  const before = heap(collect);
  const held = loadTermbase(structuredClone(BUILTIN_FILES)).termbase;
  const matcher = compileMatcher({ phrases: held.terms.map((term) => term.text + term.suffix), read: (key) => key });
  rows.push(['memory, termbase and matcher', kilobytes(heap(collect) - before)]);
  if (held.terms.length === 0 || matcher.trie.size === 0) throw new Error('nothing was loaded');
}
rows.push(
  [
    'concepts, terms, facts, sources',
    [termbase.concepts.size, termbase.terms.length, termbase.facts.size, termbase.sources.size].join(', '),
  ],
  ['problems', String(problems.length)],
);
for (const [what, value] of rows) console.log(`${what.padEnd(34)} ${value}`);

/** The first run is what a writer waits for; the median is what it costs when the engine is warm. */
function timed<T>(what: string, run: () => T): T {
  const times: number[] = [];
  let result: T;
  for (let i = 0; i < 11; i++) {
    const started = performance.now();
    result = run();
    times.push(performance.now() - started);
  }
  const [first] = times;
  rows.push([what, `${first!.toFixed(1)} ms the first time, ${times.sort((a, b) => a - b)[5]!.toFixed(1)} ms then`]);
  return result!;
}

function heap(gc: () => void): number {
  gc();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + external + arrayBuffers;
}
