// VS Code's window as a writer has it who never touches the mouse: keys go in, and what is seen comes out.
// Every step waits for what it brings about, however long that takes; nothing waits for a length of time. `path.mjs --slower 15`
// shows that it does.
import path from 'node:path';

const SECONDS = 1000;
/** Nothing is expected to take so long; what has not come by then does not come, on the slowest of machines. */
const NEVER = 180 * SECONDS;
/** After this a key is pressed again: a window that was busy may have dropped what it asked for. */
const DROPPED = 15 * SECONDS;
const INPUT = '.quick-input-widget .quick-input-box input';
const ROWS = '.quick-input-widget .quick-input-list .monaco-list-row';

/** The keyboard of one window, and the eyes in front of it. */
export function createKeyboard(page) {
  page.setDefaultTimeout(NEVER);
  return { press, pressFor, dismiss, open, command, search, downTo, answer, lines, waitForLines, sees, isTold, focusedLabel, tabTo, panelWith };

  async function press(...keys) {
    for (const key of keys) await page.keyboard.press(key);
  }

  /** Presses a key that opens something, until it is seen with the text; only for a key that does no harm when pressed twice. */
  async function pressFor(key, selector, text) {
    const opened = page.locator(selector).filter({ hasText: text }).first();
    await until(() => press(key), (timeout) => opened.waitFor({ timeout }), `${key} does not bring “${text}”`);
  }

  /** Escape, until what the selector names is gone. */
  async function dismiss(selector) {
    await until(() => press('Escape'), (timeout) => page.locator(selector).waitFor({ state: 'hidden', timeout }), `Escape does not close ${selector}`);
  }

  /** Acts until what it is to bring about is there. */
  async function until(act, comes, complaint) {
    for (let waited = 0; waited < NEVER; waited += DROPPED) {
      await act();
      if (await comes(DROPPED).then(() => true, () => false)) return;
    }
    throw new Error(complaint);
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
    }, [ROWS, wanted]);
  }

  /**
   * Goes in that list, or another one, to the row that says `wanted`: a step at a time, each from where the focus is seen to be, as the list
   * may be filled anew at any moment and then stands at its beginning.
   */
  async function downTo(wanted, list = ROWS) {
    await page.locator(`${list}.focused`).waitFor();
    for (let steps = 0; steps < 100; steps++) {
      const [at, there] = await page.evaluate(([rows, text]) => {
        const shown = [...document.querySelectorAll(rows)];
        const place = (row) => (row === undefined ? undefined : Number(row.dataset.index));
        return [place(shown.find((row) => row.classList.contains('focused'))), place(shown.find((row) => row.innerText.includes(text)))];
      }, [list, wanted]);
      if (at !== undefined && at === there) return;
      await press(there !== undefined && at !== undefined && there < at ? 'ArrowUp' : 'ArrowDown');
    }
    throw new Error(`“${wanted}” is not reached, but: ${(await page.locator(list).allInnerTexts()).join(' | ')}`);
  }

  /** Confirms what the dialog for a file proposes, once that is `proposed`. */
  async function answer(proposed) {
    await page.waitForFunction(([input, end]) => document.querySelector(input)?.value.endsWith(end), [INPUT, proposed]);
    await press('Enter');
    await page.locator(INPUT).waitFor({ state: 'hidden' });
  }

  /** The document in the editor, as it is seen; one that is not longer than the window. */
  function lines() {
    return page.evaluate(readLines);
  }

  /** Waits until the document in the editor reads like this. */
  async function waitForLines(wanted) {
    await page.waitForFunction(`(${readLines})().join('\\n').trimEnd() === ${JSON.stringify(wanted.join('\n').trimEnd())}`)
      .catch(async (error) => {
        throw new Error(`The document reads otherwise:\n${(await lines()).join('\n')}`, { cause: error });
      });
  }

  /** Waits until the part of the window that the selector names shows the text, and gives all that it shows. */
  async function sees(selector, text) {
    const part = page.locator(selector).filter({ hasText: text }).first();
    await part.waitFor().catch(async (error) => {
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
    for (const end = Date.now() + NEVER; Date.now() < end; await page.waitForTimeout(100)) {
      for (const frame of page.frames()) {
        if (await frame.$(selector).catch(() => null)) return frame;
      }
    }
    throw new Error(`no panel shows ${selector}`);
  }

  async function choose(key, prefix, typed, wanted) {
    await until(() => press(key), (timeout) => page.waitForFunction(([input, start]) => {
      const box = document.querySelector(input);
      return box?.checkVisibility() && document.activeElement === box && box.value.startsWith(start);
    }, [INPUT, prefix], { timeout }), `${key} opens no list`);
    await page.keyboard.type(typed);
    const row = page.locator(`${ROWS}.focused`).filter({ hasText: wanted });
    await row.waitFor();
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
