import * as vscode from 'vscode';

/**
 * Opens a document for trying things out, in the editor's language; it is untitled, so no file of the writer is
 * touched.
 */
export function registerSample(extensionUri: vscode.Uri): vscode.Disposable {
  let opened: vscode.TextDocument | undefined;
  return vscode.commands.registerCommand('migrationTerms.openSample', async (then: unknown) => {
    if (opened === undefined || opened.isClosed) {
      opened = await vscode.workspace.openTextDocument({
        language: 'markdown',
        content: await sampleText(extensionUri),
      });
    }
    // Opens next to the walkthrough, so that its next step stays visible.
    const besides =
      vscode.window.activeTextEditor === undefined && vscode.window.tabGroups.activeTabGroup.activeTab !== undefined;
    const shown = vscode.window.visibleTextEditors.find(({ document }) => document === opened);
    const viewColumn = shown?.viewColumn ?? (besides ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active);
    const editor = await vscode.window.showTextDocument(opened, { viewColumn, preview: false });
    if (!isStep(then)) return;
    const place = NAME.exec(opened.getText());
    if (place === null) return;
    const position = opened.positionAt(place.index + 1);
    editor.selection = new vscode.Selection(position, position);
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    await vscode.commands.executeCommand(STEPS[then]);
  });
}

/** What a step of the walkthrough shows at the first former name. */
const STEPS = { fix: 'editor.action.quickFix', hover: 'editor.action.showHover' } as const;

const NAME = /\b(?:ICEM|CIME)\b/;

function isStep(value: unknown): value is keyof typeof STEPS {
  return typeof value === 'string' && Object.hasOwn(STEPS, value);
}

async function sampleText(extensionUri: vscode.Uri): Promise<string> {
  const ofEditor = vscode.env.language.slice(0, 2);
  const file = ofEditor === 'fr' || ofEditor === 'es' ? `sample.${ofEditor}.md` : 'sample.md';
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'media', 'walkthrough', file));
  return new TextDecoder().decode(bytes);
}
