import * as vscode from 'vscode';
import { describeMention } from '../core/describe/card';
import { cardMarkdown } from '../core/describe/cardMarkdown';
import type { Checker } from './checker';
import { rangeOf } from './convert';
import { DOCUMENT_SELECTOR } from './languages';
import { writtenLanguage, type SettingsReader } from './settings';

/** Tells what a name stands for, whether it was reported or let through. */
export function registerHover(checker: Checker, settings: SettingsReader): vscode.Disposable {
  return vscode.languages.registerHoverProvider(DOCUMENT_SELECTOR, {
    provideHover(document, position) {
      const { hover, language } = settings.of(document);
      if (hover === 'off') return undefined;
      const checked = checker.resultSoFar(document);
      if (checked === undefined) return undefined;
      const offset = document.offsetAt(position);
      const mention = [...checked.findings, ...checked.allowed].find(({ start, end }) => start <= offset && offset < end);
      if (mention === undefined) return undefined;
      const termbase = checker.termbase();
      const card = describeMention(termbase, mention, writtenLanguage({ language }, document, mention.start));
      if (card === undefined) return undefined;
      const text = new vscode.MarkdownString(cardMarkdown(termbase, card, hover));
      if (card.facts.length > 0) {
        text.appendMarkdown(`\n\n[Show its facts](command:${SHOW_FACT}?${encodeURIComponent(JSON.stringify([card.facts[0].id]))})`);
      }
      text.isTrusted = { enabledCommands: [SHOW_FACT] };
      return new vscode.Hover(text, rangeOf(document, mention));
    },
  });
}

const SHOW_FACT = 'migrationTerms.showFact';
