import * as vscode from 'vscode';
import { describeMention, type Card } from '../core/describe/card';
import { cardMarkdown } from '../core/describe/cardMarkdown';
import { commandLink } from '../core/describe/markdown';
import type { Allowed, Finding } from '../core/finding';
import type { Checker } from './checker';
import { rangeOf } from './convert';
import { DOCUMENT_SELECTOR } from './languages';
import { writtenLanguage, type SettingsReader } from './settings';
import { wordingIn } from '../core/describe/wordings';

/** Explains what a name denotes, whether it was reported or allowed. */
export function registerHover(checker: Checker, settings: SettingsReader): vscode.Disposable {
  return vscode.languages.registerHoverProvider(DOCUMENT_SELECTOR, {
    provideHover(document, position) {
      const { hover, language } = settings.of(document);
      if (hover === 'off') return undefined;
      const checked = checker.resultSoFar(document);
      if (checked === undefined) return undefined;
      const offset = document.offsetAt(position);
      const mention = [...checked.findings, ...checked.allowed].find(
        ({ start, end }) => start <= offset && offset < end,
      );
      if (mention === undefined) return undefined;
      const termbase = checker.termbase();
      const card = describeMention(termbase, mention, writtenLanguage({ language }, document, mention.start));
      if (card === undefined) return undefined;
      const text = new vscode.MarkdownString(cardMarkdown(termbase, card, hover, links(card, document, mention)));
      text.isTrusted = { enabledCommands: [FIX_HERE, EXPLAIN, SHOW_FACT, LOOK_UP, COPY] };
      return new vscode.Hover(text, rangeOf(document, mention));
    },
  });
}

/** Links to the actions for the name, in the language of the card; the fix comes first. */
function links(card: Card, { uri }: vscode.TextDocument, mention: Finding | Allowed): string {
  const { links: labels } = wordingIn(card.lang);
  const link = (label: string, command: string, ...args: readonly unknown[]) => commandLink(label, command, args);
  const [fix] = 'rule' in mention ? mention.fixes : [];
  const place = [uri.toString(), mention.start] as const;
  return [
    ...(fix ? [link(fix.title, FIX_HERE, ...place)] : []),
    link(labels.explain, EXPLAIN, ...place),
    ...(card.facts.length > 0 ? [link(labels.facts, SHOW_FACT, card.facts[0]!.id)] : []),
    link(labels.lookUp, LOOK_UP, card.name),
    link(labels.copy, COPY, card.name),
  ].join(' · ');
}

const FIX_HERE = 'migrationTerms.fixHere';
const EXPLAIN = 'migrationTerms.explain';
const SHOW_FACT = 'migrationTerms.showFact';
const LOOK_UP = 'migrationTerms.lookUp';
const COPY = 'migrationTerms.copyText';
