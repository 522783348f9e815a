import assert from 'node:assert/strict';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { DocumentCheck } from '../../src/core/parts/documentCheck';
import type { JudgedAs } from '../../src/core/finding';
import { recordOfTests } from '../support/recordOfTests';

const checkOf = (text: string, changed?: string): DocumentCheck =>
  new DocumentCheck(
    { text, languageId: 'markdown', lang: 'auto', fileDates: changed ? { created: undefined, changed } : undefined },
    recordOfTests(),
    DEFAULT_OPTIONS,
  );
const judgedAs = (text: string, fileDate?: string): JudgedAs => checkOf(text, fileDate).judgedAs;
const warnings = (text: string, fileDate?: string): string[] =>
  checkOf(text, fileDate)
    .checked.findings.filter(({ severity }) => severity === 'warning')
    .map(({ rule, text: utterance }) => `${utterance}: ${rule}`);

const MEMBERS = {
  en: 'The International Organization for Migration (IOM) has 165 Member States.',
  fr: "L'Organisation internationale pour les migrations (OIM) compte 165 États membres.",
  es: 'La Organización Internacional para las Migraciones (OIM) tiene 165 Estados miembros.',
};

describe('a text that reports an event without its date', () => {
  const news: [lang: keyof typeof MEMBERS, sentence: string, cue: string][] = [
    ['en', 'The Council met this week.', 'this week'],
    ['en', 'The States met on Monday in Geneva.', 'Monday'],
    ['en', 'The Chair said Tuesday that all was well.', 'Tuesday'],
    ['en', 'Yesterday the States met in Geneva.', 'Yesterday'],
    ['en', 'The agency today announced a new office.', 'today'],
    ['en', 'The 111th Session of the Council opened in Geneva.', 'Session'],
    ['en', 'Over the weekend the States met in Geneva.', 'Over the weekend'],
    ['en', 'The Chair told the press on 30 March that all was well.', 'March'],
    ['fr', 'Le Président a déclaré le 30 mars que tout allait bien.', 'mars'],
    ['es', 'El Presidente declaró el 30 de marzo que todo iba bien.', 'marzo'],
    ['fr', 'Le Conseil s’est réuni cette semaine.', 'cette semaine'],
    ['fr', 'Les États se sont réunis lundi à Genève.', 'lundi'],
    ['fr', 'Hier, les États se sont réunis à Genève.', 'Hier'],
    ['fr', "L'agence a annoncé aujourd'hui un nouveau bureau.", "aujourd'hui"],
    ['fr', 'La 111e session du Conseil s’est ouverte à Genève.', 'session'],
    ['es', 'El Consejo se reunió esta semana.', 'esta semana'],
    ['es', 'Los Estados se reunieron el lunes en Ginebra.', 'lunes'],
    ['es', 'Ayer los Estados se reunieron en Ginebra.', 'Ayer'],
    ['es', 'La agencia anunció hoy una nueva oficina.', 'hoy'],
    ['es', 'El 111.º período de sesiones del Consejo se abrió en Ginebra.', 'período de sesiones'],
  ];
  for (const [lang, sentence, cue] of news) {
    it(`is silent on what was right once: ${sentence}`, () => {
      const text = `${sentence}\n\n${MEMBERS[lang]}`;
      const { kind, shownBy, evidence } = judgedAs(text);
      assert.deepEqual([kind, shownBy, evidence?.text], ['unclear', 'event', cue]);
      assert.deepEqual(warnings(text), []);
    });
  }

  const others: [lang: keyof typeof MEMBERS, sentence: string][] = [
    ['en', 'The office is open every Monday.'],
    ['en', 'The office is open from Monday to Friday.'],
    ['en', 'Today the office is open.'],
    ['en', 'The office has been open since last week.'],
    ['en', '> The Council met this week.'],
    ['en', 'The code is `this week`.'],
    ['en', 'The Day is celebrated on 30 March.'],
    ['en', 'The office has been open since 30 March.'],
    ['en', 'The States adopted the text on 10 December.'],
    ['en', 'The States met on 30 March 2026.'],
    ['fr', 'Le bureau ouvre le lundi.'],
    ['fr', "Le bureau est ouvert aujourd'hui."],
    ['es', 'La oficina abre los lunes.'],
    ['es', 'Hoy la oficina abre.'],
  ];
  for (const [lang, sentence] of others) {
    it(`is not every text with such a word: ${sentence}`, () => {
      assert.deepEqual(warnings(`# Offices\n\n${MEMBERS[lang]}\n\n${sentence}`), ['165: outdated-fact']);
    });
  }

  it('is silent on former heads, a former name and a former status, but not on what was never right', () => {
    const news = 'The Council met this week.\n\n';
    assert.deepEqual(warnings(`${news}António Vitorino is the Director General of IOM.`), []);
    assert.deepEqual(warnings(`${news}The Global Migration Group coordinates the agencies of the United Nations.`), []);
    assert.deepEqual(warnings(`${news}The International Organization for Migration is not part of the UN system.`), []);
    assert.deepEqual(warnings(`${news}The International Organization for Migration (IOM) was founded in 1953.`), [
      '1953: fact-mismatch',
    ]);
    assert.deepEqual(warnings(`${news}The International Office of Migration assists migrants.`), [
      'International Office of Migration: deprecated-name',
    ]);
  });

  it('is silent on the person whose election it reports, and on no other value', () => {
    const election = 'The Member States elected António Vitorino. António Vitorino is the Director General of IOM.';
    assert.deepEqual(warnings(election), []);
    assert.deepEqual(warnings(`${election}\n\n${MEMBERS.en}`), ['165: outdated-fact']);
  });

  it('is judged by its date where it states one, and by the year of the sentence', () => {
    const news = 'GENEVA, 5 March 2015 – The Council met this week.\n\n';
    assert.equal(judgedAs(news).date, '2015-03-05');
    assert.deepEqual(warnings(`${news}The International Organization for Migration (IOM) has 175 Member States.`), [
      '175: fact-mismatch',
    ]);
    assert.deepEqual(
      warnings(
        'The Council met this week.\n\nIn 2015 the International Organization for Migration had 175 Member States.',
      ),
      ['175: fact-mismatch'],
    );
  });
});

describe('an anniversary', () => {
  const texts: [text: string, expected: readonly string[]][] = [
    ['In its 65th year IOM assists migrants. IOM has 165 Member States.', []],
    ['IOM marks its 60th anniversary. IOM now has 146 Member States.', []],
    ["L'OIM, qui aide les migrants, fête son 60e anniversaire. Elle compte 146 États membres.", []],
    ['La OIM, que ayuda a los migrantes, celebra su 60.º aniversario. La OIM tiene 146 Estados miembros.', []],
    ['IOM assists migrants and has a 10 year plan. IOM has 165 Member States.', ['165: outdated-fact']],
    // The anniversary of the year of the record is that of today.
    ['IOM assists migrants and marks its 75th anniversary. IOM has 165 Member States.', ['165: outdated-fact']],
  ];
  for (const [text, expected] of texts) it(text, () => assert.deepEqual(warnings(text), expected));
});

describe('a text with several dates', () => {
  it('may be of any year between two dates, and is of no certain time if they are years apart', () => {
    assert.equal(judgedAs(`Date: 4 March 2015\nUpdated: 5 May 2016\n\n${MEMBERS.en}`).kind, 'dated');
    assert.deepEqual(warnings(`Date: 4 March 2015\nUpdated: 5 May 2016\n\n${MEMBERS.en}`), []);
    assert.equal(judgedAs(`Date: 4 March 2008\nUpdated: 5 May 2016\n\n${MEMBERS.en}`).kind, 'unclear');
    assert.equal(judgedAs(`Published: 4 March 2015\nUpdated: 5 May 2026\n\n${MEMBERS.en}`).kind, 'unclear');
  });
});

describe('a text that begins with an event of a day', () => {
  it('may be news of that day, or look back: what was right then or is right now is not reported', () => {
    const opening = 'On Monday, 10 December 2018, the States met.\n\n';
    assert.equal(judgedAs(opening).shownBy, 'first-sentence');
    for (const members of [173, 175])
      assert.deepEqual(
        warnings(`${opening}The International Organization for Migration (IOM) has ${members} Member States.`),
        [],
      );
  });
});

describe('the last change of a file', () => {
  it('counts only where the text states no date, and never as the date itself', () => {
    assert.deepEqual(judgedAs(MEMBERS.en, '2016-05-01'), {
      kind: 'unclear',
      date: undefined,
      shownBy: 'file',
      evidence: undefined,
      possible: { from: undefined, to: 2016 },
    });
    assert.deepEqual(warnings(MEMBERS.en, '2016-05-01'), []);
    assert.deepEqual(warnings(MEMBERS.en, '2030-05-01'), ['165: outdated-fact']);
    assert.equal(judgedAs(`Date: 4 March 2015\n\n${MEMBERS.en}`, '2016-05-01').date, '2015-03-04');
  });
});

describe('the year of an item', () => {
  const year = '## 2016\n\nThe year was long.\n\n';
  it('holds until the next one, for what was right once', () => {
    assert.deepEqual(warnings(`# Our history\n\n${year}${MEMBERS.en}`), []);
    assert.deepEqual(warnings(`# Our history\n\n${year}## Today\n\n${MEMBERS.en}`), ['165: outdated-fact']);
  });

  it('does not apply to a sentence about today', () => {
    assert.deepEqual(
      warnings(`# Our history\n\n${year}Today the International Organization for Migration has 165 Member States.`),
      ['165: outdated-fact'],
    );
  });
});
