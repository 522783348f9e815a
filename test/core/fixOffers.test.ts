import assert from 'node:assert/strict';
import { check } from '../../src/core/check';
import { combinedFixes } from '../../src/core/describe/fixOffers';
import { applyEdits } from '../../src/core/findings/applyFixes';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { settledEdits } from '../../src/core/parts/settledFixes';
import { recordOfTests } from '../support/recordOfTests';

const ICEM = 'ICEM assists migrants in forty countries in 2026.';
const OFFICE = 'The International Office of Migration pays.';
const AGENCY = 'The World Migration Organization pays.';

describe('the fixes of several findings at once', () => {
  const termbase = recordOfTests();
  const offersIn = (text: string, at = 0) => {
    const document = { text, languageId: 'markdown', lang: 'auto' } as const;
    const { findings } = check(document, termbase, DEFAULT_OPTIONS);
    return combinedFixes(findings, findings[at]!, {
      settle: (certain) => settledEdits(document, certain, termbase, DEFAULT_OPTIONS),
    });
  };

  for (const [what, text, expected] of [
    ['one finding', ICEM, ['name-in-workspace ICEM']],
    ['two findings of a name', `${ICEM} ${ICEM}`, ['name-in-file 2 ICEM', 'name-in-workspace ICEM']],
    [
      'two forms that were never a name',
      `${ICEM}\n\n${OFFICE}\n\n${AGENCY}`,
      ['name-in-workspace ICEM', 'certain-in-file 2'],
    ],
    [
      'a name with the words of the text',
      'The UN Network for Migration meets.',
      ['name-in-workspace UN Network for Migration'],
    ],
    ['a finding that is never fixed unasked', 'IOM has 173 Member States.', ['name-in-workspace 173']],
  ] as const) {
    it(`offers what there is to choose: ${what}`, () =>
      assert.deepEqual(
        offersIn(text).map((offer) =>
          [offer.kind, 'count' in offer ? offer.count : [], 'label' in offer ? offer.label : []].flat().join(' '),
        ),
        expected,
      ));
  }

  it('computes edits that can be applied together', () => {
    const text = `${ICEM} ${ICEM}\n\n${OFFICE}\n\n${AGENCY}`;
    const [name, , all] = offersIn(text);
    const apply = (offer = name) => applyEdits(text, offer && 'edits' in offer ? offer.edits() : []);
    assert.equal(apply(), `${ICEM.replace('ICEM', 'IOM')} ${ICEM.replace('ICEM', 'IOM')}\n\n${OFFICE}\n\n${AGENCY}`);
    assert.ok(!/Office|World/.test(apply(all)) && /ICEM/.test(apply(all)), apply(all));
  });
});
