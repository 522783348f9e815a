import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

// The pages that people read: each link leads somewhere, and README.md is short and speaks of what the window shows.

const ROOT = resolve(__dirname, '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const pagesIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder))
    .filter((file) => file.endsWith('.md'))
    .map((file) => join(folder, file));
const PAGES = [...pagesIn('.'), ...pagesIn('docs'), ...pagesIn('docs/rules'), 'data/README.md', 'src/README.md'];

const withoutCode = (page: string): string => page.replace(/^```[^]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');
const linksOf = (page: string): string[] =>
  [...withoutCode(page).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, link]) => link!);

/** The anchors of the headings, as GitHub makes them. */
function anchorsOf(page: string): string[] {
  const headings = page.replace(/^```[^]*?^```$/gm, '').matchAll(/^#+ (.+)$/gm);
  return [...headings].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe('the links of', () => {
  for (const path of PAGES) {
    it(`${path} lead to files and headings`, () => {
      const dangling = linksOf(read(path)).filter((link) => {
        const [file = '', anchor] = link.split('#');
        const target = file === '' ? path : join(dirname(path), file);
        return !existsSync(join(ROOT, target)) || (anchor !== undefined && !anchorsOf(read(target)).includes(anchor));
      });
      assert.deepEqual(dangling, []);
    });
  }
});

describe('README.md', () => {
  const readme = read('README.md');

  it('has at most 900 words', () => {
    assert.ok(readme.split(/\s+/).length <= 900, String(readme.split(/\s+/).length));
  });

  it('has at most four pictures, and no other is kept', () => {
    const pictures = linksOf(readme).filter((link) => link.endsWith('.png'));
    assert.ok(pictures.length <= 4);
    assert.deepEqual(
      pictures.sort(),
      readdirSync(join(ROOT, 'docs/images'))
        .map((file) => `docs/images/${file}`)
        .sort(),
    );
  });

  it('leads to every page of docs that is not for developers', () => {
    const linked = new Set(linksOf(readme).map((link) => link.split('#')[0]));
    const developers = ['docs/keeping-current.md'];
    assert.deepEqual(
      pagesIn('docs').filter((page) => !linked.has(page)),
      developers,
    );
  });

  it('names the packed files of this version', () => {
    const { name, version } = JSON.parse(read('package.json'));
    const files = new Set([...readme.matchAll(/[\w-]+-(?:\d+\.)+(?:vsix|tgz)/g)].map(([file]) => file));
    assert.deepEqual([...files].sort(), [`${name}-${version}.tgz`, `${name}-${version}.vsix`]);
  });
});

describe('the commands', () => {
  const { commands, menus } = JSON.parse(read('package.json')).contributes;
  const titles: Record<string, string> = JSON.parse(read('package.nls.json'));
  const titleOf = (command: { title: string }): string => titles[command.title.slice(1, -1)]!;

  it('of docs/vscode.md are those of the palette, with their titles', () => {
    const hidden = new Set(
      menus.commandPalette
        .filter(({ when }: { when: string }) => when === 'false')
        .map(({ command }: { command: string }) => command),
    );
    const shown = commands.filter(({ command }: { command: string }) => !hidden.has(command)).map(titleOf);
    const [, table = ''] = /^\| Command \|.*\n\|[-|]+\n([^]*?)\n\n/m.exec(read('docs/vscode.md')) ?? [];
    const named = [...table.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, cell]) => cell!.split(', '));
    assert.deepEqual(named.sort(), shown.sort());
  });

  it('that README.md names in italics exist', () => {
    const ofTheEditor = ['Install from VSIX…', 'Install'];
    const known = new Set([...commands.map(titleOf), ...ofTheEditor]);
    const named = [...read('README.md').matchAll(/(?<!\*)\*(?!\*)(?:Migration Terms: )?([^*\n]+)\*(?!\*)/g)];
    assert.ok(named.length > 8);
    assert.deepEqual(
      named.map(([, title]) => title!).filter((title) => !known.has(title)),
      [],
    );
  });

  it('and the settings of docs/vscode.md are those of the manifest', () => {
    const { properties } = JSON.parse(read('package.json')).contributes.configuration;
    const named = [...read('docs/vscode.md').matchAll(/^\| `(migrationTerms\.\w+)` \|/gm)].map(([, name]) => name!);
    assert.deepEqual(named, Object.keys(properties));
  });
});
