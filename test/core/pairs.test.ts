import assert from 'node:assert/strict';
import { check } from '../../src/core/check';
import { applyEdits, combinePreferred, preferAllOf } from '../../src/core/findings/applyFixes';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { recordOfTests } from '../support/recordOfTests';

function fixed(text: string): string {
  return applyEdits(
    text,
    combinePreferred(check({ text, languageId: 'markdown', lang: 'auto' }, recordOfTests(), DEFAULT_OPTIONS).findings),
  );
}

/** As {@link fixed}, but with all fixes of the name requested by the writer. */
function fixedAsAsked(text: string, name: string): string {
  return applyEdits(
    text,
    combinePreferred(
      preferAllOf(
        check({ text, languageId: 'markdown', lang: 'auto' }, recordOfTests(), DEFAULT_OPTIONS).findings,
        name,
      ),
    ),
  );
}

describe('a name and its abbreviation in brackets', () => {
  for (const [name, text, after] of [
    [
      'icem',
      'In 2026 the Intergovernmental Committee for European Migration (ICEM) helps migrants.',
      'In 2026 the International Organization for Migration (IOM) helps migrants.',
    ],
    [
      'icm',
      'In 2026 the **Intergovernmental Committee for Migration** (**ICM**) helps migrants.',
      'In 2026 the **International Organization for Migration** (**IOM**) helps migrants.',
    ],
    [
      'icem',
      'In 2026 the Intergovernmental Committee for European Migration (IOM) helps migrants.',
      'In 2026 the International Organization for Migration (IOM) helps migrants.',
    ],
  ] as const)
    it(`change together on request: ${text}`, () => {
      assert.equal(fixed(text), text);
      assert.equal(fixedAsAsked(text, name), after);
    });

  it('keep an abbreviation that fits the corrected name', () =>
    assert.equal(
      fixed('The Intergovernmental Comittee for European Migration (ICEM) helped migrants in 1965.'),
      'The Intergovernmental Committee for European Migration (ICEM) helped migrants in 1965.',
    ));

  for (const text of [
    'In 2026 ICEM (Intergovernmental Committee for European Migration) helps migrants.',
    'El Comité Internacional para las Migraciones (CIM) ayuda a los migrantes.',
    'Le Comité international pour les migrations (CIM) aide les migrants.',
    'The Intergovernmental Comittee for European Migration (ICEM) helps migrants today.',
  ])
    it(`are left where they would come apart: ${text}`, () => assert.equal(fixed(text), text));

  it('change together on request, in a text without a date', () => {
    const text =
      'The Intergovernmental Committee for European Migration (ICEM) helps migrants. ICEM has an office in Rome.';
    assert.equal(fixed(text), text);
    assert.equal(
      fixedAsAsked(text, 'icem'),
      'The International Organization for Migration (IOM) helps migrants. IOM has an office in Rome.',
    );
  });

  it('are left unchanged even on request, if other words would have to agree', () => {
    const text = "Le CIME est né en Europe. Aujourd'hui, le CIME est implanté à Dakar, et il recrute.";
    assert.equal(fixedAsAsked(text, 'icem'), text);
  });
});
