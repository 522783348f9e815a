import assert from 'node:assert/strict';
import { check } from '../../src/core/check';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { builtinTermbase } from '../../src/core/termbase/builtin';

/** Whether the first fix of the one finding is applied without being looked at. */
function isPreferred(text: string): boolean {
  const [finding, ...others] = check({ text, languageId: 'markdown', lang: 'auto' }, builtinTermbase(), DEFAULT_OPTIONS).findings.filter(({ severity }) => severity === 'warning');
  assert.ok(finding && others.length === 0, text);
  return finding.fixes[0].preferred;
}

describe('a fix', () => {
  const table: readonly (readonly [text: string, preferred: boolean])[] = [
    ["Aujourd'hui, le CIME est chargé d'aider les migrants.", true],
    ["Aujourd'hui, le CIME aide les migrants, et il recrute.", false],
    ["Aujourd'hui, le CIME est chargé des migrants ; il est dirigé par M. Diop.", false],
    ["Aujourd'hui, le CIME, implanté au Sénégal, est tenu d'aider les migrants.", false],
    ['Le Comité intergouvernemental pour les migrations européennes, présent à Dakar, aide les migrants.', false],
    ['El CIME, implantado hoy en Quito, está encargado de los migrantes.', false],
    ['El CIME ayuda hoy a los migrantes.', true],
    ['Today ICEM, present in Dakar, helps migrants.', true],
    ['The Global Compact for Migration is a treaty.', true],
    ['The Global Compact for Migration is a legally binding treaty.', false],
  ];
  for (const [text, preferred] of table) it(`${preferred ? 'is' : 'is not'} made unasked in: ${text}`, () => assert.equal(isPreferred(text), preferred));
});
