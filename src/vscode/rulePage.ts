import * as vscode from 'vscode';
import { isRuleId, type RuleId } from '../core/rules';
import { layOutPage } from './layOutPage';

/** The page about a rule, as it lies in the extension: there is no page to fetch, and nothing goes over the network. */
export function rulePage(extensionUri: vscode.Uri, rule: RuleId): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'docs', 'rules', `${rule}.md`);
}

/** Shows the page laid out, or as text where the Markdown preview is switched off. */
export async function showRule(extensionUri: vscode.Uri, rule: unknown): Promise<void> {
  if (typeof rule !== 'string' || !isRuleId(rule)) return;
  await layOutPage(rulePage(extensionUri, rule));
}
