import * as vscode from 'vscode';
import { cardAt, type CardAt } from '../../core/describe/cardAt';
import { cardMarkdown } from '../../core/describe/cardMarkdown';
import { commandLink } from '../../core/describe/markdown';
import type { Termbase } from '../../core/termbase/termbase';
import type { WindowChecker } from '../checking/windowChecker';
import { rangeOf } from '../convert';
import { DOCUMENT_SELECTOR } from '../languages';
import { spokenLanguage, writtenLanguage, type SettingsReader } from '../settings';
import { wordingIn } from '../../core/describe/wordings';

/** Explains what a name denotes, whether it was reported or allowed, and what an objective cited by its number is. */
export function registerHover(checker: WindowChecker, settings: SettingsReader): vscode.Disposable {
  return vscode.languages.registerHoverProvider(DOCUMENT_SELECTOR, {
    provideHover(document, position) {
      const { hover, language } = settings.of(document);
      if (hover === 'off') return undefined;
      const checked = checker.resultSoFar(document);
      if (checked === undefined) return undefined;
      const offset = document.offsetAt(position);
      const termbase = checker.termbase();
      const lang = spokenLanguage({ language });
      const written = writtenLanguage({ language }, document, offset);
      const at = cardAt(termbase, checked, document.getText(), offset, lang, written);
      if (at === undefined) return undefined;
      const text = new vscode.MarkdownString(cardMarkdown(termbase, at.card, hover, links(at, document, termbase)));
      text.isTrusted = { enabledCommands: [FIX_HERE, EXPLAIN, LOOK_UP, COPY] };
      return new vscode.Hover(text, rangeOf(document, at.span));
    },
  });
}

/** Links to the actions for the name; the fix comes first. */
function links({ card, mention }: CardAt, { uri }: vscode.TextDocument, { names }: Termbase): string {
  const { links: labels } = wordingIn(card.lang);
  const link = (label: string, command: string, ...args: readonly unknown[]) => commandLink(label, command, args);
  const [fix] = mention && 'rule' in mention ? mention.fixes : [];
  const place = [uri.toString(), mention?.start] as const;
  return [
    ...(fix ? [link(fix.title, FIX_HERE, ...place)] : []),
    ...(mention ? [link(labels.explain, EXPLAIN, ...place)] : []),
    link(labels.lookUp, LOOK_UP, card.name),
    // A number or a status has no name to copy.
    ...(mention === undefined || names.has(mention.name) ? [link(labels.copy, COPY, card.name)] : []),
  ].join(' · ');
}

const FIX_HERE = 'migrationTerms.fixHere';
const EXPLAIN = 'migrationTerms.explain';
const LOOK_UP = 'migrationTerms.lookUp';
const COPY = 'migrationTerms.copyText';
