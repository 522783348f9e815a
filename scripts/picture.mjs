// Takes pictures of the real VS Code window with the extension in it.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from '../test/host/install.mjs';
import { openWindow } from '../test/host/window.mjs';
import { createSteps } from './pictureSteps.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const THEMES = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  contrast: 'Default High Contrast',
  contrastLight: 'Default High Contrast Light',
};

/** Settings that hide everything that is not the subject of the picture. */
const SETTINGS = {
  'breadcrumbs.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.fontSize': 14,
  'editor.hideCursorInOverviewRuler': true,
  'editor.hover.delay': 100,
  'editor.lightbulb.enabled': 'on',
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.overviewRulerBorder': false,
  'editor.scrollBeyondLastLine': false,
  'editor.scrollbar.vertical': 'hidden',
  'editor.selectionHighlight': false,
  'remote.autoForwardPorts': false,
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'workbench.iconTheme': 'vs-seti',
  'workbench.layoutControl.enabled': false,
  'workbench.navigationControl.enabled': false,
  'workbench.tips.enabled': false,
};

const HIDDEN = [
  'status.host',
  'status.workbench.keyboardLayout',
  'status.notifications',
  'status.forwardedPorts',
  '~remote.forwardedPorts',
];

/**
 * Takes the pictures one after the other in one window, and saves them as PNG.
 *
 * - `folder`: the folder that the window opens.
 * - `extension`: `{ development: DIR }`, or `{ vsix: FILE }` to install the packed one first.
 * - `language`: the language of the window, such as `fr`; without its language pack, VS Code's own texts stay English.
 * - `theme`: light, dark, contrast or contrastLight. `settings`: further user settings.
 * - `viewport` (1120 × 680) and `scale` (2: twice as many pixels).
 * - `pictures`: `{ file, steps, area? }`; the steps are those of pictureSteps.mjs, `area` is the selector of
 *   the part to show. Each begins with the window as the previous one left it, without its pop-ups.
 *
 * @example
 * await takePictures({
 *   folder: 'test/samples', extension: { development: '.' }, theme: 'dark',
 *   pictures: [{ file: 'hover.png', steps: [{ kind: 'open', path: 'brief.en.md' }, { kind: 'hover', text: 'ICEM' }] }],
 * });
 */
export async function takePictures({
  folder,
  extension,
  language,
  theme = 'light',
  settings,
  viewport,
  scale = 2,
  pictures,
}) {
  await ensureInstalled();
  const { development, extensionsFolder } = placeExtension(extension);
  const window = await openWindow({
    folder: path.resolve(folder),
    development,
    extensionsFolder,
    settings: { ...SETTINGS, 'workbench.colorTheme': THEMES[theme], ...settings },
    viewport: viewport ?? { width: 1120, height: 680 },
    scale,
  });
  try {
    if (language) await window.page.addInitScript((id) => (globalThis._VSCODE_NLS_LANGUAGE = id), language);
    await window.open();
    await window.page.addStyleTag({
      content: `${HIDDEN.map((id) => `[id="${id}"]`).join(',')} { display: none !important; }`,
    });
    const steps = createSteps(window.page, path.resolve(folder));
    await steps.ready();
    for (const { file, steps: wanted, area } of pictures) {
      await steps.clear();
      for (const step of wanted) await steps.take(step);
      await steps.settle();
      const shown = area ? window.page.locator(area).first() : window.page;
      fs.mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
      await shown.screenshot({ path: path.resolve(file) });
    }
  } catch (error) {
    // A picture of the window is the quickest explanation.
    const seen = path.resolve(path.dirname(pictures[0].file), 'failed.png');
    await window.page.screenshot({ path: seen }).catch(() => {});
    throw new Error(`${error.message}\nThe window at that time: ${seen}`, { cause: error });
  } finally {
    await window.close();
    if (extensionsFolder) fs.rmSync(extensionsFolder, { recursive: true, force: true });
  }
}

function placeExtension({ development, vsix }) {
  if (development) return { development: [path.resolve(development)] };
  const extensionsFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'terms-installed-'));
  const host = path.join(root, 'test/host/code-host.mjs');
  const args = [host, `--install-extension=${path.resolve(vsix)}`, `--extensions-dir=${extensionsFolder}`];
  const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`${vsix} could not be installed`);
  return { extensionsFolder };
}
