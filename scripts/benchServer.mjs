// The time until the server for assistants answers `initialize`, relative to the start of an empty Node. Starts
// alternate, as the load of the machine changes. Needs a build.
//
//   node scripts/benchServer.mjs [PAIRS]
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const server = path.join(fileURLToPath(new URL('..', import.meta.url)), 'dist/cli.js');
const pairs = Number(process.argv[2] ?? 40);
const INITIALIZE = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'bench', version: '1' } },
};

const times = { empty: [], server: [] };
for (let i = 0; i < pairs; i++) {
  times.empty.push(await timeOf(['-e', ''], 'exit'));
  times.server.push(await timeOf([server, 'mcp'], 'answer'));
}
for (const all of Object.values(times)) all.sort((a, b) => a - b);
for (const [name, share] of [
  ['fastest', 0],
  ['quartile', 0.25],
  ['median', 0.5],
]) {
  const [empty, served] = [times.empty, times.server].map((all) => all[Math.floor(all.length * share)]);
  console.log(
    `${name.padEnd(9)} empty ${empty.toFixed(0)} ms, server ${served.toFixed(0)} ms: ${(served / empty).toFixed(2)}`,
  );
}

/** In milliseconds. */
function timeOf(args, until) {
  return new Promise((resolve) => {
    const start = performance.now();
    let time;
    const stop = () => (time ??= performance.now() - start);
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    child.once('close', () => resolve(time));
    if (until === 'exit') child.once('exit', stop);
    else
      child.stdout.once('data', () => {
        stop();
        child.stdin.end();
      });
    child.stdin.on('error', () => {}).write(`${JSON.stringify(INITIALIZE)}\n`);
  });
}
