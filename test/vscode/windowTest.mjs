// Shared code of the tests that inspect VS Code's window: the arguments of their run, and their checks.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const { values } = parseArgs({
  options: {
    extension: { type: 'string', default: root },
    only: { type: 'string' },
    slower: { type: 'string', default: '1' },
  },
});

/** The folder of the extension that is tested. */
export const extension = path.resolve(values.extension);

/** The names of the tests that are chosen; all if `undefined`. */
export const only = values.only?.split(',');

/** Slows the window down by the factor in the arguments, to simulate a slower or busier machine. */
export async function slowDown(page) {
  const rate = Number(values.slower);
  if (rate <= 1) return;
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate });
}

/** The checks of one window, and their counts. `check` is one test, and returns whether it passed. */
export function createChecks() {
  const result = { passes: 0, failures: 0 };
  return {
    result,
    fail,
    async check(name, body) {
      try {
        await body();
        result.passes += 1;
        console.log(`  ✔ ${name}`);
        return true;
      } catch (error) {
        fail(name, error);
        return false;
      }
    },
  };

  function fail(name, error) {
    result.failures += 1;
    console.error(`  ✘ ${name}\n    ${error.stack ?? error}`);
  }
}
