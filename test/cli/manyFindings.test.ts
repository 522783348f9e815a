import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/cli/main';
import { program } from '../support/programs';

const COUNT = 10_000;
const TEXT = `The Intergovernmental Committee for European Migration (ICEM) helps.\n\n${'ICEM\n'.repeat(COUNT)}`;

describe('a file with many findings', function () {
  this.timeout(300_000);
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'migration-terms-'));
    writeFileSync(join(folder, 'a.md'), TEXT);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is written piece by piece, and the writer waits for a slow reader', async () => {
    const pieces: number[] = [];
    let waiting: (() => void) | undefined;
    let hasWaited = 0;
    const stdout = {
      write(text: string): boolean {
        assert.equal(waiting, undefined, 'nothing is written before the reader is ready');
        pieces.push(text.length);
        return false;
      },
      once(_: 'drain', listener: () => void): void {
        waiting = listener;
        setImmediate(() => {
          waiting = undefined;
          hasWaited++;
          listener();
        });
      },
    };
    const errors: string[] = [];
    const invocation = {
      argv: ['check', '--format', 'json', 'a.md'],
      cwd: folder,
      env: {},
      stdin: nothing(),
      stdout,
      stderr: { write: (text: string) => void errors.push(text) },
    };
    assert.deepEqual([await main(invocation), errors], [1, []]);
    assert.ok(Math.max(...pieces) < 200_000, `a piece of ${Math.max(...pieces)} characters`);
    assert.ok(hasWaited > 100, `${hasWaited} times`);
  });

  for (const format of ['json', 'text', 'csv']) {
    it(`fits into little memory as ${format}`, () => {
      // Fixes are proved on a copy of their part, here of the one paragraph. The findings alone, worded and kept, would
      // take more than this.
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        ['--max-old-space-size=72', program('checkHere'), folder, format],
        { encoding: 'utf8', maxBuffer: 1 << 30 },
      );
      assert.equal(status, 1, stderr.slice(0, 500));
      const found =
        format === 'json'
          ? (JSON.parse(stdout) as { files: { findings: unknown[] }[] }).files[0]!.findings.length
          : stdout.match(/superseded-name/g)!.length;
      assert.equal(found, COUNT + 2);
    });
  }
});

async function* nothing(): AsyncGenerator<string> {}
