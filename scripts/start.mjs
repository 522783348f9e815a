// Demonstrates the product: builds it, opens VS Code on the samples, and prints what the command line finds in them.
//
//   node scripts/start.mjs [--picture FILE.png] [--port N] [--stay]
//
// Uses the desktop VS Code if one is installed, else a server whose window opens in your browser.
// --picture takes a picture of that window instead; --stay keeps the server running even without a terminal.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const samples = path.join(root, 'test/samples');

try {
  await start();
} catch (error) {
  console.error(`\n${error.message}`);
  process.exit(1);
}

async function start() {
  const { values } = parseArgs({
    options: { picture: { type: 'string' }, port: { type: 'string' }, stay: { type: 'boolean' } },
  });
  const problem = whatIsMissing();
  if (problem) throw new Error(problem);
  build();
  if (values.picture) return takePicture(values.picture);
  // Loaded only now, so that a missing package is reported with an explanation first.
  const { findDesktop } = await import('../test/vscode/desktop.mjs');
  const { executable, why } = findDesktop(root);
  if (executable) return openDesktop(executable);
  console.log(`\nVS Code opens in your browser, because ${why}.`);
  const attended = process.stdin.isTTY && process.env.CI !== 'true';
  return serve({ port: values.port, stay: attended || values.stay });
}

function whatIsMissing() {
  if (Number(process.versions.node.split('.')[0]) < 20)
    return `This needs Node 20 or newer; this is Node ${process.versions.node}.`;
  if (!fs.existsSync(path.join(root, 'node_modules/esbuild')))
    return 'The packages are not installed: run "npm ci --ignore-scripts" first.';
  return undefined;
}

function build() {
  console.log('Building …');
  if (run('scripts/build.mjs') !== 0) throw new Error('The build failed: see above.');
}

/**
 * Prints only the last line of the check, as the list of findings is long. The samples have findings, so exit code 1 is
 * fine.
 */
function checkSamples() {
  const { status, stdout } = spawnSync(process.execPath, [path.join(root, 'dist/cli.js'), 'check', 'test/samples'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  if ((status ?? 2) > 1) throw new Error('The command line could not check the samples: see above.');
  console.log(
    `On the command line: ${stdout.trimEnd().split('\n').at(-1)}\n  node dist/cli.js check test/samples   lists them`,
  );
}

function run(script, ...args) {
  return spawnSync(process.execPath, [path.join(root, script), ...args], { cwd: root, stdio: 'inherit' }).status ?? 2;
}

function openDesktop(executable) {
  console.log(`\nOpening ${executable} with the extension, on test/samples.\n`);
  checkSamples();
  const args = [`--extensionDevelopmentPath=${root}`, '--new-window', samples];
  spawn(executable, args, { detached: true, stdio: 'ignore' })
    .on('error', (error) => {
      console.error(`VS Code could not be started: ${error.message}`);
      process.exitCode = 1;
    })
    .unref();
}

/** Prints the window's address and runs the server until Ctrl+C, or without a terminal until its page has responded. */
async function serve({ port, stay }) {
  const { ensureInstalled } = await import('../test/host/install.mjs');
  const { createRunFolder } = await import('../test/host/runFolder.mjs');
  const { startServer } = await import('../test/host/server.mjs');
  await ensureInstalled();
  const server = await startServer(createRunFolder(), { port });
  const address = server.address({ folder: samples, development: [root] });
  await checkAnswer(address);
  console.log(`\nVS Code with the extension, on test/samples:\n\n  ${address}\n`);
  checkSamples();
  if (!stay) {
    console.log(
      '\nThe page responds. This is not an interactive terminal, so the server ends here; "npm start -- --stay" keeps it running.',
    );
    process.exit(0);
  }
  console.log('\nOpen the address in a browser on this machine. Ctrl+C ends the server.');
  throw new Error(await server.ended);
}

/** Requests the page as a browser does: the first response sets the cookie that the second request needs. */
async function checkAnswer(address) {
  const first = await fetch(address, { redirect: 'manual' });
  const cookie = first.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const location = first.headers.get('location');
  const page = location ? await fetch(new URL(location, address), { headers: { cookie } }) : first;
  if (!page.ok || !(await page.text()).includes('vscode-workbench-web-configuration')) {
    throw new Error(`VS Code's page does not respond as expected (status ${page.status}).`);
  }
}

async function takePicture(file) {
  const { takePictures } = await import('./picture.mjs');
  const sample = fs.readdirSync(samples).find((name) => name.endsWith('.md'));
  await takePictures({
    folder: samples,
    extension: { development: root },
    pictures: [
      {
        file,
        steps: [
          { kind: 'open', path: sample },
          { kind: 'wait', selector: '.squiggly-warning' },
          { kind: 'view', name: 'Migration Terms' },
        ],
      },
    ],
  });
  console.log(`\nThe picture is in ${file}`);
  process.exit(0);
}
