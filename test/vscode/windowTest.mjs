// Shared code of the tests that inspect VS Code's window: their arguments, their checks, and their result.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureInstalled } from '../host/install.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { extension: { type: 'string', default: root }, slower: { type: 'string', default: '1' } },
});
const result = { passes: 0, failures: 0 };

/** The folder of the extension that is tested. */
export const extension = path.resolve(values.extension);

/** Slows the window down by the factor in the arguments, to simulate a slower or busier machine. */
export async function slowDown(page) {
  const rate = Number(values.slower);
  if (rate <= 1) return;
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate });
}

/**
 * Runs `body` if there is a window to inspect, writes the counts to the file that the arguments name, and ends the
 * process. A desktop window cannot be inspected, and the host of test/host supports one system only: elsewhere this
 * says so and counts nothing.
 */
export async function runInWindow(body) {
  if (process.platform === 'linux' && process.arch === 'x64') {
    await ensureInstalled();
    await body();
  } else
    console.log(
      `Not run: the host of test/host is for Linux on x64, and this is ${process.platform} on ${process.arch}.`,
    );
  if (positionals[0]) {
    fs.mkdirSync(path.dirname(positionals[0]), { recursive: true });
    fs.writeFileSync(positionals[0], JSON.stringify(result));
  }
  process.exit(result.failures > 0 ? 1 : 0);
}

/** One test; returns whether it passed. */
export async function check(name, body) {
  try {
    await body();
    result.passes += 1;
    console.log(`  ✔ ${name}`);
    return true;
  } catch (error) {
    fail(name, error);
    return false;
  }
}

export function fail(name, error) {
  result.failures += 1;
  console.error(`  ✘ ${name}\n    ${error.stack ?? error}`);
}
