import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize, relative, resolve } from 'node:path';
import { wordsInCode } from './support/wordsInCode';
import { LANGS } from '../src/core/document';

// Enforces the architecture that src/README.md describes: which module may import which, and that every list is
// complete.

const ROOT = resolve(__dirname, '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** The files below a folder, without those of installed packages. */
function files(folder: string, end: string): string[] {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : files(path, end);
      return path.endsWith(end) ? [path] : [];
    })
    .sort();
}

interface Import {
  readonly from: string;
  readonly to: string;
  /** Whether the import is removed by compilation. */
  readonly typeOnly: boolean;
}

const SOURCES = files('src', '.ts');
const IMPORTS: readonly Import[] = SOURCES.flatMap((from) =>
  [
    ...read(from).matchAll(
      /^(?:import|export)\b[^'"]*?from '([^']+)'|^import '([^']+)'|\b(?:import|require)\('([^']+)'\)/gm,
    ),
  ].map((match) => ({
    from,
    to: targetOf(from, (match[1] ?? match[2] ?? match[3])!),
    typeOnly: /^(import|export) type\b/.test(match[0]),
  })),
);

/** A path from the root for a relative import, else the module's name. */
function targetOf(from: string, module: string): string {
  return module.startsWith('.') ? normalize(join(dirname(from), module)).replaceAll('\\', '/') : module;
}

const show = ({ from, to }: Pick<Import, 'from' | 'to'>): string => `${from} imports ${to}`;
const within = (folder: string): Import[] => IMPORTS.filter(({ from }) => from.startsWith(`${folder}/`));

describe('the core', () => {
  it('imports nothing outside itself but data', () => {
    // fuse.js ranks the candidates of a near miss. In src/core/word, fflate reads and writes the zip package of a Word
    // document, and saxes its XML, without the entities that a document declares. All three are pure.
    const allowed = /^src\/core\/|^data\/.*\.json$|^fuse\.js$/;
    const inWord = /^fflate$|^saxes$/;
    assert.deepEqual(
      within('src/core')
        .filter(({ from, to }) => !allowed.test(to) && !(from.startsWith('src/core/word/') && inWord.test(to)))
        .map(show),
      [],
    );
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
    'word',
    'citation',
    'exchange',
    'mentions',
    'prose',
    'reading',
    'surroundings',
    'verdicts',
    'claims',
    'findings',
    'parts',
    'describe',
    'timeline',
    'completion',
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

const SERVER = 'src/lsp/server.ts';
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

  it('the language server imports only itself, the core, the readers of the command line, Node and its library', () => {
    const readers = /^src\/cli\/(?:configs|termbases|files|readText|within|reasons)$/;
    const allowed = /^src\/(lsp|core)\/|^node:|^vscode-languageserver(?:\/node|-textdocument)?$|^package\.json$/;
    // Its titles are those of the extension, in each language.
    const titles = /^l10n\/.*\.json$/;
    assert.deepEqual(
      within('src/lsp')
        .filter(({ to }) => !allowed.test(to) && !readers.test(to) && !titles.test(to))
        .map(show),
      [],
    );
  });

  it('only the start of the language server loads its library: the service is loaded once it has answered', () => {
    assert.deepEqual(
      within('src/lsp')
        .filter(
          ({ from, to, typeOnly }) => /^vscode-languageserver(?:\/node)?$/.test(to) && !typeOnly && from !== SERVER,
        )
        .map(show),
      [],
    );
    assert.deepEqual(
      within('src/lsp')
        .filter(({ from, to, typeOnly }) => from === SERVER && to.startsWith('src/core/') && !typeOnly)
        .map(show),
      [],
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

  it('the page of a panel imports only itself, the core, and the messages of the extension', () => {
    const allowed = /^src\/(webview|core)\/|^src\/vscode\/timeline\/messages$/;
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

  it('the extension imports only itself, the core, the editor and a library that edits JSON', () => {
    // jsonc-parser changes one entry of a configuration file and preserves the text around it.
    const allowed = /^src\/(vscode|core)\/|^vscode$|^jsonc-parser$|^package\.json$/;
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
    const own = ['src/vscode/sample.ts', 'src/vscode/word/wordFiles.ts', 'src/cli/report/rulePages.ts'];
    const reading = SOURCES.filter(
      (path) => !own.includes(path) && /\breadFile(?:Sync)?\b|\bcreateReadStream\b/.test(read(path)),
    );
    assert.deepEqual(reading, ['src/vscode/fileBytes.ts']);
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

describe('the words of a language', () => {
  const grammarFile = read('src/core/reading/grammarFile.ts');
  const roles = new Set(
    LANGS.flatMap((lang) => Object.keys(JSON.parse(read(`data/grammar/${lang}.json`)).prepositions)),
  );
  // Identifiers: the roles of prepositions, the classes of words and nouns, and the kinds of a union.
  const kinds = new Set([...roles, ...[...grammarFile.matchAll(/'(\w+)'/g)].map(([, word]) => word!)]);
  const exceptions: Readonly<Record<string, readonly string[]>> = {
    // Kinds of nodes.
    'src/core/reading/chunks.ts': ['noun', 'close', 'date', 'comma'],
    // Marks of formats.
    'src/core/reading/cells.ts': ['td', 'th', 'dd'],
    'src/core/reading/documentDate.ts': ['td', 'th', 'li', 'dt', 'dd', 'div', 'rev', 'doc', 'date'],
    // Forms of a verb.
    'src/core/reading/inflection.ts': ['base', 'present', 'past', 'future', 'conditional', 'participle', 'gerund'],
    // Kinds of concepts, languages, and the switches of comments.
    'src/core/verdicts/consistency.ts': ['objective', 'resolution', 'person'],
    'src/core/verdicts/currentName.ts': ['organization', 'body', 'instrument'],
    'src/core/surroundings/language.ts': ['en', 'fr', 'es'],
    'src/core/parts/ignore.ts': ['disable', 'enable'],
    // Sides of a vote, and settings.
    'src/core/claims/votes.ts': ['abstained'],
    'src/core/reading/setting.ts': ['names'],
    // Modalities, and kinds of reference.
    'src/core/claims/headElection.ts': ['asserted', 'planned'],
    'src/core/claims/headTitles.ts': ['name', 'reference'],
    // Ids of concepts.
    'src/core/claims/confusions.ts': ['iom', 'imo', 'gcm', 'gcr', 'ungc'],
    // Keys of data/relations.
    'src/core/claims/interest.ts': [
      'field',
      'units',
      'objects',
      'text',
      'titles',
      'looseTitles',
      'seats',
      'lead',
      'hold',
      'elect',
      'start',
      'end',
      'succeed',
      'yield',
      'body',
      'symbol',
      'turning',
      'into',
      'bearing',
      'bearingWithNoun',
      'dating',
      'replacing',
      'nouns',
      'numbered',
      'ballots',
      'voting',
      'resolution',
      'work',
      'wrong',
      'compact',
      'wrongAbbreviations',
      'labels',
      'firstWoman',
      'terms',
      'majorities',
      'before',
      'after',
      'called',
      'abbreviation',
      'names',
      'migrants',
      'objectives',
      'changes',
      'belong',
      'joiner',
    ],
    'src/core/claims/headWords.ts': Object.keys(JSON.parse(read('data/relations/heads.json')).words.en),
    'src/core/claims/statusWords.ts': ['is', 'place', 'binding', 'does', 'done', 'nominal'],
    'src/core/claims/relationChecks.ts': [
      'count',
      'elected',
      'fact',
      'also',
      'statesFact',
      'symbol',
      'term',
      'firstWoman',
      'title',
      'election',
      'theme',
      'agent',
    ],
    'src/core/reading/grammarChecks.ts': ['be', 'have', 'do', 'verb', 'adjacentM', 'adjacentF'],
  };

  it('are detected', () => {
    const none = (): boolean => false;
    assert.deepEqual(wordsInCode('const a = /^(?:le|la|los)$/;', none), ['1: le la los']);
    assert.deepEqual(wordsInCode("\nconst a = new Set(['signed', 'ratified']);", none), ['2: signed ratified']);
    assert.deepEqual(wordsInCode("token.folded === 'twenty'", none), ['1: twenty']);
    assert.deepEqual(wordsInCode("'no nr art arts par para'.split(' ')", none), ['1: no nr art arts par para']);
    assert.deepEqual(wordsInCode("/[;,]|\\d+/.test(text); kind === 'noun'", none), []);
  });

  for (const path of SOURCES.filter((each) => /^src\/core\/(reading|surroundings|verdicts|claims)\//.test(each))) {
    it(`are data: there are none in ${path}`, () =>
      assert.deepEqual(
        wordsInCode(read(path), (word) => kinds.has(word) || exceptions[path]?.includes(word) === true),
        [],
      ));
  }
});

describe('the data', () => {
  // The schemas and the record of how the source article was checked are not built in.
  const others = ['data/termbase.schema.json', 'data/config.schema.json', 'data/article-claims.json'];
  const importedBy = (from: RegExp): Set<string> =>
    new Set(IMPORTS.filter((each) => from.test(each.from)).map(({ to }) => to));
  const data = files('data', '.json').filter((path) => !others.includes(path));
  const isWordList = (path: string): boolean => /^data\/(?:words|grammar|relations)\//.test(path);

  it('is built in: every termbase file is imported', () => {
    const imported = importedBy(/^src\/core\/termbase\/builtin\.ts$/);
    assert.deepEqual(
      data.filter((path) => !isWordList(path) && !imported.has(path)),
      [],
    );
  });

  it('has no unused word list', () => {
    const imported = importedBy(/^src\/core\/(reading|surroundings|verdicts|claims|findings|describe|citation)\//);
    // Only `npm run data:check` uses the reasons why no relation reads a property.
    assert.deepEqual(
      data.filter((path) => isWordList(path) && path !== 'data/relations/unread.json' && !imported.has(path)),
      [],
    );
  });
});
