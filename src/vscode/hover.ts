import * as vscode from 'vscode';
import { describeMention, type Card } from '../core/describe/card';
import { cardMarkdown } from '../core/describe/cardMarkdown';
import { wordingIn } from '../core/describe/wording';
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
      text.appendMarkdown(`\n\n${links(card)}`);
      text.isTrusted = { enabledCommands: [SHOW_FACT, LOOK_UP, COPY] };
      return new vscode.Hover(text, rangeOf(document, mention));
    },
  });
}

/** What can be done about the name at hand, in the language of the card. */
function links(card: Card): string {
  const { links: labels } = wordingIn(card.lang);
  const link = (label: string, command: string, argument: string) => `[${label}](command:${command}?${encodeURIComponent(JSON.stringify([argument]))})`;
  const facts = card.facts.length > 0 ? [link(labels.facts, SHOW_FACT, card.facts[0].id)] : [];
  return [...facts, link(labels.lookUp, LOOK_UP, card.name), link(labels.copy, COPY, card.name)].join(' · ');
}

const SHOW_FACT = 'migrationTerms.showFact';
const LOOK_UP = 'migrationTerms.lookUp';
const COPY = 'migrationTerms.copyText';
