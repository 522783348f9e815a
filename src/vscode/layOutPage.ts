import * as vscode from 'vscode';

/** Shows a Markdown document as a preview, or as text if the Markdown preview is disabled. */
export async function layOutPage(page: vscode.Uri, where: 'here' | 'beside' = 'here'): Promise<void> {
  try {
    await vscode.commands.executeCommand(
      where === 'here' ? 'markdown.showPreview' : 'markdown.showPreviewToSide',
      page,
    );
  } catch {
    await vscode.window.showTextDocument(page, {
      preview: true,
      viewColumn: where === 'here' ? undefined : vscode.ViewColumn.Beside,
    });
  }
}
