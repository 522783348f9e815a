import * as vscode from 'vscode';
import { WindowChecker } from '../../../src/vscode/checking/windowChecker';
import { Configs } from '../../../src/vscode/files/configs';
import { registerDiagnostics } from '../../../src/vscode/checking/diagnostics';
import { Reviews } from '../../../src/vscode/review/reviews';
import { SettingsReader } from '../../../src/vscode/settings';
import { Termbases } from '../../../src/vscode/files/termbases';
import { WorkspaceCheck } from '../../../src/vscode/checking/workspaceCheck';

/** A second set of the extension's parts, whose errors can be observed. Both sets report each finding. */
export interface Parts extends vscode.Disposable {
  readonly log: readonly string[];
  readonly configs: Configs;
  readonly settings: SettingsReader;
  readonly checker: WindowChecker;
  readonly workspace: WorkspaceCheck;
}

export function listeningParts(): Parts {
  const log: string[] = [];
  const output = listening(log);
  const configs = new Configs(output);
  const settings = new SettingsReader(output, configs, { entries: [] });
  const termbases = new Termbases(output, configs);
  const reviews = new Reviews(settings, { of: () => undefined });
  const checker = new WindowChecker(settings, termbases.termbase, output, reviews);
  const nowhere = vscode.Uri.parse('none:/');
  const workspace = new WorkspaceCheck(checker, settings, nowhere, output, { of: () => undefined }, reviews);
  const all = vscode.Disposable.from(
    configs,
    termbases,
    checker,
    reviews,
    workspace,
    registerDiagnostics(checker, settings, nowhere),
    configs.onDidChange(() => checker.checkAll()),
    termbases.onDidChange(() => checker.checkAll()),
  );
  return { log, configs, settings, checker, workspace, dispose: () => void all.dispose() };
}

/** An output channel that records the errors. */
function listening(log: string[]): vscode.LogOutputChannel {
  const quiet = () => undefined;
  const error = (...utterance: readonly unknown[]) => void log.push(utterance.map(String).join(' '));
  return { error, warn: quiet, info: quiet, debug: quiet, trace: quiet } as unknown as vscode.LogOutputChannel;
}
