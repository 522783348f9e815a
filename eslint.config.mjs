import { builtinModules } from 'node:module';
import tseslint from 'typescript-eslint';

const nodeModules = builtinModules.filter((name) => !name.startsWith('_'));
const noNode = {
  regex: `^(node:|(${nodeModules.join('|')})$)`,
  message: 'This folder also runs in a browser: no Node here.',
};
const noEditor = { regex: '^vscode$', message: 'Only src/vscode knows the editor.' };
const noFrontEnd = { regex: '(^|/)(vscode|cli)(/|$)', message: 'The core knows no front end.' };

/** The architecture of `src/README.md`, as far as imports show it; `test/structure.test.ts` holds the rest. */
const imports = (files, patterns) => ({
  files,
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
});

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', '.vscode-test/', '**/node_modules/', 'test/host/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.recommended,
  {
    rules: {
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      eqeqeq: 'error',
      'prefer-const': 'error',
      // Prettier breaks code; this holds comments. Texts in strings, sample sentences above all, stay whole.
      'max-len': [
        'error',
        { code: 120, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true, ignoreUrls: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    files: ['**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }] },
  },
  { files: ['src/**/*.ts'], rules: { 'no-console': 'error' } },
  { files: ['src/cli/**/*.ts'], rules: { 'no-console': 'off', 'no-control-regex': 'off' } },
  imports(['src/core/**/*.ts'], [noNode, noFrontEnd]),
  imports(
    ['src/cli/**/*.ts'],
    [noEditor, { regex: '(^|/)vscode/', message: 'The command line does without the editor.' }],
  ),
  imports(
    ['src/mcp/**/*.ts'],
    [noNode, noEditor, { regex: '(^|/)(?:vscode|cli)/', message: 'The server knows no other front end.' }],
  ),
  imports(
    ['src/lsp/**/*.ts'],
    [noEditor, { regex: '(^|/)vscode/', message: 'The language server does without the extension.' }],
  ),
  imports(['src/session/**/*.ts'], [noNode, noEditor, noFrontEnd]),
  imports(['src/webview/**/*.ts'], [noNode, noEditor]),
  imports(['src/library/**/*.ts'], [noNode, noEditor, noFrontEnd]),
  imports(
    ['src/vscode/**/*.ts'],
    [noNode, { regex: '(^|/)cli(/|$)', message: 'The extension does without the command line.' }],
  ),
);
