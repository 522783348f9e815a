import assert from 'node:assert/strict';
import fc from 'fast-check';
import type * as vscode from 'vscode';
import type { Finding } from '../../src/core/finding';
import { ClientText } from '../../src/lsp/clientText';
import { noPause, Typing } from '../../src/session/typing';
import type * as Following from '../../src/vscode/checking/followTyping';
import { PULL, PUSH } from './client';
import { fire, withFakeEditor } from './fakeEditor';
import { InProcess } from './inProcess';

const URI = 'untitled:a.md';
const OTHER = 'untitled:b.md';
const TEXT = 'Migrants work here.\n\nThe International Office of Migration pai';
const at = (line: number, character: number) => ({ line, character });
const NAME = at(2, 9);
const END = at(2, 41);
const AFTER = at(2, 42);
const FIX_ALL = 'source.fixAll.migrationTerms';

describe('text that is typed in another editor', function () {
  this.timeout(120_000);

  /** A server whose client has just typed a letter in an unfinished sentence with a finding, which is not shown. */
  const typed = async (): Promise<InProcess> => {
    const server = new InProcess(PUSH);
    server.open(URI, TEXT);
    assert.equal((await server.published()).length, 1);
    server.insert(URI, 2, END, 'd');
    assert.deepEqual(await server.published(), []);
    return server;
  };

  const ends: [title: string, end: (server: InProcess) => unknown][] = [
    ['the writer pauses', (server) => server.endPause()],
    ['the document is saved', (server) => server.save(URI)],
    ['the sentence is complete', (server) => server.insert(URI, 3, AFTER, '.')],
    ['text is pasted', (server) => server.insert(URI, 3, AFTER, ' for a ship')],
    ['the writer types elsewhere', (server) => server.insert(URI, 3, at(0, 13), 's')],
    ['a hover is requested elsewhere', (server) => server.hover(URI, at(0, 1))],
    ['a completion is requested elsewhere', (server) => server.complete(URI, at(0, 1))],
    ['fixes are requested elsewhere', (server) => server.actions(URI, at(0, 0), at(0, 3))],
    ['the writer types in another document', (server) => server.insert(OTHER, 2, at(0, 0), 'a')],
    ['a hover is requested in another document', (server) => server.hover(OTHER, at(0, 0))],
  ];
  for (const [title, end] of ends) {
    it(`is marked once ${title}`, async () => {
      const server = await typed();
      server.open(OTHER, 'Nothing here.\n');
      assert.deepEqual(await server.published(), []);
      await end(server);
      assert.deepEqual(
        (await server.published()).map(({ code }) => code),
        ['deprecated-name'],
      );
    });
  }

  it('is not marked by requests in it or about the whole file, which know all findings', async () => {
    const server = await typed();
    const sent = server.received.length;
    assert.ok(await server.hover(URI, NAME));
    await server.complete(URI, AFTER);
    assert.match(
      (await server.actions(URI, NAME, NAME))[0]!.title,
      /^Replace with “International Organization for Migration”$/,
    );
    await server.actions(URI, at(0, 0), at(0, 3), { triggerKind: 2 });
    assert.equal((await server.actions(URI, at(0, 0), at(0, 0), { only: [FIX_ALL] })).length, 1);
    assert.equal(server.received.length, sent);
    assert.equal(server.pending, 1);
  });

  it('may be reported several letters at a time', async () => {
    const server = await typed();
    server.insert(URI, 3, AFTER, ' ', 't', 'o', 'd', 'a', 'y');
    assert.deepEqual(await server.published(), []);
    server.endPause();
    assert.equal((await server.published()).length, 1);
  });

  it('waits for one pause, which ends with the typing or the document', async () => {
    const server = await typed();
    server.insert(URI, 3, AFTER, ' ');
    assert.equal(server.pending, 1);
    server.close(URI);
    assert.equal(server.pending, 0);
    assert.deepEqual(await server.published(), []);
  });

  it('is requested again by a client that requests diagnostics, with another id', async () => {
    const server = new InProcess(PULL);
    const shown = async (previousResultId?: string) => {
      const report = await server.pull(URI, previousResultId);
      return { id: report.resultId, count: report.kind === 'full' ? report.items.length : 'unchanged' };
    };
    server.open(URI, TEXT);
    assert.equal((await shown()).count, 1);
    server.insert(URI, 2, END, 'd');
    const first = await shown();
    assert.equal(first.count, 0);
    assert.deepEqual(await shown(first.id), { id: first.id, count: 'unchanged' });
    assert.deepEqual(server.received, []);
    server.endPause();
    assert.deepEqual(
      server.received.map(({ method }) => method),
      ['workspace/diagnostic/refresh'],
    );
    const second = await shown(first.id);
    assert.equal(second.count, 1);
    assert.deepEqual(await shown(second.id), { id: second.id, count: 'unchanged' });
  });

  it('causes no refresh if it has no finding', async () => {
    const server = new InProcess(PULL);
    server.open(URI, 'In 1995 IOM pai');
    server.insert(URI, 2, at(0, 15), 'd');
    await server.pull(URI);
    server.endPause();
    assert.deepEqual(server.received, []);
  });

  it('is marked at once for a client that cannot be asked to request it again', async () => {
    const server = new InProcess({ textDocument: PULL.textDocument });
    server.open(URI, TEXT);
    server.insert(URI, 2, END, 'd');
    const report = await server.pull(URI);
    assert.equal(report.kind === 'full' && report.items.length, 1);
    assert.equal(server.pending, 0);
  });

  it('is the same as in the extension', () => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded only when there is a fake editor
    const extension: typeof Following = withFakeEditor(() => require('../../src/vscode/checking/followTyping'));
    const text = fc.constantFrom('a', '. ', ' ', '\n', 'é', '', 'pasted');
    const change = fc.record({ start: fc.nat(30), length: fc.nat(3), text, follows: fc.boolean() });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
        const document = ClientText.of({ uri: URI, languageId: 'markdown', version: 0, text: TEXT });
        const theirDocument = { getText: () => document.getText() } as vscode.TextDocument;
        const ours = new Typing<ClientText>(
          () => [],
          () => {},
          noPause,
        );
        const theirs = new Typing<vscode.TextDocument>(
          () => [],
          () => {},
          noPause,
        );
        const following = extension.followTyping(theirs);
        let end = TEXT.length;
        changes.forEach(({ start: place, length, text: newText, follows }, i) => {
          const start = follows ? end : Math.min(place, document.getText().length);
          const range = {
            start: document.places.positionAt(start),
            end: document.places.positionAt(follows ? start : start + length),
          };
          const rangeLength = document.places.offsetAt(range.end) - start;
          end = start + newText.length;
          ours.edited(document, document.change([{ range, text: newText }], i + 1));
          fire('onDidChangeTextDocument', theirDocument, {
            document: theirDocument,
            contentChanges: [{ rangeOffset: start, rangeLength, text: newText }],
          });
          // Any word may be a finding.
          const findings = [...document.getText().matchAll(/[\p{L}\d]+/gu)].map(
            ({ index, 0: word }) => ({ start: index, end: index + word.length }) as Finding,
          );
          assert.deepEqual(ours.finished(document, findings), theirs.finished(theirDocument, findings));
        });
        following.dispose();
      }),
    );
  });
});
