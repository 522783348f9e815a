import assert from 'node:assert/strict';
import { constants, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { BUILTIN_FILES } from '../../src/core/termbase/builtin';
import { hoistSources } from '../../src/core/termbase/inlineSources';
import { loadTermbase } from '../../src/core/termbase/load';
import { unpack } from '../../src/core/termbase/unpack';

describe('packed data', () => {
  const strategies = [constants.Z_DEFAULT_STRATEGY, constants.Z_FIXED, constants.Z_HUFFMAN_ONLY, constants.Z_RLE];

  it('is unpacked, whatever strategy zlib uses', () => {
    const text = fc
      .tuple(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 1, max: 400 }))
      .map(([part, times]) => part.repeat(times));
    fc.assert(
      fc.property(text, fc.constantFrom(...strategies), fc.constantFrom(0, 1, 9), (original, strategy, level) => {
        const expected = Buffer.from(original).toString('latin1');
        assert.equal(unpack(deflateRawSync(original, { level, strategy }).toString('base64')), expected);
      }),
      { numRuns: 200 },
    );
  });

  it('is unpacked for the whole built-in data', () => {
    const original = Buffer.from(JSON.stringify(BUILTIN_FILES)).toString('latin1');
    assert.equal(unpack(deflateRawSync(Buffer.from(original, 'latin1'), { level: 9 }).toString('base64')), original);
  });

  it('produces the same termbase as the files, with and without a writer’s own termbase', () => {
    // As in scripts/packData.mjs.
    const packed = BUILTIN_FILES.map(({ file, content }) => ({
      file,
      content: hoistSources(content as unknown as Readonly<Record<string, unknown>>),
      isChecked: true,
    }));
    const own = [
      {
        file: 'own.json',
        content: {
          prefer: [{ name: 'gcm', lang: 'en', text: 'Global Compact for Migration', others: 'avoid' }],
          retire: ['un-network-on-migration'],
          concepts: [
            {
              id: 'house',
              kind: 'organization',
              definition: { en: 'A house.' },
              names: [
                {
                  id: 'house',
                  because: { en: 'A house.' },
                  sources: [],
                  terms: [{ text: 'House{|s} of {A|B}', lang: 'en' }],
                },
              ],
            },
          ],
        },
      },
    ];
    for (const files of [[], own]) {
      const [fromPacked, fromFiles] = [loadTermbase(packed, files), loadTermbase(BUILTIN_FILES, files)];
      assert.deepEqual(fromPacked.termbase, fromFiles.termbase);
      assert.deepEqual(fromPacked.problems, fromFiles.problems);
    }
  });

  it('that is damaged does not cause an infinite loop', () => {
    const whole = deflateRawSync('some words and some words again, '.repeat(50));
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), (at, by) => {
        const damaged = Buffer.from(whole);
        damaged[at] = by;
        try {
          unpack(damaged.toString('base64'));
        } catch {
          /* An error is as good as a wrong text. */
        }
      }),
    );
  });
});
