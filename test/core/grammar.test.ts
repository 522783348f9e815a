import assert from 'node:assert/strict';
import en from '../../data/grammar/en.json';
import { formatOf } from '../../src/core/prose/languages';
import { Prose } from '../../src/core/prose/prose';
import { Grammar } from '../../src/core/reading/grammar';
import { checkGrammar } from '../../scripts/grammarChecks';
import type { GrammarFile } from '../../src/core/reading/grammarFile';
import { Reading } from '../../src/core/reading/read';
import { readSentences } from '../../src/core/reading/sentence';
import { collectProblems } from '../../src/core/termbase/problem';
import { languageProblems } from '../../scripts/languageData';

const none = <K extends string>(kinds: Record<K, string>): Record<K, string> =>
  Object.fromEntries(Object.keys(kinds).map((kind) => [kind, ''])) as Record<K, string>;

/** An invented language: verbs end in "ar", "lo" is the definite article, "ne" negates. */
const MADE_UP: GrammarFile = {
  lang: 'xx',
  words: {
    ...none(en.words),
    definite: 'lo',
    indefinite: 'unu',
    possessiveThing: 'sio',
    pronounThing: 'gi',
    relative: 'kio',
    coordinator: 'kai',
    negation: 'ne',
    supposing: 'sel',
  },
  prepositions: { of: 'da', in: 'ino', by: 'pro' },
  contractions: {},
  infinitive: '',
  elided: '',
  modals: {},
  traits: '',
  genitive: '',
  paradigms: [{ endings: 'ar', strip: 2, present: 'as', past: 'is', future: 'os', participle: 'ata', gerund: 'anta' }],
  derived: [],
  irregular: {},
  verbs: 'esar havar fondar',
  verbClasses: { ...none(en.verbClasses), be: 'esar', have: 'havar', copula: 'esar', having: 'havar' },
  guesses: [],
  notVerbs: '',
  particles: '',
  common: '',
  adverbEndings: '',
  qualifying: '',
  plurals: [['j', '']],
  nounClasses: { ...none(en.nounClasses), organization: 'organizo' },
  compounds: [],
  refutations: [],
  refuting: [],
  according: [],
  hedges: { over: '', under: '', about: '' },
  months: { decembro: 12 },
  numbers: { dek: 10 },
  numberJoints: { ones: ' ', hundreds: ' ' },
  figures: { thousands: ' ', firstDay: '1', ofMonth: ' ' },
  ordinals: {},
  undatedEvents: {
    phrases: [],
    today: [],
    weekdaysAfter: '',
    notBefore: '',
    sessions: [],
    councils: [],
    anniversaries: [],
    elections: [],
  },
  documentDates: {
    labels: [],
    updates: [],
    weekdays: '',
    introduce: '',
    notDates: [],
    kinds: [],
  },
  settings: {
    quiz: [],
    glossary: [],
    names: [],
    abbreviations: '',
    languages: '',
    archival: [],
    saying: '',
    avoiding: '',
  },
  gendered: {
    m: '',
    f: '',
    adjacentM: '',
    adjacentF: '',
    pronounM: '',
    pronounF: '',
    articleM: '',
    articleF: '',
    participleF: '',
  },
};

function read(text: string): Reading {
  const prose = new Prose(text, formatOf('plaintext'));
  return new Reading(new Grammar(MADE_UP), readSentences(prose, prose.blocks[0]!)[0]!, []);
}

function problemsOf(change: Record<string, unknown>): readonly string[] {
  const problems = collectProblems();
  checkGrammar(JSON.parse(JSON.stringify({ ...MADE_UP, ...change })), 'grammar/xx.json', problems);
  return problems.all.map(({ file, place, message }) => `${file} ${place}: ${message}`);
}

describe('a language', () => {
  it('consists of one file, even if it is invented', () => {
    const [statement] = read('Lo organizo havas 24 membroj.').statements;
    assert.deepEqual(statement!.verb?.lemmas, ['havar']);
    assert.deepEqual(
      statement!.subjects.map(({ words }) => words),
      [['organizo']],
    );
    assert.deepEqual(
      statement!.objects.map(({ quantity, words }) => [quantity?.value, words]),
      [[24, ['membro']]],
    );
    assert.equal(statement!.modality, 'asserted');
    assert.equal(statement!.tense, 'present');
  });

  it('defines negation, tense and prepositions in its file', () => {
    assert.equal(read('Lo organizo ne havas 24 membroj.').statements[0]!.modality, 'denied');
    const [statement] = read('Lo organizo fondis sio centro ino Vilno.').statements;
    assert.equal(statement!.tense, 'past');
    assert.deepEqual(
      statement!.complements.map(({ roles }) => [...roles]),
      [['in']],
    );
  });
});

describe('an error in a grammar file', () => {
  it('is not reported in a correct file', () => assert.deepEqual(problemsOf({}), []));

  const cases: readonly (readonly [string, Record<string, unknown>, string])[] = [
    [
      'lacks a table',
      { months: undefined },
      'grammar/xx.json months: The table “months” is missing. Add it as an object; it may be empty.',
    ],
    [
      'has a table of another shape',
      { elided: ['l'] },
      'grammar/xx.json elided: “elided” must be a text of blank-separated words.',
    ],
    [
      'has a table that nothing reads',
      { articles: 'lo' },
      'grammar/xx.json articles: Nothing reads a table “articles”. Remove it, or correct its name.',
    ],
    [
      'has an unknown class',
      { hedges: { ...MADE_UP.hedges, nearly: 'x' } },
      'grammar/xx.json hedges/nearly: There is no class “nearly”. Use one of: over, under, about.',
    ],
    [
      'lacks a class',
      { hedges: { over: '', under: '' } },
      'grammar/xx.json hedges/about: The class “about” is missing. Add its words, blank-separated, or an empty text.',
    ],
    [
      'classes a verb that it does not conjugate',
      { verbClasses: { ...MADE_UP.verbClasses, having: 'havar possedar' } },
      'grammar/xx.json verbClasses/having: “possedar” is no verb of the grammar. Add it to “verbs” or “irregular”, or take it out of the class.',
    ],
    [
      'has a form that no verb has',
      { irregular: { esar: { aorist: 'esu' } } },
      'grammar/xx.json irregular/esar/aorist: There is no form “aorist”. Use one of: base, present, past, future, conditional, participle, gerund.',
    ],
  ];
  for (const [what, change, message] of cases)
    it(`${what}: is reported with its place and a repair`, () => assert.deepEqual(problemsOf(change), [message]));
});

describe('the grammars and relations of the product', () => {
  it('have no errors', () => assert.deepEqual(languageProblems(), []));
});
