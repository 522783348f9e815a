import assert from 'node:assert/strict';
import { check } from '../../src/core/check';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { builtinTermbase } from '../../src/core/termbase/builtin';

/** Whether the first fix of the only finding is applied without confirmation. */
function isPreferred(text: string): boolean {
  const [finding, ...others] = check(
    { text, languageId: 'markdown', lang: 'auto' },
    builtinTermbase(),
    DEFAULT_OPTIONS,
  ).findings.filter(({ severity }) => severity === 'warning');
  assert.ok(finding && others.length === 0, text);
  return finding.fixes[0]!.preferred;
}

describe('a fix', () => {
  const table: readonly (readonly [text: string, preferred: boolean])[] = [
    ["En 2026, le CIME est chargé d'aider les migrants.", true],
    // A value that was once correct is only offered if the text has no date, even if it refers to the present.
    ["Aujourd'hui, le CIME est chargé d'aider les migrants.", false],
    ['IOM now has 149 Member States.', false],
    ['# Brief\n\n*Rome, 3 March 2026*\n\nTowns matter.\n\nIOM has 149 Member States.', false],
    // The text is newer than the record: the number is known to have increased, but not its new value.
    ['In 2026 IOM has 149 Member States.', false],
    ['*Rome, 3 March 2026*\n\nICEM helps migrants.', false],
    ["Aujourd'hui, le CIME aide les migrants, et il recrute.", false],
    ["Aujourd'hui, le CIME est chargé des migrants ; il est dirigé par M. Diop.", false],
    ["Aujourd'hui, le CIME, implanté au Sénégal, est tenu d'aider les migrants.", false],
    ['Le Comité intergouvernemental pour les migrations européennes, présent à Dakar, aide les migrants.', false],
    ['El CIME, implantado hoy en Quito, está encargado de los migrantes.', false],
    ['El CIME ayuda en 2026 a los migrantes.', true],
    ['In 2026 ICEM, present in Dakar, helps migrants.', true],
    ['The Global Compact for Migration is a treaty.', true],
    ['The Global Compact for Migration is a legally binding treaty.', true],
    // No former name in a text about the past, in a title, a key or a reference.
    ['# Cooperation with ICEM\n\nMigrants apply in person.', false],
    ['| Body | Role |\n|---|---|\n| ICEM | helps migrants today |', false],
    // In a row whose words and name disagree, either may be wrong.
    ['| Role | Body |\n|---|---|\n| helps migrants in 2026 | ICEM |', false],
    ['- **ICEM**: helps migrants today', false],
    // A name that differs in number alone is a variant; other slips are certain.
    ["Le Centre mondial d'analyse des données sur les migrations de l'OIM publie les chiffres.", false],
    ["Le Centre mondial d'analise des données sur la migration de l'OIM publie les chiffres.", true],
    // A misspelt former name may be an error for a current name.
    ['The Intergovernmental Comittee for European Migration helps migrants.', false],
    ['In 1960 the Intergovernmental Comittee for European Migration helped migrants.', true],
    // Not where the new name already occurs, or was not the name yet.
    ['Today ICEM and the private foundation of IOM help migrants.', false],
    ['In 1960 the International Committee for Migration moved migrants.', false],
    // No abbreviation of another body that the text does not introduce.
    ['Today the GMG coordinates the agencies for migrants.', false],
    ['In 2026 the Global Migration Group coordinates the agencies.', true],
    // Text that asserts nothing may discuss the name, and a statement about several bodies may be true of the others.
    ['Migration policy. Things to do: caption, ICEM line, cover.', false],
    ['Mots-clés : CIME, migrations assistées, guerre froide, Italie', false],
    ['In the diagram on page 116 IOM stands among the specialized agencies, between ILO and ITU.', false],
    ['IOM is a specialized agency.', true],
    // Proposals and plans.
    ['Don Hugo propone que el municipio firme el Pacto Mundial para la Migración.', false],
    // Only the writer knows what was done instead.
    ['En 2018 el municipio firmó el Pacto Mundial para la Migración.', false],
    // The bare form of a verb is also the present tense of a plural.
    ['In 2026 migrants turn to ICEM for help.', true],
    // The name is longer than the recognized one.
    ['El Pacto Mundial para una Migración Segura, Regulada y Ordenada tiene 23 objetivos.', false],
    // Replacing two days by one would leave the words that introduce two.
    ['IOM was founded from 26 November to 4 December 1951.', false],
    ['IOM was founded on 4 December 1951.', true],
    // Words that would have to agree with the new name.
    ["Selon le CIME lui-même, aujourd'hui les migrants partent.", false],
    ['Hoy todo el CIME ayuda a los migrantes.', false],
    ["Dirigé aujourd'hui par M. Diop, le CIME aide les migrants.", false],
    ["Aujourd'hui, le CIME aide les migrants. Il recrute.", false],
    ['En 2026 el CIME es dirigido desde Quito y ayuda a los migrantes.', true],
    // A sentence that breaks off may be contradicted; a proposed name is not a current one; a date belongs to its own
    // clause.
    ['IOM is a specialized agency of the United Nations…', false],
    ['They propose that it be called the World Migration Organization.', false],
    ['- World Migration Organization, Geneva', false],
    ['The World Migration Organization helps migrants.', true],
    ['Brunson McKinley left IOM as Director General in September 2018.', false],
    // A date counts only in a statement whose subject is a name.
    ['Some guides place the founding of IOM in 1987.', false],
    ['In 2018 Brunson McKinley left IOM as Director General.', false],
    ['Brunson McKinley left IOM as Director General in September 2011.', true],
    ['Brunson McKinley left IOM as Director General in 2012.', true],
  ];
  for (const [text, preferred] of table)
    it(`${preferred ? 'is' : 'is not'} made unasked in: ${text}`, () => assert.equal(isPreferred(text), preferred));
});
