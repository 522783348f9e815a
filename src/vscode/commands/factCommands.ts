import * as vscode from 'vscode';
import { escapeText } from '../../core/citation/escapeText';
import type { Entry } from '../../core/describe/lookUp';
import type { Termbase } from '../../core/termbase/termbase';
import type { FactNode, FactsNode, FactsTree } from '../views/factsTree';
import { insertCited } from './insertCited';
import { pickEntry, sourceOf, textOf, type Deed } from './lookUp';
import { spokenLanguage, type SettingsReader, textLanguage } from '../settings';
import { showFactForWord } from '../word/factForWord';
import { wordOfText } from '../word/wordUri';

/** Registers the commands of the facts view and the look-up: show, copy or insert a fact, or open its source. */
export function registerFactCommands(
  termbase: () => Termbase,
  settings: SettingsReader,
  tree: FactsTree,
  view: vscode.TreeView<FactsNode>,
  /** The ids of the concepts that the document mentions, in its order. */
  mentioned: () => readonly string[],
): vscode.Disposable {
  // Text that is shown is in the editor's language; text that is inserted is in the language of the document.
  const lang = () => spokenLanguage(settings.of(vscode.window.activeTextEditor?.document));
  const textLang = () => textLanguage(settings);
  const deeds: Readonly<Record<Deed, (entry: Entry) => unknown>> = {
    show: (entry) => showEntry(entry),
    copy: (entry) => vscode.env.clipboard.writeText(textOf(entry, textLang())),
    insert: (entry) => (isWord() && entry.kind === 'fact' ? forWord(entry) : insert(textOf(entry, textLang()))),
    'insert-cited': (entry) => {
      const editor = vscode.window.activeTextEditor;
      // A name has nothing to cite.
      if (editor === undefined || entry.kind === 'term') return insert(textOf(entry, textLang()));
      if (isWord()) return forWord(entry);
      return insertCited(editor, termbase(), entry.fact, textLang());
    },
    'copy-for-word': (entry) => forWord(entry),
    'open-source': (entry) => openSource(sourceOf(termbase(), entry)),
  };
  // The text of a Word document cannot be changed.
  const isWord = () => {
    const document = vscode.window.activeTextEditor?.document;
    return document !== undefined && wordOfText(document.uri) !== undefined;
  };
  const forWord = (entry: Entry) =>
    entry.kind === 'fact' ? showFactForWord(entry.fact, termbase().sources, textLang()) : undefined;
  const show = (node: FactNode | undefined) =>
    node === undefined ? undefined : view.reveal(node, { select: true, focus: true });
  const showEntry = (entry: Entry) =>
    show(entry.kind === 'fact' ? tree.nodeOf(entry.fact.id) : firstFact(entry.term.entry.concept.id));
  const firstFact = (conceptId: string) => {
    const fact = [...termbase().facts.values()].find(({ subject }) => subject === conceptId);
    if (fact === undefined)
      void vscode.window.showInformationMessage(vscode.l10n.t('There are no facts about this yet.'));
    return fact === undefined ? undefined : tree.nodeOf(fact.id);
  };
  const register = (command: string, deed: Deed) =>
    vscode.commands.registerCommand(`migrationTerms.${command}`, (given: unknown) => {
      // A row that was selected in a view that is now hidden is not what the writer has in mind.
      const chosen = view.visible ? view.selection.find((row): row is FactNode => row.kind === 'fact') : undefined;
      const node = factNode(tree, given) ?? chosen;
      if (node === undefined) return chooseFirst(deed);
      return deeds[deed]({ kind: 'fact', label: '', description: '', detail: '', also: '', fact: node.fact });
    });
  // The command palette passes no fact: let the writer choose one.
  const chooseFirst = async (deed: Deed) => {
    const choice = await pickEntry(termbase(), lang(), '', mentioned(), 'facts');
    return choice === undefined ? undefined : deeds[choice.deed === 'accept' ? deed : choice.deed](choice.entry);
  };
  return vscode.Disposable.from(
    register('copyFact', 'copy'),
    register('insertFact', 'insert'),
    register('insertFactWithSource', 'insert-cited'),
    register('copyFactForWord', 'copy-for-word'),
    register('openSource', 'open-source'),
    // Only links in hovers use this command, so the manifest does not list it.
    vscode.commands.registerCommand('migrationTerms.copyText', (text: unknown) =>
      typeof text === 'string' ? vscode.env.clipboard.writeText(text) : undefined,
    ),
    vscode.commands.registerCommand('migrationTerms.showFact', (id: unknown) =>
      typeof id === 'string' ? show(tree.nodeOf(id)) : undefined,
    ),
    vscode.commands.registerCommand('migrationTerms.lookUp', async (query: unknown) => {
      const wanted = typeof query === 'string' ? query : selectedText();
      const choice = await pickEntry(termbase(), lang(), wanted, mentioned());
      return choice === undefined ? undefined : deeds[choice.deed === 'accept' ? 'insert' : choice.deed](choice.entry);
    }),
  );
}

/** The tree passes a row to a command; other callers pass the id of a fact. */
function factNode(tree: FactsTree, given: unknown): FactNode | undefined {
  if (typeof given === 'string') return tree.nodeOf(given);
  const node = given as FactsNode | undefined;
  return node?.kind === 'fact' ? node : undefined;
}

async function insert(text: string): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    await vscode.env.clipboard.writeText(text);
    void vscode.window.showInformationMessage(vscode.l10n.t('No document is open, so the text was copied.'));
    return;
  }
  const escaped = escapeText(text, editor.document.languageId);
  await editor.edit((edit) => editor.selections.forEach((selection) => edit.replace(selection, escaped)));
}

function openSource(url: string | undefined): Thenable<unknown> | undefined {
  if (url !== undefined) return vscode.env.openExternal(vscode.Uri.parse(url, true));
  return vscode.window.showInformationMessage(
    vscode.l10n.t('This source has no address on the web; the tooltip names it.'),
  );
}

function selectedText(): string {
  const editor = vscode.window.activeTextEditor;
  const text = editor?.document.getText(editor.selection) ?? '';
  return text.length <= 200 ? text : '';
}
