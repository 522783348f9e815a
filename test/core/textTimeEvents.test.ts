import assert from 'node:assert/strict';
import datedEvents from '../../data/words/datedEvents.json';
import { textTimeLine } from '../../src/core/describe/textTime';
import { wordingIn } from '../../src/core/describe/wordings';
import type { Lang } from '../../src/core/document';
import type { JudgedAs } from '../../src/core/finding';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { DocumentCheck } from '../../src/core/parts/documentCheck';
import { recordOfTests } from '../support/recordOfTests';

// Holds which events of the record date a text that states no date, and which do not.

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

describe('an event that the record dates', () => {
  const news: [lang: Lang, text: string, date: string, evidence: string][] = [
    ['en', 'The 108th Session of the Council opened in Geneva.', '2017-11-28', '108th Session of the Council'],
    ['en', 'Geneva – The 108th IOM Council kicked off yesterday in Geneva.', '2017-11-28', '108th IOM Council'],
    ['en', '# 108th IOM Council Gets Underway in Geneva', '2017-11-28', '108th IOM Council'],
    ['en', 'IOM’s 107th Council concluded yesterday with a report.', '2016-12-05', '107th Council'],
    ['en', 'The IOM Council opened its 109th session.', '2018-11-27', 'IOM Council opened its 109th session'],
    ['en', 'This week, at the 109th Council session, a State joined.', '2018-11-27', '109th Council session'],
    ['en', '# Statement at the 112th Session of the IOM Council', '2021-11', '112th Session of the IOM Council'],
    [
      'en',
      'She is speaking at the sixth special session of the Council.',
      '2023-05-15',
      'sixth special session of the Council',
    ],
    ['en', 'The 11th GFMD Summit, which is taking place this week, is full.', '2018-12-05', '11th GFMD Summit'],
    ['en', 'The GFMD summit in Quito opened today.', '2020-01-20', 'GFMD summit in Quito'],
    ['en', 'The Marrakesh summit of the GFMD concluded on Friday.', '2018-12-05', 'Marrakesh summit of the GFMD'],
    [
      'en',
      'The first International Migration Review Forum opened.',
      '2022-05-17',
      'first International Migration Review Forum',
    ],
    [
      'en',
      'This week at the 2022 International Migration Review Forum, States met.',
      '2022-05-17',
      '2022 International Migration Review Forum',
    ],
    ['fr', 'La 108e session du Conseil s’est ouverte à Genève.', '2017-11-28', '108e session du Conseil'],
    ['fr', "Le Conseil de l'OIM a ouvert sa 109e session.", '2018-11-27', "Conseil de l'OIM a ouvert sa 109e session"],
    [
      'fr',
      "S'exprimant à la 109e session du Conseil, elle a remercié les États.",
      '2018-11-27',
      '109e session du Conseil',
    ],
    ['fr', "Le sommet du FMMD à Quito s'est achevé hier.", '2020-01-20', 'sommet du FMMD à Quito'],
    ['fr', "Le onzième Sommet du FMMD s'est ouvert à Marrakech.", '2018-12-05', 'onzième Sommet du FMMD'],
    [
      'fr',
      "Le premier Forum d'examen des migrations internationales s'ouvre cette semaine.",
      '2022-05-17',
      "premier Forum d'examen des migrations internationales",
    ],
    [
      'es',
      'El 108.º período de sesiones del Consejo se abrió en Ginebra.',
      '2017-11-28',
      '108.º período de sesiones del Consejo',
    ],
    [
      'es',
      'El Consejo de la OIM inauguró su 109ª reunión.',
      '2018-11-27',
      'Consejo de la OIM inauguró su 109ª reunión',
    ],
    ['es', 'La 115.ª reunión del Consejo se celebra esta semana.', '2024-11-26', '115.ª reunión del Consejo'],
    ['es', 'La cumbre del FMMD en Quito concluyó ayer.', '2020-01-20', 'cumbre del FMMD en Quito'],
    ['es', 'La undécima Cumbre del FMMD se inauguró en Marrakech.', '2018-12-05', 'undécima Cumbre del FMMD'],
    [
      'es',
      'El primer Foro de Examen de la Migración Internacional comienza hoy.',
      '2022-05-17',
      'primer Foro de Examen de la Migración Internacional',
    ],
  ];
  for (const [lang, text, date, evidence] of news)
    it(`dates a text that reports it: ${text}`, () => {
      const time = judgedAs(lang, text);
      assert.deepEqual([time.kind, time.date, time.shownBy, time.evidence?.text], ['dated', date, 'event', evidence]);
    });

  const anniversaries: [lang: Lang, text: string, date: string | undefined][] = [
    ['en', 'IOM marks its 60th anniversary.', '2011'],
    ['en', 'GENEVA – IOM, which assists migrants, celebrates its 60th anniversary.', '2011'],
    ['en', 'To mark the 70th anniversary of the founding of IOM, the States met.', '2021'],
    ['en', 'On the occasion of IOM’s 70th anniversary, the States met.', '2021'],
    ['en', 'In its 65th year IOM assists migrants.', '2015'],
    ['fr', "L'OIM, qui aide les migrants, fête son 60e anniversaire.", '2011'],
    ['fr', "Pour marquer le 70e anniversaire de l'OIM, les États se sont réunis.", '2021'],
    ['fr', "Dans sa 65e année, l'OIM aide les migrants.", '2015'],
    ['es', 'La OIM, que ayuda a los migrantes, celebra su 60.º aniversario.', '2011'],
    ['es', 'Con motivo del 70.º aniversario de la OIM, los Estados se reunieron.', '2021'],
    // Of another body, of an office, or not of today.
    ['en', 'The Red Cross, a partner of IOM, celebrates its 50th anniversary.', undefined],
    ['en', 'IOM Peru celebrates its 50th anniversary.', undefined],
    ['en', 'To mark the 50th anniversary of IOM’s presence in Peru, the States met.', undefined],
    ['en', 'The report of the 50th anniversary of IOM was long.', undefined],
    ['fr', "La Croix-Rouge, partenaire de l'OIM, fête son 50e anniversaire.", undefined],
    ['es', 'La Cruz Roja, socia de la OIM, celebra su 50.º aniversario.', undefined],
  ];
  for (const [lang, text, date] of anniversaries)
    it(`${date === undefined ? 'is no other anniversary' : 'may be an anniversary'}: ${text}`, () => {
      const time = judgedAs(lang, text);
      assert.deepEqual([time.kind, time.date], [date === undefined ? 'unclear' : 'dated', date]);
    });

  const doubtful: [lang: Lang, text: string][] = [
    // Merely mentioned.
    ['en', 'At its 109th session, the Council admitted Uzbekistan.'],
    ['en', 'Yesterday the Director General recalled the 86th session of the Council.'],
    ['en', 'In a statement to the 86th session of the Council, Amnesty International was critical.'],
    ['en', 'The Compact was prepared at the eleventh Summit of the GFMD.'],
    ['fr', "À sa 109e session, le Conseil de l'OIM a admis un État."],
    ['fr', 'Hier, le Directeur général a rappelé la 86e session du Conseil.'],
    ['es', 'En su 109ª reunión, el Consejo de la OIM admitió a un Estado.'],
    ['es', 'Ayer la Directora General recordó la 86ª reunión del Consejo.'],
    // Of another body, or not in the record.
    ['en', 'The 108th session of the Human Rights Council opened today.'],
    ['en', 'The 108th session of the Council of Europe opened today.'],
    ['fr', "La 108e session du Conseil des droits de l'homme s'est ouverte hier."],
    ['es', 'La 108ª reunión del Consejo de Derechos Humanos se inauguró ayer.'],
    ['en', 'The 111th session of the Council opened today.'],
    // The text is younger, or reports events of different years.
    ['en', 'The 109th session of the Council opened in Geneva. The Review Forum took place in 2022.'],
    ['en', 'The 109th session of the Council opened. The 114th session of the Council opened.'],
  ];
  for (const [lang, text] of doubtful)
    it(`dates no text where that is doubtful: ${text}`, () => assert.equal(judgedAs(lang, text).kind, 'unclear'));

  it('dates no text of today that mentions it, and hides none of its errors', () => {
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

  it('is read through markup, and not in code', () => {
    const name = '**The 108th Session** of the [Council](https://iom.int) opened in Geneva.';
    assert.equal(judgedAs('en', name).date, '2017-11-28');
    assert.equal(judgedAs('en', '`The 108th Session of the Council opened in Geneva.`').kind, 'today');
  });

  it('yields to a date that the text states', () => {
    assert.equal(judgedAs('en', 'GENEVA, 5 March 2019 – The 109th session of the Council opened.').date, '2019-03-05');
    assert.equal(judgedAs('en', 'Date: 4 March 2022\n\nThe 109th session of the Council opened.').date, '2022-03-04');
  });

  it('makes values of its time right, and those of another time wrong', () => {
    const news = 'The 107th session of the Council opened in Geneva.\n\n';
    const members = (count: number): string =>
      `${news}The International Organization for Migration (IOM) has ${count} Member States.`;
    assert.deepEqual(warnings(members(165)), []);
    assert.deepEqual(warnings(members(175)), ['175: fact-mismatch']);
  });

  it('is the reason that Explain shows', () => {
    const time = judgedAs('en', 'The 108th Session of the Council opened in Geneva.');
    const lines: [Lang, string][] = [
      [
        'en',
        'The text reports an event, and is judged as of its date, 28 November 2017 (“108th Session of the Council”).',
      ],
      [
        'fr',
        'Le texte rapporte un événement et est jugé à la date de celui-ci\u00a0: 28 novembre 2017 («\u00a0108th Session of the Council\u00a0»).',
      ],
      [
        'es',
        'El texto informa de un hecho y se juzga con la fecha de este: 28 de noviembre de 2017 («108th Session of the Council»).',
      ],
    ];
    for (const [lang, line] of lines) assert.equal(textTimeLine(time, wordingIn(lang)), line);
  });

  it('is in the record with a date, and its host city with the event', () => {
    const facts = [...recordOfTests().facts.values()];
    for (const { subject, events } of datedEvents.series)
      for (const event of events) {
        const fact = facts.find(({ id }) => id === event.fact);
        assert.match(fact?.from ?? '', /^\d{4}/, event.fact);
        const place = facts.find(
          ({ id, subject: other, from }) => other === subject && id.endsWith('-place') && from === fact!.from,
        );
        const places = 'places' in event ? (event.places as readonly string[]) : [];
        if (subject === 'gfmd' && place) assert.ok(places.includes(String(place.value)), event.fact);
      }
  });
});
