import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main } from '../../src/cli/main';

/** What a run of the command line printed, and its exit code. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A temporary folder with these files, in which commands can be run; removed by `remove`. */
export interface Folder {
  readonly path: string;
  run(...argv: string[]): Promise<Ran>;
  /** Runs with text or bytes on standard input. */
  pipe(input: string | Uint8Array, ...argv: string[]): Promise<Ran>;
  bytes(name: string): Buffer;
  remove(): void;
}

export function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): Folder {
  const path = mkdtempSync(join(tmpdir(), 'migration-terms-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  const pipe: Folder['pipe'] = (input, ...argv) => mainIn(path, chunks(input), argv);
  return {
    path,
    run: (...argv) => pipe('', ...argv),
    pipe,
    bytes: (name) => readFileSync(join(path, name)),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** Runs in a folder that exists, without input. */
export function runIn(cwd: string, ...argv: string[]): Promise<Ran> {
  return mainIn(cwd, chunks(''), argv);
}

async function mainIn(cwd: string, stdin: AsyncIterable<Uint8Array>, argv: readonly string[]): Promise<Ran> {
  let out = '';
  let err = '';
  const code = await main({
    argv,
    cwd,
    env: { PATH: process.env.PATH },
    stdin,
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
  });
  return { code, out, err };
}

/** Input in pieces that split characters, as a pipe may. */
async function* chunks(input: string | Uint8Array): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(input as string);
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}

/**
 * One clear case for each outcome; the judging itself is tested with the core. The former name is for the writer to
 * replace; only the form that was never a name is fixed unasked.
 */
export const WRONG = 'ICEM assists migrants in forty countries in 2026.\n';
export const MISNOMER = 'The International Office of Migration assists migrants.\n';
export const MISNOMER_FIXED = 'The International Organization for Migration assists migrants.\n';
export const RIGHT = 'In 1965 ICEM chartered ten ships for migrants.\n';
export const CLEAN = 'The committee met on Tuesday.\n';
