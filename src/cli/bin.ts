#!/usr/bin/env node
import module from 'node:module';
import { Worker, isMainThread } from 'node:worker_threads';
import type { Thread } from './invocation';
import { main } from './main';

// Node from 22.8 on keeps what it has compiled of the commands for the next start.
(module as { enableCompileCache?: () => void }).enableCompileCache?.();

// The threads of a large check run this same file.
if (isMainThread) run();
else void import('./commands/load').then(({ COMMANDS }) => COMMANDS.serve()).then((serve) => serve());

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
  const startThread = (order: unknown): Thread => new Worker(__filename, { workerData: order });
  const { argv, env, stdout, stderr } = process;
  void main({ argv: argv.slice(2), cwd: process.cwd(), env, stdin, stdout, stderr, stop: stop.signal, startThread }).then((code) => (process.exitCode = code));
}
