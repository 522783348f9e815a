import assert from 'node:assert/strict';
import { FORMAT_IDS, cliffOf } from '../cliffs/measure';
import { SHAPES } from '../cliffs/shapes';

/** In code units; eight times as much is the larger one. */
const LENGTH = 1500;

describe('no stage takes more than linear time', () => {
  for (const languageId of FORMAT_IDS) {
    it(`in ${languageId}, for ${SHAPES.length} shapes of text`, function () {
      this.timeout(0);
      const cliffs = SHAPES.flatMap(({ name, make }) => {
        const growth = cliffOf(make, LENGTH, languageId);
        return growth ? [`${name}: ${growth.once.toFixed(1)} ms, and ${growth.eight.toFixed(1)} ms for eight times as much`] : [];
      });
      assert.deepEqual(cliffs, []);
    });
  }
});
