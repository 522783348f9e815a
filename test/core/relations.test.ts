import assert from 'node:assert/strict';
import { checkRelations, readBy, type Known } from '../../scripts/relationChecks';
import { collectProblems } from '../../src/core/termbase/problem';
import { LANGS } from '../../src/core/document';
import { relationsOf } from '../../src/core/claims/relation';
import { coverage } from '../../scripts/languageData';
import { areWordsFound, isVerbFound } from '../../scripts/unfindablePhrases';
import { isFindable } from '../../scripts/unfindableUnits';
import { ungriddedRelations } from '../support/grid';

const KNOWN: Known = {
  concepts: new Set(['iom']),
  facts: new Map([['iom-staff', { subject: 'iom', property: 'staff' }]]),
  verbs: { en: new Set(['employ']), fr: new Set(['employer']), es: new Set(['emplear']) },
};

const STAFF = {
  id: 'iom-staff',
  kind: 'count',
  property: 'staff',
  subjects: ['iom'],
  field: { en: { agent: ['employ'] }, fr: { agent: ['employer'] }, es: { agent: ['emplear'] } },
  labels: { en: ['staff'], fr: ['personnel'], es: ['personal'] },
};

function problemsOf(parsed: unknown): readonly string[] {
  const problems = collectProblems();
  checkRelations(parsed, 'relations/x.json', KNOWN, problems);
  return problems.all.map(({ file, place, message }) => `${file} ${place}: ${message}`);
}

describe('a unit', () => {
  const staff = relationsOf('en').counts.find(({ file }) => file.id === 'iom-staff')!;

  it('is findable as one noun after a number', () => {
    for (const unit of ['employees', 'staff members', 'members of staff'])
      assert.equal(isFindable(unit, staff, 'en'), true, unit);
    assert.equal(isFindable('oficinas sobre el terreno', relationsOf('es').counts[0]!, 'es'), true);
    assert.equal(isFindable("lieux d'affectation", relationsOf('fr').counts[0]!, 'fr'), true);
  });

  it('is not findable where a preposition, a conjunction or a verb divides it', () => {
    for (const unit of ['networks on migration', 'women and men', 'official working languages'])
      assert.equal(isFindable(unit, staff, 'en'), false, unit);
  });
});

describe('a phrase', () => {
  it('is findable by its words, in a group or with the marks between them', () => {
    for (const [phrase, lang] of [
      ['field offices', 'en'],
      ['co leads', 'en'],
      ["statut d'observateur", 'fr'],
    ] as const)
      assert.equal(areWordsFound(phrase, lang), true, phrase);
    for (const [phrase, lang] of [
      ['join', 'en'],
      ['adhérer', 'fr'],
      ['adherirse', 'es'],
    ] as const)
      assert.equal(isVerbFound(phrase, lang), lang !== 'es', phrase);
  });

  it('is not findable with a mark within a word, or a verb that no grammar conjugates', () => {
    for (const phrase of ['co-leads', 'screening, assessment and referral'])
      assert.equal(areWordsFound(phrase, 'en'), false, phrase);
    assert.equal(isVerbFound('frobnicate', 'en'), false);
  });
});

describe('an error in a relation', () => {
  it('is not reported in a correct relation', () => assert.deepEqual(problemsOf({ relations: [STAFF] }), []));

  const cases: readonly (readonly [string, Record<string, unknown>, string])[] = [
    [
      'names an unknown property',
      { property: 'stuff' },
      'relations/x.json relations/iom-staff/property: No fact in data/facts gives the property “stuff” of “iom”. Correct the property or the subject, or add the fact.',
    ],
    [
      'names an unknown subject',
      { subjects: ['iomm'] },
      'relations/x.json relations/iom-staff/subjects: There is no concept “iomm”. Use the id of one in data/concepts.',
    ],
    [
      'has no subject',
      { subjects: [] },
      'relations/x.json relations/iom-staff/subjects: A relation needs the subjects that have its property.',
    ],
    [
      'names an unknown fact',
      { fact: 'iom-stuff' },
      'relations/x.json relations/iom-staff/fact: There is no fact “iom-stuff”. Use the id of one in data/facts.',
    ],
    [
      'has no field',
      { field: undefined },
      'relations/x.json relations/iom-staff/field: The field is missing. Add the words that speak of the relation, by language.',
    ],
    [
      'has no words in a language',
      { field: { ...STAFF.field, es: { agent: [] } } },
      'relations/x.json relations/iom-staff/field/es: The field has no words in “es”. Add verbs to “theme” or “agent”, or nouns to “nouns”.',
    ],
    [
      'leaves a language out of its field',
      { field: { en: STAFF.field.en, fr: STAFF.field.fr } },
      'relations/x.json relations/iom-staff/field/es: Nothing is given in “es”. Add it, as there is for “en”.',
    ],
    [
      'leaves a language out of its labels',
      { labels: { en: ['staff'], es: ['personal'] } },
      'relations/x.json relations/iom-staff/labels/fr: Nothing is given in “fr”. Add it, as there is for “en”.',
    ],
    [
      'has a list that its file does not have',
      { lists: ['cities'] },
      'relations/x.json relations/iom-staff/lists: There is no list “cities”. Use one that the file has under “lists”, or add it there.',
    ],
    [
      'has a verb that its grammar does not conjugate',
      { field: { ...STAFF.field, en: { agent: ['employ', 'emploi of'] } } },
      'relations/x.json relations/iom-staff/field/en/agent: “emploi” is no verb of data/grammar/en.json. Write the lemma, or add the verb there.',
    ],
  ];
  for (const [what, change, message] of cases)
    it(`${what}: is reported with its place and a repair`, () =>
      assert.deepEqual(problemsOf(JSON.parse(JSON.stringify({ relations: [{ ...STAFF, ...change }] }))), [message]));

  it('is reported with the existing classes, if a short name has an unknown class', () => {
    assert.match(
      problemsOf({ shortNames: { iom: ['organisation'] } })[0]!,
      /^relations\/x\.json shortNames\/iom: There is no class of nouns “organisation”\. Use one of: .*organization, instrument, /,
    );
  });
});

describe('the properties of the record', () => {
  it('are each read by a relation, or have a reason why none reads them', () => {
    assert.deepEqual(
      coverage()
        .filter(({ relations, because }) => relations.length === 0 && because === undefined)
        .map(({ pair }) => pair),
      [],
    );
  });

  it('have no such reason if a relation reads them or the record lacks them', () => {
    assert.deepEqual(
      coverage()
        .filter(({ relations, because }) => relations.length > 0 && because !== undefined)
        .map(({ pair }) => pair),
      [],
    );
  });

  it('are listed with the relation that reads them', () => {
    assert.deepEqual(readBy({ relations: [STAFF] }, 'relations/x.json', KNOWN.facts), [
      { subject: 'iom', property: 'staff', relation: 'iom-staff' },
    ]);
  });
});

describe('the relations', () => {
  for (const lang of LANGS) {
    it(`are worded in the grid of sentence shapes, or left out with a reason (test/grid/templates.${lang}.json)`, () =>
      assert.deepEqual(ungriddedRelations(lang), []));
  }
});
