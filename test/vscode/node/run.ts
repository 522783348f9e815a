import Mocha from 'mocha';
import { runAndRecord } from '../record';

/** Runs the suites that `load` loads, in the Node extension host. */
export async function runSuites(load: () => Promise<unknown>): Promise<void> {
  const mocha = new Mocha({
    ui: 'tdd',
    timeout: 60_000,
    color: true,
    ...(process.env.GREP ? { grep: process.env.GREP } : {}),
  });
  // The suites are part of this bundle, so mocha opens no file itself: this defines suite() and test() for them.
  mocha.suite.emit('pre-require', globalThis, 'suites', mocha);
  await load();
  await runAndRecord((done) => mocha.run(done));
}
