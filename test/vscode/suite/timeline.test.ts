import * as vscode from 'vscode';
import { detailsOf, pageOf } from '../../../src/vscode/timeline/page';
import { assert } from './assert';
import { activated, until, withSetting } from './support';
import { timelineWordingIn } from '../../../src/core/timeline/wordings';

const show = (given?: unknown) => vscode.commands.executeCommand('migrationTerms.showHistory', given);

const tabs = () =>
  vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(
      ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('migrationTerms.history'),
    );

/** A file in the workspace that does not exist yet. */
function fresh(name: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name);
}

async function saved(name: string): Promise<Uint8Array> {
  const saveTo = fresh(name);
  await show({ saveTo });
  try {
    return await vscode.workspace.fs.readFile(saveTo);
  } finally {
    await vscode.workspace.fs.delete(saveTo);
  }
}

suite('history', () => {
  suiteSetup(() => activated());
  // Once: a page that opens while another one closes may never start.
  suiteTeardown(() => vscode.window.tabGroups.close(tabs()));

  test('there is one panel, however often it is opened', async () => {
    await show();
    await show();
    await until(vscode.window.tabGroups.onDidChangeTabs, () => (tabs().length > 0 ? true : undefined), 'the panel');
    assert.deepEqual(
      tabs().map(({ label }) => label),
      ['History'],
    );
  });

  test('the page may run its own script and load its own style, and nothing else', () => {
    const page = pageOf({
      lang: 'en',
      words: timelineWordingIn('en'),
      cspSource: 'https://own.example',
      script: 's.js',
      style: 's.css',
      nonce: 'abc',
    });
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1]!.replaceAll('&#39;', "'");
    assert.equal(
      policy,
      "default-src 'none'; img-src data:; style-src https://own.example; script-src 'nonce-abc'; base-uri 'none'; form-action 'none'",
    );
    assert.equal(page.match(/<script/g)?.length, 1);
    assert.ok(
      !/style="|\bon\w+="|unsafe|https?:\/\/(?!own\.example)/.test(page),
      'the page contains something that its policy forbids',
    );
  });

  test('the details of an item have its sources as links to the web only, and its words as text', () => {
    const source = { detail: 'May 2026', publisher: undefined, reliability: 'official' } as const;
    const html = detailsOf(
      {
        kind: 'moment',
        id: 'a',
        at: 1951,
        labels: ['<b>'],
        when: '1951',
        date: '1951',
        statement: 'A & B.',
        confidence: '',
        sources: [
          { ...source, title: 'One', url: 'https://one.example/?a=1&b=2' },
          { ...source, title: 'Two', url: 'javascript:alert(1)' },
        ],
        factId: undefined,
      },
      timelineWordingIn('en').panel,
    );
    assert.equal(
      html,
      '<h2>&lt;b&gt;<span class="date">1951</span></h2><p>A &amp; B.</p><p class="sources">Sources: ' +
        '<a href="https://one.example/?a=1&amp;b=2">One</a>, May 2026 · Two, May 2026</p>',
    );
  });

  test('the picture is saved as self-contained SVG', async () => {
    const svg = new TextDecoder().decode(await saved('picture.svg'));
    assert.match(svg, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" /);
    assert.match(svg, /<\/svg>\n$/);
    assert.match(svg, /Intergovernmental Committee for European Migration/);
    assert.ok(!/var\(|class=|href|<script/.test(svg), 'the picture needs something from the page');
    assert.equal(svg.match(/<(?!\/|\?)[^>]*[^/]>/g)?.length, svg.match(/<\//g)?.length, 'what is opened is closed');
  });

  test('the picture is saved as PNG, which the page draws', async () => {
    const bytes = await saved('picture.png');
    assert.deepEqual([...bytes.slice(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const width = new DataView(bytes.buffer, bytes.byteOffset).getUint32(16);
    assert.equal(width, 2560);
  });

  test('the picture is drawn again when the panel is shown again, in the language of the settings', async () => {
    await show();
    await vscode.commands.executeCommand('workbench.action.files.newUntitledFile');
    await withSetting('language', 'fr', async () => {
      const svg = new TextDecoder().decode(await saved('picture.svg'));
      assert.match(svg, /lang="fr"/);
      assert.match(svg, /Noms de l&#39;organisation/);
      assert.ok((await saved('picture.png')).length > 10_000, 'nothing was drawn');
    });
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });
});
