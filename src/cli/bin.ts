#!/usr/bin/env node
import module from 'node:module';
import path from 'node:path';
import type threads from 'node:worker_threads';
import type { Thread } from './invocation';
import { main } from './main';
import { messageOf, reasonOf } from './reasons';
import { printable } from './style';

// Node caches compiled code itself, from 22.8 on.
(module as { enableCompileCache?: () => void }).enableCompileCache?.();
run();

function run(): void {
  // A reader that closes early (`| head`) is not an error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    process.stderr.write(`migration-terms: the output cannot be written: ${printable(reasonOf(error))}\n`);
    process.exit(2);
  });
  process.stderr.on('error', () => {
    /* Nobody reads the messages any more; the exit code still says what was found. */
  });
  process.on('uncaughtException', (error) => {
    process.stderr.write(`migration-terms: ${printable(messageOf(error))}\n`);
    process.exit(2);
  });
  const stop = new AbortController();
  // Handled once: a second Ctrl+C does not wait for the current file.
  process.once('SIGINT', () => {
    stop.abort();
    if (isStdinOpen) process.stdin.destroy();
  });
  // Opened only when it is read, as opening it takes longer than some commands.
  let isStdinOpen = false;
  const stdin = {
    [Symbol.asyncIterator]: () => {
      isStdinOpen = true;
      return process.stdin[Symbol.asyncIterator]();
    },
  };
  // Loaded only here, as Node needs more time to load its threads than this program needs to start.
  const startThread = (order: unknown): Thread => {
    const { Worker } = module.createRequire(__filename)('node:worker_threads') as typeof threads;
    return new Worker(path.join(__dirname, 'cli-thread.js'), { workerData: order });
  };
  const { argv, env, stdout, stderr } = process;
  void main({
    argv: argv.slice(2),
    cwd: process.cwd(),
    env,
    stdin,
    stdout,
    stderr,
    stop: stop.signal,
    startThread,
  }).then((code) => {
    process.exitCode = code;
    // Waiting for Node to end takes a tenth of a short run; what is still being written must not be cut off.
    // An output that could not be written is reported before.
    if (stdout.writableLength === 0 && stderr.writableLength === 0) setImmediate(() => process.exit());
  });
}
