#!/usr/bin/env node
import { main } from './main';

// An exit code set, not `process.exit`: that would cut off output still on its way into a pipe.
// A reader that closes early (`| head`) is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));
const { argv, env, stdin, stdout, stderr } = process;
void main({ argv: argv.slice(2), cwd: process.cwd(), env, stdin, stdout, stderr }).then((code) => (process.exitCode = code));
