import * as vscode from 'vscode';

/** “2 remarks” */
export function remarkCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 remark') : vscode.l10n.t('{0} remarks', count);
}

/** “3 passages” */
export function passageCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 passage') : vscode.l10n.t('{0} passages', count);
}
