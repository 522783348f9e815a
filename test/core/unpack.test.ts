import assert from 'node:assert/strict';
import { constants, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { BUILTIN_FILES } from '../../src/core/termbase/builtin';
import { unpack } from '../../src/core/termbase/unpack';

describe('packed data', () => {
  const strategies = [constants.Z_DEFAULT_STRATEGY, constants.Z_FIXED, constants.Z_HUFFMAN_ONLY, constants.Z_RLE];

  it('is unpacked as zlib packs it, in every way it does', () => {
    const text = fc.tuple(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 1, max: 400 })).map(([part, times]) => part.repeat(times));
    fc.assert(fc.property(text, fc.constantFrom(...strategies), fc.constantFrom(0, 1, 9), (original, strategy, level) => {
      const expected = Buffer.from(original).toString();
      assert.equal(unpack(deflateRawSync(original, { level, strategy }).toString('base64')), expected);
    }), { numRuns: 200 });
  });

  it('is unpacked where it is all that the product knows', () => {
    const original = JSON.stringify(BUILTIN_FILES);
    assert.equal(unpack(deflateRawSync(original, { level: 9 }).toString('base64')), original);
  });

  it('that is damaged does not go on for ever', () => {
    const whole = deflateRawSync('some words and some words again, '.repeat(50));
    fc.assert(fc.property(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), (at, by) => {
      const damaged = Buffer.from(whole);
      damaged[at] = by;
      try { unpack(damaged.toString('base64')); } catch { /* as good as a wrong text */ }
    }));
  });
});
