import { arch, cpus, platform } from 'node:os';
import { check } from '../../src/core/check';
import { findMentions } from '../../src/core/mentions/findMentions';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { markdown } from '../../src/core/prose/markdown';
import { BUILTIN_FILES } from '../../src/core/termbase/builtin';
import { loadTermbase } from '../../src/core/termbase/load';
import { generate } from './generate';

/**
 * What checking costs, as ratios to a bare pass over the same text in the same run: a loop that sums `charCodeAt`.
 * Every answer is checked before it is timed: a fast wrong answer fails.
 *
 *     npm run bench [-- --sizes 10,100,1000]     sizes in KB
 */
function main(): void {
  const sizes = (argument('--sizes') ?? '10,100,1000').split(',').map(Number);
  console.log(`node ${process.version}, ${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${new Date().toISOString().slice(0, 10)}\n`);
  const load = median(Array.from({ length: 5 }, () => time(() => loadTermbase(BUILTIN_FILES))));
  const { termbase } = loadTermbase(BUILTIN_FILES);
  const compile = time(() => findMentions('', termbase, undefined, () => true));
  console.log(`termbase: ${termbase.terms.length} terms, ${termbase.facts.size} facts; load ${load.toFixed(1)} ms, compile ${compile.toFixed(1)} ms\n`);
  console.log('text                 chars   bare ms  matcher ×  check ×  check ms  findings');
  for (const [name, density] of [['ordinary', 0.06], ['dense', 0.9]] as const) {
    for (const size of sizes) {
      const { text, mentions, wrong } = generate(size * 1000, density);
      const rounds = size >= 5000 ? 3 : size >= 500 ? 9 : 40;
      const bare = median(repeat(rounds, () => bareTime(text)));
      const matcher = median(repeat(rounds, () => time(() => findMentions(text, termbase, markdown.readEscape, () => true))));
      const checked = check({ text, languageId: 'markdown', lang: 'en' }, termbase, DEFAULT_OPTIONS);
      const seen = checked.findings.length + checked.allowed.length;
      if (seen < mentions || checked.findings.length !== wrong) throw new Error(`${name} ${size} KB: ${seen} of ${mentions} mentions, ${checked.findings.length} findings where ${wrong} are right`);
      const whole = median(repeat(rounds, () => time(() => check({ text, languageId: 'markdown', lang: 'en' }, termbase, DEFAULT_OPTIONS))));
      console.log(`${`${name} ${size} KB`.padEnd(18)}${String(text.length).padStart(8)}${bare.toFixed(3).padStart(10)}${(matcher / bare).toFixed(1).padStart(11)}${(whole / bare).toFixed(1).padStart(9)}${whole.toFixed(2).padStart(10)}${String(checked.findings.length).padStart(10)}`);
    }
  }
}

function bareTime(text: string): number {
  // Run often enough for the clock; the sum keeps the loop from being left out.
  const times = Math.max(1, Math.floor(200_000 / text.length));
  let sum = 0;
  const spent = time(() => { for (let k = 0; k < times; k++) for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0; });
  if (sum === 42) console.log(sum);
  return spent / times;
}

function time(work: () => unknown): number {
  const start = process.cpuUsage();
  const wall = performance.now();
  work();
  const { user, system } = process.cpuUsage(start);
  // The CPU clock is coarse for short work; the wall clock is noisy for long work.
  const cpu = (user + system) / 1000;
  return cpu > 5 ? cpu : performance.now() - wall;
}

function repeat(count: number, run: () => number): number[] {
  for (let i = 0; i < Math.min(3, count); i++) run();
  return Array.from({ length: count }, run);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function argument(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

main();
