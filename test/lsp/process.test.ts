import assert from 'node:assert/strict';
import type { InitializeResult } from 'vscode-languageserver/node';
import { folder, type Folder, WRONG } from '../cli/run';
import { Client, PULL, PUSH } from './client';

const DATA = { dataSupport: true, resolveSupport: {} };

describe('the process of the language server', function () {
  this.timeout(120_000);
  let files: Folder;
  const started: Client[] = [];
  before(() => (files = folder({})));
  after(() => {
    for (const { process } of started) process.kill('SIGKILL');
    files.remove();
  });
  const open = async (capabilities: object): Promise<Client> => {
    const client = await Client.open(files.path, capabilities);
    started.push(client);
    return client;
  };

  it('ends with its client: after shutdown with 0, and with 1 when the client dies', async () => {
    const clients = await Promise.all([open(PUSH), open(PUSH), open(PUSH)]);
    const [polite, rude, dead] = clients;
    assert.equal(await polite!.close(), 0);
    await rude!.notify('exit');
    assert.equal(await rude!.ended, 1);
    // The text is still being checked when the pipe closes.
    await dead!.open('long.md', WRONG.repeat(20_000));
    dead!.process.stdin!.end();
    dead!.process.stdout!.destroy();
    assert.equal(await dead!.ended, 1);
  });

  it('serves one client: two clients have two processes, and each its own documents', async () => {
    const [one, other] = await Promise.all([open(PULL), open(PULL)]);
    await Promise.all([one.open('a.md', WRONG), other.open('a.md', 'Nothing here.\n')]);
    assert.equal((await one.pulled('a.md')).length, 1);
    assert.equal((await other.pulled('a.md')).length, 0);
    assert.equal(await one.close(), 0);
    assert.equal((await other.pulled('a.md')).length, 0);
    assert.equal(await other.close(), 0);
  });

  it('refuses requests before the handshake', async () => {
    const client = Client.start(files.path);
    started.push(client);
    await assert.rejects(client.request('textDocument/hover', {}), { code: -32002 });
    await client.notify('textDocument/didOpen', {});
    await client.initialize(PULL);
    assert.equal(await client.close(), 0);
  });

  it('refuses requests after shutdown', async () => {
    const client = await open(PULL);
    assert.equal(await client.request('shutdown', undefined), null);
    for (const method of ['textDocument/hover', 'shutdown', 'initialize'])
      await assert.rejects(client.request(method, {}), { code: -32600 }, method);
    await client.notify('exit');
    assert.equal(await client.ended, 0);
  });

  it('takes parameters of wrong types for absent ones', async () => {
    for (const params of [
      { locale: 5, workspaceFolders: 'x', rootUri: 7, capabilities: { textDocument: { codeAction: DATA } } },
      { workspaceFolders: [null, 5, {}], capabilities: { textDocument: { diagnostic: null, hover: 'x' } } },
      { capabilities: null },
      null,
    ]) {
      const client = Client.start(files.path);
      started.push(client);
      const answer = (await client.request('initialize', params)) as InitializeResult;
      assert.equal(answer.capabilities.hoverProvider, true);
      await client.open('a.md', WRONG);
      const textDocument = { uri: client.uri('a.md') };
      const answered = await client.request('textDocument/diagnostic', { textDocument });
      assert.match(JSON.stringify(answered), /superseded-name|anachronistic-name/);
      assert.equal(await client.close(), 0);
    }
  });

  it('ends, and says why, if a header gives no length', async () => {
    const body = '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}';
    for (const header of [
      'Content-Type: x\r\n\r\n',
      'Content-Length: x\r\n\r\n',
      'Content-Length: -5\r\n\r\n',
      'Content-Length: 999999999999\r\n\r\n',
      'Content-Length: 5\r\nContent-Length: 6\r\n\r\n',
      'Content-Length\r\n\r\n',
      `Content-Length: ${body.length}\n\n`,
      `Content-Length: ${body.length - 9}\r\n\r\n${body}Content-Length: ${body.length}\r\n\r\n`,
      'x'.repeat(5000),
    ]) {
      const client = Client.start(files.path, 'pipe');
      started.push(client);
      let said = '';
      client.process.stderr!.on('data', (chunk) => (said += chunk));
      client.process.stdin!.write(header + body);
      assert.equal(await client.ended, 1, header);
      assert.match(said, /^migration-terms: .*(?:header|longest).*The server ends/, header);
    }
  });

  it('says that a message is no JSON, and goes on', async () => {
    const client = await open(PULL);
    client.process.stdin!.write('Content-Length: 5\r\n\r\n{"a":');
    assert.match((await client.next('window/logMessage')).message, /JSON/);
    assert.equal(await client.close(), 0);
  });

  it('does not check a document of 50 MB, but says so and goes on', async () => {
    const client = await open(PULL);
    await client.open('huge.md', WRONG.repeat(Math.ceil(50_000_000 / WRONG.length)));
    const { message } = await client.next('window/showMessage');
    assert.match(message, /huge\.md is not checked: it has more than 20 million characters\. Divide it/);
    assert.deepEqual(await client.pulled('huge.md'), []);
    await client.open('a.md', WRONG);
    assert.equal((await client.pulled('a.md')).length, 1);
    assert.equal(await client.close(), 0);
  });

  it('survives messages that make no sense', async () => {
    const client = await open(PULL);
    const position = { line: 1e9, character: 1e9 };
    const textDocument = { uri: client.uri('not open.md') };
    assert.equal(await client.request('textDocument/hover', { textDocument, position }), null);
    assert.deepEqual(await client.request('textDocument/diagnostic', { textDocument }), { kind: 'full', items: [] });
    await client.notify('textDocument/didOpen', {});
    await client.change('not open.md', 1, { text: '' });
    await client.notify('textDocument/didClose', { textDocument });
    await client.open('a.md', WRONG);
    assert.equal(
      await client.request('textDocument/hover', { textDocument: { uri: client.uri('a.md') }, position }),
      null,
    );
    const end = { start: position, end: { line: 0, character: 0 } };
    await client.change('a.md', 2, { range: end, text: `${WRONG}x` });
    assert.equal((await client.pulled('a.md')).length, 1);
    assert.equal(await client.close(), 0);
  });
});
