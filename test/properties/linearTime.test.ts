import assert from 'node:assert/strict';
import { FORMAT_IDS, cliffOf } from '../cliffs/measure';
import { testedShapes } from '../cliffs/shapes';

const SHAPES = testedShapes();

describe('no stage takes more than linear time', () => {
  for (const languageId of FORMAT_IDS) {
    it(`in ${languageId}, for ${SHAPES.length} shapes of text`, function () {
      this.timeout(0);
      const cliffs = SHAPES.flatMap(({ name, make, length }) => {
        const growth = cliffOf(make, length, languageId);
        return growth
          ? [`${name}: ${growth.once.toFixed(1)} ms, and ${growth.eight.toFixed(1)} ms for eight times as much`]
          : [];
      });
      assert.deepEqual(cliffs, []);
    });
  }

  for (const names of ['ICEM, ', 'ICEM and IOM, ']) {
    it(`in one sentence of thousands of names: ${names}`, function () {
      this.timeout(0);
      assert.equal(
        cliffOf((length) => `${names.repeat(length / names.length)}sailed.\n`, 6000, 'markdown'),
        undefined,
      );
    });
  }
});
