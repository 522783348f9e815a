import assert from 'node:assert/strict';
import Ajv from 'ajv';
import fc from 'fast-check';
import { check } from '../../src/core/check';
import type { CheckAnswer, FixAnswer, HistoryAnswer } from '../../src/core/assistants/answers';
import { completions, readResource, resources } from '../../src/core/assistants/resources';
import { TOOLS, type Queried } from '../../src/core/assistants/tools';
import { LANGS } from '../../src/core/document';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { recordOfTests } from '../support/recordOfTests';

const record: Queried = { termbase: recordOfTests(), lang: 'en' };
const ajv = new Ajv({ strict: true, allowUnionTypes: true });
const tools = new Map(TOOLS.map((tool) => [tool.name, { ...tool, isValid: ajv.compile(tool.outputSchema) }]));

/** The answer as an assistant receives it, which has the declared shape. */
function ask<Answer>(name: string, input: object): Answer {
  const { answer, isValid } = tools.get(name)!;
  const received = JSON.parse(JSON.stringify(answer(input, record)));
  assert.ok(isValid(received), `${name}: ${ajv.errorsText(isValid.errors)}`);
  return received as Answer;
}

const PASSAGE =
  'In 2026 ICEM assists migrants.\n\nToday ICEM assists migrants. The International Office of Migration helps them.\n';

describe('the tools of an assistant', () => {
  it('declare inputs of which their examples are one', () => {
    for (const [name, input] of [
      ['look_up', { query: 'ICEM', language: 'fr', limit: 3 }],
      ['check_text', { text: PASSAGE, languageId: 'latex', language: 'en', date: '2019-05' }],
      ['fix_text', { text: PASSAGE, date: '2019' }],
      ['name_history', { name: 'ICEM' }],
    ] as const)
      assert.ok(ajv.validate(tools.get(name)!.inputSchema, input), `${name}: ${ajv.errorsText()}`);
  });

  it('answer about every concept and every section in the declared shape, in each language', function () {
    this.timeout(60_000);
    for (const id of record.termbase.concepts.keys()) {
      const answer = ask<HistoryAnswer>('name_history', { name: id, language: 'fr' });
      assert.ok(JSON.stringify(answer).length < 5_000, id);
      const { results } = answer;
      assert.deepEqual(
        results.map(({ concept }) => concept),
        [id],
      );
    }
    for (const language of LANGS)
      for (const { title } of resources()) ask('look_up', { query: title, language, limit: 20 });
  });

  it('fix what was never right, and list what a person has to decide', () => {
    const { text, changes, left, choices, note } = ask<FixAnswer>('fix_text', { text: PASSAGE });
    assert.equal(
      text,
      'In 2026 ICEM assists migrants.\n\nToday ICEM assists migrants. The International Organization for Migration helps them.\n',
    );
    assert.deepEqual(
      changes.map(({ line, rule, edits }) => [line, rule, edits]),
      [
        [
          3,
          'deprecated-name',
          [{ before: 'International Office of Migration', after: 'International Organization for Migration' }],
        ],
      ],
    );
    assert.equal(left, 2);
    assert.deepEqual(
      choices.map(({ line, found }) => [line, found]),
      [
        [1, 'ICEM'],
        [3, 'ICEM'],
      ],
    );
    assert.match(note ?? '', /A person has to decide/);
  });

  it('makes all changes of a long text, lists a hundred, and says how many others there are', () => {
    const text = 'The Intergovernmental Comittee for European Migration met in 1960.\n\n'.repeat(1400);
    const answer = ask<FixAnswer>('fix_text', { text });
    assert.doesNotMatch(answer.text, /Comittee/);
    assert.deepEqual([answer.changes.length, answer.more], [100, 1300]);
    assert.ok(JSON.stringify(answer).length < text.length + 200_000, `${JSON.stringify(answer).length}`);
  });

  it('change nothing in a passage without findings', () => {
    const { text, changes, note } = ask<FixAnswer>('fix_text', { text: 'The committee met.' });
    assert.deepEqual([text, changes], ['The committee met.', []]);
    assert.match(note ?? '', /^Nothing was changed/);
  });

  for (const [date, count] of [
    [undefined, 1],
    ['1965', 0],
    ['1965-03-01', 0],
    ['2024', 1],
  ] as const)
    it(`judge a passage of ${date ?? 'no date'} by the names of that time`, () => {
      const text = 'ICEM assists migrants.';
      assert.equal(ask<CheckAnswer>('check_text', { text, date }).findings.length, count);
    });

  it('list at most a hundred findings, and say how many more there are', () => {
    const { findings, more } = ask<CheckAnswer>('check_text', {
      text: 'In 2026 ICEM assists migrants.\n\n'.repeat(120),
    });
    assert.deepEqual([findings.length, more, findings.at(-1)!.line], [100, 20, 199]);
  });

  it('know the history of a name by any of its names, and that of the bodies before and after it', () => {
    const [iom] = ask<HistoryAnswer>('name_history', { name: 'ICEM' }).results;
    assert.deepEqual(
      iom!.names.map(({ name }) => /\((\w+)\)/.exec(name)?.[1]),
      ['PICMME', 'ICEM', 'ICM', 'IOM'],
    );
    assert.deepEqual(iom!.names[3]!.forms.fr, [
      'Organisation internationale pour les migrations',
      'OIM',
      'ONU Migration',
    ]);
    const [network] = ask<HistoryAnswer>('name_history', { name: 'Global Migration Group' }).results;
    assert.deepEqual(new Set(network!.names.map(({ concept }) => concept)).size, 3);
    assert.match(ask<HistoryAnswer>('name_history', { name: 'xyzzy' }).note ?? '', /does not mean/);
  });

  for (const [tool, input, message] of [
    ['look_up', undefined, /must be an object such as/],
    ['look_up', [], /must be an object such as/],
    ['look_up', {}, /"query" must be a non-empty string/],
    ['look_up', { query: 'IOM', language: { a: 'x'.repeat(1e6) } }, /^"language" cannot be an object; /],
    ['look_up', { query: 'IOM', language: 'x'.repeat(1e6) }, /^"language" cannot be "x{1,60}….{1,60}$/],
    ['name_history', { name: ' ' }, /"name" must be a non-empty string/],
    ['name_history', { name: 'x'.repeat(201) }, /at most 200 are taken\. Pass one name/],
    ['check_text', { text: 'x', date: '2019-13' }, /"date" cannot be "2019-13"; it is a date such as/],
    ['check_text', { text: 'x', date: 2019 }, /"date" cannot be 2019/],
    ['check_text', { text: 'x', languageId: '__proto__' }, /"languageId" cannot be/],
    ['fix_text', { text: 'x'.repeat(10_000_000) }, /has 10000000 characters; at most 100000/],
  ] as const)
    it(`${tool} rejects ${JSON.stringify(input)?.slice(0, 50)} with the repair`, () => {
      const { answer } = tools.get(tool)!;
      assert.throws(
        () => answer(input, record),
        ({ message: said }: Error) => message.test(said) && said.length < 400,
      );
    });

  it('answer any text in the declared shape, and find nothing certain in a text that they fixed', function () {
    this.timeout(60_000);
    const pieces = fc.constantFrom(
      'In 2026 ICEM assists migrants. ',
      'The International Office of Migration ',
      'is an specialized agency. ',
      'IOM has 173 Member States. ',
      'Le CIME aide les migrants. ',
      '\ud800',
      '\r\n',
      '\n\n# ',
      '`',
      '| a |\n',
      '\u0000',
    );
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 8 }), (chosen) => {
        const text = `x${chosen.join('')}`;
        ask('check_text', { text });
        const { text: fixed } = ask<FixAnswer>('fix_text', { text });
        assert.deepEqual(ask<FixAnswer>('fix_text', { text: fixed }).changes, []);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the date that a caller declares', () => {
  it('takes precedence over the date that the text states', () => {
    const findings = (text: string, date?: string) =>
      check({ text, languageId: 'markdown', lang: 'en', date }, record.termbase, DEFAULT_OPTIONS).findings;
    const dated = '---\ndate: 1965-03-01\n---\n\nICEM assists migrants.\n';
    assert.deepEqual([findings(dated).length, findings(dated, '2026').length], [0, 1]);
  });
});

describe('the resources of an assistant', () => {
  it('are the sections, which together contain every fact', () => {
    const facts = resources().flatMap(({ uri }) => (readResource(uri, record) as { facts: object[] }).facts);
    assert.equal(facts.length, record.termbase.facts.size);
  });

  it('are unknown at any other address', () => {
    for (const uri of [
      '',
      'migration-terms://',
      'migration-terms://facts/',
      'migration-terms://facts/none',
      'migration-terms://facts/__proto__',
      'migration-terms://names/none',
      'migration-terms://facts/global-compact/x',
      'file:///etc/passwd',
    ])
      assert.equal(readResource(uri, record), undefined, uri);
  });

  it('are completed by their beginning, then by what they contain', () => {
    const sections = completions('migration-terms://facts/{section}', 'section', 'un-', record)!;
    assert.deepEqual(sections.slice(0, 2), ['un-integration', 'un-network']);
    assert.deepEqual(completions('migration-terms://names/{concept}', 'concept', 'iom', record)![0], 'iom');
    assert.equal(completions('migration-terms://names/{concept}', 'section', 'iom', record), undefined);
    assert.equal(completions('migration-terms://other/{concept}', 'concept', 'iom', record), undefined);
  });
});
