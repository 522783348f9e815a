import * as vscode from 'vscode';

/** “2 remarks” */
export function remarkCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 remark') : vscode.l10n.t('{0} remarks', count);
}

/** “3 passages” */
export function passageCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 passage') : vscode.l10n.t('{0} passages', count);
}

/** Shows a message with buttons, and what each does. Not awaited: a message stays until the writer closes it. */
export function offer(text: string, actions: Readonly<Record<string, () => unknown>>, isWarning = false): void {
  const show = isWarning ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
  void show(text, ...Object.keys(actions)).then((choice) => (choice === undefined ? undefined : actions[choice]?.()));
}

/** Shows the remarks. */
export function showRemarks(): unknown {
  return vscode.commands.executeCommand('migrationTerms.document.focus');
}
