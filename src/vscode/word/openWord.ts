import * as vscode from 'vscode';
import { WORD_ENDS } from '../../core/prose/languageIds';
import { fileInTab, isWordFile, textOfWord } from './wordUri';

/**
 * Shows the text of a Word document in an ordinary editor: by command, and by "Open With…", which the editor offers for
 * custom editors.
 */
export function registerOpenWord(): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('migrationTerms.openWord', async (given: unknown) => {
      const file = given instanceof vscode.Uri ? given : (wordInTab() ?? (await askForWord()));
      if (file !== undefined) await showText(file);
    }),
    vscode.window.registerCustomEditorProvider('migrationTerms.word', {
      openCustomDocument: (uri) => ({ uri, dispose: () => undefined }),
      async resolveCustomEditor({ uri }, panel) {
        // The custom editor gives its place to the text.
        const { viewColumn } = panel;
        await showText(uri, viewColumn);
        panel.dispose();
      },
    }),
  );
}

async function showText(file: vscode.Uri, viewColumn?: vscode.ViewColumn): Promise<void> {
  if (!isWordFile(file)) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Only Word documents (.docx, .docm) can be opened as text.'),
    );
    return;
  }
  try {
    const document = await vscode.workspace.openTextDocument(textOfWord(file));
    await vscode.window.showTextDocument(document, { preview: false, ...(viewColumn ? { viewColumn } : {}) });
  } catch (error) {
    void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
  }
}

function wordInTab(): vscode.Uri | undefined {
  const file = fileInTab();
  return file && isWordFile(file) ? file : undefined;
}

async function askForWord(): Promise<vscode.Uri | undefined> {
  const [file] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Open the text of a Word document'),
      filters: { [vscode.l10n.t('Word document')]: [...WORD_ENDS] },
    })) ?? [];
  return file;
}
