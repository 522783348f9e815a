import assert from 'node:assert/strict';
import fc from 'fast-check';

// Run by test/seed.test.ts in a process of its own.
it('draws from the seed of the run', () => {
  assert.equal(fc.readConfigureGlobal().seed, 42);
});
