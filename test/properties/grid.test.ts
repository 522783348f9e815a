import assert from 'node:assert/strict';
import type { Lang } from '../../src/core/document';
import { gridCells, LANGS, reportedIn, type Cell } from '../support/grid';

// Minimum figures for the grid; `npm run grid` prints its tables. The targets are 95 % found and at most 1 % reported.

interface Floor {
  /** Wrong values found in asserted statements, in per cent; one point less is tolerated. */
  readonly found: number;
  /** Wrong values reported in statements that assert nothing, in per cent; one point more is tolerated. */
  readonly reported: number;
  /** The maximum number of false alarms on asserted right values and on those of other bodies. */
  readonly alarms: number;
}

const FLOORS: Readonly<Record<Lang, Floor>> = {
  en: { found: 76.3, reported: 0.2, alarms: 0 },
  fr: { found: 76, reported: 0.2, alarms: 3 },
  es: { found: 75.4, reported: 0.3, alarms: 0 },
};

describe('the grid', function () {
  this.timeout(300_000);

  for (const lang of LANGS) {
    const { found, reported, alarms } = FLOORS[lang];
    const cells = gridCells(lang);
    const of = (asserted: boolean, wrong: boolean): readonly Cell[] =>
      cells.filter(
        ({ modality, utterance }) => (modality === 'asserted') === asserted && (utterance === 'wrong') === wrong,
      );
    const reportedOf = (some: readonly Cell[]): readonly Cell[] => some.filter((cell) => reportedIn(cell).length > 0);

    it(`finds asserted wrong values in ${lang}`, () => {
      const percent = share(reportedOf(of(true, true)), of(true, true));
      assert.ok(
        percent >= found - 1,
        `${percent.toFixed(1)} % found, ${found} % before; see npm run grid -- --show miss`,
      );
    });

    it(`does not report values that are not asserted in ${lang}`, () => {
      // A third of the cells has every relation, and every shape in every modality. It gives the percentage to within
      // a fraction of the margin.
      const some = of(false, true).filter((_, i) => i % 3 === 0);
      const percent = share(reportedOf(some), some);
      assert.ok(
        percent <= reported + 1,
        `${percent.toFixed(1)} % reported, ${reported} % before; see npm run grid -- --show spoken`,
      );
    });

    it(`does not report right values or those of other bodies in ${lang}`, () => {
      const wrongly = reportedOf(of(true, false)).map(({ text }) => text);
      assert.ok(wrongly.length <= alarms, `${wrongly.length} false alarms, ${alarms} before:\n${wrongly.join('\n')}`);
    });
  }
});

function share(some: readonly Cell[], all: readonly Cell[]): number {
  return (100 * some.length) / all.length;
}
