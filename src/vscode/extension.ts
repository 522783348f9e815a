import * as vscode from 'vscode';
import { registerAssistantTools } from './assistants/tools';
import { WindowChecker } from './checking/windowChecker';
import { registerCodeActions } from './commands/codeActions';
import { registerCompletion } from './commands/completion';
import { Configs } from './files/configs';
import { PRODUCT } from './convert';
import { registerDiagnostics } from './checking/diagnostics';
import { registerDocumentCommands } from './commands/documentCommands';
import type { DocumentNode } from './views/documentNodes';
import { DocumentTree } from './views/documentTree';
import { registerDocumentView } from './views/documentView';
import { Explanations } from './explanation/explanations';
import { registerFactCommands } from './commands/factCommands';
import { FactDrag } from './views/factDrag';
import { registerFactFilter } from './views/factFilter';
import { FactsTree, type FactsNode } from './views/factsTree';
import { Followed } from './views/followed';
import { registerHover } from './views/hover';
import { IgnoredInWindow } from './checking/ignoredInWindow';
import { AnswerStore } from './review/answerStore';
import { registerRenewal } from './commands/renewIgnored';
import { registerReview } from './review/registerReview';
import { Reviewable } from './review/reviewable';
import { Reviews } from './review/reviews';
import { registerSample } from './commands/sample';
import { SettingsReader, spokenLanguage, textLanguage } from './settings';
import { registerStatus } from './views/status';
import { Termbases } from './files/termbases';
import { registerHistory } from './timeline/registerHistory';
import { registerTextIsOf, TextDates } from './checking/textDates';
import { registerChooseFix } from './word/chooseFix';
import { registerCollectedFixes } from './word/collectFixes';
import { registerOpenWord } from './word/openWord';
import { WordFiles } from './word/wordFiles';
import { registerWriteCopy } from './word/writeCopy';
import { WorkspaceCheck } from './checking/workspaceCheck';
import { registerWorkspaceCommands } from './commands/workspaceCommands';

/** The API for other extensions and the tests: the contents of the two views and of the page of *Explain*. */
export interface Api {
  readonly facts: vscode.TreeDataProvider<FactsNode>;
  readonly document: vscode.TreeDataProvider<DocumentNode>;
  readonly explanation: { readonly html: string | undefined };
}

/** Builds the parts and registers them; nothing is read or compiled before the first document is checked. */
export function activate({ subscriptions, extensionUri, workspaceState, globalState }: vscode.ExtensionContext): Api {
  const output = vscode.window.createOutputChannel(PRODUCT, { log: true });
  const configs = new Configs(output);
  const ignored = new IgnoredInWindow(workspaceState);
  const settings = new SettingsReader(output, configs, ignored);
  const termbases = new Termbases(output, configs);
  const wordFiles = new WordFiles();
  const dates = new TextDates(workspaceState, wordFiles);
  // Before the checker: after an edit, the remarks move before anybody asks for them.
  const reviews = new Reviews(settings, wordFiles);
  const checker = new WindowChecker(settings, termbases.termbase, output, reviews, (uri) => dates.of(uri));
  const workspace = new WorkspaceCheck(checker, settings, extensionUri, output, wordFiles, reviews);
  const lang = () => spokenLanguage(settings.of(vscode.window.activeTextEditor?.document));
  const facts = new FactsTree(termbases.termbase, lang);
  const followed = new Followed();
  const document = new DocumentTree(followed, checker, configs, ignored, reviews);
  const explanation = new Explanations(checker, settings, reviews, extensionUri);
  const factsView = vscode.window.createTreeView('migrationTerms.facts', {
    treeDataProvider: facts,
    showCollapseAll: true,
    canSelectMany: false,
    dragAndDropController: new FactDrag(() => textLanguage(settings)),
  });

  subscriptions.push(
    output,
    configs,
    ignored,
    termbases,
    reviews,
    checker,
    wordFiles,
    workspace,
    followed,
    document,
    explanation,
    factsView,
    dates,
    ...[configs, ignored, dates].map(({ onDidChange }) =>
      onDidChange(() => {
        checker.checkAll();
        workspace.refreshAll();
      }),
    ),
    termbases.onDidChange(() => {
      facts.refresh();
      checker.checkAll();
      workspace.refreshAll();
    }),
    vscode.workspace.onDidChangeConfiguration(
      (event) => event.affectsConfiguration('migrationTerms.language') && facts.refresh(),
    ),
    registerDocumentView(document, checker, settings),
    registerDiagnostics(checker, settings, extensionUri),
    registerHover(checker, settings),
    registerCodeActions(checker, settings),
    registerCompletion(checker, termbases.termbase, settings),
    registerStatus(checker, settings),
    registerRenewal(checker, settings, ignored),
    registerDocumentCommands(checker, settings, ignored, extensionUri, explanation),
    registerWorkspaceCommands(workspace, checker, settings),
    registerFactFilter(facts, factsView),
    registerFactCommands(termbases.termbase, settings, facts, factsView, () => document.mentioned),
    registerHistory(termbases, settings, extensionUri),
    registerTextIsOf(dates, followed),
    registerSample(extensionUri),
    registerOpenWord(),
    registerWriteCopy(wordFiles, workspace),
    registerCollectedFixes(wordFiles),
    registerChooseFix(checker),
    registerAssistantTools(termbases.termbase, settings),
    registerReview({
      reviewable: new Reviewable(checker, settings, wordFiles, extensionUri),
      reviews,
      answers: new AnswerStore(workspaceState),
      globalState,
      output,
      extensionUri,
    }),
  );
  return { facts, document, explanation };
}
