import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { INITIALIZE, request, Wire } from '../mcp/client';

const ROOT = resolve(__dirname, '../..');

describe('the server for assistants as it is built', function () {
  this.timeout(60_000);

  it('compiles no code at run time, and answers the same', async () => {
    const wire = new Wire(['--disallow-code-generation-from-strings', 'dist/cli.js', 'mcp']);
    const text = 'The International Office of Migration pays.';
    wire.write(INITIALIZE, request(1, 'tools/call', { name: 'fix_text', arguments: { text } }));
    assert.equal(
      ((await wire.answer(1)).result!.structuredContent as { readonly text: string }).text,
      'The International Organization for Migration pays.',
    );
    wire.process.stdin.end();
    assert.deepEqual([await wire.exited, wire.err], [0, '']);
  });

  it('loads the record at the first request that needs it', () => {
    const first = readFileSync(join(ROOT, 'dist/cli-mcp.js'), 'utf8');
    assert.ok(first.includes('./cli-assistants.js') && !/(?:data|engine|services)\.js/.test(first));
  });

  it('contains nothing that opens a connection', () => {
    for (const name of ['cli-mcp.js', 'cli-assistants.js', 'engine.js', 'services.js'])
      assert.doesNotMatch(
        readFileSync(join(ROOT, 'dist', name), 'utf8'),
        /require\("(?:node:)?(?:https?|http2|net|tls|dgram|dns|child_process)"\)/,
      );
  });
});
