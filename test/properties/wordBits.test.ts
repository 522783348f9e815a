import assert from 'node:assert/strict';
import fc from 'fast-check';
import { WordBits } from '../../src/core/claims/wordBits';
import { RUNS } from '../support/runs';

describe('bits by the hash of a word', () => {
  it('are those that a map would have, however many hashes there are', () => {
    const hashes = fc.integer().filter((hash) => hash !== 0);
    const entries = fc.array(fc.tuple(fc.oneof(hashes, fc.integer({ min: 1, max: 9 })), fc.nat(), fc.nat()));
    fc.assert(
      fc.property(entries, fc.integer({ min: 1, max: 16 }), (added, size) => {
        const words = new WordBits(2 ** size);
        const expected = new Map<number, [number, number]>();
        for (const [hash, first, second] of added) {
          words.add(hash, first, second);
          const [a, b] = expected.get(hash) ?? [0, 0];
          expected.set(hash, [a | first, b | second]);
        }
        for (const [hash, values] of expected) {
          const index = words.indexOf(hash);
          assert.deepEqual([words.at(index, 0), words.at(index, 1)], values);
          assert.equal(words.indexOf(hash ^ 0x40000000) < 0, !expected.has(hash ^ 0x40000000));
        }
      }),
      { numRuns: RUNS },
    );
  });
});
