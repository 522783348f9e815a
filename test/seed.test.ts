import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

describe('SEED', () => {
  it('is the seed of the properties that a run tests', () => {
    const folder = mkdtempSync(join(tmpdir(), 'migration-terms-seed-'));
    try {
      const { status, stdout } = spawnSync(
        process.execPath,
        ['scripts/mocha.mjs', join(folder, 'result.json'), 'test/support/seeded.ts'],
        { encoding: 'utf8', env: { ...process.env, SEED: '42' } },
      );
      assert.equal(status, 0, stdout);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
