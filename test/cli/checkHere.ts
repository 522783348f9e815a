import { main } from '../../src/cli/main';

/** The command line in a process of its own: `node checkHere.js FOLDER FORMAT`. */
const [cwd = '.', format] = process.argv.slice(2);
const { env, stdin, stdout, stderr } = process;
void main({ argv: ['check', '--format', format!, 'a.md'], cwd, env, stdin, stdout, stderr }).then(
  (code) => (process.exitCode = code),
);
