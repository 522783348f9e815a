import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { LANGS } from '../src/core/document';
import { LANGUAGE_IDS } from '../src/core/prose/languageIds';
import { RULES, SEVERITIES } from '../src/core/rules';

// Compares the lists of the manifest and the rule pages with those of the core.

const ROOT = resolve(__dirname, '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

describe('the manifest', () => {
  const manifest = JSON.parse(read('package.json'));
  const titles: Record<string, string> = JSON.parse(read('package.nls.json'));
  const settings = manifest.contributes.configuration.properties;
  const sorted = (values: Iterable<string>): string[] => [...values].sort();

  it('has a setting for every rule, with every level', () => {
    const { properties } = settings['migrationTerms.rules'];
    assert.deepEqual(Object.keys(properties), [...RULES]);
    for (const rule of RULES)
      assert.deepEqual(sorted(properties[rule].enum), sorted([...SEVERITIES, 'off', 'default']), rule);
  });

  it('offers the languages that the core knows', () => {
    assert.deepEqual(sorted(settings['migrationTerms.language'].enum), sorted(['auto', ...LANGS]));
  });

  it('offers the editor commands in every language that is checked', () => {
    const menus: { command: string; when: string }[] = manifest.contributes.menus['editor/context'];
    assert.ok(menus.length > 0);
    for (const { command, when } of menus)
      assert.deepEqual(sorted(/\^\(([\w|]+)\)\$/.exec(when)![1]!.split('|')), sorted(LANGUAGE_IDS), command);
  });

  it('has a title for everything that it shows, and no unused title', () => {
    const used = new Set([...JSON.stringify(manifest).matchAll(/"%([^"%]+)%"/g)].map(([, key]) => key!));
    assert.deepEqual(sorted(used), sorted(Object.keys(titles)));
    for (const { command, title } of manifest.contributes.commands) assert.ok(titles[title.slice(1, -1)], command);
  });
});

describe('the rule pages', () => {
  const index = read('docs/rules/README.md');
  for (const rule of RULES) {
    it(`cover ${rule}`, () => {
      const page = read(`docs/rules/${rule}.md`);
      assert.ok(page.startsWith(`# ${rule}\n`), 'the title is the rule');
      assert.ok(index.includes(`(${rule}.md)`), 'the index links to it');
      for (const way of [`"${rule}": "off"`, `--rule ${rule}=off`, `migration-terms-disable-next-line ${rule}`]) {
        assert.ok(page.includes(way), `how to switch it off: ${way}`);
      }
    });
  }
});
