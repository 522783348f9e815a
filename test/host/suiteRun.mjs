// Runs one suite in a window and tells how it ended.
import fs from 'node:fs';
import path from 'node:path';
import util from 'node:util';
import { hostFolder, trace } from './installed.mjs';
import { openWindow } from './window.mjs';

const MARK = '\u0001code-host';

/**
 * The exit code: the suite's own, or 70 when the host broke, 124 when no result came in time.
 * `options`: those of {@link openWindow}, and `timeout` in milliseconds, `picture` (a file for the last view).
 */
export async function runSuite(run, options) {
  const { tests, web, timeout, picture } = options;
  const output = path.join(run.folder, 'output');
  const result = path.join(run.folder, 'result');
  fs.writeFileSync(output, '');

  const window = await openWindow({
    ...options,
    run,
    tests: web ? tests : path.join(hostFolder, 'entry.cjs'),
    env: { CODE_HOST_OUTPUT: output, CODE_HOST_RESULT: result, CODE_HOST_TESTS: tests },
    change: (file, body) => (file === tests || file === `${tests}.js` ? markEnds(body) : body),
    mark: MARK,
    onMark: (args) => {
      if (args[0] === MARK) fs.writeFileSync(result, args[1]);
      else fs.appendFileSync(output, `${util.format(...args)}\n`);
    },
  });

  const print = printerOf(output);
  const printing = setInterval(print, 50);
  const timer = setTimeout(() => window.finish({ code: 124, why: `no result after ${timeout} ms` }), timeout);
  window.open().catch((error) => window.finish({ code: 70, why: String(error) }));
  let { code, why } = await window.finished;
  clearTimeout(timer);
  clearInterval(printing);
  print();

  // Code 0 also comes when the extension host has died; only a result file proves that the suite came to its end.
  if (!why && !fs.existsSync(result)) {
    code ||= 70;
    why = 'the suite did not come to its end';
  } else if (code === 0 && fs.readFileSync(result, 'utf8') !== 'passed') {
    code = 1;
  }
  trace(`exit ${code} ${why ?? ''}`);
  if (why) {
    const workbench = window.workbenchLog.slice(-40).join('\n');
    process.stderr.write(`code-host: ${why}\n--- workbench log\n${workbench}\n--- server log\n${window.serverLog().slice(-4000)}\n`);
  }
  if (picture) await window.page.screenshot({ path: picture }).catch(() => {});
  await window.close();
  return code;
}

/**
 * The web suite's file with a few lines around it that mark what it prints, and its end, among all that the
 * workbench logs. They share the suite's first and last line, so that its line numbers stay right.
 */
function markEnds(body) {
  const mark = JSON.stringify(MARK);
  const before = `const console = (() => {
    const original = self.console, own = {};
    for (const name in original) if (typeof original[name] === 'function') own[name] = original[name].bind(original);
    for (const name of ['log', 'info', 'warn', 'error', 'debug']) own[name] = (...args) => original.log(${mark}, ...args);
    self.console = own;
    return own;
  })();`;
  const after = `;{
    const run = module.exports.run;
    const end = (result) => console.log(${mark}, result);
    module.exports = { run: async () => {
      try { await run(); end('passed'); } catch (error) { end('failed'); throw error; }
    } };
  }`;
  return `${before.replaceAll('\n', ' ')}${body}\n${after}`;
}

/** Prints what has been added to the file since the last call. */
function printerOf(file) {
  let offset = 0;
  return () => {
    const handle = fs.openSync(file, 'r');
    const buffer = Buffer.alloc(65_536);
    for (let read; (read = fs.readSync(handle, buffer, 0, buffer.length, offset)) > 0; offset += read) {
      process.stdout.write(Buffer.from(buffer.subarray(0, read))); // A copy: the write may end later.
    }
    fs.closeSync(handle);
  };
}
