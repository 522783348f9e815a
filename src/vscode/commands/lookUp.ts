import * as vscode from 'vscode';
import { citable, reliabilityOf } from '../../core/citation/citable';
import { isWebAddress } from '../../core/describe/markdown';
import type { Entry } from '../../core/describe/lookUp';
import { lookUpStart } from '../../core/describe/lookUpStart';
import { searchIn, type Found } from '../../core/search/search';
import type { FoundRow } from '../../core/search/series';
import { localText } from '../../core/describe/facts';
import type { Lang } from '../../core/document';
import type { Source } from '../../core/termbase/concept';
import type { Termbase } from '../../core/termbase/termbase';

/** What can be done with an entry. */
export type Deed = 'show' | 'insert' | 'insert-cited' | 'copy' | 'copy-for-word' | 'open-source';

/** The chosen entry, and the action to take; `accept` is that of the Enter key. */
export interface Choice {
  readonly entry: Entry;
  readonly deed: Deed | 'accept';
}

/**
 * Lets the writer search all entries or facts only, beginning with those about the concepts that the document mentions;
 * `undefined` if the list was closed without a choice.
 */
export function pickEntry(
  termbase: Termbase,
  lang: Lang,
  query: string,
  mentioned: readonly string[],
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
      : vscode.l10n.t('A name, a year, a subject; Enter inserts, Tab moves to the buttons');
  const list = (value: string) => {
    const found = search.find(value);
    const shown =
      value.trim() === ''
        ? lookUpStart(
            found.rows.map(({ entry }) => entry),
            mentioned,
            lang,
          ).map((entry) => ({ entry, older: [] }))
        : found.rows;
    const rows = shown.slice(0, MOST_ROWS).map((row) => itemOf(termbase, row));
    pick.items = found.kind === 'nothing' ? [nothing(found.near)] : [...guess(found), ...rows];
  };
  return new Promise((resolve) => {
    const choose = (item: Item | undefined, deed: Choice['deed']) => {
      if (item?.entry === undefined) return;
      resolve({ entry: item.entry, deed });
      pick.hide();
    };
    pick.onDidChangeValue(list);
    pick.onDidAccept(() => choose(pick.selectedItems[0], 'accept'));
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
  /** Absent for a row that only says something. */
  readonly entry?: Entry;
}

function nothing(near: readonly string[]): Item {
  return {
    label: vscode.l10n.t('Nothing found.'),
    description:
      near.length > 0
        ? vscode.l10n.t('Similar names: {0}', near.slice(0, 3).join(', '))
        : vscode.l10n.t('Try “member states”, “who leads IOM” or “objective 7”'),
    alwaysShow: true,
  };
}

/** Says that the rows are not quite what was asked. */
function guess({ kind, corrected }: Found): readonly Item[] {
  if (kind !== 'guess') return [];
  const [first] = corrected;
  const label = first
    ? vscode.l10n.t('Instead of “{0}”: {1}', first[0], first[1].slice(0, 3).join(', '))
    : vscode.l10n.t('Not found as asked; this comes nearest');
  return [{ label, kind: vscode.QuickPickItemKind.Separator }];
}

interface Button extends vscode.QuickInputButton {
  readonly deed: Deed;
}

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
const SHOW: Button = {
  deed: 'show',
  iconPath: new vscode.ThemeIcon('list-tree'),
  tooltip: vscode.l10n.t('Show in the side bar'),
};
const OPEN: Button = {
  deed: 'open-source',
  iconPath: new vscode.ThemeIcon('link-external'),
  tooltip: vscode.l10n.t('Open the source'),
};

function itemOf(termbase: Termbase, { entry, older }: FoundRow): Item {
  const { label } = entry;
  // A fact whose label exists in English only is labelled by its statement.
  const detail = entry.detail === label ? '' : entry.detail;
  const earlier = older.length === 0 ? '' : vscode.l10n.t('earlier values: {0}', older.length);
  const description = [entry.description, earlier].filter((part) => part !== '').join(' · ');
  // A name has nothing to cite.
  const isWeak = citable(sourcesOf(termbase, entry)).every((source) => reliabilityOf(source) === 'weak');
  const cite = entry.kind === 'term' ? [] : [isWeak ? CITE_WEAK : CITE];
  const buttons = [...cite, COPY, SHOW, ...(sourceOf(termbase, entry) === undefined ? [] : [OPEN])];
  // The search has already filtered; the list must not apply its own, stricter filter.
  return { label, description, detail, entry, buttons, alwaysShow: true };
}
