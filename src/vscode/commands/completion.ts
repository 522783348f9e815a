import * as vscode from 'vscode';
import type { Suggestion } from '../../core/completion/suggestion';
import type { Termbase } from '../../core/termbase/termbase';
import { completionsAt, type Completions } from '../../session/atPlace';
import { forCore } from '../../session/openDocument';
import type { WindowChecker } from '../checking/windowChecker';
import { rangeOf } from '../convert';
import { DOCUMENT_SELECTOR } from '../languages';
import { writtenLanguage, type SettingsReader } from '../settings';

/** Completes official names, objectives and symbols as they are typed. */
export function registerCompletion(
  checker: WindowChecker,
  termbase: () => Termbase,
  settings: SettingsReader,
): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(DOCUMENT_SELECTOR, {
    provideCompletionItems(document, position) {
      const { completion, language } = settings.of(document);
      if (!completion || checker.whyUnchecked(document) !== undefined) return undefined;
      const offset = document.offsetAt(position);
      const lang = writtenLanguage({ language }, document, offset);
      const found = completionsAt({ ...forCore(document, { language, dates: {} }), lang }, offset, termbase());
      if (found === undefined) return undefined;
      const range = rangeOf(document, found.span);
      const items = found.items.map((item) => itemOf(item, range, found.typed));
      return new vscode.CompletionList(items, true);
    },
  });
}

function itemOf(
  { kind, label, text, detail, definition, note, sortText }: Completions['items'][number],
  range: vscode.Range,
  typed: string,
): vscode.CompletionItem {
  const item = new vscode.CompletionItem({ label, description: note }, KINDS[kind]);
  item.insertText = text;
  item.range = range;
  item.filterText = typed;
  item.sortText = sortText;
  if (detail !== '') item.detail = detail;
  if (definition !== '') item.documentation = definition;
  return item;
}

const KINDS: Readonly<Record<Suggestion['kind'], vscode.CompletionItemKind>> = {
  name: vscode.CompletionItemKind.Text,
  abbreviation: vscode.CompletionItemKind.Constant,
  objective: vscode.CompletionItemKind.Value,
  symbol: vscode.CompletionItemKind.Reference,
};
