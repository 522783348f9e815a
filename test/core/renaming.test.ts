import assert from 'node:assert/strict';
import { check } from '../../src/core/check';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { recordOfTests } from '../support/recordOfTests';

const fixesIn = (text: string): string[] =>
  check({ text, languageId: 'markdown', lang: 'auto' }, recordOfTests(), DEFAULT_OPTIONS).findings.flatMap(
    ({ text: utterance, fixes }) => fixes.map(({ title }) => `${utterance}: ${title}`),
  );

describe('a statement of renaming', () => {
  for (const text of [
    'The organization that became IOM was founded in 1951.',
    'PICMME was founded in 1951 and became IOM.',
    'In 1951 the committee that is now known as IOM was founded in Brussels.',
    'Founded in 1950, the committee later changed its name to the International Organization for Migration.',
    'IOM, founded in 1952, took the name that it has today in 1990.',
    "L'OIM a été créée en 1952 et a changé de nom en 1990.",
    "Le comité, créé en 1951, est devenu l'OIM en 1990.",
    'El comité, creado en 1951, pasó a llamarse OIM en 1990.',
    'La OIM, fundada en 1950, cambió de nombre en 1990.',
    'In 1990 ICM became IOM, and in 2016 it joined the United Nations system.',
  ])
    it(`has no fix: ${text}`, () => assert.deepEqual(fixesIn(text), []));

  for (const text of [
    'The law was renamed; ICEM assists migrants all the same.',
    'The ministry became a department; ICM remains its partner for migrants.',
    'The Organization became a partner of the city; IOM was founded in 1952 in Brussels.',
    'IOM was founded in 1952.',
  ])
    it(`is not: ${text}`, () => assert.notDeepEqual(fixesIn(text), []));
});
