import * as vscode from 'vscode';

/** Shows a Markdown document as a preview, or as text if the Markdown preview is disabled. */
export async function layOutPage(page: vscode.Uri): Promise<void> {
  try {
    await vscode.commands.executeCommand('markdown.showPreview', page);
  } catch {
    await vscode.window.showTextDocument(page, { preview: true });
  }
}
