import * as vscode from 'vscode';
import { commandLink } from '../../core/describe/markdown';
import type { Edit } from '../../core/finding';
import { rangeOf } from '../convert';
import type { WordFiles } from './wordFiles';
import { tell } from '../tell';
import { wordOfText } from './wordUri';

/**
 * Collects the fixes of texts that cannot be changed, for the copies of their Word documents, and marks them in the
 * editor.
 */
export function registerCollectedFixes(files: WordFiles): vscode.Disposable {
  const marks = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('diffEditor.insertedTextBackground'),
    border: '1px dotted',
    borderColor: new vscode.ThemeColor('descriptionForeground'),
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  const show = (editor: vscode.TextEditor): void => {
    const open = files.of(editor.document.uri);
    if (open === undefined || editor.document.getText() !== open.collected.text) return;
    const { changed, edits, original } = open.collected;
    editor.setDecorations(
      marks,
      changed.map((span, i) => ({
        range: rangeOf(editor.document, span),
        hoverMessage: hoverOn(editor.document.uri, original.slice(edits[i]!.start, edits[i]!.end), span.start),
      })),
    );
  };
  const showAll = (): void => vscode.window.visibleTextEditors.forEach(show);
  return vscode.Disposable.from(
    marks,
    files.onDidCollect(showAll),
    vscode.window.onDidChangeVisibleTextEditors(showAll),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (wordOfText(document.uri) !== undefined) showAll();
    }),
    vscode.commands.registerCommand('migrationTerms.collectFix', (address: unknown, edits: unknown) => {
      if (typeof address !== 'string') return;
      const text = vscode.Uri.parse(address, true);
      // The editor may still show the text before the last fix, or before the document was saved in Word.
      if (isShown(text, files)) files.collect(text, edits as readonly Edit[]);
      else tell(vscode.l10n.t('The document changed in the meantime; nothing was fixed.'));
    }),
    vscode.commands.registerCommand('migrationTerms.takeBackFix', (address: unknown, start: unknown) => {
      if (typeof address === 'string' && typeof start === 'number')
        files.takeBack(vscode.Uri.parse(address, true), { start, end: start });
    }),
  );
}

/** Whether the editor shows the current text, to whose offsets edits refer. */
function isShown(text: vscode.Uri, files: WordFiles): boolean {
  const shown = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === text.toString());
  return shown === undefined || shown.getText() === files.of(text)?.collected.text;
}

function hoverOn(text: vscode.Uri, original: string, start: number): vscode.MarkdownString {
  const hover = new vscode.MarkdownString();
  hover.isTrusted = { enabledCommands: ['migrationTerms.takeBackFix'] };
  hover.appendText(vscode.l10n.t('In the document: “{0}”. The copy has this as a tracked change.', original));
  hover.appendMarkdown(
    `\n\n${commandLink(vscode.l10n.t('Take back'), 'migrationTerms.takeBackFix', [text.toString(), start])}`,
  );
  return hover;
}
