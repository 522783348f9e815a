import assert from 'node:assert/strict';
import { INITIALIZE, request, Wire } from './client';

const LOOK_UP = { name: 'look_up', arguments: { query: 'ICEM' } };

describe('the process of the server for assistants', function () {
  this.timeout(60_000);

  it('answers a line that is no message, and goes on', async () => {
    const wire = new Wire();
    const faults = [
      '{',
      '{"id":2,"method":',
      'null',
      '[]',
      '{"jsonrpc":"1.0","id":7,"method":"ping"}',
      '\u0000',
      '["'.repeat(10_000),
    ];
    wire.write(INITIALIZE, ...faults, '', '  ', { jsonrpc: '2.0', id: 99, result: {} }, request(1, 'ping'));
    assert.deepEqual((await wire.answer(1)).result, {});
    assert.deepEqual(
      wire.messages.flatMap(({ id, error }) => (id === undefined ? [error!.code] : [])),
      [-32700, -32700, -32600, -32600, -32600, -32700, -32700],
    );
    wire.write(request(2, 'nope'), request(3, 'tools/call', { arguments: {} }), request(4, 'tools/call', LOOK_UP));
    assert.equal((await wire.answer(2)).error!.code, -32601);
    assert.match((await wire.answer(3)).error!.message, /^tools\/call is faulty at "params\.name": /);
    assert.ok((await wire.answer(4)).result);
    wire.process.stdin.end();
    assert.deepEqual([await wire.exited, wire.err], [0, '']);
  });

  it('ends in order at a message that is too long', async () => {
    const wire = new Wire();
    wire.write(INITIALIZE);
    await wire.answer(0);
    wire.process.stdin.on('error', () => undefined);
    for (let i = 0; i < 33; i++) wire.process.stdin.write(Buffer.alloc(1 << 20, 'a'));
    assert.deepEqual([await wire.exited, wire.err], [0, '']);
  });

  it('answers everything before it ends with its input', async () => {
    const wire = new Wire();
    wire.write(INITIALIZE, request(1, 'tools/call', LOOK_UP), request(2, 'resources/list'));
    wire.process.stdin.end();
    assert.equal(await wire.exited, 0);
    assert.deepEqual(
      wire.messages.map(({ id, result }) => [id, result !== undefined]),
      [
        [0, true],
        [1, true],
        [2, true],
      ],
    );
  });

  it('does not answer a call that is cancelled', async () => {
    const wire = new Wire();
    const cancelled = { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 1 } };
    wire.write(INITIALIZE, request(1, 'tools/call', LOOK_UP), cancelled, request(2, 'tools/call', LOOK_UP));
    await wire.answer(2);
    wire.process.stdin.end();
    assert.equal(await wire.exited, 0);
    assert.deepEqual(
      wire.messages.map(({ id }) => id),
      [0, 2],
    );
  });

  for (const [when, before] of [
    ['before the first message', []],
    ['after the start', [INITIALIZE]],
    ['during a call', [INITIALIZE, request(1, 'tools/call', LOOK_UP)]],
  ] as const)
    it(`ends if its client dies ${when}`, async () => {
      const wire = new Wire();
      wire.write(...before);
      if (before.length > 0) await wire.answer(0);
      wire.process.stdout.destroy();
      wire.process.stdin.destroy();
      assert.deepEqual([await wire.exited, wire.err], [0, '']);
    });

  it('ends when it is interrupted', async function () {
    if (process.platform === 'win32') this.skip();
    const wire = new Wire();
    wire.write(INITIALIZE);
    await wire.answer(0);
    wire.process.kill('SIGINT');
    assert.deepEqual([await wire.exited, wire.err], [130, '']);
  });
});
