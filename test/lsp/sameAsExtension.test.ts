import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { CodeAction, Range } from 'vscode-languageserver';
import type * as vscode from 'vscode';
import { fixable } from '../../src/core/describe/fixOffers';
import { combinePreferred, preferAllOf } from '../../src/core/findings/applyFixes';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { DocumentCheck } from '../../src/core/parts/documentCheck';
import { settledEdits } from '../../src/core/parts/settledFixes';
import { builtinTermbase } from '../../src/core/termbase/builtin';
import { ClientText } from '../../src/lsp/clientText';
import { actionsFor } from '../../src/lsp/actions';
import { languageIdFor } from '../../src/lsp/languageIds';
import { l10nIn } from '../../src/lsp/titles';
import { diagnosticOf } from '../../src/lsp/toProtocol';
import { forCore } from '../../src/session/openDocument';
import type * as CodeActions from '../../src/vscode/commands/codeActions';
import type * as Diagnostics from '../../src/vscode/checking/diagnostics';
import { annotatedDocuments } from '../support/annotated';
import { registeredProvider, withFakeEditor } from './fakeEditor';

/** The command that shows the fixes of a name before it applies them. */
const PREVIEW = 'migrationTerms.fixName';
/** The language of both editors, whatever that of the text. */
const MESSAGES = 'en' as const;
const OPTIONS = { ...DEFAULT_OPTIONS, messages: MESSAGES } as const;
const ROOT = resolve(__dirname, '../..');

// What a writer reads and gets must not depend on the editor.
describe('the language server and the extension', function () {
  this.timeout(120_000);
  const termbase = builtinTermbase();
  const extension: { readonly diagnostics: typeof Diagnostics; readonly codeActions: typeof CodeActions } =
    withFakeEditor(() => ({
      /* eslint-disable @typescript-eslint/no-require-imports -- loaded only when there is a fake editor */
      diagnostics: require('../../src/vscode/checking/diagnostics'),
      codeActions: require('../../src/vscode/commands/codeActions'),
      /* eslint-enable @typescript-eslint/no-require-imports */
    }));

  const files = [
    ...['brief.en.md', 'note.fr.md', 'informe.es.md', 'minutes.txt', 'history.en.md'].map((name) =>
      join(ROOT, 'test/samples', name),
    ),
    ...annotatedDocuments(join(ROOT, 'test/check')).filter((_, i) => i % 12 === 0),
  ];
  for (const file of files) {
    it(`show the same findings and offer the same fixes in ${basename(file)}`, () => {
      const text = readFileSync(file, 'utf8');
      const document = ClientText.of({
        uri: `file://${file}`,
        languageId: languageIdFor('', file),
        version: 1,
        text,
      });
      const core = forCore(document, { language: 'auto', dates: {} });
      const { checked } = new DocumentCheck(core, termbase, OPTIONS);
      const settle = (certain: typeof checked.findings) => settledEdits(core, certain, termbase, OPTIONS);
      const places = {
        uri: { scheme: 'file', toString: () => document.uri },
        languageId: document.languageId,
        version: 1,
        getText: (range?: Range) => document.places.getText(range),
        positionAt: (offset: number) => document.places.positionAt(offset),
        offsetAt: (position: Range['start']) => document.places.offsetAt(position),
      } as unknown as vscode.TextDocument;

      const style = { extensionUri: {} as vscode.Uri, lang: MESSAGES };
      const theirs = checked.findings.map((finding) => {
        const { range, message, severity, source, code, relatedInformation } = extension.diagnostics.diagnosticOf(
          places,
          finding,
          termbase,
          style,
        );
        const related = relatedInformation!.map((each) => [each.location.range, each.message]);
        return [range, message, severity + 1, source, (code as { value: unknown }).value, related];
      });
      const features = { relatedInformation: true };
      const ours = checked.findings.map((finding) => {
        const { range, message, severity, source, code, relatedInformation } = diagnosticOf(document.places, finding, {
          features,
          termbase,
          langAt: () => MESSAGES,
        });
        const related = (relatedInformation ?? []).map((each) => [each.location.range, each.message]);
        return [range, message, severity, source, code, related];
      });
      assert.deepEqual(
        plain(ours),
        plain(theirs.map((each) => each.map((part) => (part === undefined ? null : part)))),
      );

      const checker = {
        termbase: () => termbase,
        resultOf: () => checked,
        resultSoFar: () => checked,
        knownOf: () => checked,
        settledEdits: (_: unknown, certain: typeof checked.findings) => settle(certain),
      };
      const previewed = (name: string) =>
        combinePreferred(fixable(preferAllOf(checked.findings, name))).map(({ start, end, newText }) => ({
          range: { start: places.positionAt(start), end: places.positionAt(end) },
          newText,
        }));
      extension.codeActions.registerCodeActions(
        checker as never,
        { configs: { fileSetting: () => undefined } } as never,
      );
      const provider = registeredProvider() as vscode.CodeActionProvider;
      const plainEdits = { resolvesEdits: false, documentChanges: false };
      const context = { settle, l10n: l10nIn(MESSAGES), features: plainEdits, whole: checked };
      for (const only of [undefined, extension.codeActions.FIX_ALL]) {
        for (const finding of checked.findings.slice(0, only ? 1 : undefined)) {
          const range = { start: places.positionAt(finding.start), end: places.positionAt(finding.end) };
          const request = { only, diagnostics: [], triggerKind: 1 } as never;
          const offered = provider.provideCodeActions(
            places,
            range as never,
            request,
            {} as never,
          ) as vscode.CodeAction[];
          const expected = offered
            .map((action) => provider.resolveCodeAction!(action, {} as never) as vscode.CodeAction)
            // Asks for the reason; the server inserts a comment without one.
            .filter(({ title }) => !isIgnoring(title))
            // Other commands of the extension have no counterpart.
            .filter(({ command }) => command === undefined || command.command === PREVIEW)
            .map(({ title, kind, isPreferred, edit, command }) => [
              title,
              kind!.value,
              isPreferred,
              edit ? editsOf(edit as never) : previewed(command!.arguments![0] as string),
            ]);
          const actual = actionsFor(
            document,
            checked,
            {
              textDocument: { uri: document.uri },
              range,
              context: { diagnostics: [], ...(only && { only: [only.value] }) },
            },
            context,
          );
          assert.deepEqual(
            actual.map(({ title }) => title).filter(isIgnoring),
            offered.map(({ title }) => title).filter(isIgnoring),
          );
          assert.deepEqual(
            plain(
              actual
                .filter(({ title }) => !isIgnoring(title))
                .map(({ title, kind, isPreferred, edit }: CodeAction) => [
                  title,
                  kind,
                  isPreferred,
                  edit!.changes![document.uri],
                ]),
            ),
            plain(expected),
          );
        }
      }
    });
  }
});

function isIgnoring(title: string): boolean {
  return title.endsWith('with a comment');
}

/** The edits of the editor. */
function editsOf({ edits }: { readonly edits: readonly { range: Range; newText: string }[] }) {
  return edits.map(({ range, newText }) => ({ range, newText }));
}

/** Without classes and properties that are not defined. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
