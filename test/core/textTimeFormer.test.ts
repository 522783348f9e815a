import assert from 'node:assert/strict';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { DocumentCheck } from '../../src/core/parts/documentCheck';
import { recordOfTests } from '../support/recordOfTests';

const checkOf = (text: string, languageId = 'markdown'): DocumentCheck =>
  new DocumentCheck({ text, languageId, lang: 'auto' }, recordOfTests(), DEFAULT_OPTIONS);
const warnings = (text: string, languageId?: string): string[] =>
  checkOf(text, languageId)
    .checked.findings.filter(({ severity }) => severity === 'warning')
    .map(({ text: utterance }) => utterance);

const BODY = {
  en: 'ICEM faces a deficit, and asks the governments for ships for the migrants.',
  fr: 'Le CIME manque de navires pour les migrants et demande de nouvelles contributions.',
  es: 'El CIME carece de barcos para los migrantes y pide nuevas contribuciones a los gobiernos.',
};

describe('a head of former times who signs or acts', () => {
  const letters: [lang: keyof typeof BODY, before: string, after: string][] = [
    ['en', 'Dear Sir,', 'Yours sincerely,\n\nHugh Gibson, Director'],
    ['en', 'The plan was sent to all the States.', '(Gibson)'],
    ['en', 'The plan was sent to all the States.', 'H. S. Gibson\nDirector'],
    ['en', 'The Director (Gibson) waits for an answer.', 'The ships are ready.'],
    ['en', 'Mr. Tittmann visits Rome and meets the ministers.', 'The ships are ready.'],
    ['fr', 'Monsieur,', 'Hugh Gibson, Directeur'],
    ['fr', 'Le Directeur (Gibson) attend une réponse.', 'Les navires sont prêts.'],
    ['es', 'Estimado señor:', 'Hugh Gibson, Director'],
    ['es', 'El Director (Gibson) pide barcos.', 'Los barcos están listos.'],
  ];
  for (const [lang, before, after] of letters)
    it(`dates the text: ${before} … ${after}`, () => {
      const check = checkOf(`${before}\n\n${BODY[lang]}\n\n${after}`);
      assert.deepEqual([check.judgedAs.kind, check.judgedAs.shownBy], ['unclear', 'head']);
      assert.deepEqual(check.checked.findings, []);
      assert.equal(check.heldBack, 1);
    });

  const others: [lang: keyof typeof BODY, before: string, after: string][] = [
    ['en', 'The first Director was Hugh Gibson.', 'The ships are ready.'],
    ['en', 'Hugh Gibson is remembered with a plaque.', 'The ships are ready.'],
    ['en', 'The papers of Hugh Gibson fill ten boxes.', 'The ships are ready.'],
    ['en', 'In his memoirs, Hugh Gibson writes of the war.', 'The ships are ready.'],
    ['en', 'Dear Sir,', 'Mary Gibson, Press Officer'],
    ['en', 'Hugh Gibson visits Rome.', 'Amy Pope visits Rome too.'],
    ['en', 'Hugh Gibson visits Rome.', 'The Network on Migration met in 2019.'],
    ['en', 'Ms Gibson visits Rome.', 'The ships are ready.'],
    ['en', '> The Director (Gibson) waits for an answer.', 'The ships are ready.'],
    ['fr', 'Le premier Directeur était Hugh Gibson.', 'Les navires sont prêts.'],
    ['fr', 'Monsieur,', "Hugh Gibson, Directeur\n\nAmy Pope dirige l'OIM."],
    ['es', 'El primer Director fue Hugh Gibson.', 'Los barcos están listos.'],
    ['es', 'Estimado señor:', 'María Gibson, Prensa'],
  ];
  for (const [lang, before, after] of others)
    it(`does not date it otherwise: ${before} … ${after}`, () =>
      assert.equal(warnings(`${before}\n\n${BODY[lang]}\n\n${after}`).length, 1));
});

describe('the year of a text', () => {
  it('may be that of its place or of the number of a file', () => {
    for (const [opening, name] of [
      ['Brussels 1951', 'PICMME'],
      ['ICEM/C/12/1958', 'ICEM'],
    ])
      assert.deepEqual(warnings(`${opening}\n\n## Ships\n\n${name} helps migrants reach Australia.`), []);
    assert.deepEqual(warnings('ICEM/C/12/1958\n\n## Ships\n\nICEM helps migrants today.'), ['ICEM']);
  });

  it('is not that of a heading above one of its sections', () => {
    for (const level of ['#', '##'])
      assert.deepEqual(warnings(`# Overview\n\nICEM helps migrants.\n\n${level} Events of 1962\n\nThe Council met.`), [
        'ICEM',
      ]);
    assert.deepEqual(warnings('# Migrants in 1962\n\n## Ships\n\nICEM helps migrants.'), []);
  });

  it('is not that of a work that a note cites', () => {
    const texts: [languageId: string, text: string][] = [
      ['markdown', 'IOM has 160 Member States.[^1]\n\n[^1]: ICEM, Annual Report 1978 (Geneva, 1979), p. 12.'],
      ['markdown', 'IOM has 160 Member States.^[ICEM, Annual Report 1978.]'],
      ['latex', 'IOM has 160 Member States.\\footnote{ICEM, Annual Report 1978 (Geneva, 1979), p. 12.}'],
      ['restructuredtext', 'IOM has 160 Member States. [1]_\n\n.. [1] ICEM, Annual Report 1978, p. 12.'],
      ['asciidoc', 'IOM has 160 Member States.footnote:[ICEM, Annual Report 1978.]'],
      ['org', 'IOM has 160 Member States.[fn:1]\n\n[fn:1] ICEM, Annual Report 1978, p. 12.'],
      ['typst', 'IOM has 160 Member States.#footnote[ICEM, Annual Report 1978.]'],
      ['html', '<p>IOM has 160 Member States.</p><aside role="doc-footnote">ICEM, Annual Report 1978.</aside>'],
    ];
    for (const [languageId, text] of texts) assert.deepEqual(warnings(text, languageId), ['160'], languageId);
  });
});

describe('a heading of the post-war years', () => {
  it('excuses the names of that time below it', () => {
    assert.deepEqual(warnings('# After the war\n\nICEM helps migrants.'), []);
    assert.deepEqual(warnings('# Après la guerre\n\nLe CIME aide les migrants.'), []);
    assert.deepEqual(warnings('# La posguerra\n\nEl CIME ayuda a los migrantes.'), []);
  });

  it('is none if the war is another', () => {
    assert.deepEqual(warnings('# After the war in Syria\n\nICEM helps migrants.'), ['ICEM']);
    assert.deepEqual(warnings('# Après la guerre en Syrie\n\nLe CIME aide les migrants.'), ['CIME']);
    assert.deepEqual(warnings('# Tras la guerra de Ucrania\n\nEl CIME ayuda a los migrantes.'), ['CIME']);
    assert.deepEqual(warnings('# After the war\n\nThe GMG helps migrants.'), ['GMG']);
  });
});
