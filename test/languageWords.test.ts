import assert from 'node:assert/strict';
import { LANGS } from '../src/core/document';
import { files, IMPORTS, read, SOURCES } from './support/sources';
import { wordsInCode } from './support/wordsInCode';

// Holds that words of a language are data, and that every data file is used.

describe('the words of a language', () => {
  const typeFiles = ['grammarFile', 'nodes', 'statement'].map((name) => read(`src/core/reading/${name}.ts`)).join('\n');
  const roles = new Set(
    LANGS.flatMap((lang) => {
      const { prepositions, words, verbClasses, nounClasses } = JSON.parse(read(`data/grammar/${lang}.json`));
      return [prepositions, words, verbClasses, nounClasses].flatMap((kinds) => Object.keys(kinds));
    }),
  );
  // Identifiers: the roles of prepositions, the classes of words and nouns, and the kinds of a union.
  const kinds = new Set([...roles, ...[...typeFiles.matchAll(/'(\w+)'/g)].map(([, word]) => word!)]);
  const exceptions: Readonly<Record<string, readonly string[]>> = {
    // Marks of formats, and places of a date.
    'src/core/reading/cells.ts': ['td', 'th', 'dd'],
    'src/core/reading/textTime/headerLines.ts': ['td', 'th', 'li', 'dt', 'dd', 'div', 'time', 'span', 'rev', 'doc'],
    'src/core/reading/textTime/headerDates.ts': ['update', 'label'],
    // Forms of a verb.
    'src/core/reading/inflection.ts': ['base', 'present', 'past', 'future', 'conditional', 'participle', 'gerund'],
    // Kinds of concepts, languages, and the switches of comments.
    'src/core/verdicts/consistency.ts': ['objective', 'resolution', 'person'],
    'src/core/verdicts/currentName.ts': ['organization', 'body', 'instrument'],
    'src/core/surroundings/language.ts': ['en', 'fr', 'es'],
    'src/core/parts/ignore.ts': ['disable', 'enable'],
    // Sides of a vote, and settings.
    'src/core/claims/votes/votes.ts': ['abstained'],
    'src/core/surroundings/settingWords.ts': ['quiz', 'glossary', 'names'],
    // Keys of data/relations.
    'src/core/claims/collectWords.ts': [
      'field',
      'units',
      'objects',
      'text',
      'titles',
      'seats',
      'lead',
      'turning',
      'nouns',
      'ballots',
      'wrongAbbreviations',
      'labels',
      'called',
    ],
    'src/core/claims/relation.ts': [
      'units',
      'looseUnits',
      'participants',
      'objects',
      'agents',
      'manyAgents',
      'alsoWhen',
      'alsoBy',
    ],
    'src/core/claims/status/statusWords.ts': ['is', 'place', 'denied', 'binding', 'done', 'nominal'],
  };

  it('are detected', () => {
    const none = (): boolean => false;
    assert.deepEqual(wordsInCode('const a = /^(?:le|la|los)$/;', none), ['1: le la los']);
    assert.deepEqual(wordsInCode("\nconst a = new Set(['signed', 'ratified']);", none), ['2: signed ratified']);
    assert.deepEqual(wordsInCode("token.folded === 'twenty'", none), ['1: twenty']);
    assert.deepEqual(wordsInCode("'no nr art arts par para'.split(' ')", none), ['1: no nr art arts par para']);
    assert.deepEqual(wordsInCode("/[;,]|\\d+/.test(text); kind === 'noun'", none), []);
  });

  it('have exceptions only in files that exist', () =>
    assert.deepEqual(
      Object.keys(exceptions).filter((path) => !SOURCES.includes(path)),
      [],
    ));

  for (const path of SOURCES.filter((each) => /^src\/core\/(reading|surroundings|verdicts|claims)\//.test(each))) {
    it(`are data: there are none in ${path}`, () =>
      assert.deepEqual(
        wordsInCode(read(path), (word) => kinds.has(word) || exceptions[path]?.includes(word) === true),
        [],
      ));
  }
});

describe('the data', () => {
  // The schemas and the record of how the source article was checked are no part of the termbase.
  const isOther = (path: string): boolean => /\.schema\.json$|\/article-claims\.json$/.test(path);
  const importedBy = (from: RegExp): Set<string> =>
    new Set(IMPORTS.filter((each) => from.test(each.from)).map(({ to }) => to));
  const data = files('data', '.json').filter((path) => !isOther(path));
  const isWordList = (path: string): boolean => /^data\/(?:words|wording|grammar|relations|review)\//.test(path);

  it('is built in: every termbase file is imported', () => {
    const imported = importedBy(/^src\/core\/termbase\/builtin\.ts$/);
    assert.deepEqual(
      data.filter((path) => !isWordList(path) && !imported.has(path)),
      [],
    );
  });

  it('has no unused word list', () => {
    const imported = importedBy(
      /^src\/core\/(reading|surroundings|verdicts|claims|findings|describe|search|review|citation|exchange|wording|timeline)\//,
    );
    // Only `npm run data:check` uses the reasons why no relation reads a property.
    assert.deepEqual(
      data.filter((path) => isWordList(path) && path !== 'data/relations/unread.json' && !imported.has(path)),
      [],
    );
  });
});
