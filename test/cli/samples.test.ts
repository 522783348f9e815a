import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { main } from '../../src/cli/main';
import { RULES } from '../../src/core/rules';

const SAMPLES = resolve(__dirname, '../samples');

interface Found {
  readonly path: string;
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly text: string;
    readonly start: number;
    readonly end: number;
  }[];
}

async function checkSamples(): Promise<readonly Found[]> {
  let out = '';
  const write = (text: string): void => void (out += text);
  const quiet = { write: (text: string) => assert.fail(text) };
  await main({
    argv: ['check', '--format', 'json', '.'],
    cwd: SAMPLES,
    env: {},
    stdin: nothing(),
    stdout: { write },
    stderr: quiet,
  });
  return JSON.parse(out).files;
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

describe('the sample documents', () => {
  it('show every rule', async () => {
    const shown = new Set((await checkSamples()).flatMap(({ findings }) => findings.map(({ rule }) => rule)));
    assert.deepEqual(
      RULES.filter((rule) => !shown.has(rule)),
      [],
    );
  });

  it('stay silent on correct history', async () => {
    const history = (await checkSamples()).find(({ path }) => path === 'history.en.md');
    assert.deepEqual(
      history?.findings.filter(({ severity }) => severity !== 'hint').map(({ text }) => text),
      [],
    );
  });

  it('have findings whose offsets match their text', async () => {
    for (const { path, findings } of await checkSamples()) {
      const text = readFileSync(join(SAMPLES, path), 'utf8');
      for (const finding of findings) assert.equal(text.slice(finding.start, finding.end), finding.text);
    }
  });
});
