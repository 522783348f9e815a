// Opens VS Code's window in headless Chromium: for suites (code-host.mjs) and for pictures (scripts/picture.mjs).
import util from 'node:util';
import { findBrowser } from './browser.mjs';
import { requireOfHost, trace, verbose } from './installed.mjs';
import { createRunFolder } from './runFolder.mjs';
import { startServer } from './server.mjs';
import { serveWebExtensions } from './webExtensions.mjs';

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

/**
 * A window that is ready to be opened with `open()`; `finished` resolves with `{ code, why }` when the suite in it
 * has ended or something broke.
 *
 * `options`: those of {@link startServer}, and `run`, `folder`, `development`, `tests`, `payload`, `web` (run the
 * extensions as web extensions), `change` (see webExtensions.mjs), `viewport`, `scale`, and `mark` with `onMark`:
 * a logged line whose first argument is the mark goes there instead of to the log.
 */
export async function openWindow(options = {}) {
  const { development = [], tests, web = false } = options;
  const run = options.run ?? createRunFolder();
  const [server, browser] = await Promise.all([startServer(run, options), startBrowser(run)]);
  trace(`server on port ${server.port}, Chromium ${browser.client.version()}`);

  let finish;
  const finished = new Promise((resolve) => (finish = resolve));
  const broke = (why) => finish({ code: 70, why });
  server.ended.then(broke);
  browser.client.on('disconnected', () => broke('Chromium ended'));

  const context = await browser.client.newContext({
    viewport: options.viewport ?? { width: 1280, height: 800 },
    deviceScaleFactor: options.scale ?? 1,
  });
  const page = await context.newPage();
  page.on('crash', () => broke('the page crashed'));
  if (verbose) page.on('response', (response) => response.status() >= 400 && trace(`${response.status()} ${response.url()}`));

  const workbenchLog = [];
  // The two functions that the workbench looks for when a suite runs in it.
  await page.exposeFunction('codeAutomationExit', (code) => finish({ code }));
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    if (options.mark && args[0] === options.mark) return options.onMark(args.slice(1));
    const line = `[${type}] ${util.format(...args)}`;
    workbenchLog.push(line);
    if (verbose) process.stderr.write(`[workbench] ${line}\n`);
  });

  if (web) await serveWebExtensions({ page, context, port: server.port, development, tests, change: options.change });
  const inServer = web ? {} : { development, tests };
  const address = server.address({ folder: options.folder, payload: options.payload, ...inServer });

  return {
    page,
    finish,
    finished,
    workbenchLog,
    serverLog: server.log,
    open: () => page.goto(address, { timeout: 120_000 }),
    /** Opens another folder in a new page of the same server and browser, and returns the page. */
    openAnother: async (folder, viewport) => {
      const another = await context.newPage();
      another.on('crash', () => broke('the page crashed'));
      if (viewport) await another.setViewportSize(viewport);
      await another.goto(server.address({ folder, payload: options.payload, ...inServer }), { timeout: 120_000 });
      return another;
    },
    close: async () => {
      // Chromium is given three seconds to end well; the run folder's clean-up ends it otherwise.
      await Promise.race([browser.close(), new Promise((resolve) => setTimeout(resolve, 3000).unref())]);
      if (!options.run) run.end();
    },
  };
}

/** Started as a server, so that its process id is known and can be put under the run folder's care. */
async function startBrowser(run) {
  const { chromium } = requireOfHost('playwright-core');
  const { executablePath, env } = await findBrowser();
  process.env.TMPDIR = run.folder; // For Playwright's own temporary folders.
  const server = await chromium.launchServer({
    executablePath,
    env: { ...process.env, ...env },
    args: FLAGS,
    // The run folder answers signals.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  run.own(server.process().pid);
  return { client: await chromium.connect(server.wsEndpoint()), close: () => server.close().catch(() => {}) };
}
