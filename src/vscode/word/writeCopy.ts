import * as vscode from 'vscode';
import type { Edit } from '../../core/finding';
import { openingComment } from '../../core/describe/openingComment';
import { wordComments } from '../../core/findings/wordComments';
import { writeComments } from '../../core/word/writeComments';
import { PRODUCT } from '../convert';
import { tell } from '../tell';
import type { WorkspaceCheck } from '../checking/workspaceCheck';
import type { WordFiles } from './wordFiles';
import { COPY_END, fileInTab, isWordFile, textOfWord, wordOfText } from './wordUri';

/**
 * Registers the commands that write new files from a Word document, which itself is never changed: a copy with
 * comments, and the text as Markdown. A second argument gives the place, a third which fixes are made.
 */
export function registerWriteCopy(files: WordFiles, workspace: WorkspaceCheck): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(
      'migrationTerms.writeCopy',
      async (given: unknown, where: unknown, how: unknown) => {
        const text = await textFor(given);
        if (text === undefined) return tell(NO_WORD());
        const chosen = isHow(how) ? how : await askHow();
        const end = /[^.]*$/.exec(wordOfText(text)!.path)![0].toLowerCase();
        const target = chosen && (where instanceof vscode.Uri ? where : await askWhere(text, COPY_END(), end));
        if (target === undefined) return undefined;
        const written = await write(target, text, () => copyOf(text, chosen!, files, workspace));
        // Not awaited: the message stays until the writer closes it.
        if (written) void offer(written);
        return written;
      },
    ),
    vscode.commands.registerCommand('migrationTerms.convertWord', async (given: unknown, where: unknown) => {
      const text = await textFor(given);
      if (text === undefined) return tell(NO_WORD());
      const target = where instanceof vscode.Uri ? where : await askWhere(text, '', 'md');
      if (target === undefined) return undefined;
      const written = await write(target, text, async () =>
        new TextEncoder().encode((await files.read(text)).collected.text),
      );
      if (written && where === undefined) await vscode.window.showTextDocument(target);
      return written;
    }),
  );
}

/** The text of the given Word document, or of the one in the active editor. */
async function textFor(given: unknown): Promise<vscode.Uri | undefined> {
  const uri = given instanceof vscode.Uri ? given : fileInTab();
  if (uri === undefined) return undefined;
  return wordOfText(uri) !== undefined ? uri : isWordFile(uri) ? textOfWord(uri) : undefined;
}

async function copyOf(text: vscode.Uri, how: How, files: WordFiles, workspace: WorkspaceCheck): Promise<Uint8Array> {
  const { word, collected } = await files.read(text);
  const { findings, edits: further, check } = workspace.findingsInWord(text, word.text.text, how === 'all');
  const edits = how === 'comments' ? collected.edits : joined(collected.edits, further);
  const comments = [
    ...openingComment(word.text, check, `${PRODUCT}: ${vscode.l10n.t('Text Is Of…')}`),
    ...wordComments(word.text.text, findings, edits),
  ];
  return writeComments(word, comments, {
    author: PRODUCT,
    date: new Date().toISOString(),
    tracked: edits.length > 0,
  }).bytes;
}

/** The edits that the writer chose, and the further ones that touch none of them. */
function joined(chosen: readonly Edit[], further: readonly Edit[]): readonly Edit[] {
  const isFree = ({ start, end }: Edit): boolean => chosen.every((each) => each.end < start || each.start > end);
  return [...chosen, ...further.filter(isFree)].sort((a, b) => a.start - b.start);
}

/** Writes a file, and says so; an error is shown with its reason, and the file is not changed. */
async function write(
  target: vscode.Uri,
  text: vscode.Uri,
  make: () => Promise<Uint8Array>,
): Promise<vscode.Uri | undefined> {
  if (await isSameFile(target, wordOfText(text)!)) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('A Word document is never changed. Choose another name for the copy.'),
    );
    return undefined;
  }
  try {
    await vscode.workspace.fs.writeFile(target, await make());
  } catch (error) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t(
        '{0} cannot be written: {1}',
        vscode.workspace.asRelativePath(target),
        error instanceof Error ? error.message : String(error),
      ),
    );
    return undefined;
  }
  tell(vscode.l10n.t('Saved: {0}', vscode.workspace.asRelativePath(target)));
  return target;
}

/** Offers to show the copy in its folder, or to open it in Word. */
async function offer(copy: vscode.Uri): Promise<void> {
  const open = vscode.l10n.t('Open');
  const reveal = vscode.l10n.t('Show in Folder');
  const choice = await vscode.window.showInformationMessage(
    vscode.l10n.t('The copy is written: {0}', vscode.workspace.asRelativePath(copy)),
    open,
    reveal,
  );
  if (choice === open) await vscode.env.openExternal(copy);
  // A window in a browser has no folder of the system to show.
  if (choice === reveal)
    await vscode.commands.executeCommand(
      vscode.env.uiKind === vscode.UIKind.Desktop ? 'revealFileInOS' : 'revealInExplorer',
      copy,
    );
}

/** Whether two addresses denote one file: they may differ in case, or one may be a link to the other. */
async function isSameFile(one: vscode.Uri, other: vscode.Uri): Promise<boolean> {
  if (one.toString() === other.toString()) return true;
  const { fs } = vscode.workspace;
  try {
    const [a, b] = await Promise.all([fs.stat(one), fs.stat(other)]);
    return a.ctime === b.ctime && a.mtime === b.mtime && a.size === b.size;
  } catch {
    // There is no such file yet.
    return false;
  }
}

/** Which fixes a copy has as tracked changes besides those that the writer chose. */
type How = 'comments' | 'tracked' | 'all';

function isHow(how: unknown): how is How {
  return how === 'comments' || how === 'tracked' || how === 'all';
}

async function askHow(): Promise<How | undefined> {
  const comments = {
    label: vscode.l10n.t('Comments, and the fixes that you chose as tracked changes'),
    detail: vscode.l10n.t('Each finding is a comment. Nothing is corrected unasked.'),
  };
  const tracked = {
    label: vscode.l10n.t('Comments, and the fixes of wrong forms as well'),
    detail: vscode.l10n.t('You accept or reject each change in Word.'),
  };
  const all = {
    label: vscode.l10n.t('Comments, and the fix of each finding that has only one'),
    detail: vscode.l10n.t('Numbers, dates and former names as well. Check each, as it may be right at its time.'),
  };
  const choice = await vscode.window.showQuickPick([comments, tracked, all], {
    title: vscode.l10n.t('Write a copy of the Word document'),
    placeHolder: vscode.l10n.t('The document itself is not changed'),
  });
  return choice && (choice === comments ? 'comments' : choice === tracked ? 'tracked' : 'all');
}

function askWhere(text: vscode.Uri, suffix: string, end: string): Thenable<vscode.Uri | undefined> {
  const word = wordOfText(text)!;
  return vscode.window.showSaveDialog({
    defaultUri: word.with({ path: word.path.replace(/\.doc[xm]$/i, `${suffix}.${end}`) }),
    filters: { [end === 'md' ? vscode.l10n.t('Document (Markdown)') : vscode.l10n.t('Word document')]: [end] },
  });
}

const NO_WORD = (): string => vscode.l10n.t('Open a Word document first, or choose one in the explorer.');
