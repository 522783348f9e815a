import 'mocha/mocha';
import { runAndRecord } from '../record';

/** A part of the titles of the tests to run, or empty: a worker has no environment, so the bundle contains it. */
declare const GREP: string;

/** Runs the suites that `load` loads, in the web extension host: a worker, where mocha's browser build works. */
export async function runSuites(load: () => Promise<unknown>): Promise<void> {
  // Without a named reporter mocha prints its plain report; the browser's default one would draw into a page.
  mocha.setup({ ui: 'tdd', timeout: 60_000, reporter: undefined, ...(GREP === '' ? {} : { grep: GREP }) });
  await load();
  await runAndRecord((done) => mocha.run(done));
}
