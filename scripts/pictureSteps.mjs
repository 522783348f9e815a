// The steps that can be performed in VS Code's window before a picture is taken.
// Every step ends when a selector finds its result in the window; none waits only for a fixed time.
import fs from 'node:fs';
import path from 'node:path';

const SECONDS = 1000;
const HOVER = '.monaco-hover:not(.hidden) .hover-contents';
const MENU = '.action-widget .monaco-list-row';

/**
 * The steps for one window. `take(step)` supports:
 *
 * - `{ kind: 'open', path }`: open a file of the folder.
 * - `{ kind: 'goTo', text, within?, nth? }`: put the cursor in the middle of the text, in its nth occurrence in the
 *   open file, or in that of the longer text `within`, which contains it.
 * - `{ kind: 'hover', text, within?, nth?, shows? }`: hover over it until a hover (that contains `shows`) is visible.
 * - `{ kind: 'quickFix', text, within?, nth? }`: open the quick fix menu at it.
 * - `{ kind: 'view', name }`: open a view container of the activity bar.
 * - `{ kind: 'sideBar', width }`: set the width of the side bar; 0 closes it.
 * - `{ kind: 'search', text, shows }`: search in the list that a command has opened, and move to the row with `shows`.
 * - `{ kind: 'problems' }`: open the Problems panel.
 * - `{ kind: 'panel', selector? }`: wait until a panel shows the selector; by default, until the history is drawn.
 * - `{ kind: 'command', title }`: run a command by its title in the palette.
 * - `{ kind: 'press', keys, times? }`, `{ kind: 'click', selector }`, `{ kind: 'wait', selector }`.
 */
export function createSteps(page, folder) {
  let text = ''; // The text of the open file, for finding places in it.

  const STEPS = {
    async open({ path: file }) {
      text = fs.readFileSync(path.join(folder, file), 'utf8');
      await chooseInQuickInput('Control+P', file, path.basename(file));
      await page.waitForSelector(`.tab.active[data-resource-name="${path.basename(file)}"]`);
    },
    goTo,
    async hover(step) {
      const { x, y } = await goTo(step);
      // The extension may still be starting, and a hover is requested only once, so the mouse is moved again.
      await again(`a hover at “${step.text}”`, async () => {
        await page.mouse.move(x, y + 60);
        await page.mouse.move(x, y, { steps: 4 });
        await page
          .locator(HOVER)
          .filter({ hasText: step.shows ?? /\S/ })
          .first()
          .waitFor({ timeout: 2 * SECONDS });
      });
    },
    async quickFix(step) {
      await goTo(step);
      await moveMouseAway(); // Otherwise a hover would remain under the menu.
      await again(`quick fixes at “${step.text}”`, async () => {
        await page.keyboard.press('Control+.');
        await page.waitForSelector(MENU, { timeout: 2 * SECONDS });
      });
    },
    async view({ name }) {
      // Opened by its command, as a click on the icon might hit its badge.
      await chooseInQuickInput('F1', `>View: Show ${name}`, `View: Show ${name}`);
      await page.waitForSelector(`.activitybar .action-item.checked a[aria-label^="${name}"]`);
      await page.waitForSelector('.sidebar .monaco-list-row, .sidebar .welcome-view-content');
      await moveMouseAway();
    },
    async sideBar({ width }) {
      const bar = page.locator('.part.sidebar');
      if (width === 0) {
        await page.keyboard.press('Control+B');
        return bar.waitFor({ state: 'hidden' });
      }
      const box = await bar.boundingBox();
      const edge = box.x + box.width;
      await page.mouse.move(edge + 1, box.y + box.height / 2);
      await page.mouse.down();
      await page.mouse.move(box.x + width, box.y + box.height / 2, { steps: 4 });
      await page.mouse.up();
      await moveMouseAway();
    },
    async search({ text: typed, shows }) {
      await page.waitForSelector('.quick-input-widget input');
      await page.keyboard.type(typed);
      await settle(); // Each key refills the list, which then starts at its top.
      await again(`“${shows}” in the list`, async () => {
        const row = page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: shows });
        if ((await row.count()) > 0) return;
        await page.keyboard.press('ArrowDown');
        await row.waitFor({ timeout: SECONDS });
      });
    },
    async problems() {
      await page.keyboard.press('Control+Shift+M');
      await page.waitForSelector('.markers-panel .monaco-list-row');
    },
    async panel({ selector = '#picture svg .item' }) {
      await again(`a panel with ${selector}`, async () => {
        const shown = await Promise.all(page.frames().map((frame) => frame.$(selector).catch(() => null)));
        if (shown.some((item) => item !== null)) return;
        await page.waitForTimeout(500);
        throw new Error('no frame shows it');
      });
    },
    async command({ title }) {
      await chooseInQuickInput('F1', `>${title}`, title);
      // The list is gone, or has another prompt: the command may open its own list in the same place.
      await page.waitForFunction(() => {
        const input = document.querySelector('.quick-input-widget input');
        return !input?.checkVisibility() || !input.value.startsWith('>');
      });
    },
    async press({ keys, times = 1 }) {
      for (let i = 0; i < times; i++) await page.keyboard.press(keys);
    },
    click: ({ selector }) => page.click(selector),
    wait: ({ selector }) => page.waitForSelector(selector),
  };

  return { ready, take, clear, settle };

  function ready() {
    return page.waitForSelector('.explorer-folders-view .monaco-list-row', { timeout: 60 * SECONDS });
  }

  async function take(step) {
    if (!STEPS[step.kind]) throw new Error(`unknown step ${step.kind}; there are ${Object.keys(STEPS).join(', ')}`);
    await STEPS[step.kind](step);
  }

  /** Closes the pop-ups that the previous picture opened. */
  async function clear() {
    await moveMouseAway();
    for (const popUp of [MENU, HOVER, '.quick-input-widget']) {
      if (await page.locator(popUp).first().isVisible()) await page.keyboard.press('Escape');
    }
    await page.locator(HOVER).first().waitFor({ state: 'hidden' });
  }

  /** Waits until two screenshots, some frames apart, are equal: no animation, no late icon or font. */
  async function settle() {
    let before = '';
    for (let i = 0; i < 20; i++) {
      const now = (await page.screenshot({ scale: 'css' })).toString('base64');
      if (now === before) return;
      before = now;
      await page.waitForTimeout(100);
    }
  }

  /** The point of the place on the page. The cursor is moved there, as it shows the position of a line of text. */
  async function goTo({ text: wanted, within = wanted, nth = 1 }) {
    const { line, column } = placeOf(wanted, within, nth);
    await page.keyboard.press('Control+G');
    await page.waitForSelector('.quick-input-widget input');
    await page.keyboard.type(`${line}:${column}`);
    await page.keyboard.press('Enter');
    await page
      .locator('[id="status.editor.selection"]')
      .filter({ hasText: `Ln ${line},` })
      .waitFor();
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    const box = await page.locator('.editor-group-container.active .cursors-layer .cursor').first().boundingBox();
    return { x: box.x + 3, y: box.y + box.height / 2 };
  }

  function placeOf(wanted, within, nth) {
    let offset = -1;
    for (let i = 0; i < nth; i++) {
      offset = text.indexOf(within, offset + 1);
      if (offset < 0) throw new Error(`“${within}” does not occur ${nth} times in the open file`);
    }
    offset += within.indexOf(wanted);
    const before = text.slice(0, offset).split('\n');
    return { line: before.length, column: before.at(-1).length + 1 + Math.floor(wanted.length / 2) };
  }

  async function chooseInQuickInput(key, typed, name) {
    await again(`“${name}” in the list`, async () => {
      await page.keyboard.press('Escape');
      await page.keyboard.press(key);
      await page.waitForSelector('.quick-input-widget input', { timeout: 2 * SECONDS });
      await page.keyboard.press('Control+A'); // F1 starts with “>”, which the typed text includes.
      await page.keyboard.type(typed);
      await page
        .locator('.quick-input-list .monaco-list-row')
        .filter({ hasText: name })
        .first()
        .click({ timeout: 4 * SECONDS });
    });
  }

  function moveMouseAway() {
    return page.mouse.move(2, page.viewportSize().height - 2);
  }
}

/** Each attempt has its own timeout; the error of the last one is reported. */
async function again(what, attempt) {
  let last;
  for (let i = 0; i < 10; i++) {
    try {
      return await attempt();
    } catch (error) {
      last = error;
    }
  }
  throw new Error(`The window did not show ${what}: ${last.message}`);
}
