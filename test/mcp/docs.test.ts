import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArguments } from '../../src/cli/arguments';
import { RESOURCE_TEMPLATES } from '../../src/core/assistants/resources';
import { TOOLS } from '../../src/core/assistants/tools';

const page = readFileSync(join(resolve(__dirname, '../..'), 'docs/assistants.md'), 'utf8');

interface Server {
  readonly command: string;
  readonly args: readonly string[];
}

describe('the page for assistants', () => {
  const blocks = [...page.matchAll(/```json\n([^]*?)```/g)].map(([, json]) => JSON.parse(json!));

  it('has a block for each form of configuration, all of which start the server', () => {
    assert.deepEqual(
      blocks.map((block) => Object.keys(block)),
      [['mcpServers'], ['servers'], ['context_servers']],
    );
    for (const block of blocks) {
      const { command, args } = Object.values<Record<string, Server>>(block)[0]!['migration-terms']!;
      assert.deepEqual([command, args[0]], ['node', '/path/to/dist/cli.js']);
      assert.equal(parseArguments(args.slice(1)).kind, 'mcp');
    }
  });

  it('describes every tool with its inputs, and every template', () => {
    const rows = new Map([...page.matchAll(/^\| `(\w+)` \| (.*?) \|/gm)].map(([, name, inputs]) => [name, inputs!]));
    assert.deepEqual(
      [...rows.keys()],
      TOOLS.map(({ name }) => name),
    );
    const [check, fix] = ['check_text', 'fix_text'].map((name) => rows.get(name)!);
    rows.set('fix_text', `${check} ${fix}`);
    for (const { name, inputSchema } of TOOLS)
      for (const input of Object.keys((inputSchema as { readonly properties: object }).properties))
        assert.ok(rows.get(name)!.includes(`\`${input}\``), `${name} ${input}`);
    for (const { uriTemplate } of RESOURCE_TEMPLATES) assert.ok(page.includes(`\`${uriTemplate}\``));
  });
});
