import assert from 'node:assert/strict';
import type { Lang } from '../../src/core/document';
import type { JudgedAs } from '../../src/core/finding';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { DocumentCheck } from '../../src/core/parts/documentCheck';
import { recordOfTests } from '../support/recordOfTests';

// Holds which events of a text without a date leave its time unclear, and which do not.

const NAMES: Readonly<Record<Lang, string>> = {
  en: 'The International Organization for Migration (IOM) assists migrants.',
  fr: "L'Organisation internationale pour les migrations (OIM) aide les migrants.",
  es: 'La Organización Internacional para las Migraciones (OIM) ayuda a los migrantes.',
};

const checkOf = (text: string): DocumentCheck =>
  new DocumentCheck({ text, languageId: 'markdown', lang: 'auto' }, recordOfTests(), DEFAULT_OPTIONS);
const judgedAs = (lang: Lang, text: string): JudgedAs => checkOf(`${text}\n\n${NAMES[lang]}`).judgedAs;
const warnings = (text: string): string[] =>
  checkOf(text)
    .checked.findings.filter(({ severity }) => severity === 'warning')
    .map(({ rule, text: utterance }) => `${utterance}: ${rule}`);

describe('an event without its date', () => {
  const news: [lang: Lang, text: string][] = [
    ['en', 'The 108th Session of the Council opened in Geneva.'],
    ['en', 'Geneva – The 108th IOM Council kicked off yesterday in Geneva.'],
    ['en', 'IOM’s 107th Council concluded yesterday with a report.'],
    ['en', 'The IOM Council opened its 109th session.'],
    ['en', 'This week, at the 109th Council session, a State joined.'],
    ['en', '# Statement at the 112th Session of the IOM Council'],
    ['en', 'She is speaking at the sixth special session of the Council.'],
    ['en', 'The 11th GFMD Summit, which is taking place this week, is full.'],
    ['en', 'The GFMD summit in Quito opened today.'],
    ['en', 'The Marrakesh summit of the GFMD concluded on Friday.'],
    ['en', 'The first International Migration Review Forum opened.'],
    ['fr', 'La 108e session du Conseil s’est ouverte à Genève.'],
    ['fr', "Le Conseil de l'OIM a ouvert sa 109e session."],
    ['fr', "S'exprimant à la 109e session du Conseil, elle a remercié les États."],
    ['fr', "Le sommet du FMMD à Quito s'est achevé hier."],
    ['fr', "Le onzième Sommet du FMMD s'est ouvert à Marrakech."],
    ['fr', "Le premier Forum d'examen des migrations internationales s'ouvre cette semaine."],
    ['es', 'El 108.º período de sesiones del Consejo se abrió en Ginebra.'],
    ['es', 'El Consejo de la OIM inauguró su 109ª reunión.'],
    ['es', 'La 115.ª reunión del Consejo se celebra esta semana.'],
    ['es', 'La cumbre del FMMD en Quito concluyó ayer.'],
    ['es', 'La undécima Cumbre del FMMD se inauguró en Marrakech.'],
    ['es', 'El primer Foro de Examen de la Migración Internacional comienza hoy.'],
    ['en', '# 96th IOM Council Looks at Challenges'],
    ['fr', '# Le 96e Conseil de l’OIM examine les défis'],
    ['es', '# El 96.º Consejo de la OIM examina los retos'],
    ['en', 'IOM marks its 60th anniversary.'],
    ['en', 'GENEVA – IOM, which assists migrants, celebrates its 60th anniversary.'],
    ['en', 'To mark the 70th anniversary of the founding of IOM, the States met.'],
    ['en', 'On the occasion of IOM’s 70th anniversary, the States met.'],
    ['en', 'In its 65th year IOM assists migrants.'],
    ['fr', "L'OIM, qui aide les migrants, fête son 60e anniversaire."],
    ['fr', "Pour marquer le 70e anniversaire de l'OIM, les États se sont réunis."],
    ['fr', "Dans sa 65e année, l'OIM aide les migrants."],
    ['es', 'La OIM, que ayuda a los migrantes, celebra su 60.º aniversario.'],
    ['es', 'Con motivo del 70.º aniversario de la OIM, los Estados se reunieron.'],
    ['en', 'The Red Cross, a partner of IOM, celebrates its 50th anniversary.'],
    ['en', 'IOM Peru celebrates its 50th anniversary.'],
    ['en', 'To mark the 50th anniversary of IOM’s presence in Peru, the States met.'],
    ['en', 'The report of the 50th anniversary of IOM was long.'],
    ['fr', "La Croix-Rouge, partenaire de l'OIM, fête son 50e anniversaire."],
    ['es', 'La Cruz Roja, socia de la OIM, celebra su 50.º aniversario.'],
    ['en', 'At its 109th session, the Council admitted Uzbekistan.'],
    ['en', 'Yesterday the Director General recalled the 86th session of the Council.'],
    ['en', 'In a statement to the 86th session of the Council, Amnesty International was critical.'],
    ['en', 'The Compact was prepared at the eleventh Summit of the GFMD.'],
    ['fr', "À sa 109e session, le Conseil de l'OIM a admis un État."],
    ['fr', 'Hier, le Directeur général a rappelé la 86e session du Conseil.'],
    ['es', 'En su 109ª reunión, el Consejo de la OIM admitió a un Estado.'],
    ['es', 'Ayer la Directora General recordó la 86ª reunión del Consejo.'],
    ['en', 'The 108th session of the Human Rights Council opened today.'],
    ['en', 'The 108th session of the Council of Europe opened today.'],
    ['fr', "La 108e session du Conseil des droits de l'homme s'est ouverte hier."],
    ['es', 'La 108ª reunión del Consejo de Derechos Humanos se inauguró ayer.'],
    ['en', 'The 111th session of the Council opened today.'],
    ['en', 'The 109th session of the Council opened in Geneva. The Review Forum took place in 2022.'],
    ['en', 'The 109th session of the Council opened. The 114th session of the Council opened.'],
  ];
  for (const [lang, text] of news)
    it(`leaves the time of a text unclear: ${text}`, () => assert.equal(judgedAs(lang, text).kind, 'unclear'));

  const others: [lang: Lang, text: string][] = [
    ['en', 'IOM works with the 46 members of the Council of Europe.'],
    ['en', 'Representatives of 100 States addressed the Council.'],
    ['en', 'On 26 November the Council elected a chair.'],
    ['en', 'First, the Council approves the budget.'],
    ['fr', "L'OIM coopère avec les 46 États du Conseil de l'Europe."],
    ['fr', 'Voici un premier conseil aux migrants.'],
    ['es', 'Los 15 miembros del Consejo de Seguridad escucharon a la OIM.'],
    ['es', 'En primer lugar, el Consejo aprueba el presupuesto.'],
  ];
  for (const [lang, text] of others)
    it(`is no council without the ordinal of its session: ${text}`, () =>
      assert.equal(judgedAs(lang, text).kind, 'today'));

  it('is found through markup, and not in code', () => {
    assert.equal(judgedAs('en', '**The 108th Session** of the Council opened in Geneva.').kind, 'unclear');
    assert.equal(judgedAs('en', '`The 108th Session of the Council opened in Geneva.`').kind, 'today');
  });

  it('yields to a date that the text states', () => {
    assert.equal(judgedAs('en', 'GENEVA, 5 March 2019 – The 109th session of the Council opened.').date, '2019-03-05');
    assert.equal(judgedAs('en', 'Date: 4 March 2022\n\nThe 109th session of the Council opened.').date, '2022-03-04');
  });

  it('leaves no text of today unclear that merely mentions it', () => {
    const members = 'The International Organization for Migration (IOM) has 165 Member States.';
    for (const mention of [
      'Since the 86th session of the Council, IOM has had critics.',
      'At the 94th session the Council decided in 2007 to admit Burundi.',
      'In 2003 the 86th session of the Council opened in Geneva.',
      `${'The organization assists migrants in many countries. '.repeat(40)}The 109th session of the Council opened.`,
    ])
      assert.deepEqual(warnings(`${mention}\n\n${members}`), ['165: outdated-fact'], mention);
    assert.deepEqual(
      warnings(
        "Depuis la 86e session du Conseil, l'OIM est critiquée.\n\nL'Organisation internationale pour les migrations (OIM) compte 165 États membres.",
      ),
      ['165: outdated-fact'],
    );
    assert.deepEqual(
      warnings(
        'Desde la 86ª reunión del Consejo, la OIM recibe críticas.\n\nLa Organización Internacional para las Migraciones (OIM) tiene 165 Estados miembros.',
      ),
      ['165: outdated-fact'],
    );
  });
});
