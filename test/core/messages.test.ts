import assert from 'node:assert/strict';
import { check } from '../../src/core/check';
import type { ClaimMessage } from '../../src/core/claims/claim';
import { LANGS, type Lang } from '../../src/core/document';
import { wordClaim } from '../../src/core/findings/wordClaim';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { MESSAGES_OF_CLAIMS } from '../support/messagesOfClaims';
import { recordOfTests } from '../support/recordOfTests';

const termbase = recordOfTests();

/** The messages for a text, without the hints on abbreviations. */
function messagesOf(text: string, lang: Lang): readonly string[] {
  return check({ text, languageId: 'plaintext', lang }, termbase, DEFAULT_OPTIONS)
    .findings.filter(({ severity }) => severity !== 'hint')
    .map(({ message }) => message);
}

describe('the message of a claim', () => {
  for (const [kind, byLang] of Object.entries(MESSAGES_OF_CLAIMS)) {
    it(`states in the language of the passage what is wrong and what the record contains: ${kind}`, () => {
      for (const lang of LANGS)
        assert.ok(
          messagesOf(byLang[lang][0], lang).includes(byLang[lang][1]),
          `${byLang[lang][0]} → ${messagesOf(byLang[lang][0], lang).join(' | ')}`,
        );
    });
  }

  it('names its subject if the text refers to it by another word', () => {
    const text =
      'The Global Compact for Migration was negotiated by States. It was adopted in Rabat. It has 25 objectives.';
    assert.deepEqual(messagesOf(text, 'en'), [
      'The Compact was adopted in Marrakech, not Rabat.',
      'The Compact has 23 objectives, not 25.',
    ]);
  });

  it('is on one line, whatever lines the text covers', () => {
    const [message] = messagesOf('The Global Compact for Migration was adopted in Buenos\nAires in 2018.', 'en');
    assert.equal(message, 'The Compact was adopted in Marrakech, not Buenos Aires.');
  });

  it('formats numbers, dates and spans as the language does', () => {
    const day = (year: number | undefined, month?: number, of?: number) => ({ year, month, day: of });
    const all = {
      en: '{n} {d} {t} {s} {y} {m} {o}',
      fr: '{n} {d} {t} {s} {y} {m} {o}',
      es: '{n} {d} {t} {s} {y} {m} {o}',
    };
    const stated: ClaimMessage = {
      template: all,
      values: {
        n: { kind: 'count', value: 1500, to: 19000 },
        d: { kind: 'date', day: day(2018, 10, 1) },
        t: { kind: 'time', from: day(2018, 10) },
        s: { kind: 'time', from: day(2022, 5, 17), to: day(2022, 5, 20) },
        y: { kind: 'tenure', from: day(2008), to: day(2018) },
        m: { kind: 'time', from: day(2018, 8), to: day(2019, 3) },
        o: { kind: 'ordinal', value: 22 },
      },
    };
    assert.equal(
      wordClaim(stated, 'en'),
      '1,500–19,000 1 October 2018 in October 2018 from 17 to 20 May 2022 from 2008 to 2018 from August 2018 to March 2019 22nd',
    );
    assert.equal(
      wordClaim(stated, 'fr'),
      "1\u202f500–19\u202f000 1er octobre 2018 en octobre 2018 du 17 au 20 mai 2022 de 2008 à 2018 d'août 2018 à mars 2019 22e",
    );
    assert.equal(
      wordClaim(stated, 'es'),
      '1500–19.000 1 de octubre de 2018 en octubre de 2018 del 17 al 20 de mayo de 2022 de 2008 a 2018 de agosto de 2018 a marzo de 2019 22.ª',
    );
  });
});

describe('the message of a name out of its time', () => {
  it('contains the years of the text, not one between them', () => {
    assert.deepEqual(messagesOf('In 1995 ICEM moved refugees.', 'en'), [
      '“ICEM” was the name from 1952 to 1980, not in 1995. Then it was “IOM”.',
    ]);
    assert.deepEqual(messagesOf('From 1991 to 1995 ICEM moved refugees.', 'en'), [
      '“ICEM” was the name from 1952 to 1980, not from 1991 to 1995. Then it was “IOM”.',
    ]);
  });
});
