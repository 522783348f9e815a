import * as vscode from 'vscode';
import type { Termbase } from '../../core/termbase/termbase';
import { layOut } from '../../core/timeline/layout';
import { svgOf } from '../../core/timeline/svg';
import { timelineOf } from '../../core/timeline/timeline';
import { spokenLanguage, type SettingsReader } from '../settings';
import type { Format } from './messages';
import { HistoryPanel, VIEW_TYPE } from './panel';

interface Termbases {
  readonly termbase: () => Termbase;
  readonly onDidChange: vscode.Event<unknown>;
}

/**
 * Shows the history as a picture, in a single panel. The command also accepts `{ saveTo: Uri }`, and then saves the
 * picture there without asking, as SVG or PNG depending on the extension.
 */
export function registerHistory(
  { termbase, onDidChange }: Termbases,
  settings: SettingsReader,
  extensionUri: vscode.Uri,
): vscode.Disposable {
  let open: HistoryPanel | undefined;
  const lang = () => spokenLanguage(settings.of(undefined));
  const adopt = (panel: vscode.WebviewPanel): HistoryPanel => {
    const adopted = new HistoryPanel(panel, termbase, lang, extensionUri, (format) => exportTo(undefined, format));
    panel.onDidDispose(() => {
      adopted.dispose();
      if (open === adopted) open = undefined;
    });
    return (open = adopted);
  };
  const show = (): HistoryPanel => {
    if (open === undefined)
      return adopt(vscode.window.createWebviewPanel(VIEW_TYPE, vscode.l10n.t('History'), vscode.ViewColumn.Active));
    open.reveal();
    return open;
  };
  const exportTo = async (saveTo: vscode.Uri | undefined, format: Format): Promise<void> => {
    try {
      const target = saveTo ?? (await ask(format));
      if (target === undefined) return;
      const svg = report(termbase(), lang());
      const bytes = format === 'png' ? await show().draw(svg) : new TextEncoder().encode(svg);
      await vscode.workspace.fs.writeFile(target, bytes);
      if (saveTo === undefined)
        void vscode.window.showInformationMessage(
          vscode.l10n.t('The picture is saved: {0}', vscode.workspace.asRelativePath(target)),
        );
    } catch (error) {
      void vscode.window.showErrorMessage(
        vscode.l10n.t('The picture could not be saved: {0}', error instanceof Error ? error.message : String(error)),
      );
    }
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('migrationTerms.showHistory', (given: unknown) => {
      show();
      const { saveTo } = (given ?? {}) as { saveTo?: unknown };
      return saveTo instanceof vscode.Uri ? exportTo(saveTo, saveTo.path.endsWith('.png') ? 'png' : 'svg') : undefined;
    }),
    vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
      deserializeWebviewPanel: async (panel) => {
        // A second panel would show the same.
        if (open === undefined) adopt(panel);
        else panel.dispose();
      },
    }),
    onDidChange(() => open?.refresh()),
    vscode.workspace.onDidChangeConfiguration(
      (event) => event.affectsConfiguration('migrationTerms.language') && open?.refresh(),
    ),
    new vscode.Disposable(() => open?.dispose()),
  );
}

/** The whole history for a report, regardless of what the panel shows. */
function report(termbase: Termbase, lang: Parameters<typeof timelineOf>[1]): string {
  const timeline = timelineOf(termbase, lang);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svgOf(timeline, layOut(timeline, { width: REPORT_WIDTH, captioned: true }))}\n`;
}

/** In SVG pixels; the height results from it. */
const REPORT_WIDTH = 1280;

function ask(format: Format): Thenable<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export the History'),
    defaultUri: folder && vscode.Uri.joinPath(folder, `${vscode.l10n.t('history')}.${format}`),
    filters: { [format.toUpperCase()]: [format] },
  });
}
