import assert from 'node:assert/strict';
import { check } from '../../src/core/check';
import { whyAllowed } from '../../src/core/describe/card';
import { wordingIn } from '../../src/core/describe/wordings';
import type { Lang } from '../../src/core/document';
import type { Condition } from '../../src/core/finding';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { DocumentCheck } from '../../src/core/parts/documentCheck';
import { recordOfTests } from '../support/recordOfTests';

function setAside(text: string, lang: Lang) {
  return check({ text, languageId: 'plaintext', lang }, recordOfTests(), DEFAULT_OPTIONS).setAside();
}

describe('the condition for which a relation reads nothing', () => {
  const table: [lang: Lang, text: string, value: string, condition: Condition][] = [
    ['en', 'The Bali Process was launched at a training in 1999.', '1999', 'other-thing'],
    ['fr', "Le Processus de Bali a été lancé lors d'une formation en 1999.", '1999', 'other-thing'],
    ['es', 'El Proceso de Bali se lanzó en una formación en 1999.', '1999', 'other-thing'],
    ['en', 'The Global Compact for Migration was not adopted in 2016.', '2016', 'not-said'],
    ['en', 'António Vitorino, the former Director General of IOM, spoke.', 'António Vitorino', 'open-time'],
    ['fr', "L'OIM a été dirigée par António Vitorino.", 'António Vitorino', 'open-time'],
    [
      'en',
      'In a motion on the Global Compact for Migration 90 States voted in favour, 5 against.',
      '90',
      'other-thing',
    ],
    [
      'es',
      'En la votación sobre el Pacto Mundial para la Migración, 90 Estados votaron a favor.',
      '90',
      'other-number',
    ],
    ['en', 'The Global Compact for Migration is not a treaty.', 'treaty', 'not-said'],
    ['en', 'The Global Compact for Migration was endorsed in draft resolution 73/204.', '73/204', 'other-thing'],
    ['en', 'Objectives 4 and 5 of the Global Compact for Migration are on remittances.', '4', 'part-of-number'],
    ['en', 'The Bali Process was launched after 1999.', '1999', 'bound-date'],
  ];
  for (const [lang, text, value, condition] of table)
    it(`${lang}, ${condition}: ${text}`, () => {
      const found = setAside(text, lang).find((each) => each.text === value);
      assert.equal(found?.reason, condition);
      assert.ok(whyAllowed(found, wordingIn(lang)).length > 20);
    });

  it('is found for the passage around an offset alone, as for a hover', () => {
    const text = 'In 1999 IOM met.\n\nThe Bali Process was launched at a training in 1999.\n';
    const kept = new DocumentCheck({ text, languageId: 'plaintext', lang: 'en' }, recordOfTests(), DEFAULT_OPTIONS, 1);
    const at = text.lastIndexOf('1999');
    const { setAside: ask } = kept.checked;
    assert.deepEqual(
      ask(at),
      ask().filter(({ start }) => start === at),
    );
    assert.equal(ask(at)[0]?.text, '1999');
    assert.deepEqual(
      ask(0).filter(({ start }) => start === at),
      [],
    );
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
