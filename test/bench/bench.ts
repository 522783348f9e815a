import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from '../../src/core/check';
import { findMentions } from '../../src/core/mentions/findMentions';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { markdown } from '../../src/core/prose/markdown';
import { BUILTIN_FILES } from '../../src/core/termbase/builtin';
import { loadTermbase } from '../../src/core/termbase/load';
import type { Termbase } from '../../src/core/termbase/termbase';
import { checkedCorpus } from './corpus';
import { generate } from './generate';
import { argument, bareTime, median, quantile, repeat, roundsFor, row, time } from './measure';
import { keystrokes } from './keystrokes';
import { lookUps } from './lookUps';
import { madeUpTermbase, ownNames } from './terms';

/**
 * What checking costs, as ratios to a bare pass over the same text in the same run.
 * Every answer is checked before it is timed: a fast wrong answer fails.
 *
 *     npm run bench [-- --sizes 10,100,1000,10000] [--only texts,look-ups]     sizes in KB
 */
function main(): void {
  const memory = argument('--memory-of');
  if (memory !== undefined) {
    tellMemory(memory);
    return;
  }
  console.log(
    `node ${process.version}, ${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${new Date().toISOString().slice(0, 10)}`,
  );
  const { termbase } = loadTermbase(BUILTIN_FILES);
  const only = argument('--only')?.split(',');
  for (const [name, run] of Object.entries({
    texts,
    corpus,
    terms,
    keys: keystrokes,
    'look-ups': lookUps,
    memory: peakMemory,
    start: coldStart,
  })) {
    if (only && !only.includes(name)) continue;
    console.log('');
    run(termbase);
  }
}

/** Growth with the text: × is times a bare pass. */
function texts(termbase: Termbase): void {
  const sizes = (argument('--sizes') ?? '10,100,1000,10000').split(',').map(Number);
  const load = median(Array.from({ length: 5 }, () => time(() => loadTermbase(BUILTIN_FILES))));
  const compile = time(() => findMentions('', termbase, undefined, () => true));
  console.log(
    `termbase: ${termbase.terms.length} terms, ${termbase.facts.size} facts; load ${load.toFixed(1)} ms, compile ${compile.toFixed(1)} ms\n`,
  );
  console.log(row('text', 'chars', 'bare ms', 'matcher ×', 'check ×', 'check ms', 'p95 ms', 'findings'));
  for (const [name, density] of [
    ['ordinary', 0.06],
    ['dense', 0.9],
  ] as const) {
    for (const size of sizes) {
      const { text, mentions, wrong } = generate(size * 1000, density);
      const checked = check({ text, languageId: 'markdown', lang: 'en' }, termbase, DEFAULT_OPTIONS);
      const seen = checked.findings.length + checked.allowed.length;
      if (seen < mentions || checked.findings.length !== wrong)
        throw new Error(
          `${name} ${size} KB: ${seen} of ${mentions} mentions, ${checked.findings.length} findings where ${wrong} are right`,
        );
      tell(`${name} ${size} KB`, text, checked.findings.length, termbase, () =>
        check({ text, languageId: 'markdown', lang: 'en' }, termbase, DEFAULT_OPTIONS),
      );
    }
  }
}

/** The annotated texts of the tests, with their formats and languages; what is right about them the tests hold. */
function corpus(termbase: Termbase): void {
  const { documents, text } = checkedCorpus();
  const run = (): number =>
    documents.reduce((sum, document) => sum + check(document, termbase, DEFAULT_OPTIONS).findings.length, 0);
  console.log(
    row(
      `corpus (${documents.length} files)`,
      'chars',
      'bare ms',
      'matcher ×',
      'check ×',
      'check ms',
      'p95 ms',
      'findings',
    ),
  );
  tell('', text, run(), termbase, run);
}

function tell(name: string, text: string, findings: number, termbase: Termbase, whole: () => unknown): void {
  const rounds = roundsFor(text.length);
  const bare = median(repeat(rounds, () => bareTime(text)));
  const matcher = median(
    repeat(rounds, () => time(() => findMentions(text, termbase, markdown.readEscape, () => true))),
  );
  const times = repeat(rounds, () => time(whole));
  const spent = median(times);
  console.log(
    row(
      name,
      text.length,
      bare.toFixed(3),
      (matcher / bare).toFixed(1),
      (spent / bare).toFixed(1),
      spent.toFixed(2),
      quantile(times, 0.95).toFixed(2),
      findings,
    ),
  );
}

/** Growth with the termbase, on one ordinary text of 1 MB. */
function terms(): void {
  const { text, mentions } = generate(1_000_000, 0.06);
  // The names of the organization itself, which the text uses, and others that it does not.
  const base = ownNames();
  const bare = median(repeat(9, () => bareTime(text)));
  console.log(row('terms (1 MB ordinary)', 'load ms', 'compile ms', 'matcher ×', 'check ×', 'check ms'));
  for (const [kind, count] of [
    ['ordinary', 400],
    ['ordinary', 4_000],
    ['ordinary', 40_000],
    ['alike', 400],
    ['alike', 4_000],
  ] as const) {
    const files = [...base, ...madeUpTermbase(count - loadTermbase(base).termbase.terms.length, kind)];
    let termbase!: Termbase;
    const load = time(() => ({ termbase } = loadTermbase(files)));
    const compile = time(() => findMentions('', termbase, undefined, () => true));
    const found = check({ text, languageId: 'markdown', lang: 'en' }, termbase, DEFAULT_OPTIONS);
    const seen = found.findings.length + found.allowed.length;
    if (termbase.terms.length !== count || seen < mentions / 4 || seen > mentions)
      throw new Error(`${termbase.terms.length} of ${count} terms; ${seen} of ${mentions} mentions`);
    const matcher = median(repeat(9, () => time(() => findMentions(text, termbase, markdown.readEscape, () => true))));
    const spent = median(
      repeat(9, () => time(() => check({ text, languageId: 'markdown', lang: 'en' }, termbase, DEFAULT_OPTIONS))),
    );
    console.log(
      row(
        `${count} ${kind}`,
        load.toFixed(0),
        compile.toFixed(0),
        (matcher / bare).toFixed(1),
        (spent / bare).toFixed(1),
        spent.toFixed(1),
      ),
    );
  }
}

/** In a process of its own each: the most that one check ever held, over one of next to nothing. */
function peakMemory(): void {
  console.log(row('peak memory', 'MB', 'above idle', '× text'));
  const file = join(tmpdir(), `migration-terms-bench-${process.pid}.md`);
  const peak = (size: number): number => {
    writeFileSync(file, generate(size * 1000, 0.06).text);
    const { stdout } = spawnSync(process.execPath, [process.argv[1]!, '--memory-of', file], { encoding: 'utf8' });
    rmSync(file);
    return Number(stdout) / 1024;
  };
  const idle = peak(1);
  console.log(row('nearly empty', idle.toFixed(0)));
  for (const size of [1_000, 10_000]) {
    const most = peak(size);
    console.log(
      row(
        `${size / 1000} MB ordinary`,
        most.toFixed(0),
        (most - idle).toFixed(0),
        ((most - idle) / (size / 1000)).toFixed(1),
      ),
    );
  }
}

function tellMemory(file: string): void {
  const { termbase } = loadTermbase(BUILTIN_FILES);
  const text = readFileSync(file, 'utf8');
  check({ text, languageId: 'markdown', lang: 'en' }, termbase, DEFAULT_OPTIONS);
  console.log(process.resourceUsage().maxRSS);
}

/**
 * The command line as it ships, against a Node that does nothing: what somebody waits for, least and median of many
 * runs.
 */
function coldStart(): void {
  const cli = 'dist/cli.js';
  if (!existsSync(cli)) {
    console.log('cold start: not measured, there is no dist/cli.js (npm run build)');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'migration-terms-bench-'));
  console.log(row('cold start', 'least ms', 'median ms', '× node'));
  let empty = 0;
  // From Node 22.8 on, code that was compiled once is kept.
  const KEPT = { NODE_COMPILE_CACHE: folder };
  for (const [name, argv, env] of [
    ['node -e 0', ['-e', '0'], {}],
    ['--version', [cli, '--version'], KEPT],
    ['--help', [cli, '--help'], KEPT],
    ['check, one line', [cli, 'check', '-'], KEPT],
    ['  without kept code', [cli, 'check', '-'], { NODE_DISABLE_COMPILE_CACHE: '1' }],
  ] as const) {
    startTime(argv, env);
    const times = Array.from({ length: 25 }, () => startTime(argv, env));
    const least = Math.min(...times);
    empty ||= least;
    console.log(row(name, least.toFixed(0), median(times).toFixed(0), (least / empty).toFixed(2)));
  }
  rmSync(folder, { recursive: true });
}

function startTime(argv: readonly string[], env: NodeJS.ProcessEnv): number {
  const started = performance.now();
  spawnSync(process.execPath, argv, {
    input: 'ICEM chartered ten ships in 1965.\n',
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { ...process.env, ...env },
  });
  return performance.now() - started;
}

main();
