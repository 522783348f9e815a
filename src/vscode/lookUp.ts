import * as vscode from 'vscode';
import { citable, reliabilityOf } from '../core/citation/citable';
import { isWebAddress } from '../core/describe/markdown';
import type { Entry } from '../core/describe/lookUp';
import { searchIn } from '../core/search/search';
import { localText } from '../core/describe/facts';
import type { Lang } from '../core/document';
import type { Source } from '../core/termbase/concept';
import type { Termbase } from '../core/termbase/termbase';

/** The chosen entry, and the action to take. */
export interface Choice {
  readonly entry: Entry;
  readonly deed: 'show' | 'insert' | 'insert-cited' | 'copy' | 'copy-for-word' | 'open-source';
}

/** Lets the writer search all entries or facts only; `undefined` if the list was closed without a choice. */
export function pickEntry(
  termbase: Termbase,
  lang: Lang,
  query: string,
  among: 'all' | 'facts' = 'all',
): Promise<Choice | undefined> {
  const search = searchIn(termbase, lang, among);
  const pick = vscode.window.createQuickPick<Item>();
  // Keeps the order of the search. VS Code sorts by label by default; its types do not declare the property yet.
  Object.assign(pick, { sortByLabel: false });
  pick.title = among === 'facts' ? vscode.l10n.t('Choose a fact') : vscode.l10n.t('Look up a name or a fact');
  pick.placeholder =
    among === 'facts'
      ? vscode.l10n.t('A name, a year, a subject; Enter selects the fact')
      : vscode.l10n.t('A name, a year, a subject; Enter shows the facts, Tab moves to the insert and copy buttons');
  const list = (value: string) => {
    const { rows } = search.find(value);
    pick.items = rows.slice(0, value === '' ? undefined : MOST_ROWS).map(({ entry }) => itemOf(termbase, entry));
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

/** The text to insert or copy: a name verbatim, a fact as a sentence. */
export function textOf(entry: Entry, lang: Lang): string {
  return entry.kind === 'term' ? entry.label : localText(entry.fact.statement, lang);
}

/** The address of the best source that has one. */
export function sourceOf(termbase: Termbase, entry: Entry): string | undefined {
  const sources = sourcesOf(termbase, entry);
  return [...citable(sources), ...sources]
    .map(({ URL: url }) => url)
    .find((url): url is string => url !== undefined && isWebAddress(url));
}

function sourcesOf(termbase: Termbase, entry: Entry): readonly Source[] {
  const ids = entry.kind === 'term' ? entry.term.entry.name.sources : entry.fact.sources;
  return ids.flatMap((id) => termbase.sources.get(id) ?? []);
}

/** The maximum number of rows; nobody reads more. */
const MOST_ROWS = 100;

interface Item extends vscode.QuickPickItem {
  readonly entry: Entry;
}

interface Button extends vscode.QuickInputButton {
  readonly deed: Choice['deed'];
}

const INSERT: Button = {
  deed: 'insert',
  iconPath: new vscode.ThemeIcon('insert'),
  tooltip: vscode.l10n.t('Insert at the cursor'),
};
const CITE: Button = {
  deed: 'insert-cited',
  iconPath: new vscode.ThemeIcon('references'),
  tooltip: vscode.l10n.t('Insert with its source'),
};
const CITE_WEAK: Button = {
  ...CITE,
  tooltip: vscode.l10n.t('Insert with its source (a copy or a secondary source: no official one is known)'),
};
const COPY: Button = { deed: 'copy', iconPath: new vscode.ThemeIcon('copy'), tooltip: vscode.l10n.t('Copy') };
const OPEN: Button = {
  deed: 'open-source',
  iconPath: new vscode.ThemeIcon('link-external'),
  tooltip: vscode.l10n.t('Open the source'),
};

function itemOf(termbase: Termbase, entry: Entry): Item {
  const { label, description, detail } = entry;
  const insert =
    entry.kind === 'term'
      ? [INSERT]
      : [
          INSERT,
          citable(sourcesOf(termbase, entry)).every((source) => reliabilityOf(source) === 'weak') ? CITE_WEAK : CITE,
        ];
  const buttons = sourceOf(termbase, entry) === undefined ? [...insert, COPY] : [...insert, COPY, OPEN];
  // The search has already filtered; the list must not apply its own, stricter filter.
  return { label, description, detail, entry, buttons, alwaysShow: true };
}
