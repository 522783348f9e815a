import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { check, facts, fix, lookUp, readWord, writeComments, type CheckOptions } from '../../src/library';
import { folder } from './run';
import { docxParts, zipped } from '../support/docx';

const SAMPLES = resolve(__dirname, '../samples');
const WRONG = 'In 1995 ICEM assisted migrants.';
const house = (text: string, instead: string): object => ({
  concepts: [
    {
      id: 'desk',
      kind: 'office',
      definition: { en: 'A desk.' },
      names: [
        {
          id: 'desk',
          because: { en: 'So.' },
          sources: ['memo'],
          terms: [
            { text: instead, lang: 'en' },
            { text, lang: 'en', status: 'deprecated' },
          ],
        },
      ],
    },
  ],
  sources: [{ id: 'memo', title: 'Memo' }],
});

describe('the library', () => {
  const at = folder(
    Object.fromEntries(readdirSync(SAMPLES).map((name) => [name, readFileSync(join(SAMPLES, name), 'utf8')])),
  );
  after(() => at.remove());

  it('returns what the command line prints as JSON', async () => {
    const { files } = JSON.parse((await at.run('check', '--format', 'json', '--explain')).out);
    assert.equal(files.length, 5);
    for (const { path, ...file } of files) {
      const result = check(at.bytes(path).toString(), { languageId: file.languageId });
      assert.deepEqual(result, { version: 1, ...file, problems: [] }, path);
      assert.ok(result.findings.length + result.allowed.length > 0, path);
    }
    for (const query of ['ICEM', 'gcm', 'who leads IOM', 'organización', 'nothing of the kind'])
      assert.deepEqual(lookUp(query), {
        facts: [],
        ...JSON.parse((await at.run('lookup', '--format', 'json', query)).out),
        problems: [],
      });
    // The command line groups the facts that it finds by section.
    const sorted = <T extends { readonly id: string }>(facts: readonly T[]): readonly T[] =>
      [...facts].sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const query of ['', 'member states', 'nothing of the kind'])
      assert.deepEqual(
        sorted(facts({ query }).facts),
        sorted(JSON.parse((await at.run('facts', '--format', 'json', query)).out).facts),
      );
  });

  it('returns plain data, which shares nothing with the record', () => {
    const [first] = lookUp('ICEM').matches;
    (first!.facts as unknown[]).length = 0;
    (first!.names[0] as { id: string }).id = 'changed';
    assert.notDeepEqual(lookUp('ICEM').matches[0], first);
    for (const result of [check(WRONG), fix(WRONG), lookUp('ICEM'), facts()])
      assert.deepEqual(JSON.parse(JSON.stringify(result)), result);
  });

  it('gives the concepts of the names that answer a question', () => {
    const { found, matches } = lookUp('what does ICEM stand for');
    assert.equal(found, 'answer');
    assert.equal(matches[0]!.concept.id, 'iom');
    assert.ok(matches[0]!.terms.some(({ text }) => text === 'Intergovernmental Committee for European Migration'));
  });

  it('fixes as the command line does, and a second time nothing', async () => {
    for (const path of readdirSync(SAMPLES)) {
      const languageId = path.endsWith('.md') ? 'markdown' : 'plaintext';
      const fixed = fix(at.bytes(path).toString(), { languageId });
      const written = (await at.pipe(at.bytes(path), 'fix', '--write', '--language-id', languageId, '-')).out;
      assert.equal(fixed.text, written, path);
      assert.deepEqual(fix(fixed.text, { languageId }).edits, []);
    }
  });

  it('filters facts by all conditions', () => {
    const all = facts().facts;
    const some = facts({ subject: 'iom', property: 'member-states', query: '2015' }).facts;
    assert.ok(some.length > 0 && some.length < 20);
    assert.ok(some.every(({ subject, property }) => subject === 'iom' && property === 'member-states'));
    assert.ok(all.length > 500);
    assert.deepEqual(facts({ subject: 'nobody' }).facts, []);
  });
});

describe('the options of the library', () => {
  const messages = (text: string, options: CheckOptions): string[] =>
    check(text, options).findings.map(({ rule }) => rule);

  it('set the language, the format, the rules, the accepted findings and the date', () => {
    const staff = 'IOM has 173 Member States.';
    for (const [text, options, expected] of [
      [WRONG, {}, ['anachronistic-name']],
      [WRONG, { rules: { 'anachronistic-name': 'off' } }, []],
      [WRONG, { accepted: [{ rule: 'anachronistic-name', text: 'ICEM' }] }, []],
      [`\`${WRONG}\``, {}, ['anachronistic-name']],
      [`\`${WRONG}\``, { languageId: 'markdown' }, []],
      [staff, {}, ['outdated-fact']],
      [staff, { date: '2019' }, []],
      [staff, { date: '2019-05-31' }, []],
      [staff, { date: '2026-01' }, ['outdated-fact']],
      [`---\ndate: 2019-05-03\n---\n\n${staff}`, { languageId: 'markdown' }, []],
      [`---\ndate: 2019-05-03\n---\n\n${staff}`, { languageId: 'markdown', date: '2026' }, ['outdated-fact']],
    ] as const)
      assert.deepEqual(messages(text, options), expected, JSON.stringify([text, options]));
    const french = 'En 1995, le CIME a aidé des migrants.';
    assert.match(check(french, { language: 'fr' }).findings[0]!.message, /de 1952 à 1980/);
  });

  it('add termbases, of which the first owns an id, and report what is wrong in them', () => {
    const first = house('Desk of the Region', 'Regional Desk');
    const second = house('Desk of the Region', 'Desk for the Region');
    const text = 'The Desk of the Region replied.';
    const replacement = (...termbases: object[]): string | undefined =>
      check(text, { termbases }).findings[0]?.fixes[0]?.edits[0]?.newText;
    assert.equal(replacement(), undefined);
    assert.equal(replacement(first), 'Regional Desk');
    assert.equal(replacement(second), 'Desk for the Region');
    assert.equal(replacement(first, second), 'Regional Desk');
    assert.equal(fix(text, { termbases: [first] }).text, 'The Regional Desk replied.');
    assert.equal(lookUp('Regional Desk', { termbases: [first] }).matches[0]?.concept.id, 'desk');
    const { problems } = check(text, { termbases: [first, { concepts: [{ id: 'x' }] }] });
    assert.deepEqual([...new Set(problems.map(({ severity, file }) => `${severity} ${file}`))], ['error termbases[1]']);
    assert.match(problems[0]!.place, /^concepts/);
  });

  const bad = (options: object): CheckOptions => options as CheckOptions;
  for (const [what, call, message] of [
    ['a text', () => check(1 as never), 'check: "text" must be a string.'],
    ['options', () => fix('', 'en' as never), /^fix: the options must be an object\. Options: language, rules/],
    ['an option', () => check('', bad({ lang: 'en' })), /^check: there is no option "lang"\. Options: language, /],
    [
      'a language',
      () => check('', bad({ language: 'de' })),
      'check: "language" cannot be "de"; it is one of auto, en, fr, es.',
    ],
    [
      'a language of a look-up',
      () => lookUp('', { language: 'auto' as never }),
      'lookUp: "language" cannot be "auto"; it is one of en, fr, es.',
    ],
    ['a format', () => check('', bad({ languageId: 1 })), 'check: "languageId" must be a string, not 1.'],
    ['rules', () => check('', bad({ rules: [] })), /^check: "rules" must be an object such as \{ "/],
    [
      'a rule',
      () => check('', bad({ rules: { spelling: 'off' } })),
      /^check: there is no rule "spelling" in "rules"\. /,
    ],
    [
      'a level',
      () => check('', bad({ rules: { 'wrong-status': 'no' } })),
      /^check: "rules.wrong-status" cannot be "no"; it is one of error, warning, information, hint, off, default\.$/,
    ],
    ['accepted findings', () => check('', bad({ accepted: {} })), /^check: "accepted" must be a list, not \[object/],
    ['an accepted finding', () => check('', bad({ accepted: [{}] })), /^check: accepted\[0\] needs a "rule", one of /],
    ['termbases', () => facts({ termbases: {} as never }), /^facts: "termbases" must be a list of termbases as parsed/],
    [
      'a termbase',
      () => facts({ termbases: ['house.json' as never] }),
      'facts: termbases[0] must be a termbase as parsed JSON, not "house.json".',
    ],
    ...['2024-13', '2023-02-29', '24', 'now', '2024-1', ' 2024'].map(
      (date) =>
        [
          `the date ${date}`,
          () => check('', { date }),
          `check: "date" cannot be "${date}"; write YYYY, YYYY-MM, YYYY-MM-DD or today.`,
        ] as const,
    ),
    ['a filter', () => facts({ property: 1 as never }), 'facts: "property" must be a string, not 1.'],
    ['the bytes of a file', () => readWord('x' as never), 'readWord: the file must be a Uint8Array.'],
    [
      'a time',
      () => writeComments(new Uint8Array(), { written: 'then' }),
      'writeComments: "written" cannot be "then"; write a time such as 2026-01-31T12:00:00Z.',
    ],
    [
      'tracked',
      () => writeComments(new Uint8Array(), { tracked: 1 as never }),
      'writeComments: "tracked" must be true or false, not 1.',
    ],
  ] as const)
    it(`say what is allowed instead of a wrong value of ${what}`, () =>
      assert.throws(call, (error) => {
        assert.ok(error instanceof TypeError);
        if (typeof message === 'string') assert.equal(error.message, message);
        else assert.match(error.message, message);
        return true;
      }));
});

describe('the library and Word documents', () => {
  const MISNOMER = 'The International Office of Migration assisted migrants.';
  const bytes = zipped(docxParts({ body: `<w:p><w:r><w:t>${MISNOMER}</w:t></w:r></w:p>` }));

  it('reads one, and writes a copy with comments', () => {
    assert.deepEqual(readWord(bytes), { kind: 'text', text: `${MISNOMER}\n` });
    const before = bytes.slice();
    const copy = writeComments(bytes, { tracked: true, author: 'Me', written: '2026-01-31T12:00:00Z' });
    assert.ok(copy.kind === 'document');
    assert.deepEqual([copy.comments, copy.changes, copy.problems], [1, 1, []]);
    assert.deepEqual(bytes, before);
    assert.deepEqual(readWord(copy.bytes), {
      kind: 'text',
      text: `${MISNOMER.replace('Office of', 'Organization for')}\n`,
    });
    const none = writeComments(bytes, { rules: { 'deprecated-name': 'off' } });
    assert.ok(none.kind === 'document' && none.comments === 0);
  });

  it('says why it cannot read one', () => {
    for (const [file, reason] of [
      [new Uint8Array(), 'truncated'],
      [new TextEncoder().encode('Text'), 'not-a-zip'],
    ] as const) {
      const read = readWord(file);
      assert.ok(read.kind === 'problem' && read.reason === reason);
      assert.deepEqual(writeComments(file), read);
    }
  });
});
