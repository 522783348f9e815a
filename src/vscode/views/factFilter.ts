import * as vscode from 'vscode';
import type { FactsNode, FactsTree } from './factsTree';

/** The context key that is true while the facts view is filtered; it shows the button that clears the filter. */
const FILTERED = 'migrationTerms.factsFiltered';

/** Registers the commands that set and clear the filter of the facts view; the view shows the filter above its rows. */
export function registerFactFilter(tree: FactsTree, view: vscode.TreeView<FactsNode>): vscode.Disposable {
  const set = (query: string) => {
    if (query.trim() === tree.filter) return;
    tree.filter = query;
    show();
  };
  const show = () => {
    void vscode.commands.executeCommand('setContext', FILTERED, tree.filter !== '');
    view.message = tree.filter === '' ? undefined : messageOf(tree);
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('migrationTerms.filterFacts', (query: unknown) =>
      typeof query === 'string' ? set(query) : ask(tree.filter, set),
    ),
    vscode.commands.registerCommand('migrationTerms.clearFilter', () => set('')),
    tree.onDidChangeTreeData(show),
  );
}

function messageOf({ filter, size }: FactsTree): string {
  if (size === 0) return vscode.l10n.t('No fact contains “{0}”.', filter);
  return size === 1 ? vscode.l10n.t('1 fact with “{0}”', filter) : vscode.l10n.t('{0} facts with “{1}”', size, filter);
}

/** The view is filtered while the writer types; Escape restores the previous filter. */
async function ask(before: string, set: (query: string) => void): Promise<void> {
  await vscode.commands.executeCommand('migrationTerms.facts.focus');
  const input = vscode.window.createInputBox();
  input.title = vscode.l10n.t('Filter the facts');
  input.placeholder = vscode.l10n.t('Words of a name, a value, a year, in any language');
  input.value = before;
  let isAccepted = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  input.onDidChangeValue((value) => {
    clearTimeout(timer);
    timer = setTimeout(() => set(value), 150);
  });
  input.onDidAccept(() => {
    isAccepted = true;
    input.hide();
  });
  input.onDidHide(() => {
    clearTimeout(timer);
    set(isAccepted ? input.value : before);
    input.dispose();
  });
  input.show();
}
