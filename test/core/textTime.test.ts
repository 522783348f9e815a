import assert from 'node:assert/strict';
import { applyEdits } from '../../src/core/findings/applyFixes';
import { check } from '../../src/core/check';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { DocumentCheck } from '../../src/core/parts/documentCheck';
import { grammarOf } from '../../src/core/reading/grammar';
import { readDocumentDate } from '../../src/core/reading/textTime/readDocumentDate';
import { isoDate } from '../../src/core/reading/textTime/textTime';
import type { Lang } from '../../src/core/document';
import type { Fact } from '../../src/core/termbase/concept';
import type { Termbase } from '../../src/core/termbase/termbase';
import { recordOfTests } from '../support/recordOfTests';

/** The date that a text states for itself; with the last year, where that is another one. */
function stated(lang: Lang, head: string, foot = ''): string | undefined {
  const found = readDocumentDate(head, foot, grammarOf(lang));
  return found && `${isoDate(found.date)}${found.until === found.date.year ? '' : ` to ${found.until}`}`;
}

describe('the date that a document states for itself', () => {
  const table: [lang: Lang, head: string, expected: string | undefined][] = [
    ['en', '---\ntitle: A visit\ndate: 2018-03-05\n---\n\nLast week we met.', '2018-03-05'],
    ['en', '---\nevent: Session of the Council, general debate, November 2012\n---\n', '2012-11'],
    ['en', '\\documentclass{article}\n\\date{17 March 2015}\n\\begin{document}', '2015-03-17'],
    ['en', 'PRESS RELEASE\n\nGENEVA, 2 October 2013 – The agency opened an office.', '2013-10-02'],
    ['en', 'Washington, D.C., March 3, 1960 - The Committee met.', '1960-03-03'],
    ['en', '# Annual report 2019\n\nIn 2018 we began.', '2019'],
    ['en', 'ANNUAL REPORT 2019\nSection 3\n\nIn 2018 we began.', '2019'],
    ['en', 'Minutes of the meeting of 4 March 2022', '2022-03-04'],
    ['en', '# Questions\n\n*City library. Last updated in August 2015.*', '2015-08'],
    ['en', '<h1>Us</h1>\n<p>&copy; 2009 The Foundation</p>', '2009'],
    ['fr', 'Compte rendu de la réunion du 12 mai 2018', '2018-05-12'],
    ['fr', 'PROCÈS-VERBAL\n\nMardi 13 janvier 2015, 14 h 30, salle Pasteur', '2015-01-13'],
    ['fr', 'Genève, le 4 mars 2012\n\nMonsieur le Directeur,', '2012-03-04'],
    ['es', 'Acta de la reunión del 3 de abril de 2017', '2017-04-03'],
    ['es', 'Ginebra, 5 de mayo de 2009\n\nEstimado señor:', '2009-05-05'],
    ['es', 'MEMORIA ANUAL 2011', '2011'],
    ['fr', '# La lettre\n\n*Numéro de mars 2019*', '2019-03'],
    ['en', '# Ward Round\n\n*Sister Amoah is back. Issue 31, Whitsun 1985.*', '1985'],
    ['en', '# Briefing\n\n**Prepared on 14 November 2022 for internal use**', '2022-11-14'],
    [
      'fr',
      '# Allocution du maire\n\n*Salle des fêtes, mercredi 18 décembre 2019. Seul le prononcé fait foi.*',
      '2019-12-18',
    ],
    ['es', 'Santiago, un martes de junio de 1974\n\nHacía frío.', '1974-06'],
    ['es', '# Caminos\n\n*Número 33, 20 de junio de 2022*', '2022-06-20'],
    // Two dates that agree, one of them more precise.
    ['en', '---\ndate: 2018\n---\n\nGeneva, 5 March 2018', '2018-03-05'],
    // Two dates: the text may be of any year between them.
    ['en', 'Date: 4 March 2012\nUpdated: 5 May 2013', '2012-03-04 to 2013'],
    ['en', 'Updated: 5 May 2013\n\nThe work goes on.', '2013-05-05'],
    // The date of publication online, of a visit or of a reprint.
    ['en', 'Accessed 4 March 2012', undefined],
    ['fr', 'Mis en ligne le 4 mars 2012', undefined],
    ['es', 'Texto consolidado, 4 de marzo de 2012', undefined],
    // A date in the narrative is not the date of the document.
    ['en', 'In 2019 the Foundation spent more.', undefined],
    ['en', 'On 10 December 2018, States adopted the Compact.', undefined],
    ['en', '10 December 2018 was a good day.', undefined],
    ['en', 'No, though both come from the Declaration of 19 September 2016.', undefined],
    ['en', 'Number of members in December 2019', undefined],
    // Nor is the date of a sentence that continues that of the line above.
    ['en', 'It began as a\nmeeting of ten countries in 1996; today it has\neleven.', undefined],
    ['en', 'We have the honour to invite you to the\nmeeting of 14 April 2016', '2016-04-14'],
    ['en', 'Subject: IOM has new members\nDate: 4 March 2016', '2016-03-04'],
    ['en', 'IOM helps migrants in Libya\nTripoli, 4 March 2016 – IOM opened an office.', '2016-03-04'],
    ['fr', "L'OIM ouvre un bureau à Quito\nPublié le 4 mars 2016", '2016-03-04'],
    ['en', '<p>IOM helps migrants</p><p>Date: 4 March 2016</p>', '2016-03-04'],
    ['fr', 'Numéro de dossier : 1996', undefined],
    ['en', '# What the Council did\nMinutes of the meeting of 4 March 2022', '2022-03-04'],
    ['en', 'The Council elects its Chair\n\nGeneva, 4 March 2022', '2022-03-04'],
    ['en', '# History\n\nDrawn up on 19 October 1953, the Constitution entered into force in 1954.', undefined],
    ['fr', '# Histoire\n\nRédigée en octobre 1953, la Constitution entra en vigueur en 1954.', undefined],
    ['en', '# Briefing\n\nStates adopted the Compact in Marrakech, in December 2018.', undefined],
    ['en', '# Briefing\n\nThe Compact was adopted in Marrakech, 10 December 2018.', undefined],
    ['fr', '# Note\n\nLes États ont adopté le Pacte à Marrakech, le 10 décembre 2018.', undefined],
    ['es', '# Nota\n\nLos Estados adoptaron el Pacto en Marrakech, el 10 de diciembre de 2018.', undefined],
    ['en', '# The conference in Marrakech, December 2018', undefined],
    ['en', '- 10 December 2018\n- 19 December 2018', undefined],
    ['en', '| Adopted | Marrakech, 10 December 2018 |', undefined],
  ];
  for (const [lang, head, expected] of table) {
    it(`${expected ?? 'none'}: ${JSON.stringify(head)}`, () => {
      assert.equal(stated(lang, head), expected);
    });
  }
});

describe('a date', () => {
  // Each in a label, so that only its form matters.
  const table: [lang: Lang, form: string, expected: string][] = [
    ['en', '2018-12-11', '2018-12-11'],
    ['en', '2018/12/11', '2018-12-11'],
    ['en', '2015•04•30', '2015-04-30'],
    ['en', '2015.04.30', '2015-04-30'],
    ['en', '31.12.2018', '2018-12-31'],
    ['en', '31/12/2018', '2018-12-31'],
    ['en', '12/31/2018', '2018-12-31'],
    // Day and month may be in either order.
    ['en', '11.12.2018', '2018'],
    ['en', '04/03/2022', '2022'],
    ['fr', '04/03/2022', '2022-03-04'],
    ['es', '04-03-2022', '2022-03-04'],
    ['en', 'Nov-24-2015', '2015-11-24'],
    ['en', '24-Nov-2015', '2015-11-24'],
    ['en', 'Dec. 11, 2018', '2018-12-11'],
    ['en', 'December 11, 2018', '2018-12-11'],
    ['en', 'DECEMBER 11, 2018', '2018-12-11'],
    ['en', 'Sept. 5 2018', '2018-09-05'],
    ['en', 'Tuesday, 11 December 2018', '2018-12-11'],
    ['en', 'the 11th of December 2018', '2018-12-11'],
    ['en', '11 December, 2018', '2018-12-11'],
    ['en', '17–20 May 2022', '2022-05-17'],
    ['en', 'December 2018', '2018-12'],
    ['en', '2018-12', '2018-12'],
    ['fr', '11 déc. 2018', '2018-12-11'],
    ['fr', '11 décembre 2018', '2018-12-11'],
    ['fr', '1er mars 2013', '2013-03-01'],
    ['fr', 'lundi 15 mai 2023', '2023-05-15'],
    ['fr', '5 juill. 2016', '2016-07-05'],
    ['fr', 'mai 2016', '2016-05'],
    ['es', '11 de diciembre de 2018', '2018-12-11'],
    ['es', '11 de diciembre del 2018', '2018-12-11'],
    ['es', '11 diciembre 2018', '2018-12-11'],
    ['es', '5 mar 2013', '2013-03-05'],
    ['es', '11.12.2018', '2018-12-11'],
    ['es', 'diciembre de 2018', '2018-12'],
  ];
  const labels = { en: 'Published: ', fr: 'Publié le ', es: 'Fecha: ' };
  for (const [lang, form, expected] of table) {
    it(`${lang} ${form}`, () => {
      assert.equal(stated(lang, `${labels[lang]}${form}\n\nText.`), expected);
    });
  }

  it('has the same forms in a sentence', () => {
    for (const form of ['2018-12-11', 'Dec. 11, 2018', 'Dec-11-2018', '31.12.2018', '11 Dec. 2018']) {
      const text = `The Global Compact for Safe, Orderly and Regular Migration was adopted on ${form}.`;
      const { findings } = check({ text, languageId: 'plaintext', lang: 'en' }, recordOfTests(), DEFAULT_OPTIONS);
      assert.deepEqual(
        findings.map(({ rule, start }) => `${rule} ${start >= text.indexOf(form)}`),
        ['fact-mismatch true'],
      );
    }
  });
});

describe('the place of a date', () => {
  const table: [lang: Lang, head: string, expected: string | undefined][] = [
    ['en', '---\ntitle: A visit\npublished: 2015-04-30\nlast-updated: 2016-01-02\n---\n\nText.', '2015-04-30 to 2016'],
    ['en', 'GENEVA, 5 March 2013 – The agency opened an office.', '2013-03-05'],
    ['en', 'Geneva (5 March 2013) – The agency opened an office.', '2013-03-05'],
    ['en', 'Geneva – 5 March 2013 – The agency opened an office.', '2013-03-05'],
    ['en', 'NAIROBI, Kenya, March 5, 2013 — The agency opened an office.', '2013-03-05'],
    ['es', 'Ginebra, 5 mar 2013. La oficina abrió.', '2013-03-05'],
    ['es', 'Ginebra, 5 mar 2013 - La oficina abrió.', '2013-03-05'],
    ['fr', 'Genève, le 5 mars 2013 – Le bureau a ouvert.', '2013-03-05'],
    ['en', 'A new office\n\nBy Jane Doe\nMarch 5, 2013\n\nThe agency opened an office.', '2013-03-05'],
    ['en', 'A new office\n\nBy Jane Doe | March 5, 2013\n\nThe agency opened an office.', '2013-03-05'],
    ['fr', 'Un bureau\n\nPar Jeanne Martin, le 5 mars 2013\n\nLe bureau a ouvert.', '2013-03-05'],
    ['es', 'Una oficina\n\nPor Juana Pérez | 5 de marzo de 2013\n\nLa oficina abrió.', '2013-03-05'],
    ['en', 'A new office\n\nPosted on March 5, 2013\n\nText.', '2013-03-05'],
    ['en', 'A new office\n\nPosted on\n\nApril 10, 2011\n\nText.', '2011-04-10'],
    ['en', 'A new office\n\nDate:\n10 Apr. 2011\n\nText.', '2011-04-10'],
    ['en', 'A new office\n\n- Date: 10 April 2011\n- Author: Jane Doe\n\nText.', '2011-04-10'],
    ['fr', 'Un bureau\n\nDate de publication\n10 avril 2011\n\nTexte.', '2011-04-10'],
    ['es', 'Una oficina\n\nFecha de publicación:\n10 de abril de 2011\n\nTexto.', '2011-04-10'],
    ['en', 'A new office\n\n10 April 2011 15:30 GMT\n\nText.', '2011-04-10'],
    ['en', 'A new office\n\nNews • 10 April 2011 • 3 min read\n\nText.', '2011-04-10'],
    [
      'en',
      'THE FOUNDATION\n1 Rue du Lac\n1202 Geneva\n\nOur ref. 12/a      Geneva, 4 March 2012\n\nDear Sir,',
      '2012-03-04',
    ],
    ['en', 'Minutes of the meeting of 4 March 2022', '2022-03-04'],
    ['en', 'Minutes of the 5th meeting, held on 4 March 2022', '2022-03-04'],
    ['fr', 'Procès-verbal de la réunion du 4 mars 2022', '2022-03-04'],
    ['es', 'Acta de la reunión del 4 de marzo de 2022', '2022-03-04'],
    ['en', 'R 292105Z MAY 75\nFM SECSTATE WASHDC', '1975-05-29'],
    ['en', 'FM USMISSION GENEVA\nO P 031640Z DEC 1974', '1974-12-03'],
    ['fr', 'R 031640Z AUG 74\nDE GENEVE', '1974-08-03'],
    ['en', 'A new leader\n\nOn Monday, 15 May 2023, the States elected a leader.', '2023-05-15'],
    ['en', 'A new leader\n\nThe States elected a leader on Monday (May 15, 2023).', '2023-05-15'],
    ['fr', 'Une élection\n\nLundi 15 mai 2023, les États ont élu leur cheffe.', '2023-05-15'],
    ['es', 'Una elección\n\nEl lunes 15 de mayo de 2023 los Estados eligieron a su jefa.', '2023-05-15'],
    // Dates of something else.
    ['en', 'By December 10, 2018, all States', undefined],
    ['en', '# Book\n\nPublished in 2018 by the agency, the report covers forty countries.', undefined],
    ['en', '10 December 2018: the Compact', undefined],
    ['es', '# Textos\n\nDeclaración de Nueva York, de septiembre de 2016', undefined],
    ['en', 'Text.\n\nUploaded 4 March 2012', undefined],
    ['en', '# Law\n\nRe-enacted on 4 March 2012', undefined],
    ['en', '# News\n\nArchived: 4 March 2012', undefined],
    // A chronology: each line has a day of its own.
    ['en', '5 March 2013 – The office opens.\n\n6 March 2014 – The office closes.', undefined],
    ['en', '- 1956/57\n\nThe office opens.', undefined],
  ];
  for (const [lang, head, expected] of table) {
    it(`${expected ?? 'none'}: ${JSON.stringify(head)}`, () => {
      assert.equal(stated(lang, head), expected);
    });
  }

  it('may be the end of a newsletter or a letter', () => {
    assert.equal(stated('en', 'Dear readers,', 'With many thanks\n\nGeneva, May 2015'), '2015-05');
    assert.equal(stated('en', 'Dear readers,', 'With many thanks\n\n(5 May 2015)'), '2015-05-05');
    assert.equal(stated('fr', 'Chers lecteurs,', 'Merci à tous.\n\nGenève, le 5 mai 2015'), '2015-05-05');
    assert.equal(stated('es', 'Estimados lectores:', 'Gracias.\n\nGinebra, 5 de mayo de 2015'), '2015-05-05');
    assert.equal(stated('en', 'Dear readers,', 'Done at Geneva on 12 March 2015.'), '2015-03-12');
    assert.equal(stated('en', 'Dear readers,', '[^1]: Minutes of the Council, 24 November 2015'), undefined);
  });
});

describe('a name in a dated document', () => {
  const rules = (text: string): string[] =>
    check({ text, languageId: 'markdown', lang: 'auto' }, recordOfTests(), DEFAULT_OPTIONS).findings.map(
      ({ rule, text: utterance }) => `${utterance}: ${rule}`,
    );

  it('is correct if it was the name on that day', () => {
    assert.deepEqual(
      rules('GENEVA, 2 October 1965 – The season began.\n\nICEM assists migrants in Latin America.'),
      [],
    );
    assert.deepEqual(rules('# Annual report 1984\n\nToday ICM works in twenty countries.'), []);
    assert.deepEqual(rules('Ginebra, 5 de mayo de 1965\n\nEstimado señor:\n\nEl CIME atiende a los migrantes.'), []);
  });

  it('is reported if it was not, and in a current draft', () => {
    assert.deepEqual(rules('GENEVA, 2 October 2013 – The season began.\n\nICEM assists migrants in Latin America.'), [
      'ICEM: superseded-name',
    ]);
    assert.deepEqual(
      rules('GENEVA, 2 October 2026 – The season began.\n\nThe Global Migration Group coordinates the agencies.'),
      ['Global Migration Group: superseded-name'],
    );
    assert.deepEqual(rules('Accessed 4 March 2025\n\nICEM assists migrants in Latin America.'), [
      'ICEM: superseded-name',
    ]);
  });

  it('is judged again when the date is edited, however far away the date is', () => {
    const filler = 'The road was long and the weather was bad.\n\n'.repeat(300);
    const text = `GENEVA, 2 October 1965 – The season began.\n\n${filler}ICEM assists migrants in Latin America.\n`;
    const kept = new DocumentCheck({ text, languageId: 'markdown', lang: 'auto' }, recordOfTests(), DEFAULT_OPTIONS);
    assert.deepEqual(
      kept.checked.findings.map(({ rule }) => rule),
      [],
    );
    const at = text.indexOf('1965');
    kept.update(applyEdits(kept.text, [{ start: at, end: at + 4, newText: '2013' }]));
    assert.deepEqual(
      kept.checked.findings.map(({ rule }) => rule),
      ['superseded-name'],
    );
  });
});

describe('a number in a current, dated draft', () => {
  const newest = Math.max(
    ...[...recordOfTests().facts.values()].flatMap(({ asOf }) =>
      asOf === undefined ? [] : [Number(asOf.slice(0, 4))],
    ),
  );
  const rules = (text: string): string[] =>
    check({ text, languageId: 'markdown', lang: 'en' }, recordOfTests(), DEFAULT_OPTIONS)
      .findings.filter(({ severity }) => severity !== 'hint')
      .map(({ rule, text: utterance }) => `${utterance}: ${rule}`);
  const dated = (utterance: string): string =>
    `---\ndate: ${newest + 1}-03-01\n---\n\nThe International Organization for Migration (IOM) has ${utterance}.`;

  it('is not contradicted by an older record, unless it belongs to an earlier time', () => {
    assert.deepEqual(rules(dated('176 Member States')), []);
    assert.deepEqual(rules(dated('24,500 staff')), []);
    assert.deepEqual(rules(dated('170 Member States')), ['170: outdated-fact']);
    assert.deepEqual(rules(dated('173 Member States')), ['173: outdated-fact']);
  });

  it('is compared if the document states no date', () => {
    assert.deepEqual(rules('The International Organization for Migration (IOM) has 176 Member States.'), [
      '176: fact-mismatch',
    ]);
  });

  it('is not contradicted if the sentence states the newer time', () => {
    assert.deepEqual(
      rules(`As of ${newest + 1}, the International Organization for Migration (IOM) has 176 Member States.`),
      [],
    );
  });
});

describe('the years of a text that show how old it is', () => {
  it('are not fewer if the record has facts of these years that no text can get wrong', () => {
    const termbase = recordOfTests();
    const text =
      '## From 1956 to 1957\n\nICEM paid for both.\n\n## How ICEM selects migrants\n\nInterviews take half a day.\n';
    const fact = termbase.facts.get('iom-seat')!;
    const opened = [1956, 1957].map((year): readonly [string, Fact] => [
      `clinic-${year}`,
      { ...fact, id: `clinic-${year}`, property: 'clinic-opened', value: `${year}-05-04` },
    ]);
    const larger = { ...termbase, facts: new Map([...termbase.facts, ...opened]) };
    const findingsIn = (each: Termbase) =>
      check({ text, languageId: 'markdown', lang: 'en' }, each, DEFAULT_OPTIONS).findings.map(({ rule }) => rule);
    assert.deepEqual(findingsIn(larger), findingsIn(termbase));
    assert.deepEqual(findingsIn(termbase), []);
  });
});

describe('the date in the last lines of a text', () => {
  it('is shown at its place after an edit before it', () => {
    const text = `${'The organization assists migrants in many countries.\n\n'.repeat(60)}Geneva, 4 March 2022\n`;
    const kept = new DocumentCheck({ text, languageId: 'markdown', lang: 'en' }, recordOfTests(), DEFAULT_OPTIONS);
    const { evidence: before } = kept.judgedAs;
    kept.update(applyEdits(kept.text, [{ start: 0, end: 0, newText: 'Today: ' }]));
    const { evidence, date } = kept.judgedAs;
    assert.deepEqual(
      [date, evidence?.text, kept.text.slice(evidence!.start, evidence!.end), evidence!.start - before!.start],
      ['2022-03-04', 'Geneva, 4 March 2022', 'Geneva, 4 March 2022', 'Today: '.length],
    );
  });
});
