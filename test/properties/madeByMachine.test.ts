import assert from 'node:assert/strict';
import { readJson } from '../../src/core/config/json';
import { readConfig } from '../../src/core/config/readConfig';
import { MOST_DEPTH } from '../../src/core/config/limits';
import { builtinFiles } from '../../src/core/termbase/builtin';
import { loadTermbase } from '../../src/core/termbase/load';

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const keys = (count: number, of: string): string =>
  Array.from({ length: count }, (_, i) => `"${of}${i}": 1`).join(', ');

describe('JSON of a configuration or termbase', () => {
  it('is read up to the maximum depth, and no deeper', () => {
    assert.equal(readJson(nested(MOST_DEPTH)).kind, 'value');
    assert.deepEqual(readJson(`{ "a": ${nested(MOST_DEPTH)} }`), {
      kind: 'problem',
      why: 'depth',
      offset: 7 + MOST_DEPTH - 1,
    });
    assert.equal(readJson(`["${nested(500)}\\"${nested(500)}"]`).kind, 'value');
    assert.equal(readJson(`[${'[],'.repeat(500)}{}]`).kind, 'value');
  });

  it('may be nested to any depth, closed or not: the offset of the first bracket that is too deep is reported', () => {
    for (const text of ['['.repeat(8000), nested(8000), '{"a":'.repeat(200_000), nested(400_000)]) {
      const read = readJson(text);
      assert.ok(read.kind === 'problem' && read.why === 'depth', text.slice(0, 5));
    }
  });

  it('with a syntax error has the offset reported, up to a maximum size', () => {
    assert.deepEqual(readJson('[1,]'), { kind: 'problem', why: 'syntax', offset: 3 });
    assert.deepEqual(readJson(`["${'\\n'.repeat(499_000)}",]`), { kind: 'problem', why: 'syntax', offset: 998_004 });
    assert.deepEqual(readJson(`["${'a'.repeat(1_000_000)}",]`), { kind: 'problem', why: 'syntax', offset: undefined });
  });
});

describe('a generated configuration', () => {
  const problems = (text: string): readonly string[] => readConfig(text).problems.map(({ message }) => message);

  it('that is nested too deep is one problem, with its offset', () => {
    for (const text of [
      '['.repeat(8000),
      `{ "language": ${nested(8000)} }`,
      `{ "rules": { "wrong-status": ${nested(8000)} } }`,
    ]) {
      const {
        problems: [problem, ...others],
      } = readConfig(text);
      assert.match(problem!.message, /^brackets are nested more than 100 deep here/);
      assert.equal(text[problem!.start], '[');
      assert.deepEqual(others, []);
    }
  });

  it('with 100,000 unknown settings or rules is one problem, and its other settings apply', () => {
    let asked = 0;
    const settings = readConfig(`{ "language": "fr", ${keys(100_000, 'k')} }`, () => {
      asked++;
      return '';
    });
    assert.equal(asked, 0);
    assert.equal(settings.config.language, 'fr');
    assert.deepEqual(
      settings.problems.map(({ start, message }) => [start, message]),
      [
        [
          20,
          'there are 100000 settings here that are not known, the first is "k0". Settings: rules, language, termbases, accepted, exclude, review.',
        ],
      ],
    );
    const rules = readConfig(`{ "rules": { "wrong-status": "off", ${keys(100_000, 'r')} } }`);
    assert.equal(rules.config.rules['wrong-status'], 'off');
    assert.equal(rules.problems.length, 1);
    assert.match(
      rules.problems[0]!.message,
      /^there are 100000 rules here that are not known, the first is "r0"\. Rules: /,
    );
  });

  it('produces no message that is too long to read', () => {
    const long = 'x'.repeat(100_000);
    const stated = problems(
      JSON.stringify({ [long]: 1, language: long, rules: { [`${long}y`]: 'off', 'wrong-status': [long] } }),
    );
    assert.equal(stated.length, 4);
    for (const message of stated) assert.ok(message.length < 500, `${message.length}`);
  });

  it('with lists that are too long is reported', () => {
    const many = Array.from({ length: 100_000 }, (_, i) => `${i}.json`);
    const { config, problems } = readConfig(JSON.stringify({ termbases: many, exclude: many }));
    assert.deepEqual([config.termbases, config.exclude], [[], []]);
    assert.deepEqual(
      problems.map(({ message }) => message.slice(0, 49).trimEnd()),
      ['"termbases" must be a list of at most 1000 paths,', '"exclude" must be a list of at most 1000 patterns'],
    );
  });
});

describe('a generated termbase', () => {
  it('with 100,000 unknown keys is one problem, and the others are used', () => {
    const source = '{ "id": "own", "title": "Own" }';
    for (const [text, stated] of [
      [`{ ${keys(100_000, 'k')} }`, /^There are 100000 lists that no termbase has, the first is "k0"/],
      [
        `{ "sources": [{ "id": "x", "title": "X", ${keys(100_000, 'k')} }] }`,
        /^A source has no field "k0" \(and 99999 more\)/,
      ],
    ] as const) {
      const { termbase, problems } = loadTermbase(builtinFiles(), [
        { file: 'bad.json', content: JSON.parse(text) },
        { file: 'good.json', content: JSON.parse(`{ "sources": [${source}] }`) },
      ]);
      assert.deepEqual(
        problems.map(({ file }) => file),
        ['bad.json'],
      );
      assert.match(problems[0]!.message, stated);
      assert.ok(termbase.sources.has('own'));
    }
  });
});
