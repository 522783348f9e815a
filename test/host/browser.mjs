// Finds the Chromium that shows VS Code's window.
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import zlib from 'node:zlib';
import { modulesFolder, readJson, requireOfHost, trace } from './installed.mjs';

const SYSTEM = {
  linux: [
    '/usr/bin/chromium', '/usr/bin/chromium-headless-shell', '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
};

/**
 * The browser and the environment it needs: CODE_HOST_CHROMIUM, else the one in the npm package
 * @sparticuz/chromium (Linux x64 only), else an installed Chromium or Chrome.
 */
export async function findBrowser() {
  if (process.env.CODE_HOST_CHROMIUM) return { executablePath: process.env.CODE_HOST_CHROMIUM, env: {} };
  const packed = path.join(modulesFolder, '@sparticuz/chromium/bin');
  if (process.platform === 'linux' && process.arch === 'x64' && fs.existsSync(packed)) return unpackedBrowser(packed);
  const executablePath = (SYSTEM[process.platform] ?? []).find((file) => fs.existsSync(file));
  if (executablePath) return { executablePath, env: {} };
  throw new Error(`no Chromium or Chrome found on ${process.platform} ${process.arch}: install one (Debian: apt install chromium), `
    + 'or set CODE_HOST_CHROMIUM to its executable');
}

/** Only the package's files are used: its own JavaScript asks for a newer Node and for unsafe browser flags. */
async function unpackedBrowser(packed) {
  const { version } = readJson(path.join(packed, '../package.json'));
  const folder = path.join(modulesFolder, '.cache', `chromium-${version}`);
  if (!fs.existsSync(folder)) await unpack(packed, folder);
  return { executablePath: path.join(folder, 'chromium'), env: libraryPath(folder) };
}

/** Unpacks beside the folder and renames it in one step: another run at the same time sees all of it or nothing. */
async function unpack(packed, folder) {
  const part = `${folder}.${process.pid}`;
  fs.mkdirSync(part, { recursive: true });
  const tar = requireOfHost('tar-fs');
  await inflate('chromium.br', fs.createWriteStream(path.join(part, 'chromium'), { mode: 0o755 }));
  await inflate('al2023.tar.br', tar.extract(path.join(part, 'nss')));
  await inflate('swiftshader.tar.br', tar.extract(part));
  await inflate('fonts.tar.br', tar.extract(part));
  try {
    fs.renameSync(part, folder);
  } catch (error) {
    fs.rmSync(part, { recursive: true, force: true });
    if (!fs.existsSync(folder)) throw error;
  }
  trace(`unpacked ${folder}`);

  function inflate(name, target) {
    return pipeline(fs.createReadStream(path.join(packed, name)), zlib.createBrotliDecompress(), target);
  }
}

/** The package brings NSS along; the system's own, where there is one, goes first. */
function libraryPath(folder) {
  const system = ['/usr/lib/x86_64-linux-gnu', '/usr/lib64', '/usr/lib'];
  if (system.some((place) => fs.existsSync(path.join(place, 'libnss3.so')))) return {};
  const places = [path.join(folder, 'nss/lib'), process.env.LD_LIBRARY_PATH];
  return { LD_LIBRARY_PATH: places.filter(Boolean).join(':') };
}
