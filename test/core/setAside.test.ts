import assert from 'node:assert/strict';
import { check } from '../../src/core/check';
import { whyAllowed } from '../../src/core/describe/card';
import { wordingIn } from '../../src/core/describe/wordings';
import type { Lang } from '../../src/core/document';
import type { Condition } from '../../src/core/finding';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { recordOfTests } from '../support/recordOfTests';

function setAside(text: string, lang: Lang) {
  return check({ text, languageId: 'plaintext', lang }, recordOfTests(), DEFAULT_OPTIONS).setAside;
}

describe('the condition for which a relation reads nothing', () => {
  const table: [lang: Lang, text: string, value: string, condition: Condition][] = [
    ['en', 'The Bali Process was launched at a training in 1999.', '1999', 'other-thing'],
    ['fr', "Le Processus de Bali a été lancé lors d'une formation en 1999.", '1999', 'other-thing'],
    ['es', 'El Proceso de Bali se lanzó en una formación en 1999.', '1999', 'other-thing'],
    ['en', 'The Global Compact for Migration was not adopted in 2016.', '2016', 'not-said'],
    ['en', 'The Bali Process was launched after 1999.', '1999', 'bound-date'],
  ];
  for (const [lang, text, value, condition] of table)
    it(`${lang}, ${condition}: ${text}`, () => {
      const found = setAside(text, lang).find((each) => each.text === value);
      assert.equal(found?.reason, condition);
      assert.ok(whyAllowed(found, wordingIn(lang)).length > 20);
    });

  it('is shown with the word that decided', () => {
    const [found] = setAside('The Bali Process was launched at a training in 1999.', 'en');
    assert.deepEqual(
      found?.evidence.map(({ text }) => text),
      ['training'],
    );
  });

  it('is not given for a value that is right or reported', () => {
    assert.deepEqual(setAside('The Bali Process was launched in 2002.', 'en'), []);
    assert.deepEqual(setAside('The Bali Process was launched in 1999.', 'en'), []);
  });
});
