import assert from 'node:assert/strict';
import { check } from '../../src/core/check';
import type { Lang } from '../../src/core/document';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { recordOfTests } from '../support/recordOfTests';

// Messages, reasons and titles of fixes are in the language that the caller asks for, whatever that of the text. The
// words that they quote, and what a fix writes, are those of the text.
describe('the language of messages', () => {
  const findings = (text: string, messages: Lang | undefined) =>
    check({ text, languageId: 'markdown', lang: 'auto' }, recordOfTests(), { ...DEFAULT_OPTIONS, messages }).findings;

  const cases: readonly (readonly [text: string, messages: Lang, message: string, title: string, newText: string])[] = [
    [
      'ICEM helps migrants in forty countries.',
      'fr',
      "« ICEM » est un ancien nom (1952–1980). Aujourd'hui : « IOM ».",
      'Remplacer par « IOM »',
      'IOM',
    ],
    [
      'Le CIME aide les migrants dans quarante pays.',
      'en',
      '“CIME” is a former name (1952–1980). Today it is “OIM”.',
      'Replace with “OIM”',
      "L'OIM",
    ],
    [
      'The Global Compact for Migration has 24 objectives.',
      'es',
      'El Pacto tiene 23 objetivos, no 24.',
      'Reemplazar por «23»',
      '23',
    ],
    [
      "L'OIM est une institution spécialisée des Nations Unies.",
      'en',
      'IOM is a related organization of the United Nations, not a specialized agency.',
      'Replace with “organisation apparentée”',
      'une organisation apparentée',
    ],
  ];
  for (const [text, messages, message, title, newText] of cases) {
    it(`words “${text}” in ${messages}, and fixes it in its own language`, () => {
      const [finding] = findings(text, messages);
      const plain = (said: string) => said.replaceAll('\u00a0', ' ');
      assert.equal(plain(finding!.message), message);
      const [fix] = finding!.fixes;
      assert.equal(plain(fix!.title), title);
      assert.equal(fix!.edits.map((edit) => edit.newText).join('|'), newText);
    });
  }

  it('is that of the text for a caller that asks for none, and changes nothing else', () => {
    for (const [text, messages] of cases) {
      const places = (lang: Lang | undefined) =>
        findings(text, lang).map(({ start, end, rule, severity, concept, fixes }) => ({
          ...{ start, end, rule, severity, concept },
          fixes: fixes.map(({ edits, fits, preferred }) => ({ edits, fits, preferred })),
        }));
      assert.deepEqual(places(messages), places(undefined));
    }
    assert.match(findings(cases[1]![0], undefined)[0]!.message, /est un ancien nom/);
  });
});
