// Extensions in the web worker extension host of a window that comes from a server.
// The payload `extensionDevelopmentKind=web` alone is not enough: what has a vscode-remote: address stays in the
// remote extension host. So the extensions get http addresses on the page's own origin (its security policy
// allows no other), served from disk by a route, and are named in the page's configuration.
import fs from 'node:fs';
import path from 'node:path';

const BASE = '/code-host-dev';
const TYPES = { '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml', '.wasm': 'application/wasm' };

/**
 * `change(file, body)` may wrap what is served: in a worker there is no file to write a result to, so the suite's
 * own entry carries the marks of its end. `tests` must lie in one of the extensions: VS Code runs a suite in the
 * extension host of the extension that its file belongs to, and waits for ever for one that belongs to none.
 */
export async function serveWebExtensions({ page, context, port, development, tests, change = (_file, body) => body }) {
  if (tests && !development.some((folder) => tests.startsWith(path.resolve(folder) + path.sep))) {
    throw new Error(`${tests} lies in none of the extensions: ${development.join(', ')}`);
  }
  const authority = `127.0.0.1:${port}`;
  const address = (file) => ({ scheme: 'http', authority, path: BASE + path.resolve(file) });
  const roots = development.map((folder) => path.resolve(folder) + path.sep);

  await context.route((url) => url.host === authority && url.pathname.startsWith(`${BASE}/`), async (route) => {
    const file = path.resolve(decodeURIComponent(new URL(route.request().url()).pathname.slice(BASE.length)));
    if (!roots.some((root) => file.startsWith(root)) || !fs.statSync(file, { throwIfNoEntry: false })?.isFile()) {
      return route.fulfill({ status: 404, body: '' });
    }
    const contentType = TYPES[path.extname(file)] ?? 'application/octet-stream';
    return route.fulfill({ contentType, body: change(file, fs.readFileSync(file)) });
  });

  await page.addInitScript(nameInConfiguration, {
    extensions: development.map(address),
    extensionTestsPath: tests && address(tests),
  });
}

/**
 * Runs in the page. The document itself must come from the server untouched: when a route had fulfilled it,
 * the window's WebSocket to the server failed. So the configuration is changed where the page reads it.
 */
function nameInConfiguration(developmentOptions) {
  const getAttribute = Element.prototype.getAttribute;
  Element.prototype.getAttribute = function (name) {
    const value = getAttribute.call(this, name);
    if (name !== 'data-settings' || this.id !== 'vscode-workbench-web-configuration') return value;
    const configuration = JSON.parse(value);
    return JSON.stringify({
      ...configuration,
      developmentOptions: { ...configuration.developmentOptions, ...developmentOptions },
    });
  };
}
