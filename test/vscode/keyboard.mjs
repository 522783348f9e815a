// VS Code's window as a writer has it who never touches the mouse: keys go in, and what is seen comes out.
// Every step waits for what it brings about; nothing waits for a length of time.
import path from 'node:path';

const SECONDS = 1000;
const INPUT = '.quick-input-widget .quick-input-box input';
const ROWS = '.quick-input-widget .quick-input-list .monaco-list-row';

/** The keyboard of one window, and the eyes in front of it. */
export function createKeyboard(page) {
  return { press, dismiss, open, command, search, downTo, answer, lines, waitForLines, sees, isTold, focusedLabel, tabTo, panelWith };

  async function press(...keys) {
    for (const key of keys) await page.keyboard.press(key);
  }

  /** Escape, until what the selector names is gone. */
  async function dismiss(selector) {
    await press('Escape');
    await page.locator(selector).waitFor({ state: 'hidden' });
  }

  /** A file of the workspace, by Quick Open. */
  async function open(file) {
    await choose('Control+P', '', file, path.basename(file));
    await page.locator(`.tab.active[data-resource-name="${path.basename(file)}"]`).waitFor();
    await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  }

  /** A command, by its title in the palette. */
  function command(title) {
    return choose('F1', '>', title, title);
  }

  /** Types into the list that a command has opened, until it is left with rows that hold `wanted`: it is filled anew at each key. */
  async function search(text, wanted) {
    await page.locator(INPUT).waitFor();
    await press('Control+A');
    await page.keyboard.type(text);
    await page.waitForFunction(([rows, pattern]) => {
      const shown = [...document.querySelectorAll(rows)];
      return shown.some((row) => row.classList.contains('focused')) && shown.every((row) => new RegExp(pattern, 'i').test(row.innerText));
    }, [ROWS, wanted], { timeout: 15 * SECONDS });
  }

  /** Goes down in that list to the row that says `wanted`. */
  async function downTo(wanted) {
    const focused = page.locator(`${ROWS}.focused`);
    for (let i = 0; i < 12; i++) {
      const said = await focused.innerText();
      if (said.includes(wanted)) return;
      await press('ArrowDown');
      // The list may have been filled anew in this moment, and then stands where it stood.
      await page.waitForFunction(([rows, before]) => {
        const row = document.querySelector(`${rows}.focused`);
        return row !== null && row.innerText !== before;
      }, [ROWS, said], { timeout: 2 * SECONDS }).catch(() => {});
    }
    throw new Error(`“${wanted}” is not among the first rows`);
  }

  /** Confirms what the dialog for a file proposes, once that is `proposed`. */
  async function answer(proposed) {
    await page.waitForFunction(([input, end]) => document.querySelector(input)?.value.endsWith(end), [INPUT, proposed], { timeout: 15 * SECONDS });
    await press('Enter');
    await page.locator(INPUT).waitFor({ state: 'hidden' });
  }

  /** The document in the editor, as it is seen; one that is not longer than the window. */
  function lines() {
    return page.evaluate(readLines);
  }

  /** Waits until the document in the editor reads like this. */
  async function waitForLines(wanted) {
    await page.waitForFunction(`(${readLines})().join('\\n').trimEnd() === ${JSON.stringify(wanted.join('\n').trimEnd())}`, undefined, { timeout: 15 * SECONDS })
      .catch(async (error) => {
        throw new Error(`The document reads otherwise:\n${(await lines()).join('\n')}`, { cause: error });
      });
  }

  /** Waits until the part of the window that the selector names shows the text, and gives all that it shows. */
  async function sees(selector, text) {
    const part = page.locator(selector).filter({ hasText: text }).first();
    await part.waitFor({ timeout: 20 * SECONDS }).catch(async (error) => {
      throw new Error(`“${text}” is not seen, but: ${(await page.locator(selector).allInnerTexts()).join(' | ')}`, { cause: error });
    });
    return (await part.innerText()).replaceAll('\u00A0', ' ');
  }

  /** Opens the notifications, until one holds the text; the test driver keeps them from popping up by themselves. */
  async function isTold(text) {
    await command('Notifications: Show Notifications');
    await sees('.notifications-center .notification-list-item-message', text);
    await dismiss('.notifications-center');
  }

  /** The accessible name of what has the focus, in the page of a panel as well. */
  async function focusedLabel(frame = page) {
    return frame.evaluate(() => {
      const focused = document.activeElement;
      return focused?.getAttribute('aria-label') ?? focused?.textContent ?? '';
    });
  }

  /** Presses Tab until what is called `label` has the focus. */
  async function tabTo(label, frame = page, key = 'Tab') {
    const passed = [];
    for (let i = 0; i < 20; i++) {
      const focused = await focusedLabel(frame);
      if (focused.startsWith(label)) return;
      passed.push(focused.slice(0, 40));
      await press(key);
    }
    throw new Error(`“${label}” is not reached with ${key}; it goes along ${passed.join(' | ')}`);
  }

  /** The page of the panel that holds the selector; it is in a frame within a frame. */
  async function panelWith(selector) {
    for (const end = Date.now() + 30 * SECONDS; Date.now() < end; await page.waitForTimeout(100)) {
      for (const frame of page.frames()) {
        if (await frame.$(selector).catch(() => null)) return frame;
      }
    }
    throw new Error(`no panel shows ${selector}`);
  }

  async function choose(key, prefix, typed, wanted) {
    await press(key);
    await page.waitForFunction(([input, start]) => {
      const box = document.querySelector(input);
      return box?.checkVisibility() && document.activeElement === box && box.value.startsWith(start);
    }, [INPUT, prefix]);
    await page.keyboard.type(typed);
    const row = page.locator(`${ROWS}.focused`).filter({ hasText: wanted });
    await row.waitFor({ timeout: 15 * SECONDS });
    await press('Enter');
    // Gone, or asking something else: a command may open a list of its own in the same place.
    await page.waitForFunction(([input, said]) => {
      const box = document.querySelector(input);
      return !box?.checkVisibility() || box.value !== said;
    }, [INPUT, prefix + typed]);
  }
}

/** Runs in the page. The editor keeps its lines in no order, and puts fixed spaces where it shows them. */
function readLines() {
  return [...document.querySelectorAll('.editor-group-container.active .monaco-editor .view-lines .view-line')]
    .map((line) => ({ top: Number.parseFloat(line.style.top), text: line.textContent.replaceAll('\u00A0', ' ') }))
    .sort((a, b) => a.top - b.top)
    .map(({ text }) => text);
}
