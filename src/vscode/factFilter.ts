import * as vscode from 'vscode';
import type { FactsNode, FactsTree } from './factsTree';

/** True while the facts view is filtered: the button that clears the filter is shown then. */
const FILTERED = 'migrationTerms.factsFiltered';

/** The commands that filter the facts view and show all again; the view says above its rows what it is filtered by. */
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
    vscode.commands.registerCommand('migrationTerms.filterFacts', (query: unknown) => (typeof query === 'string' ? set(query) : ask(tree.filter, set))),
    vscode.commands.registerCommand('migrationTerms.clearFilter', () => set('')),
    tree.onDidChangeTreeData(show),
  );
}

function messageOf({ filter, size }: FactsTree): string {
  if (size === 0) return vscode.l10n.t('No fact has “{0}”.', filter);
  return size === 1 ? vscode.l10n.t('1 fact with “{0}”', filter) : vscode.l10n.t('{0} facts with “{1}”', size, filter);
}

/** The view follows the typing; Escape brings back what it was filtered by before. */
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
