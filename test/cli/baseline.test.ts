import assert from 'node:assert/strict';
import { chmodSync, linkSync, readdirSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseBaseline, textOfBaseline } from '../../src/cli/baseline/baseline';
import { entryOf, matcherOf } from '../../src/cli/baseline/known';
import { check } from '../../src/core/check';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { builtinTermbase } from '../../src/core/termbase/builtin';
import { CLEAN, WRONG, folder, type Folder } from './run';

const OFFICE = 'The International Office of Migration opens a school.\n';
const COMPACT = 'The Global Compact for Migrants has 23 objectives.\n';
const AGENCY = 'The International Organization for Migration is a specialized agency of the United Nations.\n';

describe('a baseline', () => {
  let at: Folder;
  afterEach(() => at?.remove());
  const write = (name: string, text: string): void => writeFileSync(join(at.path, name), text);
  const update = (...argv: string[]) => at.run('check', '--baseline', 'known.json', '--update-baseline', ...argv);
  const run = (...argv: string[]) => at.run('check', '--baseline', 'known.json', ...argv);
  const recorded = (): { version: number; files: Record<string, string[]> } =>
    JSON.parse(at.bytes('known.json').toString());

  it('hides the findings that it records, and says how many', async () => {
    at = folder({ 'a.md': OFFICE + COMPACT, 'docs/b.md': OFFICE, 'c.md': CLEAN });
    assert.deepEqual(await update('.'), {
      code: 0,
      out: 'No findings; 3 files checked, 3 known findings hidden.\n',
      err: 'known.json: 3 findings recorded.\n',
    });
    const { version, files } = recorded();
    assert.equal(version, 1);
    assert.deepEqual(
      Object.entries(files).map(([path, entries]) => [path, entries.length]),
      [
        ['a.md', 2],
        ['docs/b.md', 1],
      ],
    );
    assert.deepEqual(await run('.'), {
      code: 0,
      out: 'No findings; 3 files checked, 3 known findings hidden.\n',
      err: '',
    });
  });

  it('names the words of each finding, without which older files have their entries', async () => {
    at = folder({ 'a.md': OFFICE.replace('of Migration', 'of\nMigration') });
    await update('.');
    const [entry] = recorded().files['a.md']!;
    assert.match(entry!, /^deprecated-name \w{16}-\w{16} International Office of Migration$/);
    write('known.json', JSON.stringify({ version: 1, files: { 'a.md': [entry!.replace(/ International.*/, '')] } }));
    assert.equal((await run('.')).code, 0);
  });

  for (const [what, before, after, found] of [
    ['lines that move', OFFICE + COMPACT + AGENCY, AGENCY + OFFICE + COMPACT, []],
    ['lines that move to other paragraphs', OFFICE + COMPACT, `${COMPACT}\nA title\n\n${OFFICE}`, []],
    ['new lines before and after', OFFICE, `# A title\n\nA line.\n${OFFICE}Another line.\n`, []],
    ['other line breaks', OFFICE, OFFICE.replace('of Migration', 'of\nMigration').replace('opens a', 'opens\na'), []],
    ['other line ends', OFFICE + COMPACT, (OFFICE + COMPACT).replaceAll('\n', '\r\n'), []],
    ['an edit elsewhere in the sentence', OFFICE, OFFICE.replace('school', 'school in the capital'), []],
    ['another number of the item', `1. ${OFFICE}2. ${COMPACT}`, `1. ${COMPACT}2. ${OFFICE}`, []],
    ['lines that are removed', OFFICE + COMPACT, COMPACT, []],
    ['a new finding', OFFICE, OFFICE + COMPACT, ['Global Compact for Migrants']],
    ['one more of the same', OFFICE, `${OFFICE}\n${OFFICE}`, ['International Office of Migration']],
    [
      'one that moves to another sentence',
      OFFICE,
      'Look at what this International Office of Migration does.\n',
      ['International Office of Migration'],
    ],
    [
      'another rule at the same place',
      OFFICE,
      OFFICE.replace('Office of', 'Organizatin for'),
      ['International Organizatin for Migration'],
    ],
  ] as const) {
    it(`with ${what} reports ${found.length === 0 ? 'nothing' : 'it'}`, async () => {
      at = folder({ 'a.md': before });
      await update('a.md');
      write('a.md', after);
      const { out, code } = await run('--format', 'json', '--fail-on', 'hint', 'a.md');
      const texts = JSON.parse(out).files[0].findings.map(({ text }: { text: string }) => text);
      assert.deepEqual(texts, found);
      assert.equal(code, found.length === 0 ? 0 : 1);
    });
  }

  it('is updated: fixed findings and removed files are dropped, files that were not checked stay', async () => {
    at = folder({ 'a.md': OFFICE + COMPACT, 'b.md': OFFICE, 'c.md': OFFICE });
    await update('.');
    write('a.md', COMPACT);
    rmSync(join(at.path, 'b.md'));
    const { err } = await update('a.md');
    assert.equal(err, 'known.json: 2 findings recorded.\n');
    assert.deepEqual(
      Object.entries(recorded().files).map(([path, entries]) => [path, entries.map((each) => each.split(' ')[0])]),
      [
        ['a.md', ['deprecated-name']],
        ['c.md', ['deprecated-name']],
      ],
    );
    write('a.md', OFFICE + COMPACT);
    assert.equal((await run('.')).code, 1);
  });

  it('is the same text after lines have moved', async () => {
    at = folder({ 'a.md': OFFICE + COMPACT + AGENCY });
    await update('a.md');
    const before = at
      .bytes('known.json')
      .toString()
      .replaceAll(/-\w{16} /g, ' ');
    write('a.md', AGENCY + COMPACT + OFFICE);
    await update('a.md');
    assert.equal(
      at
        .bytes('known.json')
        .toString()
        .replaceAll(/-\w{16} /g, ' '),
      before,
    );
  });

  it('names files from its own folder, wherever the command runs', async () => {
    at = folder({ 'docs/a.md': OFFICE, 'ci/readme.md': CLEAN });
    await at.run('check', '--baseline', 'ci/known.json', '--update-baseline', 'docs');
    assert.deepEqual(Object.keys(JSON.parse(at.bytes('ci/known.json').toString()).files), ['../docs/a.md']);
    assert.equal((await at.run('check', '--baseline', 'ci/known.json', join(at.path, 'docs', 'a.md'))).code, 0);
    assert.equal((await at.run('check', '--baseline', './ci/known.json', './docs/../docs')).code, 0);
    renameSync(join(at.path, 'docs'), join(at.path, 'texts'));
    assert.equal((await at.run('check', '--baseline', 'ci/known.json', 'texts')).code, 1);
  });

  for (const [format, stdout] of [
    ['json', /"findings":\[\],"allowed":\[\]/],
    ['csv', /^file,[^\n]*\r?\n$/],
    ['sarif', /"results":\[\n\n\]/],
    ['junit', /tests="1" failures="0"[^]*no findings/],
    ['github', /^No findings; 1 file checked, 1 known finding hidden\.\n$/],
  ] as const) {
    it(`also applies to ${format}`, async () => {
      at = folder({ 'a.md': OFFICE });
      await update('a.md');
      const { out, err, code } = await run('--format', format, 'a.md');
      assert.match(out, stdout);
      assert.deepEqual([code, err], [0, format === 'github' ? '' : '1 known finding hidden.\n']);
    });
  }

  it('applies to standard input', async () => {
    at = folder();
    await at.pipe(OFFICE, 'check', '--baseline', 'known.json', '--update-baseline', '-');
    assert.equal((await at.pipe(OFFICE, 'check', '--baseline', 'known.json', '-')).code, 0);
    assert.equal((await at.pipe(OFFICE + WRONG, 'check', '--baseline', 'known.json', '-')).code, 1);
  });

  it('hides a finding, but does not list its place as allowed', async () => {
    at = folder({ 'a.md': OFFICE });
    await update('a.md');
    assert.equal((await run('--explain', 'a.md')).out, 'No findings; 1 file checked, 1 known finding hidden.\n');
  });

  for (const [what, text, message] of [
    [
      'of another version',
      '{ "version": 2, "files": {} }',
      / is a baseline of version 2; this program reads version 1\./,
    ],
    ['that is not JSON', '{\n  "version": 1,,\n}', /^known\.json:2:\d+: is not valid JSON\./],
    ['that is another file', '{ "name": "x" }', / is not a baseline of this program\./],
    ['without files', '{ "version": 1 }', / is not a baseline of this program\./],
    ['with other entries', '{ "version": 1, "files": { "a.md": ["x"] } }', / has entries for "a\.md" that /],
    ['with entries that are no list', '{ "version": 1, "files": { "a.md": 1 } }', / has entries for "a\.md" that /],
    ['that is empty', '', / is not valid JSON\./],
  ] as const) {
    it(`${what} is an error that says how to repair it, and is not overwritten`, async () => {
      at = folder({ 'a.md': OFFICE, 'known.json': text });
      for (const { code, out, err } of [await run('.'), await update('.')]) {
        assert.deepEqual([code, out], [2, '']);
        assert.match(err, message);
        assert.match(
          err,
          /^known\.json[^\n]* Restore it from version control, or remove it and write a new one with --update-baseline\.\n$/,
        );
      }
      assert.equal(at.bytes('known.json').toString(), text);
    });
  }

  it('that is missing is an error, unless it is to be written', async () => {
    at = folder({ 'a.md': OFFICE });
    assert.deepEqual(await run('.'), {
      code: 2,
      out: '',
      err: 'known.json: no such file or folder. To write it with the findings of now, add --update-baseline.\n',
    });
  });

  it('is changed in place: not if it is read-only, and with its mode and hard links', async function () {
    if (process.platform === 'win32') this.skip();
    at = folder({ 'a.md': WRONG });
    await at.run('check', '--baseline', 'known.json', '--update-baseline', '.');
    const known = join(at.path, 'known.json');
    const before = at.bytes('known.json').toString();
    linkSync(known, join(at.path, 'linked.json'));
    chmodSync(known, 0o444);
    writeFileSync(join(at.path, 'b.md'), WRONG);
    const refused = await at.run('check', '--baseline', 'known.json', '--update-baseline', '.');
    assert.deepEqual([refused.code, at.bytes('known.json').toString()], [2, before]);
    assert.match(refused.err, /known\.json: is not changed, because it is read-only\./);
    chmodSync(known, 0o600);
    await at.run('check', '--baseline', 'known.json', '--update-baseline', '.');
    assert.notEqual(at.bytes('known.json').toString(), before);
    assert.equal(at.bytes('linked.json').toString(), at.bytes('known.json').toString());
    assert.equal(statSync(known).mode & 0o777, 0o600);
    assert.deepEqual(readdirSync(at.path).sort(), ['a.md', 'b.md', 'known.json', 'linked.json']);
  });

  it('is not written through a link, or into a folder that does not exist', async () => {
    at = folder({ 'a.md': OFFICE });
    const missing = await at.run('check', '--baseline', 'no/known.json', '--update-baseline', 'a.md');
    assert.deepEqual([missing.code, missing.err], [2, 'no/known.json: cannot be written: no such file or folder\n']);
    if (process.platform === 'win32') return;
    write('real.json', textOfBaseline(new Map()));
    symlinkSync('real.json', join(at.path, 'known.json'));
    const { code, err } = await update('a.md');
    assert.deepEqual([code, err], [2, 'known.json: is a link. Name the file itself.\n']);
    assert.equal(at.bytes('real.json').toString(), textOfBaseline(new Map()));
  });

  for (const [argv, message] of [
    [['--update-baseline'], /--update-baseline requires --baseline FILE/],
    [['--baseline', ''], /--baseline needs the name of a file/],
    [['--baseline', 'k.json', '--comments', 'b.docx'], /leave out --baseline/],
  ] as const) {
    it(`is refused with ${argv.join(' ')}`, async () => {
      at = folder({ 'a.docx': '' });
      const { code, err } = await at.run('check', 'a.docx', ...argv);
      assert.equal(code, 2);
      assert.match(err, message);
    });
  }
});

describe('the entries of a baseline', () => {
  const LINES = [
    'The International Office of Migration opens a school.',
    'Migrants read about the Global Compact for Migrants in the journal.',
    'The International Organization for Migration is a specialized agency of the United Nations.',
    'The committee met on Tuesday.',
    'The Global Compact for Migration has 24 objectives.',
    '- The International Office of Migration helps.',
    '',
  ];
  const entriesIn = (text: string): readonly string[] =>
    check({ text, languageId: 'markdown', lang: 'en' }, builtinTermbase(), DEFAULT_OPTIONS)
      .findings.filter(({ severity }) => severity === 'warning')
      .map((finding) => entryOf(text, finding));

  it('match each finding once, however the lines of a document are moved', function () {
    this.timeout(60_000);
    const documents = fc
      .array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 8 })
      .chain((lines) => fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length })));
    fc.assert(
      fc.property(documents, ([lines, moved]) => {
        const before = entriesIn(lines.join('\n'));
        const after = entriesIn(moved.join('\n'));
        // Moving a line may change the judgement of its text; only what was found before can be known.
        fc.pre(before.length === after.length);
        const isKnown = matcherOf(before);
        assert.deepEqual(
          after.filter((entry) => !isKnown(entry)),
          [],
        );
      }),
      { numRuns: 100 },
    );
  });

  it('match at most as many findings as there are, in any order', () => {
    const hash = fc.constantFrom('a', 'b', 'c').map((letter) => letter.repeat(16));
    const entry = fc.tuple(hash, hash).map(([line, paragraph]) => `x ${line}-${paragraph}`);
    fc.assert(
      fc.property(fc.array(entry), fc.array(entry), (known, found) => {
        const isKnown = matcherOf(known);
        assert.ok(found.filter(isKnown).length <= known.length);
        const again = matcherOf(known);
        assert.ok([...known].reverse().every((each) => again(each)));
      }),
    );
  });

  it('are read as they were written', () => {
    const path = fc.string();
    const entries = fc.array(fc.constant('wrong-status 0123456789abcdef-0123456789abcdef'), { minLength: 1 });
    fc.assert(
      fc.property(fc.array(fc.tuple(path, entries)), (files) => {
        const read = parseBaseline(textOfBaseline(new Map(files)));
        assert.deepEqual(read, { kind: 'files', files: new Map(files) });
      }),
    );
  });
});
