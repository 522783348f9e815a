import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Ajv from 'ajv';
import { excluder, nest } from '../../src/core/config/config';
import { globMatcher } from '../../src/core/config/glob';
import { readConfig } from '../../src/core/config/readConfig';
import { LANGS } from '../../src/core/document';
import { RULE_LEVELS, RULES } from '../../src/core/rules';
import { assertLinear } from '../support/growth';

const schema = JSON.parse(readFileSync(resolve(__dirname, '../../data/config.schema.json'), 'utf8'));
const FULL = {
  rules: { 'wrong-status': 'off', 'outdated-fact': 'error' },
  language: 'fr',
  termbases: ['house.migration-terms.json'],
  accepted: [
    { rule: 'superseded-name', text: 'ICEM', around: 'the ICEM choir' },
    { rule: 'near-miss-name', text: 'IMO' },
  ],
  exclude: ['**/archive/**'],
};

describe('the configuration of a folder', () => {
  it('is read as its schema describes it', () => {
    const isValid = new Ajv({ strict: false }).compile(schema);
    assert.deepEqual(Object.keys(schema.definitions.levels.properties), [...RULES]);
    assert.deepEqual(schema.definitions.levels.properties['wrong-status'].enum, RULE_LEVELS);
    assert.deepEqual(schema.properties.language.enum, ['auto', ...LANGS]);
    for (const value of [{}, FULL, { $schema: 'x' }]) {
      assert.ok(isValid(value));
      assert.deepEqual(readConfig(JSON.stringify(value)).problems, []);
    }
    for (const value of [
      [],
      { rule: {} },
      { language: 'de' },
      { termbases: 'a' },
      { exclude: 'a' },
      { exclude: [''] },
      { review: 'on' },
      { rules: { 'wrong-status': 3 } },
      { rules: { x: 'off' } },
      { accepted: {} },
      { accepted: [{ rule: 'x', text: 'ICEM' }] },
      { accepted: [{ rule: 'superseded-name' }] },
      { accepted: [{ rule: 'superseded-name', text: 'ICEM', line: 3 }] },
    ]) {
      assert.ok(!isValid(value));
      assert.equal(readConfig(JSON.stringify(value)).problems.length, 1);
    }
  });

  it('is used as far as it is valid', () => {
    const text = '{ "language": "de", "rules": { "wrong-status": "off", "nonsense": "off" } }';
    const { config, problems } = readConfig(text);
    assert.deepEqual(config, {
      rules: { 'wrong-status': 'off' },
      language: undefined,
      termbases: [],
      accepted: [],
      exclude: [],
      review: 'allowed',
    });
    assert.deepEqual(
      problems.map(({ start, end }) => text.slice(start, end)),
      ['"language"', '"nonsense"'],
    );
  });

  it('is nested: the inner one takes precedence', () => {
    const inner = readConfig('{ "rules": { "wrong-status": "hint" }, "termbases": ["b.json"] }').config;
    assert.deepEqual(nest(readConfig(JSON.stringify(FULL)).config, inner), {
      rules: { 'wrong-status': 'hint', 'outdated-fact': 'error' },
      language: 'fr',
      termbases: ['house.migration-terms.json', 'b.json'],
      accepted: [
        { rule: 'superseded-name', text: 'ICEM', around: 'the ICEM choir' },
        { rule: 'near-miss-name', text: 'IMO', around: undefined },
      ],
      review: 'allowed',
    });
  });

  it('switches review off for its folder and all below, and never on', () => {
    const off = readConfig('{ "review": "off" }');
    assert.deepEqual(off.problems, []);
    assert.equal(nest(off.config, readConfig('{}').config).review, 'off');
    assert.equal(nest(readConfig('{}').config, off.config).review, 'off');
    // An address, a model or "on" is a fault, and sends nothing.
    for (const review of ['on', 'https://example.org/v1', { model: 'x' }, null]) {
      const { config, problems } = readConfig(JSON.stringify({ review }));
      assert.equal(problems.length, 1);
      assert.equal(config.review, 'off');
    }
    // What cannot be read may say "off".
    for (const unread of ['{ "review": "off", }', '[{ "review": "off" }]', '['.repeat(500), ''])
      assert.equal(readConfig(unread).config.review, 'unread', unread);
    const unreadable = readConfig('').config;
    for (const both of [nest(off.config, unreadable), nest(unreadable, off.config)]) assert.equal(both.review, 'off');
    assert.equal(nest(unreadable, readConfig('{}').config).review, 'unread');
  });

  it('matches deep patterns in linear time of the path', () => {
    const leavesOut = globMatcher(Array.from({ length: 99 }, (_, i) => `${'**/a/'.repeat(199)}${i}`));
    assertLinear((count) => {
      const path = 'a/b/'.repeat(count);
      return () => assert.ok(!leavesOut(path));
    }, 30);
  });

  it('excludes what its patterns match, and what lies in a matching folder', () => {
    const cases: readonly (readonly [pattern: string, path: string, expected: boolean])[] = [
      ['**/archive/**', 'archive/a.md', true],
      ['**/archive/**', 'b/archive/c/a.md', true],
      ['**/archive/**', 'archived/a.md', false],
      ['archive', 'archive/c/a.md', true],
      ['archive', 'b/archive/a.md', false],
      ['./archive/', 'archive/a.md', true],
      ['*.md', 'a.md', true],
      ['*.md', 'b/a.md', false],
      ['**/*.md', 'a.md', true],
      ['**/*.md', 'b/c/a.md', true],
      ['**/draft-?.{md,tex}', 'b/draft-1.tex', true],
      ['**/draft-?.{md,tex}', 'b/draft-12.tex', false],
      ['a/**/b', 'a/b', true],
      ['a/**/b', 'a/x/y/b/z.md', true],
      ['{a,b{1,2}}/*.md', 'b2/x.md', true],
      ['{a,b', '{a,b/x.md', true],
      ['**', 'a.md', true],
      ['a*b*c', 'aXbXbc', true],
      ['a*b*c', 'aXbXb', false],
    ];
    for (const [pattern, path, expected] of cases) {
      assert.equal(
        excluder(readConfig(JSON.stringify({ exclude: [pattern] })).config)(path),
        expected,
        `${pattern} ${path}`,
      );
    }
  });

  it('matches every pattern in little time', () => {
    const patterns = [`${'**/*a'.repeat(190)}b`, `${'*a'.repeat(450)}b`];
    const isOut = excluder(readConfig(JSON.stringify({ exclude: patterns })).config);
    // With exponential time this would not end.
    assert.equal(isOut(`${'a'.repeat(2000)}/${'a/'.repeat(500)}x.md`), false);
  });

  it('reports patterns that would take long, in linear time, and uses none of them', () => {
    const faultOf = (...exclude: string[]): readonly string[] => {
      const { config, problems } = readConfig(JSON.stringify({ exclude: [...exclude, 'archive'] }));
      assert.deepEqual(config.exclude, problems.length === 0 ? [...exclude, 'archive'] : []);
      return problems.map(({ message }) => message);
    };
    const sixtyFour = '{a,b}'.repeat(6);
    const start = '{a,b}'.repeat(12);
    assert.deepEqual(faultOf(sixtyFour, '{a}'.repeat(333), '{'.repeat(1000), `{${'a,'.repeat(63)}b}`), []);
    assert.deepEqual(faultOf(`${sixtyFour}{a,b}`), [
      `the pattern "${sixtyFour}{a,b}" of "exclude" has more than 64 alternatives, so no pattern is used. Write several patterns with fewer braces.`,
    ]);
    assert.deepEqual(faultOf('{a,b}'.repeat(200)), [
      `the pattern "${start}…" of "exclude" has more than 64 alternatives, so no pattern is used. Write several patterns with fewer braces.`,
    ]);
    assert.deepEqual(faultOf('{a}'.repeat(334)), [
      `the pattern "${'{a}'.repeat(20)}…" of "exclude" is longer than 1000 characters, so no pattern is used. Write several shorter ones.`,
    ]);
    assert.deepEqual(faultOf(...Array<string>(400).fill(`${'a'.repeat(20)}${sixtyFour}`)), [
      'the patterns of "exclude" have too many alternatives together, so none is used. Write fewer patterns.',
    ]);
    assertLinear((count) => {
      const text = JSON.stringify({ exclude: ['{a}'.repeat(count)] });
      return () => readConfig(text);
    }, 10_000);
    assertLinear((count) => {
      const patterns = Array<string>(count).fill('{a}'.repeat(333));
      return () => globMatcher(patterns)('a');
    }, 3);
  });
});
