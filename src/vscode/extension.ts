import * as vscode from 'vscode';
import { Checker } from './checker';
import { registerCodeActions } from './codeActions';
import { PRODUCT } from './convert';
import { registerDiagnostics } from './diagnostics';
import { registerDocumentCommands } from './documentCommands';
import { DocumentTree, type DocumentNode } from './documentTree';
import { registerFactCommands } from './factCommands';
import { FactsTree, type FactsNode } from './factsTree';
import { registerHover } from './hover';
import { SettingsReader, spokenLanguage } from './settings';
import { registerStatus } from './status';
import { Termbases } from './termbases';

/** What other extensions and the tests may read: the contents of the two views. */
export interface Api {
  readonly facts: vscode.TreeDataProvider<FactsNode>;
  readonly document: vscode.TreeDataProvider<DocumentNode>;
}

/** Builds the parts and registers them; nothing is read or compiled before the first document is checked. */
export function activate({ subscriptions, extensionUri }: vscode.ExtensionContext): Api {
  const output = vscode.window.createOutputChannel(PRODUCT, { log: true });
  const settings = new SettingsReader(output);
  const termbases = new Termbases(output);
  const checker = new Checker(settings, termbases.termbase, output);
  const lang = () => spokenLanguage(settings.of(vscode.window.activeTextEditor?.document));
  const facts = new FactsTree(termbases.termbase, lang);
  const document = new DocumentTree(checker);
  const factsView = vscode.window.createTreeView('migrationTerms.facts', { treeDataProvider: facts, showCollapseAll: true });
  const documentView = vscode.window.createTreeView('migrationTerms.document', { treeDataProvider: document, showCollapseAll: true });

  subscriptions.push(
    output, termbases, checker, document, factsView, documentView,
    termbases.onDidChange(() => {
      facts.refresh();
      checker.checkAll();
    }),
    registerDiagnostics(checker, settings, extensionUri),
    registerHover(checker, settings),
    registerCodeActions(checker),
    registerStatus(checker, settings),
    registerDocumentCommands(checker, extensionUri),
    registerFactCommands(termbases.termbase, settings, facts, factsView),
  );
  return { facts, document };
}
