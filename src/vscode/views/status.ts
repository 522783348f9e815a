import * as vscode from 'vscode';
import { dataDate } from '../../core/describe/facts';
import { longDate } from '../../core/wording/dates';
import type { Checked } from '../../core/finding';
import type { WindowChecker, Progress, Unchecked } from '../checking/windowChecker';
import { PRODUCT } from '../convert';
import { DOCUMENT_SELECTOR } from '../languages';
import { spokenLanguage, type SettingsReader } from '../settings';
import { wordingIn } from '../../core/describe/wordings';

/** Shows in the language status what was found, the date of the data, or why a document is not checked. */
export function registerStatus(checker: WindowChecker, settings: SettingsReader): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('migrationTerms.status', DOCUMENT_SELECTOR);
  item.name = PRODUCT;
  item.text = PRODUCT;
  const show = (document = vscode.window.activeTextEditor?.document) => {
    if (document === undefined || document !== vscode.window.activeTextEditor?.document) return;
    item.busy = false;
    const unchecked = checker.whyUnchecked(document);
    const checked = unchecked === undefined ? checker.resultSoFar(document) : undefined;
    const [problem] = settings.problemsOf(document);
    const wording = wordingIn(spokenLanguage(settings.of(document)));
    const date = checked === undefined ? undefined : dataDate(checker.termbase());
    item.text =
      checked !== undefined
        ? countsLine({ ...checked, findings: checker.finished(document, checked.findings) }, wording)
        : unchecked !== undefined
          ? REASONS[unchecked]
          : vscode.l10n.t('Checking … {0} %', 0);
    item.detail =
      problem?.text ?? (date === undefined ? PRODUCT : `${PRODUCT}. ${wording.dataOf(longDate(date, wording))}`);
    item.severity =
      problem !== undefined || unchecked === 'failed'
        ? vscode.LanguageStatusSeverity.Warning
        : vscode.LanguageStatusSeverity.Information;
    item.command =
      problem !== undefined
        ? problem.repair
        : checked === undefined
          ? { title: vscode.l10n.t('Open settings'), command: 'migrationTerms.openSettings' }
          : { title: vscode.l10n.t('Show problems'), command: 'workbench.actions.view.problems' };
    item.accessibilityInformation = { label: `${PRODUCT}: ${item.text}` };
  };
  const progress = ({ document, share }: Progress) => {
    if (document !== vscode.window.activeTextEditor?.document) return;
    const isStopped = share === 'stopped';
    if (isStopped && checker.whyUnchecked(document) !== undefined) return show(document);
    const text = isStopped
      ? vscode.l10n.t('To be checked when you save')
      : vscode.l10n.t('Checking … {0} %', Math.floor(share * 100));
    // Each change is sent to the window, and slices are frequent.
    if (item.busy && item.text === text) return;
    item.busy = !isStopped;
    item.text = text;
    item.accessibilityInformation = { label: `${PRODUCT}: ${item.text}` };
  };
  return vscode.Disposable.from(
    item,
    checker.onDidProgress(progress),
    checker.onDidCheck(({ document }) => show(document)),
    checker.onDidForget(() => show()),
    vscode.window.onDidChangeActiveTextEditor((editor) => show(editor?.document)),
  );
}

/** “3 findings, 12 names” */
export function countsLine(
  { findings, allowedNameCount }: Pick<Checked, 'findings' | 'allowedNameCount'>,
  wording = wordingIn('en'),
): string {
  return wording.counts(findings.length, findings.length + allowedNameCount);
}

/** The messages for documents that are not checked. */
export const REASONS: Readonly<Record<Unchecked, string>> = {
  'switched-off': vscode.l10n.t('Not checked: switched off in the settings'),
  excluded: vscode.l10n.t('Not checked: excluded by the setting migrationTerms.exclude or by .migration-terms.json'),
  language: vscode.l10n.t('Not checked: this kind of document is not read'),
  'not-written': vscode.l10n.t('Not checked: this is not a document that you write'),
  failed: vscode.l10n.t('Not checked: the check failed; see the output “Migration Terms”'),
};
