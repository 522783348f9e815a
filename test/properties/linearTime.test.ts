import assert from 'node:assert/strict';
import { FORMAT_IDS, cliffOf } from '../cliffs/measure';
import { testedShapes } from '../cliffs/shapes';
import { sampleOf } from '../support/runs';

const SHAPES = sampleOf(testedShapes(), 3);

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
});

describe('the time of a text', () => {
  const shapes: [name: string, make: (length: number) => string, length?: number][] = [
    ['one sentence of thousands of names', (n) => `${'ICEM, '.repeat(n / 6)}sailed.\n`, 4000],
    ['one sentence of thousands of pairs of names', (n) => `${'ICEM and IOM, '.repeat(n / 14)}sailed.\n`, 4000],
    ['hundreds of dates', (n) => 'Posted on 4 March 2015. Geneva, 5 May 2016 – IOM met.\n\n'.repeat(n / 50)],
    ['a table of years', (n) => `| Year | Members |\n|---|---|\n${'| 1965 | 31 |\n'.repeat(n / 13)}`],
    ['numbers in a row', (n) => `${'2018-12-11-'.repeat(n / 11)}\n`],
    ['weekdays without a sentence', (n) => `IOM ${'on Monday '.repeat(n / 10)}\n`],
    ['short lines of dates', (n) => '- 1956/57\n\nIOM has 31 Member States.\n\n'.repeat(n / 38)],
    ['an open bracket', (n) => `Geneva ${'(5 May '.repeat(n / 7)}\n`],
  ];
  for (const [name, make, length = 6000] of shapes) {
    it(`takes linear time for ${name}`, function () {
      this.timeout(0);
      assert.equal(cliffOf(make, length, 'markdown'), undefined);
    });
  }
});
