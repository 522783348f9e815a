// Follows a writer's path through VS Code's window, from a draft with errors to a clean one, by keyboard only. Run by
// windows.mjs. Each step depends on the previous one, so the first failure ends the run; dist/test/path-failed.png then
// shows the window.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createKeyboard } from './keyboard.mjs';
import { root, slowDown } from './windowTest.mjs';

const SECONDS = 1000;
const DRAFT = [
  '# Draft for the Forum',
  '',
  'ICEM helps migrants in more than a hundred countries.',
  'IOM is a specialized agency of the United Nations.',
  'States adopted the Global Compact for Migrants in Marrakech.',
  'The Global Compact for Migration has 24 objectives.',
  '',
];
const FINDINGS = [
  /“ICEM” is a former name \(1952–1980\)/,
  /IOM is a related organization of the United Nations, not a specialized agency/,
  /“Global Compact for Migrants” was never its name/,
  /The Compact has 23 objectives, not 24/,
];
const ANNEX = ['# Annex', '', 'The Global Compact for Migrants was adopted in Marrakech on 10 December 2018.', ''];
/** A text with an error that no rule finds, and what a model reports on it. */
const SEAT = ['# Seat', '', 'A seat in the Council of IOM is open to all 168 members, each with one vote.', ''];
const REMARK = { quote: '168', find: '(F\\d+) 175 in 2025-12', right: '175', sure: 0.9 };
const PROBLEMS = '.markers-panel .monaco-list-rows';
const FIXES = '.action-widget .monaco-list-row';
const COUNT = '.panel .badge, .panel .action-item.checked';

/** The test of the path; see windows.mjs. */
export const writersPath = {
  name: 'path',
  settings: {
    'editor.minimap.enabled': false,
    '[markdown]': { 'editor.wordWrap': 'off' },
    'files.autoSave': 'off',
    'reviewTestModels.script': [{ kind: 'remarks', remarks: [REMARK] }],
  },
  viewport: { width: 1400, height: 900 },
  prepare() {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'terms-path-'));
    fs.writeFileSync(path.join(folder, 'draft.md'), DRAFT.join('\n'));
    fs.writeFileSync(path.join(folder, 'annex.md'), ANNEX.join('\n'));
    fs.writeFileSync(path.join(folder, 'seat.md'), SEAT.join('\n'));
    return folder;
  },
  async run(page, folder, { check }) {
    try {
      const explorer = page.locator('.explorer-folders-view .monaco-list-row').first();
      await explorer.waitFor({ timeout: 180 * SECONDS });
      await slowDown(page);
      await goThePath(page, folder, check);
    } catch (error) {
      console.error(`    ${error.message}`);
      const picture = path.join(root, 'dist/test/path-failed.png');
      fs.mkdirSync(path.dirname(picture), { recursive: true });
      await page.screenshot({ path: picture }).catch(() => {});
      console.error(`    The window as it was: ${path.relative(root, picture)}`);
    }
  },
  remove: (folder) => fs.rmSync(folder, { recursive: true, force: true }),
};

async function goThePath(page, folder, check) {
  const keys = createKeyboard(page);
  const fixed = DRAFT.with(2, 'IOM helps migrants in more than a hundred countries.');
  const corrected = fixed.with(4, 'States adopted the Global Compact for Migration in Marrakech.');
  const allFixed = corrected
    .with(3, 'IOM is a related organization of the United Nations.')
    .with(5, 'The Global Compact for Migration has 23 objectives.');

  await step('Quick Open opens the draft', async () => {
    await keys.open('draft.md');
    await keys.waitForLines(DRAFT);
  });
  await step('Problems lists four findings', async () => {
    await keys.press('Control+Shift+M');
    for (const finding of FINDINGS) await keys.sees(PROBLEMS, finding);
    await keys.sees(COUNT, '4');
  });
  await step('F8 moves from one finding to the next and shows each', async () => {
    await keys.press('Control+1', 'Control+Home');
    for (const finding of FINDINGS) {
      await keys.press('F8');
      await keys.sees('.marker-widget', finding);
    }
    await keys.dismiss('.marker-widget');
  });
  await step('Ctrl+. fixes the name at the cursor', async () => {
    await keys.press('Control+Home', 'F8');
    await keys.sees('.marker-widget', FINDINGS[0]);
    await keys.dismiss('.marker-widget');
    await keys.pressFor('Control+.', `${FIXES}.focused`, 'Replace with “IOM”');
    await keys.accept(FIXES);
    await keys.waitForLines(fixed);
  });
  await step('the palette fixes the form that was never a name, and says that the others need a choice', async () => {
    await keys.command('Migration Terms: Fix All Wrong Forms');
    await keys.isTold('1 fixed, 2 need your choice.');
    await keys.waitForLines(corrected);
  });
  await step('Ctrl+. fixes another one', async () => {
    // The marker of what was fixed before must be gone.
    await keys.sees(COUNT, '2');
    await keys.press('Control+1', 'Control+Home', 'F8');
    await keys.sees('.marker-widget', FINDINGS[1]);
    await keys.dismiss('.marker-widget');
    await keys.pressFor('Control+.', `${FIXES}.focused`, 'Replace with “related organization”');
    await keys.accept(FIXES);
    await keys.waitForLines(allFixed.with(5, DRAFT[5]));
  });
  await step('Explain gives the reason, and Tab and Enter choose its fix', async () => {
    await keys.sees(COUNT, '1');
    await keys.press('Control+1', 'Control+Home', 'F8');
    await keys.sees('.marker-widget', FINDINGS[3]);
    await keys.dismiss('.marker-widget');
    await keys.command('Migration Terms: Explain');
    const page = await keys.panelWith('.fixes a');
    await keys.tabTo('Replace with “23”', page);
    await keys.press('Enter');
    // The focus is in the text again.
    await keys.waitForLines(allFixed);
    await keys.sees('.markers-panel', 'No problems have been detected');
    await keys.panelWith('.gone');
  });
  await step('the look-up finds objective 7, and Tab moves to the button that inserts it with a footnote', async () => {
    await keys.press('Control+End');
    await keys.command('Migration Terms: Look Up');
    await keys.search('objective 7', 'obj\\w+ 7(?!\\d)');
    await keys.downTo(
      'Objective 7 of the Global Compact for Migration is “Address and reduce vulnerabilities in migration”.',
    );
    await keys.tabTo('Insert with its source');
    await keys.press('Enter');
    await keys.sees('.view-line', /^\[\^.+\]:/);
    const [statement, ...rest] = (await keys.lines()).slice(allFixed.length - 1);
    const [, mark] =
      /^Objective 7 of the Global Compact for Migration is “Address and reduce vulnerabilities in migration”\.(\[\^[\w-]+\])$/.exec(
        statement,
      ) ?? assert.fail(statement);
    assert.equal(rest[0], '', 'the footnote belongs to the paragraph of the sentence');
    assert.match(rest[1], /^\[\^[\w-]+\]: .*A\/RES\/73\/195/);
    assert.ok(rest[1].startsWith(`${mark}:`), rest[1]);
  });
  await step('the history opens, and its button saves it as SVG', async () => {
    await keys.command('Migration Terms: Show History');
    const panel = await keys.panelWith('#picture svg .item');
    await keys.tabTo('Export as SVG', panel);
    await keys.press('Enter');
    await keys.answer('/history.svg');
    await keys.isTold('The picture is saved: history.svg');
    assert.match(fs.readFileSync(path.join(folder, 'history.svg'), 'utf8'), /<svg [\s\S]*PICMME[\s\S]*<\/svg>/);
  });
  await step('the workspace check finds the error in a document that is not open', async () => {
    await keys.command('Migration Terms: Check the Workspace');
    await keys.isTold(/finding in 3 files/);
    await keys.sees(PROBLEMS, '“Global Compact for Migrants” was never its name.');
    await keys.command('Migration Terms: Workspace Report');
    await keys.downTo('Open the report');
    await keys.accept();
    // The history has a heading as well.
    const report = await keys.panelWith('h1:has-text("report on the workspace")');
    assert.match(await report.locator('body').innerText(), /Global Compact for Migrants.+was never its name/);
  });
  await step('a finding is ignored at its place, and the view lists it', async () => {
    await keys.open('annex.md');
    await keys.press('Control+Home', 'F8');
    await keys.sees('.marker-widget', /was never its name/);
    await keys.dismiss('.marker-widget');
    await keys.pressFor('Control+.', `${FIXES}.focused`, 'Replace with');
    await keys.downTo('Ignore “Global Compact for Migrants” here', FIXES);
    await keys.accept(FIXES);
    await keys.sees('.markers-panel', 'No problems have been detected');
    assert.match(
      fs.readFileSync(path.join(folder, '.migration-terms.json'), 'utf8'),
      /"deprecated-name"[\s\S]*"Global Compact for Migrants"/,
    );
    assert.equal(fs.readFileSync(path.join(folder, 'annex.md'), 'utf8'), ANNEX.join('\n'));
    await keys.command('View: Show Migration Terms');
    await keys.sees('.sidebar .monaco-list-row', /^Ignored/);
  });
  await step('a review asks once, and its remark is fixed like any finding', async () => {
    await keys.open('seat.md');
    await keys.command('Migration Terms: Review with a Model');
    await keys.downTo('Test Model');
    await keys.accept();
    await keys.sees('.monaco-dialog-box', /Let Test Model review “seat\.md”\?/);
    await keys.tabTo('Start the Review');
    await keys.press('Enter');
    await keys.isTold(/Test Model read 1 passage: 1 remark\./);
    await keys.sees(PROBLEMS, /“168” disagrees with the record/);
    await keys.press('Control+1', 'Control+Home', 'F8');
    await keys.sees('.marker-widget', /“168” disagrees with the record/);
    await keys.dismiss('.marker-widget');
    await keys.pressFor('Control+.', `${FIXES}.focused`, 'Replace with “175”');
    await keys.accept(FIXES);
    await keys.waitForLines(SEAT.with(2, SEAT[2].replace('168', '175')));
  });
  await step('undo reverts the footnote with its sentence, then the fixes', async () => {
    await keys.open('draft.md');
    for (const earlier of [allFixed, allFixed.with(5, DRAFT[5]), corrected, fixed, DRAFT]) {
      await keys.press('Control+Z');
      await keys.waitForLines(earlier);
    }
    for (const finding of FINDINGS) await keys.sees(PROBLEMS, finding);
  });

  /** A check on which the following ones depend. */
  async function step(name, body) {
    if (!(await check(name, body))) throw new Error(`“${name}” failed`);
  }
}
