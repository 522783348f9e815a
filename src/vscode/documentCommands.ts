import * as vscode from 'vscode';
import { fixable } from '../core/describe/fixOffers';
import { combinePreferred, preferAllOf } from '../core/findings/applyFixes';
import type { Allowed, Edit, Finding } from '../core/finding';
import type { Checker } from './checker';
import { accept, revoke } from './accept';
import { ignoreEdit } from './codeActions';
import type { AcceptedIn } from './configs';
import { isPlace } from './documentTree';
import { changeText } from './changeText';
import { findingsAt, PRODUCT } from './convert';
import { Explanations } from './explanation';
import { showRule } from './rulePage';
import { type SettingsReader, spokenLanguage } from './settings';
import { countsLine, REASONS } from './status';
import { switchOff } from './switchOff';
import { wordingIn } from '../core/describe/wordings';

/** Registers the commands that act on the document in the editor, and those that open rules and settings. */
export function registerDocumentCommands(
  checker: Checker,
  settings: SettingsReader,
  extensionUri: vscode.Uri,
): vscode.Disposable {
  const { configs } = settings;
  const explanations = new Explanations(checker, settings);
  const accepting = (scope: 'place' | 'folder', ...place: readonly [unknown, unknown]): unknown => {
    const { document, start } = placeOf(...place);
    const all = document === undefined ? [] : findings(checker, document);
    const finding =
      document && (start !== undefined ? all.find((each) => each.start === start) : atCursor(document, all));
    return finding === undefined
      ? tell(vscode.l10n.t('There is no finding at the cursor.'))
      : accept(document!, finding, scope);
  };
  const commands: Readonly<Record<string, (first: unknown, second: unknown) => unknown>> = {
    checkDocument: () =>
      withDocument((document) => {
        const checked = checker.checkNow(document);
        tell(
          checked === undefined
            ? REASONS[checker.whyUnchecked(document) ?? 'failed']
            : countsLine(checked, wordingIn(spokenLanguage({ language: 'auto' }))),
        );
      }),
    fixAll: () =>
      withDocument((document) =>
        fix(document, findings(checker, document), (certain) => checker.settledEdits(document, certain)),
      ),
    fixName: (name) =>
      withDocument((document) => {
        const all = findings(checker, document);
        const wanted = typeof name === 'string' ? name : atCursor(document, all)?.name;
        if (wanted === undefined) return tell(vscode.l10n.t('There is no finding at the cursor.'));
        return fix(document, preferAllOf(all, wanted));
      }),
    ignoreHere: () =>
      withDocument((document) => {
        const finding = atCursor(document, findings(checker, document));
        if (finding === undefined) return tell(vscode.l10n.t('There is no finding at the cursor.'));
        const edit = ignoreEdit(document, finding);
        if (edit === undefined)
          return tell(vscode.l10n.t('A comment is not possible here; switch off the rule in the settings instead.'));
        return vscode.workspace.applyEdit(edit);
      }),
    acceptHere: (...place) => accepting('place', ...place),
    acceptInFolder: (...place) => accepting('folder', ...place),
    revokeAccepted: (node) => (isAcceptedNode(node) ? revoke(node) : undefined),
    showHere: () =>
      withDocument((document) => {
        const concept = mentionAtCursor(checker, document)?.concept;
        if (concept === undefined) return tell(vscode.l10n.t('There is no known name at the cursor.'));
        const fact = [...checker.termbase().facts.values()].find(({ subject }) => subject === concept);
        return fact === undefined
          ? tell(vscode.l10n.t('There are no facts about this yet.'))
          : vscode.commands.executeCommand('migrationTerms.showFact', fact.id);
      }),
    explain: async (...place) => {
      const { document, start } = placeOf(...place);
      const mention =
        document && (start !== undefined ? mentionAt(checker, document, start) : mentionAtCursor(checker, document));
      if (document === undefined || mention === undefined || !(await explanations.show(document, mention)))
        tell(vscode.l10n.t('There is no known name at the cursor.'));
    },
    fixHere: (...place) => {
      const { document, start } = placeOf(...place);
      const finding = document && findings(checker, document).find((each) => each.start === start);
      return finding?.fixes[0] === undefined
        ? tell(vscode.l10n.t('The document changed in the meantime; nothing was fixed.'))
        : changeText(document!, finding.fixes[0].edits);
    },
    showRule: (rule) => showRule(extensionUri, rule ?? ruleAtCursor(checker)),
    switchOffRule: (rule, address) => {
      const uri =
        typeof address === 'string' ? vscode.Uri.parse(address, true) : vscode.window.activeTextEditor?.document.uri;
      return typeof rule === 'string' ? switchOff(rule, uri, configs) : undefined;
    },
    openSettings: () => vscode.commands.executeCommand('workbench.action.openSettings', 'migrationTerms'),
  };
  return vscode.Disposable.from(
    explanations.register(),
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(`migrationTerms.${name}`, run)),
  );
}

function isAcceptedNode(node: unknown): node is AcceptedIn {
  return typeof node === 'object' && node !== null && 'accepted' in node && 'file' in node;
}

interface CalledFor {
  readonly document: vscode.TextDocument | undefined;
  /** `undefined` for the cursor. */
  readonly start: number | undefined;
}

/**
 * The place that a command was called for: a link gives a URI and an offset, a view gives a row; the default is the
 * cursor.
 */
function placeOf(first: unknown, second: unknown): CalledFor {
  if (typeof first === 'string')
    return {
      document: vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === first),
      start: typeof second === 'number' ? second : undefined,
    };
  if (isPlace(first)) return { document: first.document, start: first.mention.start };
  return { document: vscode.window.activeTextEditor?.document, start: undefined };
}

function withDocument(run: (document: vscode.TextDocument) => unknown): unknown {
  const document = vscode.window.activeTextEditor?.document;
  return document === undefined ? tell(vscode.l10n.t('Open a document first.')) : run(document);
}

function findings(checker: Checker, document: vscode.TextDocument): readonly Finding[] {
  return checker.resultOf(document)?.findings ?? [];
}

/** The name at the cursor, reported or allowed. */
function mentionAtCursor(checker: Checker, document: vscode.TextDocument): Finding | Allowed | undefined {
  return mentionAt(checker, document, document.offsetAt(vscode.window.activeTextEditor!.selection.active));
}

function mentionAt(checker: Checker, document: vscode.TextDocument, offset: number): Finding | Allowed | undefined {
  const checked = checker.resultOf(document);
  return (
    checked && [...checked.findings, ...checked.allowed].find(({ start, end }) => start <= offset && offset <= end)
  );
}

/** Applies the certain fixes, and says how many there were, or why there were none. */
export async function fix(
  document: vscode.TextDocument,
  among: readonly Finding[],
  editsOf: (certain: readonly Finding[]) => readonly Edit[] = combinePreferred,
): Promise<void> {
  const certain = fixable(among);
  const edits = editsOf(certain);
  if (edits.length === 0) return tell(vscode.l10n.t('Nothing here can be fixed without asking you.'));
  const { version } = document;
  if (await changeText(document, edits)) return tell(vscode.l10n.t('{0} fixed.', fixedBy(edits, certain)));
  return tell(
    document.version === version
      ? vscode.l10n.t('The editor does not allow changes to this document; nothing was fixed.')
      : vscode.l10n.t('The document changed in the meantime; nothing was fixed.'),
  );
}

/** The number of findings that the edits fix; a finding whose edits would overlap others is left for the next run. */
function fixedBy(edits: readonly Edit[], findings: readonly Finding[]): number {
  const keyOf = ({ start, end, newText }: Edit) => `${start} ${end} ${newText}`;
  const made = new Set(edits.map(keyOf));
  return findings.filter(({ fixes }) =>
    fixes.find(({ preferred }) => preferred)!.edits.every((edit) => made.has(keyOf(edit))),
  ).length;
}

function atCursor(document: vscode.TextDocument, all: readonly Finding[]): Finding | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor === undefined ? undefined : findingsAt(document, all, editor.selection)[0];
}

function ruleAtCursor(checker: Checker): string | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document === undefined ? undefined : atCursor(document, findings(checker, document))?.rule;
}

/** Shows a message in the status bar, which needs no closing and covers nothing. */
function tell(text: string): void {
  vscode.window.setStatusBarMessage(`${PRODUCT}: ${text}`, 5000);
}
