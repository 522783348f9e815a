// Opens the history panel in VS Code's window and uses it as people do: visually, by keyboard, and by assistive
// technology. Run by windows.mjs.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createSteps } from '../../scripts/pictureSteps.mjs';
import { createKeyboard } from './keyboard.mjs';
import { contrasts, isAxisAtTop, isInView, overlaps } from './panelLooks.mjs';
import { root } from './windowTest.mjs';

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PICTURE = '#picture svg .item';

/** The test of the panel; see windows.mjs. */
export const panel = {
  name: 'panel',
  settings: { 'workbench.colorTheme': 'Default Light Modern', 'window.autoDetectColorScheme': false },
  viewport: { width: 1300, height: 1000 },
  prepare: () => path.join(root, 'test/samples'),
  async run(page, folder, { check, fail }) {
    try {
      const steps = createSteps(page, folder);
      await steps.ready();
      await steps.take({ kind: 'command', title: 'Show History' });
      const keys = createKeyboard(page);
      await checkAll(page, keys, await keys.panelWith(PICTURE), steps, check);
    } catch (error) {
      fail('the panel opens', error);
    }
  },
  remove() {},
};

async function checkAll(page, keys, frame, steps, check) {
  const focused = () =>
    frame.evaluate(() => document.activeElement?.getAttribute('data-item') ?? document.activeElement?.id);
  const details = () => frame.locator('#details').innerText();

  await check('no texts overlap', async () => assert.deepEqual(await frame.evaluate(overlaps), []));
  await check('text is readable in a light theme', async () => assert.deepEqual(await frame.evaluate(contrasts), []));
  await check('axe finds no violation', async () => assert.deepEqual(await violations(frame), []));
  await check('Tab moves to the first lane, and to the next', async () => {
    await frame.locator('#export-png').focus();
    await page.keyboard.press('Tab');
    assert.equal(await focused(), 'name-picmme');
    await page.keyboard.press('Tab');
    assert.equal(await focused(), 'iom-outside-un');
    await page.keyboard.press('Shift+Tab');
    assert.equal(await focused(), 'name-picmme');
  });
  await check('arrow keys move along a lane and to the next one, and the details show the focused item', async () => {
    await page.keyboard.press('ArrowRight');
    assert.equal(await focused(), 'name-icem');
    assert.match(
      await details(),
      /Intergovernmental Committee for European Migration \(ICEM\)[\s\S]*October 1952[\s\S]*Sources:/,
    );
    await page.keyboard.press('End');
    assert.equal(await focused(), 'name-iom');
    await page.keyboard.press('ArrowDown');
    assert.match(await focused(), /^iom-/);
    await page.keyboard.press('ArrowUp');
    assert.match(await focused(), /^name-/);
    await page.keyboard.press('Home');
    assert.equal(await focused(), 'name-picmme');
  });
  await check('the focus is visible', async () => {
    const width = await frame.evaluate(
      () => getComputedStyle(document.activeElement.querySelector('.reach')).strokeWidth,
    );
    assert.equal(width, '2px');
  });
  await check('the item that keys reach in a scrolled picture is in view, and the years stay at the top', async () => {
    for (let lane = 0; lane < 5; lane++) await page.keyboard.press('ArrowDown');
    assert.ok(await frame.evaluate(isInView), 'the selected item is visible');
    assert.ok(await frame.evaluate(isAxisAtTop), 'the years are visible');
    for (let lane = 0; lane < 5; lane++) await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Home');
    assert.equal(await focused(), 'name-picmme');
  });
  await check('axe finds no violation with an item selected', async () =>
    assert.deepEqual(await violations(frame), []),
  );
  await check('Enter shows the fact in the facts view', async () => {
    await page.keyboard.press('Enter');
    await page
      .locator('.sidebar .monaco-list-row.selected')
      .filter({ hasText: 'Provisional Intergovernmental Committee' })
      .waitFor();
  });
  await check('the selection is preserved while the panel is hidden', async () => {
    await steps.take({ kind: 'open', path: 'brief.en.md' });
    await page.locator('.tab').filter({ hasText: 'History' }).click();
    frame = await keys.panelWith(PICTURE);
    assert.match(await details(), /PICMME/);
  });
  await check('text is readable in a dark theme, and axe finds no violation', async () => {
    await steps.take({ kind: 'command', title: 'Toggle between Light/Dark Themes' });
    await frame.locator('body.vscode-dark').waitFor();
    assert.deepEqual(await frame.evaluate(contrasts), []);
    assert.deepEqual(await violations(frame), []);
  });
  for (const theme of ['Solarized Light', 'Solarized Dark', 'Dark High Contrast', 'Light High Contrast']) {
    await check(`text is readable in ${theme}, and axe finds no violation`, async () => {
      await steps.take({ kind: 'command', title: 'Preferences: Color Theme' });
      await steps.take({ kind: 'search', text: theme, shows: theme });
      await page.keyboard.press('Enter');
      await frame.locator(`body[data-vscode-theme-name="${theme}"]`).waitFor();
      assert.deepEqual(await frame.evaluate(contrasts), []);
      assert.deepEqual(await violations(frame), []);
    });
  }
  await check('the panel is restored when the window is reopened', async () => {
    // Uses the command, as VS Code then saves first what is open.
    const opened = page.waitForEvent('load');
    await keys.command('Developer: Reload Window');
    await opened;
    frame = await keys.panelWith(PICTURE);
    await frame.locator('#details').filter({ hasText: 'PICMME' }).waitFor();
  });
}

async function violations(frame) {
  // Evaluated instead of added as a script, which the page's policy would block.
  await frame.evaluate(AXE);
  const { violations: found } = await frame.evaluate(() =>
    globalThis.axe.run(document, { resultTypes: ['violations'] }),
  );
  return found.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} (${nodes
        .slice(0, 3)
        .map(({ html }) => html.slice(0, 160))
        .join(' | ')})`,
  );
}
