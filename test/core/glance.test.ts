import assert from 'node:assert/strict';
import { check } from '../../src/core/check';
import { glanceOf, rowOf, wordsOfFinding } from '../../src/core/describe/glance';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { recordOfTests } from '../support/recordOfTests';

describe('a finding at one glance', () => {
  const cases: readonly (readonly [text: string, from: string, to: string])[] = [
    ['ICEM helps migrants in forty countries.', 'ICEM', 'IOM'],
    ['The Global Compact for Migrants was adopted in Marrakech.', '… Migrants', 'Migration'],
    ['The Intergovernmental Comittee for European Migration met in 1960.', '… Comittee …', 'Committee'],
    ['IOM is a specialized agency of the United Nations.', 'specialized agency', 'related organization'],
    ['IOM has 173 Member States; others wait.', '173', '175 Member States'],
    ['The Global Compact for Migration has 24 objectives, and States adopted it.', '24', '23 objectives'],
    ['Objective 9 of the Global Compact for Migration is about trafficking in persons.', 'Objective 9', '10'],
    ['The General Assembly endorsed the Global Compact for Migration in 2019.', '2019', '2018'],
    ['Le CIME est chargé des migrants.', 'Le CIME', "L'OIM"],
    ["L'Organisation internationale des migrations a son siège à Genève.", '… des migrations', 'pour les migrations'],
    ["L'OIM compte 173 États Membres.", '173', '175 États Membres'],
    ['The States ratified the Global Compact for Migration.', 'ratified', 'adopted'],
  ];
  for (const [text, from, to] of cases) {
    it(`shows “${from} → ${to}”`, () => {
      const document = { text, languageId: 'markdown', lang: 'auto' } as const;
      const [finding] = check(document, recordOfTests(), DEFAULT_OPTIONS).findings.filter(
        ({ rule }) => rule !== 'undefined-abbreviation',
      );
      assert.ok(finding, 'nothing is found');
      assert.deepEqual(glanceOf(text, finding), { from, to });
    });
  }

  for (const [text, from, to] of [
    ["L'OIM compte 173 États Membres.", '173', '175 États Membres'],
    ['Le Pacte mondial pour les migrations compte 24 objectifs.', '24', '23 objectifs'],
    ["L'objectif 9 du Pacte mondial sur les migrations porte sur la traite des personnes.", "L'objectif 9", '10'],
  ] as const) {
    it(`shows “${from} → ${to}” although the message is in another language`, () => {
      const document = { text, languageId: 'markdown', lang: 'auto' } as const;
      const [finding] = check(document, recordOfTests(), { ...DEFAULT_OPTIONS, messages: 'en' }).findings;
      assert.ok(finding, 'nothing is found');
      assert.match(finding.message, /Compact|IOM|Objective/);
      assert.deepEqual(glanceOf(text, finding), { from, to });
    });
  }

  for (const [text, words] of [
    ['The Global Compact for Migration has 24 objectives.', '24 objectives'],
    ['IOM has 173 Member States; others wait.', '173 Member States'],
    ['Objective 9 of the Global Compact for Migration is about trafficking in persons.', 'Objective 9'],
    ["L'OIM compte 173 États Membres.", '173 États Membres'],
    ['El Pacto Mundial para la Migración tiene 24 objetivos.', '24 objetivos'],
    ['ICEM helps migrants in forty countries.', 'ICEM'],
    ['The Global Compact for\nMigrants was adopted in Marrakech.', 'Global Compact for Migrants'],
    ['The General Assembly endorsed the Global Compact for Migration in 2019.', '2019'],
  ] as const) {
    it(`is about “${words}”`, () => {
      const document = { text, languageId: 'markdown', lang: 'auto' } as const;
      for (const messages of ['en', 'fr', 'es'] as const) {
        const [finding] = check(document, recordOfTests(), { ...DEFAULT_OPTIONS, messages }).findings.filter(
          ({ rule }) => rule !== 'undefined-abbreviation',
        );
        assert.equal(finding && wordsOfFinding(text, finding), words, messages);
      }
    });
  }

  for (const [from, to, label, aside] of [
    ['ICEM', 'IOM', 'ICEM → IOM', ''],
    ['António Vitorino', 'Amy E. Pope', 'Antón… → Amy E. Pope', ''],
    ['… Comittee …', 'Committee', 'Comittee → Committee', ''],
    ['… Migrants', 'Migration', 'Migrants → Migration', ''],
    ['specialized agency', 'related organization', '→ related organization', 'specialized agency'],
    ['… Regular and Orderly …', 'Orderly and Regular', '→ Orderly and Regular', '… Regular and Orderly …'],
    ['173', '175 Member States', '173 → 175', 'Member States'],
    ['António Vitorino', undefined, 'António Vitorino', ''],
  ] as const) {
    it(`has what to write in a narrow row: “${label}”`, () =>
      assert.deepEqual(rowOf(to === undefined ? { from } : { from, to }), { label, aside }));
  }

  it('shows the words of a finding without a fix', () => {
    const text = 'The old\nname';
    assert.deepEqual(glanceOf(text, { start: 4, end: 12, text: 'old\nname', fixes: [] } as never), {
      from: 'old name',
    });
  });
});
