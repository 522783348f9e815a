import 'mocha/mocha';
import { runAndRecord } from '../record';

/** Runs the suites that `load` loads, in the web extension host: a worker, where mocha's browser build works. */
export async function runSuites(load: () => Promise<unknown>): Promise<void> {
  // Without a named reporter mocha prints its plain report; the browser's default one would draw into a page.
  mocha.setup({ ui: 'tdd', timeout: 15_000, reporter: undefined });
  await load();
  await runAndRecord((done) => mocha.run(done));
}
