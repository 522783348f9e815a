import assert from 'node:assert/strict';
import { parseArguments, type Command } from '../../src/cli/arguments';

const parse = (line: string): Command => parseArguments(line.split(' ').filter(Boolean));

function mistakeIn(line: string): string {
  const command = parse(line);
  assert.equal(command.kind, 'mistake', `"${line}" should be a mistake`);
  return command.kind === 'mistake' ? command.message : '';
}

describe('arguments', () => {
  it('have defaults', () => {
    assert.deepEqual(parse('check'), {
      kind: 'check',
      paths: ['.'],
      areNamed: false,
      format: 'text',
      bom: false,
      explain: false,
      failOn: 'warning',
      lang: undefined,
      languageId: undefined,
      rules: {},
      config: undefined,
      checksExcluded: false,
      termbases: [],
      threads: undefined,
      copies: undefined,
      date: undefined,
      baseline: undefined,
      updateBaseline: false,
      changedSince: undefined,
    });
  });

  it('are read in any order', () => {
    const expected = {
      kind: 'check',
      paths: ['a.md', '-'],
      areNamed: true,
      format: 'json',
      bom: false,
      explain: true,
      failOn: 'hint',
      lang: 'fr',
      languageId: 'latex',
      rules: { 'superseded-name': 'off', 'near-miss-name': 'error' },
      config: 'c.json',
      checksExcluded: false,
      termbases: ['h.json'],
      threads: 3,
      copies: undefined,
      date: undefined,
      baseline: undefined,
      updateBaseline: false,
      changedSince: undefined,
    };
    assert.deepEqual(
      parse(
        'check a.md --format json --explain --fail-on hint --lang=fr --language-id latex --rule superseded-name=off --rule near-miss-name=error --config c.json --termbase h.json --threads 3 -',
      ),
      expected,
    );
  });

  it('keep a path after -- as it is', () => {
    const command = parse('check -- --odd.md');
    assert.deepEqual(command.kind === 'check' && command.paths, ['--odd.md']);
  });

  it('join the words of a query', () => {
    const command = { kind: 'lookup', all: false, format: 'text', lang: 'en', termbases: [] };
    assert.deepEqual(parse('lookup member states'), { ...command, query: 'member states' });
    assert.deepEqual(parse('lookup --lang es --all Global Compact'), {
      ...command,
      query: 'Global Compact',
      lang: 'es',
      all: true,
    });
    assert.deepEqual(parse('lookup'), { ...command, query: '' });
  });

  it('know "facts" as another name of "lookup"', () => {
    for (const rest of ['', ' --all IOM', ' --format json', ' --help', ' --fromat json'])
      assert.deepEqual(parse(`facts${rest}`), parse(`lookup${rest}`));
  });

  it('ask for help and version', () => {
    assert.deepEqual(parse('--help'), { kind: 'help' });
    assert.deepEqual(parse('fix --help'), { kind: 'help', about: 'fix' });
    assert.deepEqual(parse('help'), { kind: 'help' });
    assert.deepEqual(parse('help --help'), { kind: 'help' });
    assert.deepEqual(parse('help options'), { kind: 'help', about: 'options' });
    assert.deepEqual(parse('help facts'), { kind: 'help', about: 'lookup' });
    assert.deepEqual(parse('--version'), { kind: 'version' });
  });

  for (const [line, repair] of [
    ['', /Say what to do: check/],
    ['chek a.md', /no command "chek"\. Did you mean "check"/],
    ['--format json check', /command comes first/],
    ['check --fromat json', /no option "--fromat" here\. Did you mean "--format"/],
    ['check --format yaml', /--format cannot be "yaml"; it is one of text, json/],
    ['check --lang de', /one of auto, en, fr, es/],
    ['check --language-id markdwn', /no kind of document "markdwn"\. Did you mean "markdown"\? Kinds: markdown, mdx/],
    ['check --bom', /--bom is for tables/],
    ['check --fail-on never-ever', /one of error, warning, information, hint, never/],
    ['check --rule superseded-name', /Write --rule as ID=LEVEL/],
    ['check --rule supersededname=off', /no rule "supersededname"\. Did you mean "superseded-name"/],
    ['check --rule superseded-name=loud', /one of error, warning, information, hint, off, default/],
    ['check --format', /^--format needs a value: write --format=VALUE\.$/],
    ['check --format --explain', /^--format needs a value/],
    ['import x.csv -o', /^--output needs a value/],
    ['check --explain=yes', /^--explain takes no value\.$/],
    ['help foo', /^There is no command "foo"\. Commands: check/],
    ['help bogus', /^There is no command "bogus"\. Commands: check/],
    ['help chek', /Did you mean "check"/],
    ['fix', /Name the files/],
    ['lookup --fail-on error', /no option "--fail-on" here/],
  ] as const) {
    it(`say how to repair "${line}"`, () => assert.match(mistakeIn(line), repair));
  }
});
