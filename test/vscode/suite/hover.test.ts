import * as vscode from 'vscode';
import { assert } from './assert';
import { diagnostics, hoverOn, show, withSetting } from './support';

suite('hover', () => {
  test('of a right name: what it is, its earlier names and one fact, and no reason where none is needed', async () => {
    const { document } = await show('The UN Network on Migration supports Member States.\n');
    const text = await hoverOn(document, 'UN Network on Migration');
    assert.match(text, /^\*\*(United Nations|UN) Network on Migration/);
    assert.match(text, /GMG \(2006–2018\) → /);
    assert.ok(text.match(/^- /gm)!.length <= 1, text);
    assert.ok(!text.includes('No warning'), text);
    assert.ok(!/Sources:|French:/.test(text), text);
  });

  test('full: also the other languages and the sources', async () => {
    const { document } = await show('The Global Compact for Migration has 23 objectives.\n');
    await withSetting('hover', 'full', async () => {
      const text = await hoverOn(document, 'Global Compact');
      assert.match(text, /Global Compact for Safe, Orderly and Regular Migration/);
      assert.match(text, /French: Pacte mondial/);
      assert.match(text, /Spanish: Pacto Mundial/);
      assert.match(text, /Sources: \[.+\]\(https?:/);
    });
  });

  test('of an objective that is cited by its number, where the text mentions the Compact', async () => {
    const { document } = await show('The Global Compact for Migration has priorities, among them Objective 5.\n');
    assert.match(await hoverOn(document, 'Objective 5'), /^\*\*Objective 5 of the Global Compact.+regular migration/);
    const { document: other } = await show('IOM helps. Objective 5 of the plan is training.\n');
    assert.equal(await hoverOn(other, 'Objective 5'), '');
  });

  test('for a past year: no current facts', async () => {
    const { document } = await show('In 1965, ICEM chartered ten ships for migrants.\n');
    const text = await hoverOn(document, 'ICEM');
    assert.ok(!/175|2025/.test(text), text);
  });

  test('for a finding: the fix first, which a click applies, without repeating the message that the editor shows above', async () => {
    const { document } = await show('ICEM assists migrants in forty countries.\n');
    const [diagnostic] = await diagnostics(document, 1);
    const text = await hoverOn(document, 'ICEM');
    assert.ok(!text.includes(diagnostic!.message), text);
    assert.match(text, /The Committee bore this name from October 1952 to 1980/, 'the reason is not given');
    const [, argument] = /^\[Replace with “IOM”\]\(command:migrationTerms\.fixHere\?([^)]+)\)/.exec(text) ?? [];
    await vscode.commands.executeCommand(
      'migrationTerms.fixHere',
      ...(JSON.parse(decodeURIComponent(argument!)) as unknown[]),
    );
    assert.equal(document.getText(), 'IOM assists migrants in forty countries.\n');
  });

  test('a former name that is reported: its place in the succession of names', async () => {
    const { document } = await show('ICEM assists migrants in forty countries.\n');
    await diagnostics(document, 1);
    const text = await hoverOn(document, 'ICEM');
    assert.match(text, /PICMME \(1951–1952\) → \*\*ICEM\*\* \(1952–1980\) → ICM \(1980–1989\) → IOM \(since 1989\)/);
  });

  test('a former name that is allowed: why there is no warning', async () => {
    const { document } = await show('In 1965, ICEM chartered ten ships for migrants.\n');
    const text = await hoverOn(document, 'ICEM');
    assert.match(text, /\*No warning: the sentence speaks of a time when this name was in use.*\*$/);
    assert.match(text, /1965/);
    await diagnostics(document, 0);
  });

  test('in a French text names are French, and the explanation is in the language of the window', async () => {
    const { document } = await show(
      'Le CIME est chargé du transport des réfugiés et des migrants dans quarante pays.\n',
    );
    const text = await hoverOn(document, 'CIME');
    assert.match(text, /\*\*Comité intergouvernemental pour les migrations européennes \(CIME\)/);
    assert.match(text, /CIME\*\* \(1952–1980\)/);
    assert.match(text, /The Committee bore this name from October 1952 to 1980/);
  });

  test('its links explain the name, look it up, and copy it as the text has it', async () => {
    const { document } = await show(
      'Le CIME est chargé du transport des réfugiés et des migrants dans quarante pays.\n',
    );
    const text = await hoverOn(document, 'CIME');
    assert.match(text, /\[Explain\]\(command:migrationTerms\.explain\?/);
    assert.match(text, /\[Look up\]\(command:migrationTerms\.lookUp\?/);
    const [, argument] = /\[Copy the name\]\(command:migrationTerms\.copyText\?([^)]+)\)/.exec(text) ?? [];
    await vscode.commands.executeCommand(
      'migrationTerms.copyText',
      ...(JSON.parse(decodeURIComponent(argument!)) as string[]),
    );
    assert.equal(await vscode.env.clipboard.readText(), 'Comité intergouvernemental pour les migrations européennes');
  });

  test('off shows nothing', async () => {
    const { document } = await show('The UN Network on Migration supports Member States.\n');
    await withSetting('hover', 'off', async () => assert.equal(await hoverOn(document, 'UN Network'), ''));
  });

  test('no hover on other words', async () => {
    const { document } = await show('The UN Network on Migration supports Member States.\n');
    assert.equal(await hoverOn(document, 'supports'), '');
  });
});
