import Fuse from 'fuse.js';
import * as vscode from 'vscode';
import { isWebAddress } from '../core/describe/markdown';
import { lookUpEntries, rankEntries, type Entry } from '../core/describe/lookUp';
import { localText } from '../core/describe/facts';
import type { Lang } from '../core/document';
import type { Termbase } from '../core/termbase/termbase';

/** What was chosen, and what is to be done with it. */
export interface Choice {
  readonly entry: Entry;
  readonly deed: 'show' | 'insert' | 'insert-cited' | 'copy' | 'open-source';
}

/** A search over all names and facts, or facts alone, that forgives misspellings, best match first. */
export function searcher(termbase: Termbase, lang: Lang, among: 'all' | 'facts' = 'all'): (query: string) => readonly Entry[] {
  const entries = lookUpEntries(termbase, lang).filter(({ kind }) => among === 'all' || kind === 'fact');
  const fuse = new Fuse(entries, {
    keys: [{ name: 'label', weight: 3 }, { name: 'also', weight: 2 }, { name: 'description', weight: 1 }, { name: 'detail', weight: 1 }],
    threshold: 0.3,
    ignoreLocation: true,
    ignoreDiacritics: true,
    useExtendedSearch: true,
  });
  return (query) => {
    // Each word must be found somewhere; the signs of the extended search are not for people.
    const words = query.replace(/[=!'^$|"]/g, ' ').trim();
    if (words === '') return entries;
    return rankEntries(fuse.search(words).map(({ item }) => item), words, lang).slice(0, 100);
  };
}

/** Lets the writer search, among facts alone if so asked; `undefined` when the list was closed without a choice. */
export function pickEntry(termbase: Termbase, lang: Lang, query: string, among: 'all' | 'facts' = 'all'): Promise<Choice | undefined> {
  const search = searcher(termbase, lang, among);
  const pick = vscode.window.createQuickPick<Item>();
  pick.title = among === 'facts' ? vscode.l10n.t('Choose a fact') : vscode.l10n.t('Look up a name or a fact');
  pick.placeholder = among === 'facts'
    ? vscode.l10n.t('A name, a year, a subject; Enter takes the fact')
    : vscode.l10n.t('A name, a year, a subject; Enter shows the facts, Tab goes on to insert and copy');
  const list = (value: string) => {
    pick.items = search(value).map((entry) => itemOf(termbase, entry));
  };
  return new Promise((resolve) => {
    const choose = (item: Item | undefined, deed: Choice['deed']) => {
      resolve(item === undefined ? undefined : { entry: item.entry, deed });
      pick.hide();
    };
    pick.onDidChangeValue(list);
    pick.onDidAccept(() => choose(pick.selectedItems[0], 'show'));
    pick.onDidTriggerItemButton(({ item, button }) => choose(item, (button as Button).deed));
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.value = query;
    list(query);
    pick.show();
  });
}

/** The text that is inserted or copied: a name as it is, a fact as a sentence. */
export function textOf(entry: Entry, lang: Lang): string {
  return entry.kind === 'term' ? entry.term.text : localText(entry.fact.statement, lang);
}

/** The address of the first source that has one. */
export function sourceOf(termbase: Termbase, entry: Entry): string | undefined {
  const ids = entry.kind === 'term' ? entry.term.entry.name.sources : entry.fact.sources;
  return ids.map((id) => termbase.sources.get(id)?.URL).find((url): url is string => url !== undefined && isWebAddress(url));
}

interface Item extends vscode.QuickPickItem {
  readonly entry: Entry;
}

interface Button extends vscode.QuickInputButton {
  readonly deed: Choice['deed'];
}

const INSERT: Button = { deed: 'insert', iconPath: new vscode.ThemeIcon('insert'), tooltip: vscode.l10n.t('Insert at the cursor') };
const CITE: Button = { deed: 'insert-cited', iconPath: new vscode.ThemeIcon('references'), tooltip: vscode.l10n.t('Insert with its source') };
const COPY: Button = { deed: 'copy', iconPath: new vscode.ThemeIcon('copy'), tooltip: vscode.l10n.t('Copy') };
const OPEN: Button = { deed: 'open-source', iconPath: new vscode.ThemeIcon('link-external'), tooltip: vscode.l10n.t('Open the source') };

function itemOf(termbase: Termbase, entry: Entry): Item {
  const { label, description, detail } = entry;
  const insert = entry.kind === 'fact' ? [INSERT, CITE] : [INSERT];
  const buttons = sourceOf(termbase, entry) === undefined ? [...insert, COPY] : [...insert, COPY, OPEN];
  // The search has decided already; the list must not filter by its own, stricter rule.
  return { label, description, detail, entry, buttons, alwaysShow: true };
}
