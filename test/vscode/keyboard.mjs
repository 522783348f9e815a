// Drives VS Code's window as a writer does who never uses the mouse: sends keys, and reads what is visible.
// Every step waits for its effect, however long that takes; none waits for a fixed time. `windows.mjs --slower 15`
// verifies that.
import path from 'node:path';

const SECONDS = 1000;
/** No step takes this long, even on the slowest machine; a later effect counts as missing. */
const NEVER = 180 * SECONDS;
/** The time after which a key is pressed again, as a busy window may have dropped it. */
const DROPPED = 15 * SECONDS;
const INPUT = '.quick-input-widget .quick-input-box input';
/** The rows of quick lists, and of the menu of fixes. */
const ROWS = '.quick-input-widget .quick-input-list .monaco-list-row';

/** The keyboard and the visible content of one window. */
export function createKeyboard(page) {
  page.setDefaultTimeout(NEVER);
  return {
    press,
    pressFor,
    dismiss,
    open,
    command,
    search,
    downTo,
    accept,
    answer,
    lines,
    waitForLines,
    sees,
    isTold,
    focusedLabel,
    tabTo,
    panelWith,
  };

  async function press(...keys) {
    for (const key of keys) await page.keyboard.press(key);
  }

  /** Presses a key that opens something, until the text is visible; only for keys that may safely be pressed twice. */
  async function pressFor(key, selector, text) {
    const opened = page.locator(selector).filter({ hasText: text }).first();
    await until(
      () => press(key),
      (timeout) => opened.waitFor({ timeout }),
      `${key} does not bring “${text}”`,
    );
  }

  /** Presses Escape until the element of the selector is gone. */
  async function dismiss(selector) {
    await until(
      () => press('Escape'),
      (timeout) => page.locator(selector).waitFor({ state: 'hidden', timeout }),
      `Escape does not close ${selector}`,
    );
  }

  /** Repeats an action until its effect is visible. */
  async function until(act, comes, complaint) {
    for (let waited = 0; waited < NEVER; waited += DROPPED) {
      await act();
      if (
        await comes(DROPPED).then(
          () => true,
          () => false,
        )
      )
        return;
    }
    throw new Error(complaint);
  }

  /** Opens a file of the workspace with Quick Open. */
  async function open(file) {
    await choose('Control+P', '', file, path.basename(file));
    await page.locator(`.tab.active[data-resource-name="${path.basename(file)}"]`).waitFor();
    await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  }

  /** Runs a command by its title in the palette. */
  function command(title) {
    return choose('F1', '>', title, title);
  }

  /** Types into the list that a command has opened, until all its rows contain `wanted`; each key refills the list. */
  async function search(text, wanted) {
    await page.locator(INPUT).waitFor();
    await press('Control+A');
    await page.keyboard.type(text);
    await page.waitForFunction(
      ([rows, pattern]) => {
        const shown = [...document.querySelectorAll(rows)];
        return (
          shown.some((row) => row.classList.contains('focused')) &&
          shown.every((row) => new RegExp(pattern, 'i').test(row.innerText))
        );
      },
      [ROWS, wanted],
    );
  }

  /**
   * Moves to the row `wanted` in that list or another one, one step at a time from the visible focus, as the list may
   * be refilled at any moment, which moves the focus to its beginning.
   */
  async function downTo(wanted, list = ROWS) {
    await hasKeys(list);
    for (let steps = 0; steps < 100; steps++) {
      const [at, there] = await page.evaluate(
        ([rows, text]) => {
          const shown = [...document.querySelectorAll(rows)];
          const place = (row) => (row === undefined ? undefined : Number(row.dataset.index));
          return [
            place(shown.find((row) => row.classList.contains('focused'))),
            place(shown.find((row) => row.innerText.includes(text))),
          ];
        },
        [list, wanted],
      );
      if (at !== undefined && at === there) return;
      await press(there !== undefined && at !== undefined && there < at ? 'ArrowUp' : 'ArrowDown');
    }
    throw new Error(`“${wanted}” is not reached, but: ${(await page.locator(list).allInnerTexts()).join(' | ')}`);
  }

  /** Waits until keys go to the list: a row can look focused before they do. */
  async function hasKeys(list) {
    await page.waitForFunction((rows) => {
      const row = document.querySelector(`${rows}.focused`);
      const widget = row?.closest('.quick-input-widget, .action-widget');
      return row?.checkVisibility() && widget?.contains(document.activeElement);
    }, list);
  }

  /** Presses Enter on the focused row of a list, which then closes or is filled anew. */
  async function accept(list = ROWS) {
    await hasKeys(list);
    const row = await page.locator(`${list}.focused`).first().elementHandle();
    await until(
      async () => {
        if (await row.isVisible()) await press('Enter');
      },
      (timeout) => row.waitForElementState('hidden', { timeout }),
      'Enter chooses nothing',
    );
  }

  /** Confirms the proposal of the file dialog, once it is `proposed`. */
  async function answer(proposed) {
    await page.waitForFunction(([input, end]) => document.querySelector(input)?.value.endsWith(end), [INPUT, proposed]);
    await press('Enter');
    await page.locator(INPUT).waitFor({ state: 'hidden' });
  }

  /** The visible text of the document in the editor; it must fit into the window. */
  function lines() {
    return page.evaluate(readLines);
  }

  /** Waits until the document in the editor has this text. */
  async function waitForLines(wanted) {
    await page
      .waitForFunction(`(${readLines})().join('\\n').trimEnd() === ${JSON.stringify(wanted.join('\n').trimEnd())}`)
      .catch(async (error) => {
        throw new Error(`The document has another text:\n${(await lines()).join('\n')}`, { cause: error });
      });
  }

  /** Waits until the part of the window with the selector shows the text, and returns its whole text. */
  async function sees(selector, text) {
    const part = page.locator(selector).filter({ hasText: text }).first();
    await part.waitFor().catch(async (error) => {
      throw new Error(`“${text}” is not seen, but: ${(await page.locator(selector).allInnerTexts()).join(' | ')}`, {
        cause: error,
      });
    });
    return (await part.innerText()).replaceAll('\u00A0', ' ');
  }

  /** Opens the notifications until one contains the text; the test driver prevents them from popping up. */
  async function isTold(text) {
    await command('Notifications: Show Notifications');
    await sees('.notifications-center .notification-list-item-message', text);
    await dismiss('.notifications-center');
  }

  /** The accessible name of the focused element, also in the page of a panel. */
  async function focusedLabel(frame = page) {
    return frame.evaluate(() => {
      const focused = document.activeElement;
      return focused?.getAttribute('aria-label') ?? focused?.textContent ?? '';
    });
  }

  /** Presses Tab until the element with the name `label` has the focus. */
  async function tabTo(label, frame = page, key = 'Tab') {
    const passed = [];
    for (let i = 0; i < 20; i++) {
      const focused = await focusedLabel(frame);
      if (focused.startsWith(label)) return;
      passed.push(focused.slice(0, 40));
      await press(key);
    }
    throw new Error(`“${label}” is not reached with ${key}; the focus passed ${passed.join(' | ')}`);
  }

  /** The page of the panel with the selector, once it is there; it is in a nested frame. */
  function panelWith(selector) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => end(() => reject(new Error(`no panel shows ${selector}`))), NEVER);
      const look = (frame) =>
        frame.waitForSelector(selector, { state: 'attached' }).then(
          () => end(() => resolve(frame)),
          // The frame is gone.
          () => {},
        );
      function end(settle) {
        clearTimeout(timer);
        page.off('frameattached', look);
        settle();
      }
      page.on('frameattached', look);
      page.frames().forEach(look);
    });
  }

  async function choose(key, prefix, typed, wanted) {
    await until(
      () => press(key),
      (timeout) =>
        page.waitForFunction(
          ([input, start]) => {
            const box = document.querySelector(input);
            return box?.checkVisibility() && document.activeElement === box && box.value.startsWith(start);
          },
          [INPUT, prefix],
          { timeout },
        ),
      `${key} opens no list`,
    );
    await page.keyboard.type(typed);
    const row = page.locator(`${ROWS}.focused`).filter({ hasText: wanted });
    await row.waitFor();
    await press('Enter');
    // The list is gone, or has another prompt: a command may open its own list in the same place.
    await page.waitForFunction(
      ([input, said]) => {
        const box = document.querySelector(input);
        return !box?.checkVisibility() || box.value !== said;
      },
      [INPUT, prefix + typed],
    );
  }
}

/** Runs in the page. The editor's line elements are unordered, and contain no-break spaces. */
function readLines() {
  return [...document.querySelectorAll('.editor-group-container.active .monaco-editor .view-lines .view-line')]
    .map((line) => ({ top: Number.parseFloat(line.style.top), text: line.textContent.replaceAll('\u00A0', ' ') }))
    .sort((a, b) => a.top - b.top)
    .map(({ text }) => text);
}
