import assert from 'node:assert/strict';
import { check } from '../../src/core/check';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { recordOfTests } from '../support/recordOfTests';

/** The names reported with a severity above hint, with their rules. */
function reported(text: string, languageId = 'markdown'): string[] {
  return check({ text, languageId, lang: 'auto' }, recordOfTests(), DEFAULT_OPTIONS)
    .findings.filter(({ severity }) => severity !== 'hint')
    .map(({ rule, text: utterance }) => `${utterance}: ${rule}`);
}

describe('a name that its sentence does not assert', () => {
  const silent: [why: string, text: string][] = [
    ['asked', 'IOM helps migrants. Can I still get a copy from ICEM?'],
    ['asked', 'La OIM ayuda a los migrantes. ¿Puedo pedir una copia al CIME?'],
    ['asked', "L'OIM aide les migrants. Puis-je demander une copie au CIME ?"],
    ['denied to exist', 'Such a ticket is useless, as ICEM does not exist.'],
    ['contrary to fact', 'If ICEM still existed, migrants would write to it.'],
    ['refuted', 'ICEM, which is wrong, stands on the door.'],
    ['refuted by the next sentence', 'The migrants are sent by ICEM. This is false.'],
    [
      'an equation of abbreviations',
      'Las abreviaturas siguen la práctica en español: CIME y CIM corresponden a ICEM e ICM en inglés.',
    ],
    [
      'abbreviations as words',
      'En español conviven dos siglas para ese primer organismo, PICMME y CIPMME; aquí se respeta la de cada fuente.',
    ],
    [
      'an old object',
      "L'OIM est à Genève. Une attestation de transport à en-tête du CIME reste valable pour un dossier de retraite.",
    ],
    [
      'an old object',
      'IOM was born in 1951. A letter of 1957 in our archive thanks ICEM for the transport of students.',
    ],
    ['a misnomer asked about as a word', '¿Por qué evitan ustedes hablar de inmigrantes ilegales?'],
  ];
  for (const [why, text] of silent) it(`is not reported (${why}): ${text}`, () => assert.deepEqual(reported(text), []));

  const loud: [why: string, text: string, expected: string[]][] = [
    [
      'an indirect question',
      'The delegate asked whether ICM can pay for the ticket of the migrant.',
      ['ICM: superseded-name'],
    ],
    ['a plan for tomorrow', 'Next year ICEM will open an office for migrants in Lima.', ['ICEM: superseded-name']],
    ['a softened request', 'Migrants should write to ICEM.', ['ICEM: superseded-name']],
    ['a condition of today', 'If ICEM pays for the ticket, migrants keep the receipt.', ['ICEM: superseded-name']],
    [
      'something else is denied',
      'Today ICEM works in a hundred countries, most of which nobody then had in mind, and helps migrants.',
      ['ICEM: superseded-name'],
    ],
    [
      'a misnomer in a question',
      'Does the International Office for Migration help migrants?',
      ['International Office for Migration: deprecated-name'],
    ],
  ];
  for (const [why, text, expected] of loud)
    it(`is reported (${why}): ${text}`, () => assert.deepEqual(reported(text), expected));
});

describe('a setting without assertions', () => {
  it('is a quiz, by its heading or the sentence before a list', () => {
    assert.deepEqual(reported('# Quiz\n\n- ICEM helps migrants.\n- It has 24 objectives.'), []);
    assert.deepEqual(
      reported(
        'IOM helps migrants.\n\nTrue or false?\n\n- ICEM helps migrants today.\n- The International Office for Migration is in Geneva.',
      ),
      [],
    );
    assert.deepEqual(
      reported(
        '<p>Señale si es verdadero o falso.</p>\n<ol>\n<li>El CIME atiende hoy a los migrantes.</li>\n</ol>',
        'html',
      ),
      [],
    );
    assert.deepEqual(
      reported("<p>Vrai ou faux ?</p>\n<ol>\n<li>Le CIME aide aujourd'hui les migrants.</li>\n</ol>", 'html'),
      [],
    );
  });

  it('is a list of multiple-choice answers', () => {
    assert.deepEqual(reported('Which body helps migrants today?\n\na) ICEM\nb) UNHCR', 'plaintext'), []);
  });

  it('is a page of corrections', () => {
    assert.deepEqual(reported('## Errata\n\nThe map on page 4 names ICEM as a partner of migrants today.'), []);
  });

  it('is a glossary, for former names', () => {
    assert.deepEqual(
      reported('# Glossary for interpreters\n\n**ICEM, ICM, PICMME.** Former names of **IOM**; see there.'),
      [],
    );
  });

  it('is a list of names, but not a sentence under a heading about names', () => {
    assert.deepEqual(reported('## Former names\n\n- ICEM, for migrants\n- ICM'), []);
    assert.deepEqual(reported('## Former names\n\nICEM helps migrants in more than a hundred countries.'), [
      'ICEM: superseded-name',
    ]);
  });

  it('ends at the end of its section or list', () => {
    assert.deepEqual(
      reported('# A\n\n## Quiz\n\n- ICEM helps migrants.\n\n## Partners\n\nToday ICEM helps migrants.'),
      ['ICEM: superseded-name'],
    );
    assert.deepEqual(reported('True or false?\n\n- IOM helps migrants.\n\nToday ICEM helps migrants.'), [
      'ICEM: superseded-name',
    ]);
  });

  it('is neither a question with a plain list as answer nor a heading with a year', () => {
    assert.deepEqual(reported('Who helps migrants today?\n\n- ICEM helps them today.'), ['ICEM: superseded-name']);
    assert.deepEqual(reported("# Exercice 2019\n\nAujourd'hui le CIME aide les migrants."), ['CIME: superseded-name']);
  });
});
