import * as vscode from 'vscode';
import { escapeMarkdown } from '../../core/describe/markdown';
import type { RuleId } from '../../core/rules';
import { fileOf } from '../languages';
import { spokenLanguage } from '../settings';
import type { CheckedFile } from '../checking/workspaceCheck';
import { wordingIn } from '../../core/describe/wordings';

/**
 * The findings of the workspace check, as a Markdown document that can be saved and shared. Its links are relative to
 * the folder that it will be in; files outside that workspace folder are named without a link.
 */
export function reportOf(
  files: readonly CheckedFile[],
  unread: readonly vscode.Uri[],
  folder: vscode.Uri | undefined,
): string {
  const found = files.filter(({ findings }) => findings.length > 0);
  const { rules } = wordingIn(spokenLanguage({ language: 'auto' }));
  const blocks = [
    `# ${vscode.l10n.t('Migration Terms: report on the workspace')}`,
    REPEATS_NAMES,
    escapeMarkdown(summaryLine(files)),
  ];
  if (found.length > 0) blocks.push(rulesTable(found));
  for (const { uri, findings } of found) {
    const file = fileOf(uri);
    const path = pathBetween(folder, file);
    const linked = (text: string, anchor = '') => (path === undefined ? text : `[${text}](<${path}${anchor}>)`);
    blocks.push(`## ${linked(escapeMarkdown(vscode.workspace.asRelativePath(file)))}`);
    blocks.push(
      findings
        .map(({ finding, range, place }) => {
          const line = range.start.line + 1;
          const where = place ?? linked(vscode.l10n.t('line {0}', line), `#L${line}`);
          return `- ${where}: ${escapeMarkdown(finding.message)} (${rules[finding.rule]})`;
        })
        .join('\n'),
    );
  }
  const held = files.flatMap(({ uri, heldBack }) => (heldBack ? [{ uri, ...heldBack }] : []));
  if (held.length > 0) {
    blocks.push(`## ${heldBackSummary(files)}`);
    blocks.push(HOW_TO_JUDGE());
    blocks.push(
      held
        .map(({ uri, because }) => escapeMarkdown(`${vscode.workspace.asRelativePath(fileOf(uri))}: ${because}.`))
        .map((line) => `- ${line}`)
        .join('\n'),
    );
  }
  if (unread.length > 0) {
    blocks.push(`## ${vscode.l10n.t('Not read: another format, too large, or not text')}`);
    blocks.push(HOW_TO_READ());
    blocks.push(unread.map((uri) => `- ${escapeMarkdown(vscode.workspace.asRelativePath(uri))}`).join('\n'));
  }
  return `${blocks.join('\n\n')}\n`;
}

const HOW_TO_READ = (): string =>
  vscode.l10n.t(
    'Save a .doc, .odt or .rtf file as .docx; instead of a PDF, check the document from which it was made.',
  );

const HOW_TO_JUDGE = (): string =>
  vscode.l10n.t('To have them judged, open the file and run the command “{0}”.', vscode.l10n.t('Text Is Of…'));

/** “Not judged as of today: 3”; empty if the times of the files hold nothing back. */
export function heldBackSummary(files: readonly CheckedFile[]): string {
  const count = files.reduce((sum, { heldBack }) => sum + (heldBack?.count ?? 0), 0);
  return count === 0 ? '' : vscode.l10n.t('Not judged as of today: {0}', count);
}

/** The relative path to a file for a link; `undefined` unless both are in the same workspace folder. */
function pathBetween(folder: vscode.Uri | undefined, file: vscode.Uri): string | undefined {
  const root = folder && vscode.workspace.getWorkspaceFolder(folder);
  if (root === undefined || vscode.workspace.getWorkspaceFolder(file)?.index !== root.index) return undefined;
  const from = folder!.path.split('/').filter((name) => name !== '');
  const to = file.path.split('/').filter((name) => name !== '');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared).map(encodeURIComponent)].join('/');
}

/** “3 findings in 2 of 40 files” */
export function summaryLine(files: readonly CheckedFile[]): string {
  const count = files.reduce((sum, { findings }) => sum + findings.length, 0);
  const withFindings = files.filter(({ findings }) => findings.length > 0).length;
  if (count === 0) return vscode.l10n.t('No findings in {0} files.', files.length);
  return count === 1
    ? vscode.l10n.t('1 finding in {0} files.', files.length)
    : vscode.l10n.t('{0} findings in {1} of {2} files.', count, withFindings, files.length);
}

/** The report quotes wrong names, and would be marked itself. */
const REPEATS_NAMES = '<!-- migration-terms-disable -->';

function rulesTable(files: readonly CheckedFile[]): string {
  const { rules } = wordingIn(spokenLanguage({ language: 'auto' }));
  const counts = new Map<RuleId, number>();
  for (const { findings } of files)
    for (const { finding } of findings) counts.set(finding.rule, (counts.get(finding.rule) ?? 0) + 1);
  const rows = [...counts].sort(([, a], [, b]) => b - a).map(([rule, count]) => `| ${rules[rule]} | ${count} |`);
  return [`| ${vscode.l10n.t('Rule')} | ${vscode.l10n.t('Findings')} |`, '| --- | ---: |', ...rows].join('\n');
}
