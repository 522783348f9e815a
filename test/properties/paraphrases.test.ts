import assert from 'node:assert/strict';
import { LANGS, type Lang } from '../../src/core/document';
import { outcomeOf, paraphrases, tally } from '../support/paraphrases';

// Minimum figures for the training part of the banks; `npm run paraphrases` prints all figures.

interface Floor {
  /** Wrong values found, in per cent; one point less is tolerated. */
  readonly found: number;
  /** The maximum number of right sentences that raise a false alarm. */
  readonly alarmsOnRight: number;
}

const FLOORS: Readonly<Record<Lang, Floor>> = {
  en: { found: 43.1, alarmsOnRight: 0 },
  fr: { found: 41.3, alarmsOnRight: 0 },
  es: { found: 40.3, alarmsOnRight: 1 },
};

describe('the banks of paraphrases', function () {
  this.timeout(300_000);
  const all = paraphrases();

  it('have every property in every language', () => {
    const langsOf = (property: string): readonly string[] =>
      LANGS.filter((lang) => all.some((each) => each.property === property && each.lang === lang));
    const properties = [...new Set(all.map(({ property }) => property))];
    assert.deepEqual(
      properties.filter((property) => langsOf(property).length < LANGS.length),
      [],
    );
  });

  for (const lang of LANGS) {
    it(`are found at least as often as before in ${lang}`, () => {
      const outcomes = all.filter((each) => each.lang === lang && each.part === 'learn').map(outcomeOf);
      const counts = tally(outcomes);
      const found = (100 * counts.found) / counts.wrong;
      assert.ok(
        found >= FLOORS[lang].found - 1,
        `${found.toFixed(1)} % found, ${FLOORS[lang].found} % before; see npm run paraphrases -- --show miss`,
      );
      const alarms = outcomes
        .filter((each) => each.paraphrase.kind === 'right' && each.alarms.length > 0)
        .map(({ paraphrase }) => paraphrase.text);
      assert.ok(alarms.length <= FLOORS[lang].alarmsOnRight, `false alarms in right sentences:\n${alarms.join('\n')}`);
    });
  }
});
