import * as vscode from 'vscode';
import { citable, standingOf } from '../core/citation/citable';
import { isWebAddress } from '../core/describe/markdown';
import type { Entry } from '../core/describe/lookUp';
import { searchIn } from '../core/describe/search';
import { localText } from '../core/describe/facts';
import type { Lang } from '../core/document';
import type { Source } from '../core/termbase/concept';
import type { Termbase } from '../core/termbase/termbase';

/** What was chosen, and what is to be done with it. */
export interface Choice {
  readonly entry: Entry;
  readonly deed: 'show' | 'insert' | 'insert-cited' | 'copy' | 'open-source';
}

/** Lets the writer search, among facts alone if so asked; `undefined` when the list was closed without a choice. */
export function pickEntry(termbase: Termbase, lang: Lang, query: string, among: 'all' | 'facts' = 'all'): Promise<Choice | undefined> {
  const search = searchIn(termbase, lang, among);
  const pick = vscode.window.createQuickPick<Item>();
  // The order is that of the search. VS Code sorts by label unless told not to; its types do not name the property yet.
  Object.assign(pick, { sortByLabel: false });
  pick.title = among === 'facts' ? vscode.l10n.t('Choose a fact') : vscode.l10n.t('Look up a name or a fact');
  pick.placeholder = among === 'facts'
    ? vscode.l10n.t('A name, a year, a subject; Enter takes the fact')
    : vscode.l10n.t('A name, a year, a subject; Enter shows the facts, Tab goes on to insert and copy');
  const list = (value: string) => {
    pick.items = search.find(value).entries.slice(0, value === '' ? undefined : MOST_ROWS).map((entry) => itemOf(termbase, entry));
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
  return entry.kind === 'term' ? entry.label : localText(entry.fact.statement, lang);
}

/** The address of the best source that has one. */
export function sourceOf(termbase: Termbase, entry: Entry): string | undefined {
  const sources = sourcesOf(termbase, entry);
  return [...citable(sources), ...sources].map(({ URL: url }) => url).find((url): url is string => url !== undefined && isWebAddress(url));
}

function sourcesOf(termbase: Termbase, entry: Entry): readonly Source[] {
  const ids = entry.kind === 'term' ? entry.term.entry.name.sources : entry.fact.sources;
  return ids.flatMap((id) => termbase.sources.get(id) ?? []);
}

/** Nobody reads on to the hundredth row. */
const MOST_ROWS = 100;

interface Item extends vscode.QuickPickItem {
  readonly entry: Entry;
}

interface Button extends vscode.QuickInputButton {
  readonly deed: Choice['deed'];
}

const INSERT: Button = { deed: 'insert', iconPath: new vscode.ThemeIcon('insert'), tooltip: vscode.l10n.t('Insert at the cursor') };
const CITE: Button = { deed: 'insert-cited', iconPath: new vscode.ThemeIcon('references'), tooltip: vscode.l10n.t('Insert with its source') };
const CITE_WEAK: Button = { ...CITE, tooltip: vscode.l10n.t('Insert with its source, a copy or a secondary one: no official source is known') };
const COPY: Button = { deed: 'copy', iconPath: new vscode.ThemeIcon('copy'), tooltip: vscode.l10n.t('Copy') };
const OPEN: Button = { deed: 'open-source', iconPath: new vscode.ThemeIcon('link-external'), tooltip: vscode.l10n.t('Open the source') };

function itemOf(termbase: Termbase, entry: Entry): Item {
  const { label, description, detail } = entry;
  const insert = entry.kind === 'term' ? [INSERT] : [INSERT, citable(sourcesOf(termbase, entry)).every((source) => standingOf(source) === 'weak') ? CITE_WEAK : CITE];
  const buttons = sourceOf(termbase, entry) === undefined ? [...insert, COPY] : [...insert, COPY, OPEN];
  // The search has decided already; the list must not filter by its own, stricter rule.
  return { label, description, detail, entry, buttons, alwaysShow: true };
}
