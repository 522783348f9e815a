import assert from 'node:assert/strict';
import type { CodeAction, CompletionList, Diagnostic, Hover, TextEdit } from 'vscode-languageserver';
import { folder, type Folder, WRONG } from '../cli/run';
import { Client, PULL, PUSH } from './client';

const CORRECTED = WRONG.replace('ICEM', 'IOM');
const OFFICE = 'The International Office of Migration pays.\n';
const TEXT = `${WRONG}${WRONG}\n${OFFICE}${OFFICE}`;
const FIX_ALL = 'source.fixAll.migrationTerms';

/** What each message contains, as words. */
const codes = (diagnostics: readonly Diagnostic[]): unknown[] => diagnostics.map(({ code }) => code);
const at = (line: number, character: number) => ({ line, character });

describe('the language server', function () {
  this.timeout(120_000);
  let files: Folder;
  let pull: Client;
  let push: Client;

  before(async () => {
    files = folder({
      'disk.md': WRONG,
      'clean.txt': 'The committee met on Tuesday.\n',
      'archive/.migration-terms.json': '{ "exclude": ["old.md"], "rules": { "anachronistic-name": "error" } }',
      'archive/old.md': WRONG,
      'archive/new.md': WRONG,
      'broken/.migration-terms.json': '{ "rules": { "superseded": "off" } }',
      'broken/a.md': WRONG,
    });
    [pull, push] = await Promise.all([
      Client.open(files.path, PULL),
      Client.open(files.path, PUSH, {
        locale: 'fr-FR',
        initializationOptions: { language: 'en', rules: { 'anachronistic-name': 'hint' } },
      }),
    ]);
  });
  after(async () => {
    for (const client of [pull, push]) client?.process.kill();
    files.remove();
  });

  const actionsAt = (client: Client, name: string, line: number, character: number, only?: readonly string[]) =>
    client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: client.uri(name) },
      range: { start: at(line, character), end: at(line, character) },
      context: { diagnostics: [], only },
    });
  const editsOf = ({ edit }: CodeAction): readonly TextEdit[] => {
    const [change] = edit!.documentChanges ?? [];
    return change && 'edits' in change ? (change.edits as TextEdit[]) : Object.values(edit!.changes ?? {})[0]!;
  };

  it('declares what it can do: diagnostics on request only for a client that requests them', async () => {
    const client = Client.start(files.path);
    const { capabilities, serverInfo } = await client.initialize({});
    assert.equal(serverInfo?.name, 'migration-terms');
    assert.equal(capabilities.positionEncoding, 'utf-16');
    assert.equal(capabilities.diagnosticProvider, undefined);
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2, save: { includeText: false } });
    assert.equal(await client.close(), 0);
  });

  it('returns diagnostics on request, with all that a client can show', async () => {
    await pull.open('a.md', '# In 1995\n\nIOM is here. ICEM paid.\n');
    const [finding, ...others] = await pull.pulled('a.md');
    assert.deepEqual(others, []);
    assert.deepEqual(finding, {
      range: { start: at(2, 13), end: at(2, 17) },
      severity: 2,
      code: 'anachronistic-name',
      source: 'Migration Terms',
      message: finding!.message,
      relatedInformation: [
        {
          location: { uri: pull.uri('a.md'), range: { start: at(0, 5), end: at(0, 9) } },
          message: '1995 is outside the time of ICEM (1952–1980)',
        },
      ],
    });
    assert.match(finding!.message as string, /not in 1995\. Then it was “IOM”\.$/);
  });

  it('says that nothing has changed, and follows incremental changes', async () => {
    const textDocument = { uri: pull.uri('b.md') };
    const report = (previousResultId?: string): Promise<{ kind: string; resultId: string; items: Diagnostic[] }> =>
      pull.request('textDocument/diagnostic', { textDocument, previousResultId });
    await pull.open('b.md', `🙂 é\r\n${WRONG}`);
    const first = await report();
    assert.deepEqual(
      first.items.map(({ range }) => range.start),
      [at(1, 0)],
    );
    assert.equal((await report(first.resultId)).kind, 'unchanged');
    // Two changes, of which the second refers to the text after the first; a character outside the BMP has two units.
    await pull.change(
      'b.md',
      2,
      { range: { start: at(0, 2), end: at(0, 3) }, text: ' A line.\n' },
      { range: { start: at(2, 0), end: at(2, 4) }, text: 'IOM' },
    );
    assert.deepEqual((await report(first.resultId)).items, []);
    await pull.change('b.md', 3, { text: WRONG });
    assert.deepEqual(codes((await report()).items), ['anachronistic-name']);
  });

  it('sends diagnostics to a client that does not request them, by its settings, and removes them on closing', async () => {
    await push.open('a.md', WRONG);
    const shown = await push.published('a.md', 1);
    assert.deepEqual(codes(shown), ['anachronistic-name']);
    assert.equal(shown[0]!.severity, 4);
    await push.change('a.md', 2, { range: { start: at(0, 0), end: at(0, 4) }, text: 'IOM' });
    assert.deepEqual(await push.published('a.md', 2), []);
    await push.notify('textDocument/didClose', { textDocument: { uri: push.uri('a.md') } });
    assert.deepEqual(await push.published('a.md'), []);
  });

  it('marks a name that is being typed once the writer pauses', async () => {
    await push.open('typed.md', 'IOM is here. In 1995 ICEM pai');
    await push.published('typed.md', 1);
    await push.change('typed.md', 2, { range: { start: at(0, 29), end: at(0, 29) }, text: 'd' });
    const { diagnostics } = await push.next(
      'textDocument/publishDiagnostics',
      (each) => each.uri === push.uri('typed.md') && each.version === 2 && each.diagnostics.length > 0,
    );
    assert.deepEqual(codes(diagnostics), ['anachronistic-name']);
  });

  it('explains a name', async () => {
    await pull.open('hover.md', WRONG);
    const hover = (character: number, client = pull): Promise<Hover | null> =>
      client.request('textDocument/hover', {
        textDocument: { uri: client.uri('hover.md') },
        position: at(0, character),
      });
    const found = (await hover(1))!;
    assert.deepEqual(found.range, { start: at(0, 0), end: at(0, 4) });
    assert.match(
      (found.contents as { value: string }).value,
      /^The Committee bore this name[^\n]+\n\n\*\*Intergovernmental Committee .*\*\*/,
    );
    assert.equal(await hover(8), null);
    await push.open('hover.md', WRONG);
    const { kind, value } = (await hover(1, push))!.contents as { kind: string; value: string };
    assert.equal(kind, 'plaintext');
    assert.match(
      value,
      /^The Committee bore this name[^\n]+\n\nIntergovernmental Committee for European Migration \(ICEM\)\n/,
    );
  });

  it('offers the fixes of a finding, of its name and of all that are certain', async () => {
    await pull.open('fix.md', TEXT);
    await pull.pulled('fix.md');
    const actions = await actionsAt(pull, 'fix.md', 0, 2);
    assert.deepEqual(
      actions.map(({ title, kind, isPreferred }) => [title, kind, isPreferred]),
      [
        ['Replace with “IOM”', 'quickfix', true],
        ['Ignore “ICEM” with a comment', 'quickfix', undefined],
        ['Fix all 2 of “ICEM” in the file', 'quickfix', undefined],
        ['Fix the 2 wrong forms of names in the file', 'quickfix', undefined],
      ],
    );
    const [one, , name] = actions;
    assert.deepEqual(editsOf(one!), [{ range: { start: at(0, 0), end: at(0, 4) }, newText: 'IOM' }]);
    const resolved = await pull.request<CodeAction>('codeAction/resolve', name);
    assert.deepEqual(
      editsOf(resolved).map(({ range }) => range.start),
      [at(0, 0), at(1, 0)],
    );
    await pull.change('fix.md', 2, { range: { start: at(0, 0), end: at(0, 0) }, text: 'So ' });
    await assert.rejects(pull.request('codeAction/resolve', name), { code: -32801 });
  });

  it('fixes the whole file for a client that asks for it by kind, and not in the menu', async () => {
    await pull.open('save.md', TEXT);
    for (const only of ['source', 'source.fixAll', FIX_ALL]) {
      const actions = await actionsAt(pull, 'save.md', 0, 0, [only]);
      assert.deepEqual(
        actions.map(({ title, kind }) => [title, kind]),
        [['Fix the 2 wrong forms of names in the file (Migration Terms)', FIX_ALL]],
      );
      // The former names above them are for the writer to decide.
      assert.deepEqual(
        editsOf(actions[0]!).map(({ range }) => range.start),
        [at(3, 4), at(4, 4)],
      );
    }
    assert.deepEqual(await actionsAt(pull, 'save.md', 0, 0, ['refactor']), []);
  });

  it('sends edits at once to a client that resolves nothing, with titles in its language', async () => {
    await push.open('fix.md', TEXT);
    await push.published('fix.md', 1);
    const name = (await actionsAt(push, 'fix.md', 0, 2)).find(({ title }) => title.startsWith('Corriger les 2'))!;
    assert.match(name.title, /^Corriger les 2 «\sICEM\s» du fichier$/);
    assert.deepEqual(Object.keys(name.edit!.changes!), [push.uri('fix.md')]);
  });

  it('completes names', async () => {
    await pull.open('complete.md', 'The Global Compact for Saf');
    const list = await pull.request<CompletionList>('textDocument/completion', {
      textDocument: { uri: pull.uri('complete.md') },
      position: at(0, 26),
    });
    assert.equal(list.isIncomplete, true);
    assert.deepEqual(list.items[0]!.textEdit, {
      range: { start: at(0, 4), end: at(0, 26) },
      newText: 'Global Compact for Safe, Orderly and Regular Migration (GCM)',
    });
  });

  it('checks the workspace, with progress, and shows the findings of files that are not open', async () => {
    await pull.open('disk.md', CORRECTED);
    const summary = await pull.request('workspace/executeCommand', { command: 'migrationTerms.checkWorkspace' });
    assert.deepEqual(summary, { files: 4, findings: 3, unread: 0, isCancelled: false });
    assert.deepEqual(codes(await pull.published('archive/new.md')), ['anachronistic-name']);
    const steps = pull.received.flatMap(({ method, params }) => (method === '$/progress' ? params.value.kind : []));
    assert.equal(steps[0], 'begin');
    assert.equal(steps.at(-1), 'end');
    // Those of an open document are those that the client requests.
    assert.ok(!pull.received.some(({ params }) => params?.uri === pull.uri('disk.md')));
    // A document that is opened has findings of its own.
    await pull.open('archive/new.md', CORRECTED);
    assert.deepEqual(await pull.published('archive/new.md'), []);
    await pull.notify('textDocument/didClose', { textDocument: { uri: pull.uri('archive/new.md') } });
    assert.deepEqual(codes(await pull.published('archive/new.md')), ['anachronistic-name']);
    await pull.request('workspace/executeCommand', { command: 'migrationTerms.clearWorkspace' });
    assert.deepEqual(await pull.published('archive/new.md'), []);
  });

  it('judges by the configuration of the folder, and does not check what it excludes', async () => {
    await pull.open('archive/old.md', WRONG);
    assert.deepEqual(await pull.pulled('archive/old.md'), []);
    await pull.open('archive/other.md', WRONG);
    assert.deepEqual(
      (await pull.pulled('archive/other.md')).map(({ severity }) => severity),
      [1],
    );
  });

  it('reports a broken configuration once, with place and repair', async () => {
    await push.open('broken/a.md', WRONG);
    await push.published('broken/a.md');
    await push.open('broken/b.md', WRONG);
    await push.published('broken/b.md');
    const shown = push.received.filter(({ method }) => method === 'window/showMessage');
    assert.equal(shown.length, 1, JSON.stringify(shown));
    assert.match(
      shown[0]!.params.message,
      /broken[\\/]\.migration-terms\.json:1:14: there is no rule "superseded"\. Did you mean "superseded-name"\?/,
    );
  });

  it('ends a request that is cancelled, and one that has no method or no command', async () => {
    await pull.open('long.md', WRONG.repeat(20_000));
    const { CancellationTokenSource } = await import('vscode-languageserver');
    const source = new CancellationTokenSource();
    const request = pull.connection.sendRequest(
      'textDocument/diagnostic',
      { textDocument: { uri: pull.uri('long.md') } },
      source.token,
    );
    source.cancel();
    await assert.rejects(request, { code: -32800 });
    await pull.notify('textDocument/didClose', { textDocument: { uri: pull.uri('long.md') } });
    await assert.rejects(pull.request('textDocument/rename', {}), { code: -32601 });
    await assert.rejects(pull.request('workspace/executeCommand', { command: 'rm' }), { code: -32602 });
  });

  it('answers while a long document is being checked, and ends a request when its text changes', async () => {
    await pull.open('long2.md', WRONG.repeat(20_000));
    const request = pull.request('textDocument/diagnostic', { textDocument: { uri: pull.uri('long2.md') } });
    let isAnswered = false;
    request.then(
      () => (isAnswered = true),
      () => (isAnswered = true),
    );
    await pull.open('short.md', WRONG);
    await pull.request('textDocument/completion', { textDocument: { uri: pull.uri('short.md') }, position: at(0, 0) });
    assert.equal(isAnswered, false);
    await pull.change('long2.md', 2, { range: { start: at(0, 0), end: at(0, 4) }, text: 'IOM' });
    await assert.rejects(request, { code: -32802 });
    await pull.notify('textDocument/didClose', { textDocument: { uri: pull.uri('long2.md') } });
  });

  it('reads changed configurations again', async () => {
    await pull.notify('workspace/didChangeConfiguration', {
      settings: { migrationTerms: { rules: { 'anachronistic-name': 'off' } } },
    });
    await pull.next('workspace/diagnostic/refresh');
    await pull.open('off.md', WRONG);
    assert.deepEqual(await pull.pulled('off.md'), []);
  });
});
