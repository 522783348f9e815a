import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import { RELEASE_FILES } from '../../scripts/release/files';
import { writeFolder } from '../../scripts/release/write';
import { checkTbx } from '../support/checkTbx';
import { readCsv } from '../../src/core/exchange/csv';
import { CSV_DETAILS, CSV_HEADER } from '../../src/core/exchange/csvLines';
import { termbaseOfCsv } from '../../src/core/exchange/csvTermbase';
import { csvOfFacts, FACT_COLUMNS } from '../../scripts/release/factsCsv';
import { fileOfTermbase } from '../../src/core/exchange/json';
import { skosOfTermbase, RECORD_LICENSE } from '../../src/core/exchange/skos';
import { builtinTermbase } from '../../src/core/termbase/builtin';
import { loadTermbase } from '../../src/core/termbase/load';

const ROOT = join(__dirname, '../..');
const BASE = 'https://example.org/terms/';
const termbase = builtinTermbase();

function rowsOf(text: string): readonly (readonly string[])[] {
  const table = readCsv(text);
  assert.equal(table.kind, 'rows');
  return table.kind === 'rows' ? table.rows.map(({ fields }) => fields) : [];
}

describe('the release of the record', function () {
  this.timeout(60_000);
  const at = mkdtempSync(join(tmpdir(), 'migration-terms-'));
  const folder = join(at, 'out', 'release');
  const read = (name: (typeof RELEASE_FILES)[number]): string => readFileSync(join(folder, name), 'utf8');
  const run = (...argv: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'scripts/dataExport.ts', ...argv], { cwd: ROOT, encoding: 'utf8' });
  let valid: ValidateFunction;
  before(() => {
    const { status, stderr, stdout } = run('--output', folder, '--base', BASE);
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(
      stdout,
      new RegExp(`^${termbase.concepts.size} concepts and ${termbase.facts.size} facts written to `),
    );
    valid = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(
      JSON.parse(read('migration-terms.schema.json')),
    );
  });
  after(() => rmSync(at, { recursive: true, force: true }));

  it('consists of exactly these files', () => {
    assert.deepEqual(readdirSync(folder).sort(), [...RELEASE_FILES].sort());
    assert.deepEqual(readdirSync(join(at, 'out')), ['release']);
  });

  it('has the whole record as JSON that its schema accepts', () => {
    const file = JSON.parse(read('migration-terms.json'));
    const { $schema, ...content } = file;
    assert.ok(valid(file), valid.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`).join('\n'));
    assert.equal($schema, 'migration-terms.schema.json');
    assert.deepEqual(content, JSON.parse(JSON.stringify(fileOfTermbase(termbase))));
    assert.deepEqual(loadTermbase([{ file: 'release', content: file }]).problems, []);
  });

  it('has a schema that rejects anything else', () => {
    const file = JSON.parse(read('migration-terms.json'));
    const [fact] = file.facts;
    const faults = [
      { version: 2 },
      { facts: undefined },
      { more: [] },
      { facts: [{ ...fact, sources: undefined }] },
      { facts: [{ ...fact, reviewed: 'today' }] },
    ];
    for (const wrong of faults.map((fault) => ({ ...file, ...fault }))) {
      assert.equal(valid(JSON.parse(JSON.stringify(wrong))), false);
    }
  });

  it('has the concepts as SKOS below the base', () => {
    assert.equal(
      read('migration-terms.skos.jsonld'),
      skosOfTermbase(termbase, { base: BASE, license: RECORD_LICENSE }),
    );
    assert.match(read('migration-terms.skos.jsonld'), /"https:\/\/example\.org\/terms\/iom"/);
  });

  it('has valid TBX-Basic', () => assert.deepEqual(checkTbx(read('migration-terms.tbx')), []));

  it('has a table of names that can be imported', () => {
    assert.deepEqual(rowsOf(read('names.csv'))[0], [...CSV_HEADER, ...CSV_DETAILS]);
    assert.equal(termbaseOfCsv(read('names.csv'), termbase).known, rowsOf(read('names.csv')).length - 1);
  });

  it('has a table of facts, one row each, with their sources as citations', () => {
    const [header, ...rows] = rowsOf(read('facts.csv'));
    assert.deepEqual(header, [...FACT_COLUMNS]);
    assert.deepEqual(
      rows.map(([id]) => id),
      [...termbase.facts.keys()].sort(),
    );
    for (const row of rows) {
      const field = (name: (typeof FACT_COLUMNS)[number]): string => row[FACT_COLUMNS.indexOf(name)]!;
      const { sources, statement, reviewed = '' } = termbase.facts.get(row[0]!)!;
      assert.equal(row.length, FACT_COLUMNS.length);
      assert.deepEqual(
        [field('statement (en)'), field('statement (fr)'), field('statement (es)'), field('reviewed')],
        [statement.en, statement.fr, statement.es, reviewed],
      );
      assert.equal(field('sources').split(' | ').length, sources.length, row[0]);
      assert.doesNotMatch(row.join(''), /undefined|\[object/);
    }
  });

  it('has every source as BibTeX', () =>
    assert.equal(read('sources.bib').match(/^@misc\{/gm)?.length, termbase.sources.size));

  it('describes each file, the extent and age of the record, and its licence', () => {
    const page = read('README.md');
    for (const name of RELEASE_FILES.filter((each) => each !== 'README.md'))
      assert.ok(page.includes(`\`${name}\``), name);
    for (const count of [termbase.concepts.size, termbase.names.size, termbase.facts.size, termbase.sources.size])
      assert.ok(page.includes(`| ${count} |`));
    assert.match(page, /Date of the data: \d{4}-\d{2}-\d{2}/);
    assert.equal(read('LICENSE'), readFileSync(join(ROOT, 'LICENSE'), 'utf8'));
  });

  for (const [argv, stated] of [
    [['--base', 'terms'], /No release is written\. --base "terms" is no address/],
    [['--nope'], /No release is written\. Unknown option/],
    [['--output', ROOT], /which is not a file of a release/],
  ] as const) {
    it(`says what is wrong with ${argv.join(' ')}`, () => {
      const { status, stderr } = run(...argv);
      assert.equal(status, 1);
      assert.match(stderr, stated);
      assert.doesNotMatch(stderr, /\n\s+at /);
    });
  }
});

describe('a folder that is written as a whole', () => {
  let at: string;
  let folder: string;
  beforeEach(() => {
    at = mkdtempSync(join(tmpdir(), 'migration-terms-'));
    folder = join(at, 'release');
  });
  afterEach(() => rmSync(at, { recursive: true, force: true }));
  const OLD = new Map([
    ['a', 'old'],
    ['b', 'old'],
  ]);

  it('replaces one with the same files, and an empty one', () => {
    mkdirSync(folder);
    writeFolder(folder, OLD, 'a');
    writeFolder(
      folder,
      new Map([
        ['a', 'new'],
        ['b', 'new'],
      ]),
      'a',
    );
    assert.deepEqual([readFileSync(join(folder, 'b'), 'utf8'), readdirSync(at)], ['new', ['release']]);
  });

  it('keeps the former one if a file cannot be written, and leaves nothing else', () => {
    writeFolder(folder, OLD, 'a');
    assert.throws(
      () =>
        writeFolder(
          folder,
          new Map([
            ['a', 'new'],
            ['b', 'new'],
            ['no/such/folder', ''],
          ]),
          'a',
        ),
      /ENOENT/,
    );
    assert.deepEqual(
      [readFileSync(join(folder, 'a'), 'utf8'), readdirSync(folder), readdirSync(at)],
      ['old', ['a', 'b'], ['release']],
    );
  });

  it('never replaces other files', () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'b'), 'mine');
    assert.throws(() => writeFolder(folder, OLD, 'a'), /contains no release: "a" is missing/);
    writeFileSync(join(folder, 'c'), 'mine');
    assert.throws(() => writeFolder(folder, OLD, 'a'), /contains "c", which is not a file of a release/);
    assert.throws(() => writeFolder(join(folder, 'b'), OLD, 'a'), /is not a folder/);
    assert.equal(readFileSync(join(folder, 'b'), 'utf8'), 'mine');
    assert.equal(existsSync(join(folder, 'a')), false);
  });
});

describe('a table of facts', () => {
  it('has no field that a spreadsheet executes', () => {
    const fact = {
      id: 'f',
      subject: 'a',
      property: 'staff',
      value: '=1+1',
      unit: '@x',
      section: 'contemporary-role',
      statement: { en: '=HYPERLINK(1)' },
      confidence: 'B',
      sources: ['s'],
      conflicts: [{ value: '-1', sources: ['s'], verdict: { en: 'Ours.' } }],
    };
    const name = { id: 'a', because: { en: 'So.' }, sources: ['s'], terms: [{ text: 'Alpha Body', lang: 'en' }] };
    const content = {
      concepts: [{ id: 'a', kind: 'body', definition: { en: 'A.' }, names: [name] }],
      facts: [fact],
      sources: [{ id: 's', title: 'Book', publisher: '+House', issued: '2020', URL: 'https://example.org' }],
    };
    const [, row] = rowsOf(csvOfFacts(loadTermbase([{ file: 'x.json', content }]).termbase));
    const citation = '+House, “Book” (2020) <https://example.org>';
    assert.deepEqual(row, [
      'f',
      'a',
      'Alpha Body',
      'contemporary-role',
      'staff',
      "'=1+1",
      "'@x",
      '',
      '',
      '',
      '',
      'B',
      "'=HYPERLINK(1)",
      '',
      '',
      `'${citation}`,
      `'-1: Ours. [${citation}]`,
    ]);
  });
});
