import assert from 'node:assert/strict';
import { check } from '../../src/core/check';
import type { Finding } from '../../src/core/finding';
import { applyEdits } from '../../src/core/findings/applyFixes';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { recordOfTests } from '../support/recordOfTests';

function warningsIn(text: string): readonly Finding[] {
  return check({ text, languageId: 'markdown', lang: 'auto' }, recordOfTests(), DEFAULT_OPTIONS).findings.filter(
    ({ severity }) => severity === 'warning',
  );
}

/** Whether a fix of the only warning is applied without confirmation. */
function isPreferred(text: string): boolean {
  const [finding, ...others] = warningsIn(text);
  assert.ok(finding && others.length === 0, text);
  return finding.fixes.some(({ preferred }) => preferred);
}

describe('a fix that is applied without confirmation', () => {
  const table: readonly (readonly [text: string, preferred: boolean])[] = [
    // Forms that were never anybody's name, and misspellings.
    ['The World Migration Organization helps migrants.', true],
    ['The International Office of Migration helps migrants.', true],
    ["Le Centre mondial d'analise des données sur la migration de l'OIM publie les chiffres.", true],
    ['In 1960 the Intergovernmental Comittee for European Migration helped migrants.', true],
    // A name of today, where the sentence before speaks of a year before it.
    ['In 1951 governments founded a body. The International Office of Migration moved thousands of people.', false],
    ['In 1995 governments met in Geneva. The International Office of Migration moved thousands of people.', true],
    // Long forms also where no verb states anything: titles, captions, lists, links, cells, headers and notes.
    ['---\ntitle: The International Office of Migration in Kenya\n---\n', true],
    ['# The International Office of Migration and its partners', true],
    ['## International Office of Migration', true],
    ['The International Office of Migration.', true],
    ['See the International Office of Migration online.', true],
    ['Interview with the head of the International Office of Migration', true],
    ['In the box the International Office of Migration works.', true],
    ['![The International Office of Migration at work](x.png)', true],
    ['- International Office of Migration\n- Partners of the works', true],
    ['- Staff of the [International Office of Migration](https://example.org)', true],
    ['| Body | Role |\n|---|---|\n| Partner | International Office of Migration |', true],
    ['A note.[^1]\n\n[^1]: With thanks to the International Office of Migration.', true],
    ['International Migration Organization', true],
    ["# Réunion avec l'Office international des migrations", true],
    ['---\nlang: es\n---\n\n- Carta a la Oficina Internacional de Migraciones', true],
    // Not a proposal, a question, the title of a work, a law, a key, a cited word, or a text of another time.
    ['# Proposal for an International Office of Migration', false],
    ['The proposed International Office of Migration.', false],
    ['Governments propose an International Office of Migration.', false],
    ['The conference proposed an International Office of Migration.', false],
    ["# Projet de Bureau international des migrations d'ici dix ans", false],
    ['Hacia una Oficina Internacional de Migraciones', false],
    ['# Would an International Office of Migration help?', false],
    ['# Which International Office of Migration?', false],
    ['- Smith, J., The International Office of Migration: a history, Oxford', false],
    ['- The International Office of Migration in Kenya. Oxford, 2010.', false],
    ['- [The International Office of Migration: Short History](https://example.org)', false],
    ['**International Office of Migration**: a partner.', false],
    ['| Body | Role |\n|---|---|\n| International Office of Migration | Partner |', false],
    ['# Names\n\n- International Office of Migration', false],
    ['The name International Office of Migration.', false],
    ['# The International Office of Migration in 1951', false],
    ['---\ndate: 1951-12-05\n---\n\n# The International Office of Migration', false],
    ['Article 3. Cooperation with the International Office of Migration.', false],
    // Former names and values, whatever the text says of its time.
    ['In 2026 ICEM, present in Dakar, helps migrants.', false],
    ["En 2026, le CIME est chargé d'aider les migrants.", false],
    ['El CIME ayuda en 2026 a los migrantes.', false],
    ['In 2026 the Global Migration Group coordinates the agencies.', false],
    ['IOM now has 149 Member States.', false],
    ['IOM was founded on 4 December 1952.', false],
    ['IOM has its headquarters in Vienna.', false],
    ['The Global Compact for Migration is a treaty.', false],
    ['IOM is a specialized agency.', false],
    ['In 1960 the Intergovernmental Comittee for European Migration, in Geneva, helped migrants.', true],
    // A name that differs in number alone is a variant.
    ["Le Centre mondial d'analyse des données sur les migrations de l'OIM publie les chiffres.", false],
    // A misspelt former name may be an error for a current name.
    ['The Intergovernmental Comittee for European Migration helps migrants.', false],
    // The name is longer than the recognized one.
    ['El Pacto Mundial para una Migración Segura, Regulada y Ordenada tiene 23 objetivos.', false],
    // Text that asserts nothing may discuss the name; a proposed name is not a current one.
    ['- World Migration Organization, Geneva', false],
    ['The World Migration Organization helps…', false],
  ];
  for (const [text, preferred] of table)
    it(`is ${preferred ? '' : 'not '}made in: ${text}`, () => assert.equal(isPreferred(text), preferred));
});

describe('a fix that is offered', () => {
  /** The text after each fix of the first warning. */
  const fixed = (text: string): readonly string[] =>
    warningsIn(text)[0]!.fixes.map(({ edits }) => applyEdits(text, edits));

  const table: readonly (readonly [text: string, fixed: readonly string[]])[] = [
    ['The Global Compact for Migration has 24 objectives.', ['The Global Compact for Migration has 23 objectives.']],
    ['IOM is an NGO.', ['IOM is an intergovernmental organization.']],
    ['IOM is a private organization.', ['IOM is an intergovernmental organization.']],
    ['IOM is a UN fund.', ['IOM is a related organization.']],
    ["L'OIM est une ONG.", ["L'OIM est une organisation intergouvernementale."]],
    ['La OIM es una ONG.', ['La OIM es una organización intergubernamental.']],
    // An article fits the name also before a mark.
    [
      'Voir le [Bureau international des migrations](https://example.org).',
      ["Voir l'[Organisation internationale pour les migrations](https://example.org)."],
    ],
    [
      'Aujourd’hui le **_Bureau international des migrations_** agit.',
      ['Aujourd’hui l’**_Organisation internationale pour les migrations_** agit.'],
    ],
    // A year of what a body became, which is no name.
    [
      "L'OIM est devenue membre du système des Nations Unies en 2015.",
      ["L'OIM est devenue membre du système des Nations Unies en 2016."],
    ],
    [
      'La OIM se convirtió en organización conexa de las Naciones Unidas en 2015.',
      ['La OIM se convirtió en organización conexa de las Naciones Unidas en 2016.'],
    ],
    ['IOM remains outside the UN system.', ['IOM remains part of the UN system.']],
    // Not where the sentence would not be grammatical, or say something twice.
    ['IOM works outside the UN system.', []],
    ["L'OIM travaille en dehors du système des Nations Unies.", []],
    ['Le Pacte mondial pour les migrations a été signé et adopté à Marrakech.', []],
    // Not where the sentence would state something else that is wrong: a rank, half of an interval.
    ['IOM is the 16th specialized agency of the UN.', []],
    ['IOM is one of the UN specialized agencies.', []],
    ['The Global Compact for Migration was adopted between 2016 and 2017.', []],
    ['The Global Migration Group was launched from 2007 to 2009.', []],
    // Not where the text would still be reported.
    ['IOM was still outside the UN system in 2019.', []],
    ['The Intergovernmental Comittee for European Migration helps migrants.', []],
  ];
  for (const [text, expected] of table) it(`is proved in: ${text}`, () => assert.deepEqual(fixed(text), expected));
});
