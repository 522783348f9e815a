import * as vscode from 'vscode';
import { isRuleId, type RuleId } from '../../core/rules';
import { layOutPage } from './layOutPage';

/** The page about a rule. It is part of the extension, so nothing is fetched over the network. */
export function rulePage(extensionUri: vscode.Uri, rule: RuleId): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'docs', 'rules', `${rule}.md`);
}

/** Shows the page as a preview, or as text if the Markdown preview is disabled. */
export async function showRule(extensionUri: vscode.Uri, rule: unknown): Promise<void> {
  if (typeof rule !== 'string' || !isRuleId(rule)) return;
  await layOutPage(rulePage(extensionUri, rule));
}
