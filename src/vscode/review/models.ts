import * as vscode from 'vscode';

/** The models that the editor offers to extensions, sorted by name; none where it has no interface for them. */
export async function availableModels(): Promise<readonly vscode.LanguageModelChat[]> {
  // Some editors that are made from VS Code lack the interface.
  const interfaceOfEditor = vscode.lm as typeof vscode.lm | undefined;
  if (interfaceOfEditor?.selectChatModels === undefined) return [];
  const models = await interfaceOfEditor.selectChatModels({});
  return [...models].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The value of the setting for a model. */
export function nameInSetting({ vendor, id }: vscode.LanguageModelChat): string {
  return `${vendor}/${id}`;
}

/** The chosen model; `chat-window` if the writer prefers one, `undefined` if they choose none. */
export async function chooseModel(
  models: readonly vscode.LanguageModelChat[],
  placeHolder: string,
): Promise<vscode.LanguageModelChat | 'chat-window' | undefined> {
  const items = models.map((model) => ({
    label: model.name,
    description: model.vendor,
    detail: vscode.l10n.t('reads up to {0} tokens at once', model.maxInputTokens.toLocaleString(vscode.env.language)),
    model,
  }));
  const window = {
    label: `$(comment-discussion) ${vscode.l10n.t('Any chat window')}`,
    detail: vscode.l10n.t('Copy the review as a prompt, and paste the answer'),
    model: 'chat-window' as const,
  };
  const choice = await vscode.window.showQuickPick([...items, window], {
    title: vscode.l10n.t('Review the facts: which model reads?'),
    placeHolder,
  });
  return choice?.model;
}
