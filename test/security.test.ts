import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

// SECURITY.md lists everything that is ever written. This test finds writing code by its calls; list new ones there.

const ROOT = resolve(__dirname, '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

const WRITES =
  /\b(?:writeFile(?:Sync)?|appendFile(?:Sync)?|createWriteStream|mkdir(?:Sync)?|rename(?:Sync)?|createDirectory|applyEdit|save|writeText)\(|O_RDWR|\bopen\([^)]*'[wa]|editor\.edit\(|(?:state|configuration)\.update\(/i;

/** Each file that writes, with the words of SECURITY.md about it. */
const TOLD: Readonly<Record<string, string>> = {
  'src/cli/baseline/closeBaseline.ts': '`--update-baseline`',
  'src/cli/inPlace.ts': '`fix --write`, in place',
  'src/cli/review/answers.ts': '`--requests` of `review`',
  'src/cli/safetyCopy.ts': '`.migration-terms-<hash>.tmp`',
  'src/cli/wordCopies.ts': '`--comments FOLDER` also the folders',
  'src/cli/writeNewFile.ts': '`-o` of `import` or `export`',
  'src/cli/writeText.ts': '`fix --write`',
  'src/cli/writing.ts': '`fix --write`',
  'src/vscode/checking/ignoredInWindow.ts': '*Ignore*',
  'src/vscode/checking/textDates.ts': '*Text Is Of…*',
  'src/vscode/commands/changeText.ts': 'a fix',
  'src/vscode/commands/documentCommands.ts': 'a fix',
  'src/vscode/commands/factCommands.ts': '*Insert*',
  'src/vscode/commands/ignore.ts': '*Ignore*',
  'src/vscode/commands/insertCited.ts': '*Insert with Source*',
  'src/vscode/commands/switchOff.ts': '*Switch off the rule*',
  'src/vscode/commands/workspaceCommands.ts': '*Fix all of … in the workspace*',
  'src/vscode/review/answerStore.ts': 'the answers of the model',
  'src/vscode/review/chatWindow.ts': '*Copy Review Prompt*',
  'src/vscode/review/consent.ts': 'that a model may review',
  'src/vscode/review/reviewDocument.ts': '`migrationTerms.reviewModel`',
  'src/vscode/timeline/registerHistory.ts': '*Export as SVG*',
  'src/vscode/views/savedReport.ts': '*Workspace Report*',
  // Provides files that cannot be written: its methods refuse.
  'src/vscode/word/wordFiles.ts': 'is never changed',
  'src/vscode/word/writeCopy.ts': '*Write Word Copy*',
};

describe('SECURITY.md', () => {
  const writing = ['src/cli', 'src/vscode'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
      .filter((path) => WRITES.test(read(path))),
  );

  it('covers every source file that writes', () => assert.deepEqual(writing.sort(), Object.keys(TOLD)));

  it('covers the settings that an untrusted workspace cannot change', () => {
    const { capabilities } = JSON.parse(read('package.json')) as {
      capabilities: { untrustedWorkspaces: { restrictedConfigurations: readonly string[] } };
    };
    assert.deepEqual(capabilities.untrustedWorkspaces.restrictedConfigurations, ['migrationTerms.termbases']);
    assert.ok(read('SECURITY.md').includes("a termbase read that only the workspace's settings name"));
  });

  it('names the only source file that opens a connection', () => {
    const CONNECTS = /from 'node:(?:https?|http2|net|tls|dgram)'|\b(?:fetch|XMLHttpRequest|WebSocket|EventSource)\(/;
    const connecting = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && CONNECTS.test(read(join('src', path))))
      .map((path) => `src/${path.replaceAll('\\', '/')}`);
    assert.deepEqual(connecting, ['src/cli/review/client.ts']);
    assert.ok(read('SECURITY.md').includes('`review --model NAME --url URL`'));
  });

  for (const [path, words] of Object.entries(TOLD))
    it(`says what ${path} writes`, () => assert.ok(read('SECURITY.md').includes(words), words));
});
