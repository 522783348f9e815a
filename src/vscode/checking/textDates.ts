import * as vscode from 'vscode';
import type { FileDates } from '../../core/document';
import { dayOf, isDate } from '../../core/termbase/dates';
import type { KnownDates } from '../../session/openDocument';
import type { Followed } from '../views/followed';
import { fileOf } from '../languages';
import type { WordFiles } from '../word/wordFiles';
import { isWordFile, textOfWord } from '../word/wordUri';

/**
 * The dates that the writer has given to documents. The window keeps them: nothing is written into a document or a
 * folder.
 */
export class TextDates implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly workspaceState: vscode.Memento,
    private readonly wordFiles: Pick<WordFiles, 'of'>,
  ) {}

  /** What is known of the time of a document, apart from its text. */
  of(uri: vscode.Uri): KnownDates {
    const fileDates: FileDates | undefined = this.wordFiles.of(uri)?.word.dates;
    return { date: this.given[fileOf(uri).toString()], fileDates, today: dayOf(new Date()) };
  }

  /** Gives a date to a document; `undefined` returns to what its text or its file states. */
  async give(uri: vscode.Uri, date: string | undefined): Promise<void> {
    const key = fileOf(uri).toString();
    const others = Object.entries(this.given).filter(([each]) => each !== key);
    const entries = date === undefined ? others : [...others, [key, date] as const];
    await this.workspaceState.update(KEY, Object.fromEntries(entries.slice(-MOST)));
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }

  private get given(): Readonly<Record<string, string>> {
    return this.workspaceState.get(KEY, {});
  }
}

const KEY = 'textDates';
const MOST = 1000;

/**
 * Registers the command that says of which time a text is. Its arguments, where a program gives them, are the document
 * and its date; an empty date is that of the text or of its file.
 */
export function registerTextIsOf(dates: TextDates, followed: Followed): vscode.Disposable {
  return vscode.commands.registerCommand('migrationTerms.textIsOf', async (given: unknown, value: unknown) => {
    const uri = given instanceof vscode.Uri ? given : followed.document?.uri;
    if (uri === undefined) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a document first.'));
      return;
    }
    const text = isWordFile(uri) && uri.scheme === 'file' ? textOfWord(uri) : uri;
    const date = typeof value === 'string' ? value : await askDate(dates.of(text).date);
    if (date !== undefined) await dates.give(text, date === '' ? undefined : date);
  });
}

/** The date that the writer chooses; empty for that of the text, `undefined` for no answer. */
async function askDate(current: string | undefined): Promise<string | undefined> {
  const mark = (isChosen: boolean): string => (isChosen ? vscode.l10n.t('now chosen') : '');
  const isOther = current !== undefined && current !== 'today';
  const choices = [
    { label: vscode.l10n.t('Today'), description: mark(current === 'today'), date: 'today' },
    {
      label: vscode.l10n.t('The date that the text or its file states'),
      description: mark(current === undefined),
      date: '',
    },
    { label: vscode.l10n.t('Another date …'), description: isOther ? current : '', date: undefined },
  ];
  const choice = await vscode.window.showQuickPick(choices, {
    title: vscode.l10n.t('Of which time is this text?'),
    placeHolder: vscode.l10n.t('Names and values are compared with the record of that time'),
  });
  if (choice === undefined || choice.date !== undefined) return choice?.date;
  return vscode.window.showInputBox({
    title: vscode.l10n.t('The date of the text'),
    prompt: vscode.l10n.t('YYYY, YYYY-MM or YYYY-MM-DD'),
    value: isOther ? current : '',
    validateInput: (text) =>
      isDate(text.trim()) ? undefined : vscode.l10n.t('Write a date as 2019, 2019-05 or 2019-05-31.'),
  });
}
