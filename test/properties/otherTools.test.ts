import assert from 'node:assert/strict';
import { parse as parseYaml } from 'yaml';
import { check } from '../../src/core/check';
import { fileForTool } from '../../src/core/exchange/otherTools';
import { TOOL_FORMATS } from '../../src/core/exchange/toolFormats';
import { substitutionsOf } from '../../src/core/exchange/substitutions';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { builtinFiles, builtinTermbase } from '../../src/core/termbase/builtin';
import { loadTermbase } from '../../src/core/termbase/load';

const builtin = builtinTermbase();
const substitutions = substitutionsOf(builtin, builtin);
const wrongForms = new Set(substitutions.map(({ wrong }) => wrong));
const house = loadTermbase(builtinFiles(), [
  {
    file: 'house',
    content: {
      concepts: [
        {
          id: 'x-desk',
          kind: 'office',
          definition: { en: 'A desk.' },
          names: [
            {
              id: 'x-desk',
              because: { en: 'It is "our" name (2024).' },
              sources: ['x-memo'],
              terms: [
                { text: 'Regional Desk', lang: 'en' },
                { text: 'Desk of the U.S. region', lang: 'en', status: 'deprecated', rule: 'preferred-terminology' },
                { text: 'Deskk', lang: 'en', status: 'deprecated' },
              ],
            },
          ],
        },
      ],
      sources: [{ id: 'x-memo', title: 'Memo' }],
    },
  },
]).termbase;

/** Reads a pattern as the tools do. */
const finds = (pattern: string, text: string, flags = 'u'): boolean => new RegExp(`^(?:${pattern})$`, flags).test(text);

describe('substitutions for tools that see neither time nor context', () => {
  const right = new Set(builtin.terms.filter(({ status }) => status !== 'deprecated').map(({ text }) => text));

  it('replace by right terms of the record', () => {
    assert.ok(substitutions.length > 400);
    assert.deepEqual(
      substitutions.filter((each) => !right.has(each.right)),
      [],
    );
  });

  it('have no right term in what they replace, and none that they would replace', () => {
    const words = (text: string): string => ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
    const all = [...right].map(words);
    assert.deepEqual(
      [...wrongForms].filter((wrong) => all.some((text) => text.includes(words(wrong)))),
      [],
    );
  });

  it('replace nothing that a check calls right', function () {
    this.timeout(60_000);
    for (const lang of ['en', 'fr', 'es'] as const) {
      const forms = builtin.terms.filter((term) => term.lang === lang && wrongForms.has(term.text));
      const text = forms.map((term) => `${term.text}.`).join('\n\n');
      const { allowed } = check({ text, languageId: 'plaintext', lang }, builtin, DEFAULT_OPTIONS);
      assert.deepEqual(
        allowed.filter((each) => each.reason === 'current' && wrongForms.has(each.text)),
        [],
      );
    }
  });

  for (const [what, text] of [
    ['a former name', 'Intergovernmental Committee for European Migration'],
    ['a former abbreviation', 'ICEM'],
    ['an imprecise form', 'Global Compact on Migration'],
    ['an ambiguous form', 'Marrakech Treaty'],
    ['a wrong status', 'UN Migration Treaty'],
    ['an unwanted term', 'illegal migrant'],
    ['an abbreviation of another language', 'OIM'],
  ] as const)
    it(`do not contain ${what}`, () => {
      assert.ok(builtin.terms.some((term) => term.text === text));
      assert.ok(!wrongForms.has(text));
    });

  it('contain what the writer’s own termbase replaces', () => {
    const own = substitutionsOf(house, builtin).filter(({ wrong }) => !wrongForms.has(wrong));
    assert.deepEqual(
      own.map(({ wrong, right }) => [wrong, right]),
      [
        ['Desk of the U.S. region', 'Regional Desk'],
        ['Deskk', 'Regional Desk'],
      ],
    );
  });
});

describe('the file for', () => {
  const file = (format: (typeof TOOL_FORMATS)[number]): string => fileForTool(format, house, builtin);
  const all = substitutionsOf(house, builtin);
  const words = (text: string): string[] => text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));

  it('Vale is a substitution rule', () => {
    const { extends: kind, level, ignorecase, message, swap } = parseYaml(file('vale'));
    assert.deepEqual([kind, level, ignorecase], ['substitution', 'warning', false]);
    assert.equal(message.split('%s').length, 3);
    const pairs = Object.entries(swap as Record<string, string>);
    assert.deepEqual(
      pairs.map(([, right]) => right),
      all.map(({ right }) => right),
    );
    pairs.forEach(([pattern], i) => {
      const { wrong } = all[i]!;
      assert.ok(finds(pattern, wrong), wrong);
      assert.ok(finds(pattern, wrong.replace(' ', '\n')) && !finds(pattern, `${wrong}s`), wrong);
    });
  });

  it('prh has the same pairs, in whole words', () => {
    const { version, rules } = parseYaml(file('prh'));
    assert.equal(version, 1);
    const pairs = (rules as { expected: string; patterns: string[]; prh: string }[]).flatMap(
      ({ expected, patterns, prh }) => patterns.map((pattern) => ({ expected, pattern, prh })),
    );
    assert.equal(pairs.length, all.length);
    for (const { expected, pattern, prh } of pairs) {
      // As prh reads it.
      const [, source, flags] = /^\/(.*)\/([gimy]*)$/.exec(pattern)!;
      const found = all.filter(({ wrong }) => finds(source!, wrong, `${flags}u`));
      assert.deepEqual(
        found.map(({ right }) => right),
        [expected],
      );
      const within = new RegExp(source!, `${flags}u`);
      assert.ok(within.test(`(${found[0]!.wrong}).`) && !within.test(`É${found[0]!.wrong}`), pattern);
      assert.ok(prh.length > 0);
    }
  });

  it('the spelling of CSpell has one word on a line', () => {
    const list = words(file('cspell'));
    for (const word of ['IOM', 'OIM', 'ICEM', 'Vitorino', 'Marrakech']) assert.ok(list.includes(word), word);
    for (const word of ['Organization', 'Access', 'for', 'OIMs']) assert.ok(!list.includes(word), word);
    assert.ok(list.every((word) => /^[\p{L}\p{M}]+$/u.test(word)));
    assert.deepEqual(list, [...new Set(list)]);
  });

  for (const format of TOOL_FORMATS)
    it(`${format} says its limits`, () => assert.match(file(format), /Limits: no time and no context/));
});
