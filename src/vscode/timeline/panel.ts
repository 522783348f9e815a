import * as vscode from 'vscode';
import type { Lang } from '../../core/document';
import type { Termbase } from '../../core/termbase/termbase';
import { layOut } from '../../core/timeline/layout';
import { axisOf, svgOf } from '../../core/timeline/svg';
import { timelineOf } from '../../core/timeline/timeline';
import { timelineWordingIn } from '../../core/timeline/wordings';
import { nonce } from '../views/nonce';
import type { Format, FromPage, ToPage } from './messages';
import { detailsOf, pageOf } from './page';

export const VIEW_TYPE = 'migrationTerms.history';

/** Drawing takes a moment; a page that is gone never responds. */
const PATIENCE_MS = 10_000;

/**
 * One open history panel. It keeps no state: whenever its page starts, also after being hidden, everything is sent
 * again.
 */
export class HistoryPanel implements vscode.Disposable {
  private readonly subscriptions: vscode.Disposable[];
  private readonly drawn = new vscode.EventEmitter<FromPage>();
  /** The width of the page; `undefined` until it has started. */
  private width: number | undefined;
  private readonly started = new vscode.EventEmitter<void>();
  private lang: Lang | undefined;

  constructor(
    private readonly panel: vscode.WebviewPanel,
    private readonly termbase: () => Termbase,
    private readonly spoken: () => Lang,
    private readonly extensionUri: vscode.Uri,
    private readonly exportAs: (format: Format) => Thenable<unknown>,
  ) {
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: ['dist', 'media'].map((folder) => vscode.Uri.joinPath(extensionUri, folder)),
    };
    this.subscriptions = [
      panel.webview.onDidReceiveMessage((message: FromPage) => this.receive(message)),
      panel.onDidChangeViewState(() => {
        if (!panel.visible) this.width = undefined;
      }),
      this.drawn,
      this.started,
    ];
    this.refresh();
  }

  reveal(): void {
    this.panel.reveal();
  }

  /** Reads the termbase again, and reloads the page if the language has changed. */
  refresh(): void {
    const lang = this.spoken();
    if (lang === this.lang) return this.tell();
    this.lang = lang;
    this.width = undefined;
    const { webview } = this.panel;
    const words = timelineWordingIn(lang);
    const addressOf = (...path: string[]) =>
      webview.asWebviewUri(vscode.Uri.joinPath(this.extensionUri, ...path)).toString();
    this.panel.title = vscode.l10n.t('History');
    webview.html = pageOf({
      lang,
      words,
      cspSource: webview.cspSource,
      nonce: nonce(),
      script: addressOf('dist', 'timeline.js'),
      style: addressOf('media', 'timeline.css'),
    });
  }

  /** A picture as PNG, which only a page can draw. */
  async draw(svg: string): Promise<Uint8Array> {
    this.reveal();
    if (this.width === undefined) await next(this.started.event);
    const answer = next(this.drawn.event);
    this.send({ kind: 'draw', svg });
    const message = await answer;
    if (message.kind === 'drawn')
      return message.bytes instanceof Uint8Array ? message.bytes : new Uint8Array(message.bytes);
    throw new Error(message.kind === 'not-drawn' ? message.why : message.kind);
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private receive(message: FromPage): void {
    switch (message.kind) {
      case 'ready':
        this.width = message.width;
        this.tell();
        return this.started.fire();
      case 'show-fact':
        return void vscode.commands.executeCommand('migrationTerms.showFact', message.id);
      case 'export':
        return void this.exportAs(message.format);
      case 'drawn':
      case 'not-drawn':
        return this.drawn.fire(message);
    }
  }

  private tell(): void {
    const { lang, width } = this;
    if (width === undefined || lang === undefined) return;
    const timeline = timelineOf(this.termbase(), lang);
    const layout = layOut(timeline, { width });
    const { panel } = timelineWordingIn(lang);
    const items = timeline.lanes.flatMap((lane) => lane.items);
    this.send({
      kind: 'picture',
      axis: axisOf(timeline, layout),
      svg: svgOf(timeline, layout),
      details: Object.fromEntries(items.map((item) => [item.id, detailsOf(item, panel)])),
    });
  }

  private send(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }
}

function next<T>(event: vscode.Event<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const finish = () => {
      clearTimeout(timer);
      listener.dispose();
    };
    const timer = setTimeout(() => {
      finish();
      reject(new Error(vscode.l10n.t('the panel did not respond')));
    }, PATIENCE_MS);
    const listener = event((value) => {
      finish();
      resolve(value);
    });
  });
}
