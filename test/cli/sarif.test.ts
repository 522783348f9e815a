import assert from 'node:assert/strict';
import { messageWithReason } from '../../src/core/findings/reason';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { descriptorOf, sarifRules } from '../../src/cli/report/sarifRules';
import { artifactAt } from '../../src/cli/report/sarif';
import { RULES } from '../../src/core/rules';
import { docx, line } from '../support/docx';
import { CLEAN, WRONG, folder, runIn, type Folder } from './run';

const ROOT = resolve(__dirname, '../..');
const SAMPLES = join(ROOT, 'test/samples');
const GOLDEN = join(__dirname, 'golden/samples.sarif.txt');

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly snippet?: { readonly text: string };
}
interface Physical {
  readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
  readonly region: Region;
}
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: Physical;
    readonly logicalLocations?: readonly object[];
  }[];
  readonly relatedLocations?: readonly { readonly physicalLocation: Physical; readonly message: { text: string } }[];
  readonly fixes?: readonly {
    readonly artifactChanges: readonly {
      readonly replacements: readonly {
        readonly deletedRegion: Region;
        readonly insertedContent: { readonly text: string };
      }[];
    }[];
  }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}
interface Log {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: {
      readonly driver: { readonly version: string; readonly rules: readonly { readonly id: string }[] };
    };
    readonly columnKind: string;
    readonly results: readonly Result[];
    readonly invocations: readonly {
      readonly executionSuccessful: boolean;
      readonly toolExecutionNotifications: readonly object[];
    }[];
  }[];
}

const logOf = (out: string): Log => JSON.parse(out) as Log;
const physical = (result: Result): Physical => result.locations[0]!.physicalLocation;
const place = ({ startLine, startColumn, endLine, endColumn }: Region): string =>
  `${startLine}:${startColumn}-${endLine}:${endColumn}`;

/** The text of a region; lines and columns count from 1, and the end is exclusive. */
function textAt(text: string, { startLine, startColumn, endLine, endColumn }: Region): string {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(({ index, 0: end }) => index + end.length)];
  return text.slice(starts[startLine - 1]! + startColumn - 1, starts[endLine - 1]! + endColumn - 1);
}

describe('check --format sarif', () => {
  let at: Folder;
  afterEach(() => at?.remove());

  it('describes the sample documents as recorded (UPDATE=1 writes the record; read each change)', async () => {
    const { out, code } = await runIn(SAMPLES, 'check', '--format', 'sarif', '.');
    const [run] = logOf(out).runs;
    assert.equal(code, 1);
    const rows = run!.results.map((result) => {
      const { artifactLocation, region } = physical(result);
      const fixes = (result.fixes ?? []).map(({ artifactChanges }) =>
        artifactChanges[0]!.replacements.map(({ insertedContent }) => insertedContent.text).join(' … '),
      );
      // The newest count is a matter of the record.
      const current = result.ruleId === 'outdated-fact' ? fixes.map((fix) => fix.replace(/\d+/g, '#')) : fixes;
      return [
        `${artifactLocation.uri} ${place(region)} ${result.level} ${result.ruleId}`,
        `  ${JSON.stringify(region.snippet!.text)} -> ${JSON.stringify(current)}`,
        `  ${Object.entries(result.partialFingerprints).flat().join(' ')}`,
      ].join('\n');
    });
    const text = `${rows.join('\n')}\n`;
    if (process.env.UPDATE) writeFileSync(GOLDEN, text);
    assert.ok(existsSync(GOLDEN));
    assert.equal(text, readFileSync(GOLDEN, 'utf8').replaceAll('\r\n', '\n'));
  });

  it('agrees with JSON: the same findings, regions with their text, and replacements that are the edits', async () => {
    const { out } = await runIn(SAMPLES, 'check', '--format', 'sarif', '.');
    const [run] = logOf(out).runs;
    const { files } = JSON.parse((await runIn(SAMPLES, 'check', '--format', 'json', '.')).out);
    const expected = files.flatMap(({ path, findings }: { path: string; findings: readonly Record<string, never>[] }) =>
      findings.map((finding) => ({ path, ...finding })),
    );
    assert.equal(run!.results.length, expected.length);
    run!.results.forEach((result, i) => {
      const finding = expected[i]!;
      const text = readFileSync(join(SAMPLES, finding.path), 'utf8');
      assert.equal(physical(result).artifactLocation.uri, finding.path);
      assert.equal(textAt(text, physical(result).region), finding.text);
      assert.equal(result.message.text, messageWithReason(finding, ' '));
      assert.deepEqual(
        (result.relatedLocations ?? []).map(({ physicalLocation: { region } }) => textAt(text, region)),
        finding.evidence.map((each: { text: string }) => each.text),
      );
      assert.deepEqual(
        (result.fixes ?? []).map(({ artifactChanges }) =>
          artifactChanges[0]!.replacements.map((each) => [textAt(text, each.deletedRegion), each.insertedContent.text]),
        ),
        finding.fixes.map(({ edits }: { edits: readonly { start: number; end: number; newText: string }[] }) =>
          edits.map(({ start, end, newText }) => [text.slice(start, end), newText]),
        ),
      );
    });
  });

  it('has one run that describes all rules, and whose results refer to them', async () => {
    at = folder({ 'a.md': `# Note\r\n\r\n😀 ${WRONG}`, 'b.md': CLEAN, 'c.md': WRONG });
    const { out, err, code } = await at.run('check', '--format', 'sarif', '.');
    const log = logOf(out);
    assert.deepEqual([code, err, log.version, log.runs.length], [1, '', '2.1.0', 1]);
    const [{ tool, columnKind, results, invocations }] = log.runs as [Log['runs'][number]];
    assert.equal(tool.driver.version, JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version);
    assert.deepEqual(
      tool.driver.rules.map(({ id }) => id),
      [...RULES],
    );
    assert.equal(columnKind, 'utf16CodeUnits');
    assert.deepEqual(invocations, [{ executionSuccessful: true, toolExecutionNotifications: [] }]);
    assert.deepEqual(
      results.map((result) => [physical(result).artifactLocation.uri, place(physical(result).region), result.level]),
      [
        ['a.md', '3:4-3:8', 'warning'],
        ['c.md', '1:1-1:5', 'warning'],
      ],
    );
    for (const { ruleId, ruleIndex } of results) assert.equal(tool.driver.rules[ruleIndex]!.id, ruleId);
  });

  for (const [what, files, argv] of [
    ['there is no finding', { 'a.md': CLEAN }, ['.']],
    ['the first file has no finding', { 'a.md': CLEAN, 'b.md': WRONG }, ['.']],
    ['there is no file', {}, []],
  ] as const) {
    it(`is valid JSON if ${what}`, async () => {
      at = folder(files);
      const { out } = await at.run('check', '--format', 'sarif', ...argv);
      assert.equal(logOf(out).runs[0]!.results.length, 'b.md' in files ? 1 : 0);
    });
  }

  it('names files that could not be read, and says that the run was not successful', async () => {
    at = folder({ 'a.md': WRONG, 'old text.doc': 'x' });
    const { out, code } = await at.run('check', '--format', 'sarif', '.', 'missing.md');
    const [{ invocations, results }] = logOf(out).runs as [Log['runs'][number]];
    assert.deepEqual([code, results.length], [2, 1]);
    const location = (uri: string): object => ({
      physicalLocation: { artifactLocation: { uri, uriBaseId: '%SRCROOT%' } },
    });
    assert.deepEqual(invocations, [
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          {
            level: 'error',
            message: { text: 'Not read: no such file or folder' },
            locations: [location('missing.md')],
          },
          {
            level: 'warning',
            message: { text: 'Not read: the format of this document is not supported.' },
            locations: [location('old%20text.doc')],
          },
        ],
      },
    ]);
  });

  it('gives the paragraph of a Word document, and no replacement', async () => {
    at = folder({ 'brief.docx': docx({ body: line('One.') + line('The International Office of Migration helps.') }) });
    const [result] = logOf((await at.run('check', '--format', 'sarif', '.')).out).runs[0]!.results;
    assert.match(result!.message.text, /^paragraph 2: “International Office of Migration” was never its name/);
    assert.equal(result!.fixes, undefined);
    assert.deepEqual(result!.locations, [
      {
        physicalLocation: {
          artifactLocation: { uri: 'brief.docx', uriBaseId: '%SRCROOT%' },
          region: { startLine: 1 },
        },
        logicalLocations: [{ name: 'paragraph 2', fullyQualifiedName: 'paragraph 2', kind: 'paragraph' }],
      },
    ]);
  });

  it('numbers equal findings, and keeps the fingerprints of lines that move', async () => {
    at = folder({
      'a.md': `${WRONG}\n${WRONG}\nAn end.\n`,
      'b.md': `A title\n\nA line.\n\n${WRONG}\nAn end.\n\n${WRONG}`,
    });
    const { results } = logOf((await at.run('check', '--format', 'sarif', '.')).out).runs[0]!;
    const prints = results.map(({ partialFingerprints }) => partialFingerprints['lineWords/v1']!);
    assert.deepEqual(
      prints.map((print) => print.split(':')[1]),
      ['1', '2', '1', '2'],
    );
    assert.deepEqual(prints.slice(0, 2), prints.slice(2));
  });
});

describe('a location in SARIF', () => {
  const base = { uriBaseId: '%SRCROOT%' };
  for (const [path, expected] of [
    ['docs/a.md', { uri: 'docs/a.md', ...base }],
    ['a b/é#?.md', { uri: 'a%20b/%C3%A9%23%3F.md', ...base }],
    ['c:d.md', { uri: 'c%3Ad.md', ...base }],
    ['100%.md', { uri: '100%25.md', ...base }],
    ['\ud800.md', { uri: '%EF%BF%BD.md', ...base }],
    ['-', { uri: '-', ...base }],
    ...(process.platform === 'win32' ? [] : ([['/x/a b.md', { uri: 'file:///x/a%20b.md' }]] as const)),
  ] as const)
    it(`of ${JSON.stringify(path)} is ${JSON.stringify(expected.uri)}`, () =>
      assert.deepEqual(artifactAt(path), expected));
});

describe('the rules in SARIF', () => {
  interface Described {
    readonly id: string;
    readonly name: string;
    readonly shortDescription: { readonly text: string };
    readonly fullDescription: { readonly text: string };
    readonly help: { readonly text: string; readonly markdown: string };
    readonly defaultConfiguration: { readonly level: string };
  }

  for (const {
    id,
    name,
    shortDescription,
    fullDescription,
    help,
    defaultConfiguration,
  } of sarifRules() as readonly Described[]) {
    it(`describe ${id} as its page does`, () => {
      assert.match(name, /^(?:[A-Z][a-z]+)+$/);
      assert.match(shortDescription.text, /^[A-Z][^\n]*\.$/);
      assert.ok(fullDescription.text.startsWith(`${shortDescription.text} `));
      assert.ok(
        fullDescription.text.length <= 1024 && !fullDescription.text.includes('\n'),
        'GitHub limits its length',
      );
      assert.match(help.markdown, new RegExp(`^# ${id}\\n`));
      assert.doesNotMatch(help.markdown, /\.md\)|All rules/);
      assert.doesNotMatch(help.text, /^#|^\`\`\`/m);
      const [, levels] =
        new RegExp(`^\\| \\[${id}\\].*\\| ([a-z, ]+) \\|$`, 'm').exec(
          readFileSync(join(ROOT, 'docs/rules/README.md'), 'utf8'),
        ) ?? [];
      assert.equal(defaultConfiguration.level, levels!.startsWith('warning') ? 'warning' : 'note');
    });
  }

  it('have no link that only works in the folder of the pages', () => {
    const page = '# a\n\nOne.\n\n## Why\n\nSee [b](b.md).\n\n## Level\n\nHint.\n\n[All rules](README.md)\n';
    const { help, fullDescription } = descriptorOf('wrong-status', page) as Described;
    assert.equal(help.markdown, '# a\n\nOne.\n\n## Why\n\nSee b.\n\n## Level\n\nHint.\n');
    assert.equal(fullDescription.text, 'One. See b.');
  });
});
