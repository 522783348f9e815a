import * as vscode from 'vscode';
import { complete } from '../core/completion/complete';
import type { Termbase } from '../core/termbase/termbase';
import type { Checker } from './checker';
import { PRODUCT, rangeOf } from './convert';
import { DOCUMENT_SELECTOR } from './languages';
import { writtenLanguage, type SettingsReader } from './settings';
import type { Suggestion } from '../core/completion/suggestion';

/** Completes official names, objectives and symbols as they are typed. */
export function registerCompletion(
  checker: Checker,
  termbase: () => Termbase,
  settings: SettingsReader,
): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(DOCUMENT_SELECTOR, {
    provideCompletionItems(document, position) {
      const { completion, language } = settings.of(document);
      if (!completion || checker.whyUnchecked(document) !== undefined) return undefined;
      const offset = document.offsetAt(position);
      const lang = writtenLanguage({ language }, document, offset);
      const found = complete(
        { text: document.getText(), languageId: document.languageId, lang },
        offset,
        termbase(),
        lang,
      );
      if (found === undefined) return undefined;
      const range = rangeOf(document, found.span);
      const typed = document.getText(range);
      const items = found.items.map((suggestion, index) => itemOf(suggestion, index, range, typed));
      // Requested again at each letter: the editor's own filter cannot ignore accents or expand abbreviations.
      return new vscode.CompletionList(items, true);
    },
  });
}

function itemOf(
  { kind, label, text, detail, definition }: Suggestion,
  index: number,
  range: vscode.Range,
  typed: string,
): vscode.CompletionItem {
  const item = new vscode.CompletionItem({ label, description: kind === 'symbol' ? definition : PRODUCT }, KINDS[kind]);
  item.insertText = text;
  item.range = range;
  item.filterText = typed;
  item.sortText = String(index).padStart(3, '0');
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
