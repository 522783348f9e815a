import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArguments } from '../../src/cli/arguments';
import { check } from '../../src/core/check';
import { ALLOW_REASONS, type Finding } from '../../src/core/finding';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { RULES, SEVERITIES } from '../../src/core/rules';
import { builtinTermbase } from '../../src/core/termbase/builtin';
import { annotatedDocuments, withoutNotes } from '../support/annotated';
import { folder } from './run';

const ROOT = resolve(__dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const findingsIn = (text: string): readonly Finding[] =>
  check({ text, languageId: 'markdown', lang: 'auto' }, builtinTermbase(), DEFAULT_OPTIONS).findings;

/** Levels that the annotated documents and the rule pages do not show. */
const MORE = [
  'IOM employs 12,000 staff.',
  'IOM employs 90,000 staff.',
  'IOM moved to another house. In 1995 the office in Rome opened. ICEM helped migrants there.',
  `${'The migrants were accom-\nmodated in camps. '.repeat(12)}The Internation Organization for Migration published the figures.`,
];

describe('the levels of rules', () => {
  const inTable = (page: string, rule: string): string | undefined =>
    new RegExp(`^\\| \\[${rule}\\]\\(.*\\| ([a-z, ]+) \\|$`, 'm').exec(read(page))?.[1];
  const shown = new Map<string, Set<string>>();
  before(function () {
    this.timeout(60_000);
    const texts = [
      ...annotatedDocuments(join(ROOT, 'test/check')).map((file) => withoutNotes(readFileSync(file, 'utf8'))),
      ...RULES.map((rule) => read(`docs/rules/${rule}.md`)),
      ...MORE,
    ];
    for (const { rule, severity } of texts.flatMap(findingsIn))
      shown.set(rule, (shown.get(rule) ?? new Set()).add(severity));
  });

  for (const rule of RULES) {
    it(`of ${rule} are the documented ones, in the index and on its page`, () => {
      const levels = SEVERITIES.filter((level) => shown.get(rule)?.has(level)).join(', ');
      assert.equal(inTable('docs/rules/README.md', rule), levels);
      const [, stated = ''] = /^## Level\n([^]*?)^## /m.exec(read(`docs/rules/${rule}.md`)) ?? [];
      // No rule has the default level “error”, but the word may occur.
      assert.equal(
        SEVERITIES.slice(1)
          .filter((level) => new RegExp(`\\b${level}\\b`, 'i').test(stated))
          .join(', '),
        levels,
      );
    });
  }
});

describe('the page on how it decides', () => {
  it('quotes the message of each of its sentences, and no other', () => {
    const page = read('docs/how-it-decides.md');
    const sentences = [...page.matchAll(/^> (.+)$/gm)].map(([, text]) => text!);
    const messages = [...page.matchAll(/^Message: (.+)$/gm)].map(([, text]) => text!);
    assert.equal(sentences.length, 4);
    assert.deepEqual(
      sentences.flatMap((text) => findingsIn(text).map(({ message }) => message)),
      messages,
    );
  });
});

describe('the reasons of --explain', () => {
  it('are each explained', () => {
    const rows = [...read('docs/rules/README.md').matchAll(/^\| `([a-z-]+)` \| [A-Z].*\. \|$/gm)].map(
      ([, reason]) => reason,
    );
    assert.deepEqual(rows, [...ALLOW_REASONS]);
  });

  it('allow a lone abbreviation, as the page says', () => {
    const [, lone, anchored] =
      /So a lone "(.*?)" is allowed, and "(.*?)" is reported/.exec(read('docs/rules/README.md')) ?? [];
    assert.deepEqual(
      findingsIn(lone!).map(({ rule }) => rule),
      [],
    );
    assert.deepEqual(
      findingsIn(anchored!).map(({ rule }) => rule),
      ['superseded-name'],
    );
  });
});

describe('the termbase in docs/own-terms.md', () => {
  const [, example] = /```json\n(\{\n {2}"prefer"[^]*?)```/.exec(read('docs/own-terms.md')) ?? [];

  it('loads without a message, and has the described effect', async () => {
    const at = folder({
      'house.migration-terms.json': example!,
      'a.md':
        'The Regional Bureau advises governments. The Desk of the Region met. The Marrakech Compact on Migration was adopted.\n',
    });
    const { err, out } = await at.run('check', '--format', 'json', 'a.md');
    at.remove();
    const findings: readonly Finding[] = JSON.parse(out).files[0].findings;
    assert.equal(err, '');
    assert.deepEqual(
      findings.map(({ rule, text }) => `${rule} ${text}`),
      ['superseded-name Regional Bureau', 'deprecated-name Desk of the Region'],
    );
    assert.doesNotMatch(findings[0]!.message, /never/);
    for (const { because, sources, fixes } of findings) {
      assert.match(because, /Regional Desk/);
      assert.deepEqual([sources.length, fixes[0]!.edits[0]!.newText], [1, 'Regional Desk']);
    }
  });
});

describe('the command line in README.md and docs/command-line.md', () => {
  const pages = read('README.md') + read('docs/command-line.md');

  it('is installed as the package allows, which is not published', () => {
    const { private: isPrivate, bin, name, scripts } = JSON.parse(read('package.json'));
    assert.ok(isPrivate && scripts.build && scripts.package);
    for (const stated of [
      /`npm ci [^`]*npm run build`/,
      `\`node ${bin['migration-terms']}\``,
      `npm install -g ./${name}-`,
      `code --install-extension ${name}-`,
    ])
      assert.match(pages, new RegExp(stated));
    // A name alone would be searched for on npm.
    assert.doesNotMatch(pages, /npm (?:i|install) (?:-\w+ )*migration/);
  });

  it('is described with valid commands', () => {
    const lines = [...pages.matchAll(/^migration-terms (.*?)(?: +#.*| > .*)?$/gm)].map(([, line]) => line!);
    assert.ok(lines.length > 4);
    for (const line of lines)
      assert.notEqual(parseArguments(line.replaceAll('"', '').split(' ')).kind, 'mistake', line);
  });
});

describe('the command line as it is built', () => {
  it('targets the Node version that package.json requires', () => {
    const [, oldest] = /^>=(\d+)$/.exec(JSON.parse(read('package.json')).engines.node) ?? [];
    const targets = [...read('scripts/build.mjs').matchAll(/platform: 'node',\s+target: '(\w+)'/g)].map(
      ([, target]) => target,
    );
    assert.deepEqual(targets, [`node${oldest}`]);
  });
});
