#!/usr/bin/env node
import module from 'node:module';
import path from 'node:path';
import type threads from 'node:worker_threads';
import type { Thread } from './invocation';
import { keepCode } from './keptCode';
import { main } from './main';

keepCode();
run();

function run(): void {
  // An exit code set, not `process.exit`: that would cut off output still on its way into a pipe.
  // A reader that closes early (`| head`) is no error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));
  const stop = new AbortController();
  // Once: who presses Ctrl+C again does not want to wait for the file at hand.
  process.once('SIGINT', () => {
    stop.abort();
    if (isStdinOpen) process.stdin.destroy();
  });
  // Opened when it is read: that takes longer than many a command.
  let isStdinOpen = false;
  const stdin = { [Symbol.asyncIterator]: () => { isStdinOpen = true; return process.stdin[Symbol.asyncIterator](); } };
  // Looked up only here, as Node takes longer to load its threads than this program to start.
  const startThread = (order: unknown): Thread => {
    const { Worker } = module.createRequire(__filename)('node:worker_threads') as typeof threads;
    return new Worker(path.join(__dirname, 'cli-thread.js'), { workerData: order });
  };
  const { argv, env, stdout, stderr } = process;
  void main({ argv: argv.slice(2), cwd: process.cwd(), env, stdin, stdout, stderr, stop: stop.signal, startThread }).then((code) => (process.exitCode = code));
}
