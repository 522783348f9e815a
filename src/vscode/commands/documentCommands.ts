import * as vscode from 'vscode';
import { explainedAt } from '../../core/describe/explainedAt';
import { fixable } from '../../core/describe/fixOffers';
import { choicesAfter, combinePreferred, preferAllOf, replacementOf } from '../../core/findings/applyFixes';
import type { Allowed, Edit, Finding } from '../../core/finding';
import type { WindowChecker } from '../checking/windowChecker';
import type { AcceptedIn } from '../files/configs';
import { isPlace } from '../views/documentTree';
import { changeText } from './changeText';
import { findingsAt, PRODUCT, textEdits } from '../convert';
import { tell } from '../tell';
import type { Explanations } from '../explanation/explanations';
import { askIgnoreWay, ignore, reportAgain, type IgnoreWay } from './ignore';
import type { IgnoredInWindow } from '../checking/ignoredInWindow';
import { editOf } from './nameFixes';
import { showRule } from '../views/rulePage';
import { type SettingsReader, spokenLanguage } from '../settings';
import { countsLine, REASONS } from '../views/status';
import { switchOff } from './switchOff';
import { wordOfText } from '../word/wordUri';
import { wordingIn } from '../../core/describe/wordings';

/** Registers the commands that act on the document in the editor, and those that open rules and settings. */
export function registerDocumentCommands(
  checker: WindowChecker,
  settings: SettingsReader,
  ignored: IgnoredInWindow,
  extensionUri: vscode.Uri,
  explanations: Explanations,
): vscode.Disposable {
  const { configs } = settings;
  const ignoring = async (first: unknown, second: unknown, how?: IgnoreWay): Promise<void> => {
    const { document, start } = placeOf(first, second);
    const all = document === undefined ? [] : findings(checker, document);
    const finding =
      document && (start !== undefined ? all.find((each) => each.start === start) : atCursor(document, all));
    if (finding === undefined) return tell(vscode.l10n.t('There is no finding at the cursor.'));
    const way = how ?? (await askIgnoreWay(document!, finding));
    if (way === undefined) return;
    await backToText(document!, finding.start);
    await ignore(document!, finding, way, ignored);
  };
  const commands: Readonly<Record<string, (first: unknown, second: unknown, third: unknown) => unknown>> = {
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
        fixAll(document, findings(checker, document), (certain) => checker.settledEdits(document, certain)),
      ),
    fixName: (name) =>
      withDocument((document) => {
        const all = findings(checker, document);
        const wanted = typeof name === 'string' ? name : atCursor(document, all)?.name;
        if (wanted === undefined) return tell(vscode.l10n.t('There is no finding at the cursor.'));
        return fixAllOf(document, all, wanted);
      }),
    ignore: (first, second, way) => ignoring(first, second, isIgnoreWay(way) ? way : undefined),
    ignoreHere: (first, second) => ignoring(first, second, 'here'),
    reportAgain: (node) => (isAcceptedNode(node) ? reportAgain(node, ignored) : undefined),
    explain: (first, second) => {
      const { document, start } = placeOf(first, second);
      const mention =
        document && (start !== undefined ? mentionAt(checker, document, start) : mentionAtCursor(checker, document));
      if (document === undefined || mention === undefined || !explanations.show(document, mention))
        tell(vscode.l10n.t('There is no known name at the cursor.'));
    },
    fixHere: async (first, second, title) => {
      const { document, start } = placeOf(first, second);
      const finding = document && findings(checker, document).find((each) => each.start === start);
      const fix = finding?.fixes.find((each) => title === undefined || each.title === title);
      if (fix === undefined) return tell(vscode.l10n.t('The document changed in the meantime; nothing was fixed.'));
      await backToText(document!, finding!.start);
      await changeText(document!, fix.edits);
    },
    goTo: (first, second) => {
      const { document, start } = placeOf(first, second);
      return document && backToText(document, start ?? 0);
    },
    showRule: (rule) => showRule(extensionUri, rule),
    switchOffRule: (rule, address) => {
      const uri =
        typeof address === 'string' ? vscode.Uri.parse(address, true) : vscode.window.activeTextEditor?.document.uri;
      return typeof rule === 'string' ? switchOff(rule, uri, configs) : undefined;
    },
    openSettings: () => vscode.commands.executeCommand('workbench.action.openSettings', 'migrationTerms'),
  };
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(`migrationTerms.${name}`, run)),
  );
}

/** Moves from a page to the place that it is about; in the text itself, the cursor stays where it is. */
async function backToText(document: vscode.TextDocument, start: number): Promise<void> {
  if (vscode.window.activeTextEditor?.document === document) return;
  const at = document.positionAt(start);
  const viewColumn = vscode.window.visibleTextEditors.find((editor) => editor.document === document)?.viewColumn;
  await vscode.commands.executeCommand('vscode.open', document.uri, {
    selection: new vscode.Range(at, at),
    viewColumn,
  });
}

function isAcceptedNode(node: unknown): node is AcceptedIn {
  return typeof node === 'object' && node !== null && 'accepted' in node && 'file' in node;
}

function isIgnoreWay(value: unknown): value is IgnoreWay {
  return value === 'here' || value === 'folder' || value === 'comment';
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

function findings(checker: WindowChecker, document: vscode.TextDocument): readonly Finding[] {
  return checker.resultOf(document)?.findings ?? [];
}

/** The name or value at the cursor, reported, allowed or not compared. */
function mentionAtCursor(checker: WindowChecker, document: vscode.TextDocument): Finding | Allowed | undefined {
  return mentionAt(checker, document, document.offsetAt(vscode.window.activeTextEditor!.selection.active));
}

function mentionAt(
  checker: WindowChecker,
  document: vscode.TextDocument,
  offset: number,
): Finding | Allowed | undefined {
  const checked = checker.resultOf(document);
  return checked && explainedAt(checked, offset, ({ start, end }) => start <= offset && offset <= end);
}

/** Applies the fixes that need no confirmation, and says how many there were and how many findings need a choice. */
export async function fixAll(
  document: vscode.TextDocument,
  all: readonly Finding[],
  settle: (certain: readonly Finding[]) => readonly Edit[],
): Promise<void> {
  const edits = settle(fixable(all));
  const { fixed, left } = choicesAfter(all, edits);
  if (edits.length > 0 && !(await change(document, edits))) return;
  if (left.length === 0)
    return tell(
      fixed.length === 0 ? vscode.l10n.t('There is nothing to fix.') : vscode.l10n.t('{0} fixed.', fixed.length),
    );
  const message =
    fixed.length === 0
      ? left.length === 1
        ? vscode.l10n.t('Nothing is fixed without asking you; 1 needs your choice.')
        : vscode.l10n.t('Nothing is fixed without asking you; {0} need your choice.', left.length)
      : left.length === 1
        ? vscode.l10n.t('{0} fixed, 1 needs your choice.', fixed.length)
        : vscode.l10n.t('{0} fixed, {1} need your choice.', fixed.length, left.length);
  const show = vscode.l10n.t('Show');
  // Not awaited: the message stays until the writer closes it.
  void vscode.window
    .showInformationMessage(`${PRODUCT}: ${message}`, show)
    .then((chosen) => (chosen === show ? vscode.commands.executeCommand('migrationTerms.document.focus') : undefined));
}

/**
 * Applies all fixes of a name or fact in the document. Several are shown first, because each may be right where it is.
 */
async function fixAllOf(document: vscode.TextDocument, all: readonly Finding[], name: string): Promise<void> {
  const wanted = fixable(preferAllOf(all, name));
  const edits = combinePreferred(wanted);
  if (edits.length === 0) return tell(vscode.l10n.t('There is no fix for this that leaves the sentence right.'));
  if (wanted.length === 1 || wordOfText(document.uri) !== undefined) {
    if (await change(document, edits)) tell(vscode.l10n.t('{0} fixed.', wanted.length));
    return;
  }
  const end = document.positionAt(Number.MAX_SAFE_INTEGER);
  const fixes = {
    uri: document.uri,
    edits: textEdits(document, edits),
    text: wanted[0]!.text,
    newText: replacementOf(wanted[0]!),
    end,
    version: document.version,
  };
  await vscode.workspace.applyEdit(editOf([fixes], 'review'));
}

async function change(document: vscode.TextDocument, edits: readonly Edit[]): Promise<boolean> {
  const { version } = document;
  if (await changeText(document, edits)) return true;
  tell(
    document.version === version
      ? vscode.l10n.t('The editor does not allow changes to this document; nothing was fixed.')
      : vscode.l10n.t('The document changed in the meantime; nothing was fixed.'),
  );
  return false;
}

function atCursor(document: vscode.TextDocument, all: readonly Finding[]): Finding | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor === undefined ? undefined : findingsAt(document, all, editor.selection)[0];
}

/** Shows a message in the status bar, which needs no closing and covers nothing. */
