import assert from 'node:assert/strict';
import { check } from '../../src/core/check';
import { whyAllowed } from '../../src/core/describe/card';
import { wordingIn } from '../../src/core/describe/wordings';
import type { Lang } from '../../src/core/document';
import type { AllowReason, Checked } from '../../src/core/finding';
import { DEFAULT_OPTIONS, type Options } from '../../src/core/options';
import { builtinTermbase } from '../../src/core/termbase/builtin';

const IOM = {
  en: 'The International Organization for Migration',
  fr: "L'Organisation internationale pour les migrations",
  es: 'La Organización Internacional para las Migraciones',
};

function checked(text: string, lang: Lang, options: Options = DEFAULT_OPTIONS): Checked {
  return check({ text, languageId: 'markdown', lang }, builtinTermbase(), options);
}

describe('the reason for which a value that differs from the record is not reported', () => {
  const table: [lang: Lang, text: string, value: string, reason: AllowReason, year?: number][] = [
    ['en', `The leaflet said: “${IOM.en} has 165 Member States.”`, '165', 'quotation'],
    ['fr', `Le dépliant disait : « ${IOM.fr} compte 165 États membres. »`, '165', 'quotation'],
    ['es', `El folleto decía: «${IOM.es} cuenta con 165 Estados Miembros».`, '165', 'quotation'],
    ['en', `${IOM.en} has 165 Member States. Correction: it has 175.`, '165', 'corrected'],
    ['fr', `${IOM.fr} compte 165 États membres. Correction : elle en compte 175.`, '165', 'corrected'],
    ['es', `${IOM.es} cuenta con 165 Estados Miembros. Corrección: tiene 175.`, '165', 'corrected'],
    [
      'en',
      '| Write | Avoid |\n|---|---|\n| Global Compact for Migration | Signatory States of the Compact |',
      'Signatory States',
      'to-avoid',
    ],
    [
      'fr',
      '| Écrire | À éviter |\n|---|---|\n| Pacte mondial sur les migrations | États signataires du Pacte |',
      'États signataires',
      'to-avoid',
    ],
    [
      'es',
      '| Preferible | Evítese |\n|---|---|\n| Pacto Mundial para la Migración | Estados signatarios del Pacto |',
      'Estados signatarios',
      'to-avoid',
    ],
    [
      'en',
      `## Migration work in 2019\n\n${IOM.en} is led by William Lacy Swing.`,
      'William Lacy Swing',
      'earlier-year',
      2019,
    ],
    ['fr', `## Travaux de 2019\n\n${IOM.fr} compte 173 États membres.`, '173', 'earlier-year', 2019],
    ['es', `## Trabajos de 2019\n\n${IOM.es} cuenta con 173 Estados Miembros.`, '173', 'earlier-year', 2019],
    [
      'en',
      `In 2011 the town opened a home for migrants.\n\n${IOM.en} is led by William Lacy Swing.`,
      'William Lacy Swing',
      'own-year',
      2011,
    ],
    [
      'fr',
      `En 2011, la ville a ouvert un foyer pour migrants.\n\n${IOM.fr} est dirigée par William Lacy Swing.`,
      'William Lacy Swing',
      'own-year',
      2011,
    ],
    [
      'es',
      `En 2011 la ciudad abrió un hogar para migrantes.\n\n${IOM.es} está dirigida por William Lacy Swing.`,
      'William Lacy Swing',
      'own-year',
      2011,
    ],
    [
      'en',
      'A new Director General of the International Organization for Migration was elected on Friday. IOM has 166 Member States.',
      '166',
      'time-unclear',
    ],
    [
      'es',
      'El Consejo eligió el viernes a un nuevo Director General de la Organización Internacional para las Migraciones. La OIM cuenta con 166 Estados Miembros.',
      '166',
      'time-unclear',
    ],
    ['en', 'Many people trust ICEM, and ICEM has 30 Member States.', '30', 'former-name'],
    [
      'fr',
      'Le Comité intergouvernemental pour les migrations européennes compte 30 États membres.',
      '30',
      'former-name',
    ],
    [
      'en',
      'António Vitorino, Director General of the International Organization for Migration',
      'António Vitorino',
      'caption',
    ],
  ];
  for (const [lang, text, value, reason, year] of table)
    it(`${lang}, ${reason}: ${text}`, () => {
      const { findings, allowed } = checked(text, lang);
      const start = text.indexOf(value);
      assert.ok(!findings.some((finding) => finding.start < start + value.length && start < finding.end));
      const found = allowed.find((each) => each.value !== undefined);
      assert.deepEqual([found?.start, found?.text, found?.reason, found?.value?.year], [start, value, reason, year]);
      // A hover and Explain take the first entry of the place.
      assert.equal(
        allowed.find((each) => each.start === start),
        found,
      );
    });

  it('is worded after how the value differs, with the year that decided', () => {
    const text = `## Travaux de 2019\n\n${IOM.fr} compte 173 États membres.`;
    const found = checked(text, 'fr').allowed.find(({ value }) => value !== undefined)!;
    const why = whyAllowed(found, wordingIn('fr'));
    assert.match(why, /^L'OIM compte 175 .*, pas 173\. Pas d'avertissement.* \(2019\)\.$/);
  });

  it('is given for a rule that is switched off, and only where nothing is reported', () => {
    const text = `${IOM.en} has 165 Member States.`;
    const values = (options?: Options): readonly string[] =>
      checked(text, 'en', options).allowed.flatMap(({ value, reason }) => (value ? [reason] : []));
    assert.deepEqual(values(), []);
    const off: Options = { ...DEFAULT_OPTIONS, rules: { ...DEFAULT_OPTIONS.rules, 'outdated-fact': 'off' } };
    assert.deepEqual(values(off), ['switched-off']);
  });

  it('does not count values among the names', () => {
    const text = `${IOM.en} has 165 Member States. Correction: it has 175.`;
    const { allowed, allowedNameCount } = checked(text, 'en');
    assert.equal(allowedNameCount, 1);
    assert.equal(allowed.length, 2);
  });
});
