import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { judgingBy } from '../../src/cli/config';
import { NO_CONFIG } from '../../src/core/config/config';
import { folder, MISNOMER, MISNOMER_FIXED, RIGHT, runIn, WRONG, type Ran } from './run';

const OFF = '{ "rules": { "anachronistic-name": "off" } }';
const ERROR = '{ "rules": { "anachronistic-name": "error" } }';

describe('the configuration of folders, on the command line', () => {
  const run = async (files: Record<string, string>, ...argv: string[]): Promise<Ran> => {
    const at = folder(files);
    const ran = await at.run(...argv);
    at.remove();
    return ran;
  };
  /** The findings, as `path severity`. */
  const found = ({ out }: Ran): string[] =>
    JSON.parse(out).files.flatMap(
      ({ path, findings }: { path: string; findings: { severity: string; rule: string }[] }) =>
        findings
          .filter(({ rule }) => rule === 'anachronistic-name')
          .map(({ severity }) => `${path.replaceAll('\\', '/')} ${severity}`),
    );
  const NESTED = {
    '.migration-terms.json': OFF,
    'a.md': WRONG,
    'in/b.md': WRONG,
    'in/deep/.migration-terms.json': ERROR,
    'in/deep/c.md': WRONG,
    'in/deep/er/d.md': WRONG,
  };

  it('applies to the folders below, and an inner one overrides an outer one', async () => {
    for (const path of ['.', 'in', 'in/deep']) {
      assert.deepEqual(
        found(await run(NESTED, 'check', '--format', 'json', path)),
        ['in/deep/c.md error', 'in/deep/er/d.md error'],
        path,
      );
    }
    assert.deepEqual(found(await run(NESTED, 'check', '--format', 'json', 'a.md', 'in/deep/er/d.md')), [
      'in/deep/er/d.md error',
    ]);
  });

  it('applies to text from a pipe, and to fix', async () => {
    const at = folder({
      '.migration-terms.json': '{ "rules": { "deprecated-name": "off" } }',
      'in/deep/.migration-terms.json': '{ "rules": { "deprecated-name": "default" } }',
      'a.md': MISNOMER,
      'in/deep/c.md': MISNOMER,
    });
    assert.equal((await at.pipe(MISNOMER, 'check', '-')).code, 0);
    await at.run('fix', '--write', '.');
    assert.equal(at.bytes('a.md').toString(), MISNOMER);
    assert.equal(at.bytes('in/deep/c.md').toString(), MISNOMER_FIXED);
    at.remove();
  });

  it('suppresses accepted findings in check and fix, and --no-config reports them', async () => {
    const text =
      'The choir of the ICEM veterans sings to migrants each year.\n\nICEM assists migrants in forty countries.\n';
    const files = {
      '.migration-terms.json':
        '{ "accepted": [{ "rule": "superseded-name", "text": "ICEM", "around": "the choir of the ICEM veterans" }] }',
      'a.md': text,
    };
    const lines = ({ out }: Ran): number[] =>
      JSON.parse(out).files.flatMap(({ findings }: { findings: { range: { start: { line: number } } }[] }) =>
        findings.map(({ range }) => range.start.line),
      );
    assert.deepEqual(lines(await run(files, 'check', '--format', 'json', '.')), [2]);
    assert.deepEqual(lines(await run(files, 'check', '--format', 'json', '--no-config', '.')), [0, 2]);
  });

  it('ignores the words of one fact only, and says so of an entry that names none', async () => {
    const text = 'The Compact has 5 objectives. The International Migration Review Forum takes place every 5 years.\n';
    const names = async (accepted: object): Promise<string> => {
      const files = { '.migration-terms.json': JSON.stringify({ accepted: [accepted] }), 'a.md': text };
      const { out, err } = await run(files, 'check', '--format', 'json', '.');
      const found = JSON.parse(out).files.flatMap(({ findings }: { findings: { name: string }[] }) =>
        findings.map(({ name }) => name),
      );
      return `${found.join()} ${err}`;
    };
    const five = { rule: 'fact-mismatch', text: '5' };
    assert.equal(await names({ ...five, name: 'gcm-objectives' }), 'imrf-cycle ');
    assert.match(await names(five), /^ \.migration-terms\.json: 1 ignored finding does not say which fact[^\n]*\n$/);
  });

  it('is overridden by options, by a named file, and by --no-config', async () => {
    const files = { ...NESTED, 'c.json': '{ "rules": { "anachronistic-name": "hint" } }' };
    const all = (severity: string): string[] =>
      ['a.md', 'in/b.md', 'in/deep/c.md', 'in/deep/er/d.md'].map((path) => `${path} ${severity}`);
    assert.deepEqual(
      found(await run(files, 'check', '--format', 'json', '--rule', 'anachronistic-name=information', '.')),
      all('information'),
    );
    assert.deepEqual(found(await run(files, 'check', '--format', 'json', '--config', 'c.json', '.')), all('hint'));
    assert.deepEqual(found(await run(files, 'check', '--format', 'json', '--no-config', '.')), all('warning'));
    assert.match(
      (await run(files, 'check', '--no-config', '--config', 'c.json', '.')).err,
      /^migration-terms: Choose one: --config FILE or --no-config\./,
    );
  });

  it('sets the language and the termbases', async () => {
    const files = {
      'docs/.migration-terms.json': '{ "termbases": ["../set/house.json"] }',
      'set/house.json': '{ "retire": ["icem"] }',
      'docs/a.md': WRONG,
    };
    assert.equal((await run(files, 'check', '.')).code, 0);
    assert.equal((await run(files, 'check', '--no-config', '.')).code, 1);
    const french = { ...NO_CONFIG, language: 'fr' as const };
    assert.equal(judgingBy({ rules: {}, lang: undefined }, french).lang, 'fr');
    assert.equal(judgingBy({ rules: {}, lang: 'es' }, french).lang, 'es');
  });

  it('sets the termbases for commands that read only the termbase', async () => {
    const files = {
      '.migration-terms.json': '{ "termbases": ["set/house.json"] }',
      'set/house.json': '{ "retire": ["icem"] }',
    };
    assert.match((await run({}, 'lookup', 'ICEM')).out, /"ICEM": superseded/);
    assert.doesNotMatch((await run(files, 'lookup', 'ICEM')).out, /"ICEM": superseded/);
    assert.doesNotMatch((await run(files, 'export', 'csv')).out, /^ICEM,/m);
    const { code, err } = await run({ '.migration-terms.json': '[]' }, 'lookup', 'ICEM');
    assert.equal(code, 2);
    assert.match(err, /^\.migration-terms\.json:1:1: the configuration must be an object/);
  });

  it('excludes files from a walk, and those that are named unless they are forced', async () => {
    const files = {
      '.migration-terms.json': '{ "exclude": ["**/archive/**"] }',
      'archive/a.md': WRONG,
      'in/.migration-terms.json': '{ "exclude": ["draft-*.md"] }',
      'in/draft-1.md': WRONG,
      'in/b.md': WRONG,
      'in/archive/broken/.migration-terms.json': '{',
    };
    const ran = await run(files, 'check', '--format', 'json', '.');
    assert.deepEqual([found(ran), ran.err], [['in/b.md warning'], '']);
    const named = ['check', '--format', 'json', 'archive/a.md'];
    const left = await run(files, ...named);
    assert.deepEqual(
      [left.code, found(left), left.err],
      [0, [], 'Not read, as a configuration excludes it: archive/a.md. --no-exclude reads it.\n'],
    );
    assert.deepEqual(found(await run(files, ...named, 'in/b.md')), ['in/b.md warning']);
    assert.deepEqual(found(await run(files, ...named, '--no-exclude')), ['archive/a.md warning']);
    const fixed = await run(files, 'fix', 'archive/a.md');
    assert.deepEqual([fixed.code, fixed.out], [0, '']);
    assert.match(fixed.err, /^archive\/a\.md: not changed, as a configuration excludes it\./);
    const byName = { 'set/c.json': '{ "exclude": ["a.md"] }', 'set/a.md': WRONG, 'a.md': WRONG };
    assert.deepEqual(found(await run(byName, 'check', '--format', 'json', '--config', 'set/c.json', '.')), [
      'a.md warning',
    ]);
  });

  it('that is faulty is reported with its place, and the others apply', async () => {
    const broken: readonly (readonly [string, RegExp])[] = [
      [
        '{\n  "rules": { "superseded-nme": "off", "anachronistic-name": "error" }\n}',
        /^in\/\.migration-terms\.json:2:14: there is no rule "superseded-nme"\. Did you mean "superseded-name"\?[^\n]*\n$/,
      ],
      ['{ "rules": {', /^in\/\.migration-terms\.json:1:13: not valid JSON here[^\n]*\n$/],
    ];
    for (const [text, stated] of broken) {
      const ran = await run(
        { 'in/.migration-terms.json': text, 'in/a.md': WRONG, 'b.md': WRONG, 'c.md': RIGHT },
        'check',
        '--format',
        'json',
        '.',
      );
      assert.equal(ran.code, 2);
      assert.match(ran.err.replaceAll('\\', '/'), stated);
      assert.deepEqual(found(ran), ['b.md warning', `in/a.md ${text.endsWith('}') ? 'error' : 'warning'}`]);
    }
    const { err } = await run({ '.migration-terms.json/x': '', 'a.md': WRONG }, 'check', 'a.md');
    assert.equal(err, '.migration-terms.json: cannot read the configuration: is a folder\n');
  });

  it('is searched for in all folders above a path, wherever the command runs', async () => {
    const at = folder({
      'here/x.md': RIGHT,
      '.migration-terms.json': ERROR,
      'there/.migration-terms.json': OFF,
      'there/a.md': WRONG,
      'other/b.md': WRONG,
    });
    const other = folder({ 'z.md': WRONG });
    const ran = await other.run('check', '--format', 'json', `${at.path}/there`, `${at.path}/other`, 'z.md');
    assert.deepEqual(
      found(ran).map((each) => basename(each)),
      ['b.md error', 'z.md warning'],
    );
    const below = await runIn(join(at.path, 'other'), 'check', '--format', 'json');
    assert.deepEqual(found(below), ['b.md error']);
    at.remove();
    other.remove();
  });

  it('excludes and ignores from the folders above, wherever the command runs', async () => {
    const at = folder({
      '.migration-terms.json': JSON.stringify({
        exclude: ['**/old/**'],
        accepted: [{ rule: 'anachronistic-name', text: 'ICEM', name: 'icem' }],
      }),
      'in/old/a.md': MISNOMER,
      'in/b.md': WRONG,
    });
    const ran = await runIn(join(at.path, 'in'), 'check', '.', 'old/a.md');
    assert.equal(ran.code, 0);
    assert.match(ran.err, /^Not read, as a configuration excludes it: old\/a\.md\./);
    at.remove();
  });

  it('of a link is that above the link and that above its target, which wins', async () => {
    const at = folder({
      'real/.migration-terms.json': ERROR,
      'real/in/a.md': WRONG,
      'links/.migration-terms.json': '{ "rules": { "anachronistic-name": "hint", "superseded-name": "off" } }',
      'links/b.md': WRONG,
      'kept/.migration-terms.json': '{ "exclude": ["in"] }',
      'kept/in/c.md': WRONG,
    });
    symlinkSync(join(at.path, 'real/in/a.md'), join(at.path, 'links/a.md'));
    symlinkSync(join(at.path, 'kept/in/c.md'), join(at.path, 'links/c.md'));
    symlinkSync(join(at.path, 'real/in'), join(at.path, 'links/in'));
    for (const paths of [
      ['links', 'links/in'],
      ['links/a.md', 'links/b.md', 'links/in/a.md'],
    ])
      assert.deepEqual(
        found(await at.run('check', '--format', 'json', ...paths)),
        ['links/a.md error', 'links/b.md hint', 'links/in/a.md error'],
        paths.join(' '),
      );
    at.remove();
  });
});

describe('a report as CSV', () => {
  it('has a header and a row for each finding, and no cell that a spreadsheet would execute', async () => {
    const at = folder({ '=a.md': `\n\nToday ${WRONG}`, 'b.md': RIGHT });
    const { code, out, err } = await at.run('check', '--format', 'csv', '.');
    at.remove();
    const [header, row, end] = out.split('\r\n');
    assert.deepEqual(
      [code, err, header, end],
      [1, '', 'file,line,column,paragraph,severity,certainty,rule,text,message,because,replacement,sources', ''],
    );
    assert.match(row!, /^'=a\.md,3,7,,warning,certain,anachronistic-name,ICEM,.*,IOM,.*<https:/);
  });

  it('has only the header if nothing is found', async () => {
    const at = folder({ 'b.md': RIGHT });
    assert.equal((await at.run('check', '--format', 'csv', '.')).out.split('\r\n').length, 2);
    assert.match((await at.run('check', '--format', 'csv', '--explain', '.')).err, /--explain requires/);
    assert.match(
      (await at.run('lookup', '--format', 'csv')).err,
      /--format cannot be "csv"; it is one of text, json\./,
    );
    at.remove();
  });
});
