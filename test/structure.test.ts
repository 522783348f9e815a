import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { files, IMPORTS, read, ROOT, show, SOURCES, within } from './support/sources';

// Enforces the architecture that src/README.md describes: which module may import which, and that every list is
// complete.

describe('the core', () => {
  it('imports nothing outside itself but data', () => {
    // fuse.js ranks the candidates of a near miss, fflate unpacks the data and the zip package of a Word document,
    // saxes reads its XML, without the entities that a document declares, and jsonc-parser locates a fault in JSON and
    // the strings of a notebook. zod checks what users write. All five are pure.
    const allowed = /^src\/core\/|^data\/.*\.json$|^fuse\.js$|^zod\/mini$/;
    const only = {
      'src/core/word/': /^fflate$|^saxes$/,
      'src/core/termbase/': /^fflate$|^jsonc-parser$/,
      'src/core/config/': /^jsonc-parser$/,
      'src/core/notebook/': /^jsonc-parser$/,
    };
    assert.deepEqual(
      within('src/core')
        .filter(({ to }) => !allowed.test(to))
        .filter(
          ({ from, to }) => !Object.entries(only).some(([folder, names]) => from.startsWith(folder) && names.test(to)),
        )
        .map(show),
      [],
    );
  });

  it('loads schemas only when it reads a file of a user', () => {
    const described = new Set(
      IMPORTS.filter(({ to, typeOnly }) => to === 'zod/mini' && !typeOnly).map(({ from }) => from),
    );
    const importers = within('src/core').filter(
      ({ to, from, typeOnly }) => described.has(`${to}.ts`) && !typeOnly && !described.has(from),
    );
    assert.deepEqual(
      [...new Set(importers.map(show))],
      [
        'src/core/config/readConfig.ts imports src/core/config/configReader',
        'src/core/termbase/merge.ts imports src/core/termbase/usableEntries',
      ],
    );
    for (const { from } of importers) assert.match(read(from), /^  return \(require\(/m);
  });

  it('reads Word documents without the stages: core/word imports only itself and the shared vocabulary', () => {
    const allowed = /^src\/core\/(?:word\/|[^/]+$)|^fflate$|^saxes$/;
    assert.deepEqual(
      within('src/core/word')
        .filter(({ to }) => !allowed.test(to))
        .map(show),
      [],
    );
  });

  // A stage may import the stages that precede it. The files at the top of src/core are the shared vocabulary, and
  // check.ts is the pipeline itself; `describe` and `completion` follow the last stage. Mentions precede prose: the raw
  // text is matched first, and markup is read only at mentions.
  const STAGES = [
    'config',
    'termbase',
    'wording',
    'word',
    'notebook',
    'citation',
    'exchange',
    'mentions',
    'prose',
    'reading',
    'surroundings',
    'verdicts',
    'claims',
    'setAside',
    'findings',
    'parts',
    'describe',
    'search',
    'timeline',
    'completion',
    'review',
    'assistants',
  ];
  const stageOf = (path: string): number => STAGES.indexOf(path.split('/')[2] ?? '');

  it('has only the folders of the pipeline', () => {
    const folders = [
      ...new Set(SOURCES.filter((path) => /^src\/core\/[^/]+\//.test(path)).map((path) => path.split('/')[2])),
    ];
    assert.deepEqual(
      folders.filter((folder) => !STAGES.includes(folder!)),
      [],
    );
  });

  it('has no stage that imports a later one', () => {
    const wrong = within('src/core').filter(({ from, to }) => stageOf(from) >= 0 && stageOf(to) > stageOf(from));
    assert.deepEqual(wrong.map(show), []);
  });

  it('reads language without facts: core/reading imports no record, verdict or claim', () => {
    const wrong = within('src/core/reading').filter(
      ({ to, typeOnly }) =>
        /^data\/(?:facts|relations|concepts|sources)\//.test(to) ||
        (/^src\/core\/termbase\//.test(to) && !typeOnly && !/\/(?:dates|concept|braces|problem)$/.test(to)),
    );
    assert.deepEqual(wrong.map(show), []);
  });

  it('has a vocabulary that imports no stage', () => {
    const words = within('src/core').filter(({ from }) => stageOf(from) < 0 && !from.endsWith('/check.ts'));
    assert.deepEqual(words.filter(({ to }) => stageOf(to) >= 0).map(show), []);
  });
});

const STARTS_SERVER = 'src/cli/commands/lsp.ts imports src/lsp/server';

describe('the front ends', () => {
  it('only src/vscode imports the editor', () => {
    assert.deepEqual(
      IMPORTS.filter(({ from, to }) => to === 'vscode' && !from.startsWith('src/vscode/')).map(show),
      [],
    );
  });

  it('the command line imports only itself, the core, Node, one search and one XML library', () => {
    // saxes reads TBX: it is only an XML parser, and expands no entity that a document declares.
    const allowed = /^src\/(cli|core)\/|^src\/mcp\/(?:serve|assistants)$|^node:|^fuse\.js$|^saxes$|^package\.json$/;
    assert.deepEqual(
      within('src/cli')
        .filter(({ from, to }) => !allowed.test(to) && show({ from, to }) !== STARTS_SERVER)
        .map(show),
      [],
    );
  });

  it('the session imports only itself and the core: no editor, no protocol, no files', () => {
    const allowed = /^src\/(session|core)\//;
    assert.deepEqual(
      within('src/session')
        .filter(({ to }) => !allowed.test(to))
        .map(show),
      [],
    );
  });

  it('no two editors have a file of the same name: what they share is in the session', () => {
    const namesIn = (folder: string) =>
      SOURCES.filter((path) => path.startsWith(`${folder}/`)).map((path) => path.split('/').at(-1)!);
    const ofServer = new Set(namesIn('src/lsp'));
    assert.deepEqual(
      namesIn('src/vscode').filter((name) => ofServer.has(name)),
      [],
    );
  });

  it('the language server imports only itself, the session, the core, the readers of the command line and its library', () => {
    const readers = /^src\/cli\/(?:configs|termbases|files|readText|paths|reasons)$/;
    const allowed =
      /^src\/(lsp|session|core)\/|^node:|^vscode-(?:jsonrpc\/node|languageserver-textdocument)$|^package\.json$/;
    // Its titles are those of the extension, in each language.
    const titles = /^l10n\/.*\.json$/;
    assert.deepEqual(
      within('src/lsp')
        .filter(({ to, typeOnly }) => !(typeOnly && to === 'vscode-languageserver') && !allowed.test(to))
        .filter(({ to }) => !readers.test(to) && !titles.test(to))
        .map(show),
      [],
    );
  });

  it('the start of the language server loads only the connection, and no engine', () => {
    const atStart = [
      'src/lsp/server.ts',
      'src/lsp/capabilities.ts',
      'src/lsp/refusal.ts',
      'src/lsp/client.ts',
      'src/lsp/frameGuard.ts',
    ];
    assert.deepEqual(
      IMPORTS.filter(({ from, typeOnly }) => atStart.includes(from) && !typeOnly)
        .map(({ to }) => to)
        .filter((to) => !atStart.includes(`${to}.ts`)),
      ['vscode-jsonrpc/node', 'package.json', 'src/lsp/service'],
    );
  });

  it('the server for assistants imports only itself, the core, the protocol and what configures its schemas', () => {
    // The record belongs to a bundle that is read at the first request, so only `assistants` imports it.
    const allowed = /^src\/mcp\/|^src\/core\/assistants\/instructions$|^@modelcontextprotocol\/sdk\/|^zod\/v4\/core$/;
    const ofRecord = /^src\/core\/assistants\//;
    assert.deepEqual(
      within('src/mcp')
        .filter(({ from, to }) => !allowed.test(to) && !(from === 'src/mcp/assistants.ts' && ofRecord.test(to)))
        .map(show),
      [],
    );
    assert.deepEqual(
      IMPORTS.filter(({ to, typeOnly }) => to === 'src/mcp/assistants' && !typeOnly).map(({ from }) => from),
      ['src/cli/assistants.ts'],
    );
  });

  it('the page of a panel imports only the messages of the extension', () => {
    const allowed = /^src\/vscode\/timeline\/messages$/;
    assert.deepEqual(
      within('src/webview')
        .filter(({ to }) => !allowed.test(to))
        .map(show),
      [],
    );
  });

  it('the library imports only itself and the core, and its types nothing', () => {
    const allowed = /^src\/(library|core)\//;
    assert.deepEqual(
      within('src/library')
        .filter(({ from, to }) => !allowed.test(to) || from === 'src/library/types.ts')
        .map(show),
      [],
    );
  });

  it('the extension imports only itself, the session, the core, the editor and a library that edits JSON', () => {
    // jsonc-parser changes one entry of a configuration file and preserves the text around it.
    const allowed = /^src\/(vscode|session|core)\/|^vscode$|^jsonc-parser$|^package\.json$/;
    assert.deepEqual(
      within('src/vscode')
        .filter(({ to }) => !allowed.test(to))
        .map(show),
      [],
    );
  });
});

describe('the sources', () => {
  it('read files only after checking their type and size', () => {
    // Files that are part of the program may be read without a check; `wordFiles` provides files to the editor.
    const own = ['src/vscode/commands/sample.ts', 'src/vscode/word/wordFiles.ts', 'src/cli/report/rulePages.ts'];
    const reading = SOURCES.filter(
      (path) => !own.includes(path) && /\breadFile(?:Sync)?\b|\bcreateReadStream\b/.test(read(path)),
    );
    assert.deepEqual(reading, ['src/vscode/files/fileBytes.ts']);
    assert.deepEqual(
      SOURCES.filter(
        (path) => path.startsWith('src/cli/') && /\bimport \{[^}]*\bopen\b[^}]*\} from 'node:fs/.test(read(path)),
      ),
      ['src/cli/inPlace.ts', 'src/cli/readBytes.ts', 'src/cli/safetyCopy.ts'],
    );
  });

  it('have no circular imports, even of types', () => {
    const next = new Map(
      SOURCES.map((path) => [path, IMPORTS.filter(({ from }) => from === path).map(({ to }) => `${to}.ts`)]),
    );
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (path: string, way: readonly string[]): void => {
      if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' → '));
      if (done.has(path) || way.includes(path)) return;
      for (const to of next.get(path) ?? []) visit(to, [...way, path]);
      done.add(path);
    };
    SOURCES.forEach((path) => visit(path, []));
    assert.deepEqual(circles, []);
  });

  it('have no file of more than 400 lines', () => {
    const all = [...SOURCES, ...files('test', '.ts'), ...files('test', '.mjs'), ...files('scripts', '.mjs')];
    assert.deepEqual(
      all.filter((path) => read(path).split('\n').length > 401),
      [],
    );
  });

  it('are mapped: src/README.md names every folder', () => {
    const folders = new Set(SOURCES.map(dirname).filter((folder) => folder !== 'src'));
    const map = existsSync(join(ROOT, 'src/README.md')) ? read('src/README.md') : '';
    assert.deepEqual(
      [...folders].filter((folder) => !new RegExp(`\\b${relative('src', folder).split(/[\\/]/).at(-1)}\\b`).test(map)),
      [],
    );
  });
});
