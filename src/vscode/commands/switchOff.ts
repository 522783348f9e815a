import * as vscode from 'vscode';
import { readConfig } from '../../core/config/readConfig';
import type { Edit } from '../../core/finding';
import { isRuleId, type RuleId } from '../../core/rules';
import { rangesIn } from '../../core/termbase/jsonPosition';
import type { Configs } from '../files/configs';
import { workspaceEdit } from '../convert';
import { fileOf } from '../languages';
import { obstacleTo } from '../files/ownFile';
import { tell } from '../tell';

/**
 * Switches a rule off where that affects the document: in the configuration file that sets it, which takes precedence
 * over settings; else in the settings of the folder, of the workspace, or of the user if no folder is open.
 */
export async function switchOff(rule: string, document: vscode.Uri | undefined, configs: Configs): Promise<void> {
  if (!isRuleId(rule)) return;
  const file = document && configs.fileSetting(rule, fileOf(document));
  if (file === undefined) return switchOffInSettings(rule, document);
  const path = vscode.workspace.asRelativePath(file);
  switch ((await obstacleTo(file, file)) === undefined ? await switchOffInFile(rule, file) : 'refused') {
    case 'done':
      return tell(vscode.l10n.t('The rule {0} is switched off in {1}.', rule, path));
    case 'unsaved':
      return void vscode.window.showInformationMessage(
        vscode.l10n.t(
          'The rule {0} is switched off in {1} as soon as you save that file, which has other unsaved changes.',
          rule,
          path,
        ),
      );
    case 'refused': {
      const open = vscode.l10n.t('Open the File');
      const choice = await vscode.window.showWarningMessage(
        vscode.l10n.t(
          '{0} sets the rule {1} and overrides the settings, but it cannot be changed from here. Write "off" for the rule there.',
          path,
          rule,
        ),
        open,
      );
      if (choice === open) await vscode.window.showTextDocument(file);
    }
  }
}

/** The title of the action, which says where it will write. */
export function switchOffTitle(rule: RuleId, document: vscode.Uri, configs: Configs): string {
  const file = configs.fileSetting(rule, fileOf(document));
  if (file !== undefined)
    return vscode.l10n.t('Switch off the rule {0} in {1}', rule, vscode.workspace.asRelativePath(file));
  return vscode.workspace.workspaceFolders === undefined
    ? vscode.l10n.t('Switch off the rule {0} in your own settings', rule)
    : vscode.l10n.t('Switch off the rule {0} in this workspace', rule);
}

/**
 * The edit that makes a configuration file switch off a rule that it sets; `undefined` if the place cannot be
 * determined.
 */
export function ruleOffEdit(text: string, rule: RuleId): Edit | undefined {
  const key = rangesIn(text)(`rules/${rule}`);
  const value = /\s*:\s*("(?:[^"\\]|\\.)*")/y;
  value.lastIndex = key.end;
  const found = value.exec(text);
  if (found === null || text.slice(key.start, key.end) !== JSON.stringify(rule)) return undefined;
  const edit: Edit = { start: value.lastIndex - found[1]!.length, end: value.lastIndex, newText: '"off"' };
  // If a file sets it twice, the second value applies.
  const after = readConfig(text.slice(0, edit.start) + edit.newText + text.slice(edit.end)).config;
  return after.rules[rule] === 'off' ? edit : undefined;
}

async function switchOffInFile(rule: RuleId, file: vscode.Uri): Promise<'done' | 'unsaved' | 'refused'> {
  try {
    const document = await vscode.workspace.openTextDocument(file);
    const wasDirty = document.isDirty;
    const edit = ruleOffEdit(document.getText(), rule);
    if (edit === undefined || !(await vscode.workspace.applyEdit(workspaceEdit(document, [edit])))) return 'refused';
    // The writer decides when to save their other changes to the file.
    if (wasDirty) return 'unsaved';
    return (await document.save()) ? 'done' : 'refused';
  } catch {
    return 'refused';
  }
}

async function switchOffInSettings(rule: RuleId, document: vscode.Uri | undefined): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('migrationTerms', document && fileOf(document));
  const values = configuration.inspect<Record<string, string>>('rules');
  const { Global, Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;
  // A folder's own setting of the rule would override the workspace's.
  const [target, value] =
    vscode.workspace.workspaceFolders === undefined
      ? [Global, values?.globalValue]
      : values?.workspaceFolderValue?.[rule] !== undefined
        ? [WorkspaceFolder, values.workspaceFolderValue]
        : [Workspace, values?.workspaceValue];
  await configuration.update('rules', { ...value, [rule]: 'off' }, target);
}
