import assert from 'node:assert/strict';
import type { Lang } from '../../src/core/document';
import { formatOf } from '../../src/core/prose/languages';
import { Prose } from '../../src/core/prose/prose';
import { grammarOf } from '../../src/core/reading/grammar';
import { numberAt } from '../../src/core/reading/numbers';
import { readSentences } from '../../src/core/reading/sentence';

/** The numbers of a text, each with the words that express it. */
function numbersOf(lang: Lang, text: string): readonly (readonly [string, number])[] {
  const prose = new Prose(text, formatOf('plaintext')!);
  const found: (readonly [string, number])[] = [];
  for (const block of prose.blocks)
    for (const { tokens } of readSentences(prose, block))
      for (let i = 0; i < tokens.length; i++) {
        const number = numberAt(tokens, i, grammarOf(lang));
        if (!number) continue;
        found.push([text.slice(tokens[i]!.start, tokens[number.next - 1]!.end), number.value]);
        i = number.next - 1;
      }
  return found;
}

const NUMBERS: Readonly<Record<Lang, Readonly<Record<string, number>>>> = {
  en: {
    two: 2,
    nineteen: 19,
    'twenty-three': 23,
    'twenty three': 23,
    'ninety-nine': 99,
    'one hundred': 100,
    'one hundred five': 105,
    'one hundred and seventy-three': 173,
    'three hundred and twelve': 312,
    'nine hundred and ninety-nine': 999,
    '19,000': 19_000,
    '19 000': 19_000,
    '1.8 billion': 1_800_000_000,
    '175': 175,
  },
  fr: {
    'dix-sept': 17,
    'vingt et un': 21,
    'vingt-et-une': 21,
    'vingt-trois': 23,
    'vingt trois': 23,
    'soixante et un': 61,
    'soixante-dix': 70,
    'soixante dix': 70,
    'soixante et onze': 71,
    'soixante-et-onze': 71,
    'soixante-douze': 72,
    'soixante-quinze': 75,
    'soixante-dix-sept': 77,
    'soixante dix neuf': 79,
    'quatre-vingts': 80,
    'quatre vingts': 80,
    'quatre-vingt-un': 81,
    'quatre vingt deux': 82,
    'quatre-vingt-dix': 90,
    'quatre vingt dix': 90,
    'quatre-vingt-onze': 91,
    'quatre-vingt-seize': 96,
    'quatre-vingt-dix-sept': 97,
    'quatre-vingt-dix-neuf': 99,
    'quatre vingt dix neuf': 99,
    septante: 70,
    'huitante-trois': 83,
    'nonante-neuf': 99,
    cent: 100,
    'cent vingt-trois': 123,
    'cent soixante-treize': 173,
    'cent-soixante-treize': 173,
    'cent quatre-vingts': 180,
    'cent quatre-vingt-dix-huit': 198,
    'quatre cent vingt': 420,
    'deux cents': 200,
    'deux cent quatre-vingt-trois': 283,
    'deux-cent-quatre-vingt-trois': 283,
    'neuf cent quatre-vingt-dix-neuf': 999,
    '19 mille': 19_000,
    '1,8 milliard': 1_800_000_000,
  },
  es: {
    dieciséis: 16,
    veintiún: 21,
    veintiuna: 21,
    veintitrés: 23,
    'treinta y un': 31,
    'setenta y cinco': 75,
    cien: 100,
    'ciento uno': 101,
    'ciento setenta y cinco': 175,
    'ciento setenta y tres': 173,
    doscientos: 200,
    'trescientas doce': 312,
    'quinientos cincuenta': 550,
    'novecientos noventa y nueve': 999,
    '19 mil': 19_000,
  },
};

describe('numbers', () => {
  for (const lang of ['en', 'fr', 'es'] as const)
    for (const [text, value] of Object.entries(NUMBERS[lang]))
      it(`${lang}: ${text}`, () => assert.deepEqual(numbersOf(lang, `xyz ${text} xyz`), [[text, value]]));

  it('reads two numbers that a word joins as two', () => {
    assert.deepEqual(numbersOf('en', 'between twenty and thirty'), [
      ['twenty', 20],
      ['thirty', 30],
    ]);
    assert.deepEqual(numbersOf('es', 'entre cien y doscientos'), [
      ['cien', 100],
      ['doscientos', 200],
    ]);
    assert.deepEqual(numbersOf('fr', 'entre vingt et trente'), [
      ['vingt', 20],
      ['trente', 30],
    ]);
  });

  it('reads no number from an article, a power alone, or words that form no number', () => {
    for (const text of [
      'one member',
      'thousand members',
      'nineteen fifty-one xyz',
      'two dozen xyz',
      'nineteen thousand',
    ])
      assert.deepEqual(
        numbersOf('en', text).filter(([, value]) => value < 50),
        [],
        text,
      );
    assert.deepEqual(numbersOf('es', 'una oficina'), []);
    assert.deepEqual(numbersOf('fr', 'une oficina'), []);
  });

  it('reads no number from an amount without one', () => {
    for (const text of ['a few hundred offices', 'several hundred members', 'many hundred', 'several hundred thousand'])
      assert.deepEqual(numbersOf('en', text), [], text);
    for (const text of ['quelques centaines', 'plusieurs cents membres', 'quelques milliers'])
      assert.deepEqual(numbersOf('fr', text), [], text);
    for (const text of ['unos cientos', 'varios cientos', 'algunos centenares', 'unos pocos miles'])
      assert.deepEqual(numbersOf('es', text), [], text);
    assert.deepEqual(numbersOf('es', 'unos cien miembros'), [['cien', 100]]);
  });

  it('writes numbers below a hundred in words', () => {
    const words = (lang: Lang, ...values: readonly number[]): readonly unknown[] =>
      values.map((value) => grammarOf(lang).wordOf(value));
    assert.deepEqual(words('en', 23, 90, 123), ['twenty-three', 'ninety', undefined]);
    assert.deepEqual(words('fr', 21, 23, 71, 77, 80, 81, 90, 97), [
      'vingt-et-un',
      'vingt-trois',
      'soixante-et-onze',
      'soixante-dix-sept',
      'quatre-vingts',
      'quatre-vingt-un',
      'quatre-vingt-dix',
      'quatre-vingt-dix-sept',
    ]);
    assert.deepEqual(words('es', 23, 31, 75), ['veintitrés', 'treinta y uno', 'setenta y cinco']);
  });

  it('reads back every number below a hundred that it writes', () => {
    for (const lang of ['en', 'fr', 'es'] as const)
      for (let value = 2; value < 100; value++) {
        const text = grammarOf(lang).wordOf(value)!;
        assert.deepEqual(numbersOf(lang, text), [[text, value]]);
      }
  });
});
