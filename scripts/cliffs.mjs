// Prints how the time of a check grows when a text of one shape becomes eight times as long, for each shape and format:
//
//   npm run cliffs [-- --all] [--length 5000] [--shape NAME] [--format ID]
//
// Linear growth is about 8, quadratic 64. `!` marks growth of more than 24 in a noticeable time, and `hangs` more than
// a minute. A separate process measures, and is restarted if it hangs. test/properties/linearTime.test.ts tests most of
// the usual shapes; `--all` measures some 900, and takes minutes.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const HANGS = 60_000;
const { values } = parseArgs({
  options: {
    all: { type: 'boolean', default: false },
    length: { type: 'string', default: '5000' },
    shape: { type: 'string' },
    format: { type: 'string' },
  },
});
const length = Number(values.length);
if (!(length > 0)) throw new Error(`--length takes a number of characters, not ${values.length}`);

mkdirSync('dist/test', { recursive: true });
await build({
  entryPoints: ['test/cliffs/cells.ts'],
  bundle: true,
  minify: true,
  platform: 'node',
  mainFields: ['module', 'main'],
  target: 'node20',
  outfile: 'dist/test/cliffs.js',
  logLevel: 'error',
});

let measurer = await start();
const { shapes, usual, formats } = measurer.offers;
const columns = formats.flatMap((id, i) => (values.format === undefined || values.format === id ? [i] : []));
const rows = shapes.flatMap((name, i) =>
  (values.all || values.shape !== undefined || i < usual) && (values.shape === undefined || name.includes(values.shape))
    ? [i]
    : [],
);
const width = Math.max(...rows.map((row) => shown(shapes[row]).length), 0);

console.log(`growth from ${length} to ${8 * length} characters; linear is 8\n`);
console.log(
  line(
    '',
    columns.map((column) => formats[column].slice(0, 11)),
  ),
);
let cliffs = 0;
for (const row of rows) {
  const cells = [];
  for (const column of columns) cells.push(await cell(row, column));
  cliffs += cells.filter((text) => /!|hangs/.test(text)).length;
  console.log(line(shown(shapes[row]), cells));
}
measurer.stop();
console.log(
  `\n${rows.length} shapes × ${columns.length} formats: ${cliffs === 0 ? 'none grows' : `${cliffs} grow`} more than linearly`,
);
process.exitCode = cliffs === 0 ? 0 : 1;

async function cell(row, column) {
  const answer = await measurer.ask(`${row} ${column} ${length}`);
  if (!answer) {
    measurer = await start();
    return 'hangs';
  }
  const { once, eight, isCliff } = answer;
  return `${(eight / once).toFixed(1)}${isCliff ? `! ${eight.toFixed(0)}ms` : ''}`;
}

/** A process that measures cells; if one takes too long, the answer is `undefined` and the process is ended. */
async function start() {
  const child = spawn(process.execPath, ['dist/test/cliffs.js'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const answer = async () => {
    const { value, done } = await lines.next();
    return done ? undefined : JSON.parse(value);
  };
  return {
    offers: await answer(),
    async ask(what) {
      const guard = setTimeout(() => child.kill('SIGKILL'), HANGS);
      child.stdin.write(`${what}\n`);
      const told = await answer();
      clearTimeout(guard);
      return told;
    },
    stop: () => child.stdin.end(),
  };
}

function line(name, cells) {
  return [name.padEnd(width), ...cells.map((text) => text.padStart(13))].join(' ');
}

/** Escaped line ends. */
function shown(name) {
  return name.replace(/[\n\r\t\u00ad]/g, (character) => ({ '\n': '\\n', '\r': '\\r', '\t': '\\t' })[character] ?? '');
}
