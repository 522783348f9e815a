import * as vscode from 'vscode';
import type { Lang } from '../../core/document';
import type { Termbase } from '../../core/termbase/termbase';
import { timelineOf } from '../../core/timeline/timeline';
import { nonce } from '../nonce';
import type { FromPage, ToPage } from './messages';
import { pageOf } from './page';
import { timelineWordingIn } from '../../core/timeline/wordings';

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
  private isReady = false;
  private readonly started = new vscode.EventEmitter<void>();
  private lang: Lang | undefined;

  constructor(
    private readonly panel: vscode.WebviewPanel,
    private readonly termbase: () => Termbase,
    private readonly spoken: () => Lang,
    private readonly extensionUri: vscode.Uri,
    private readonly exportAs: (format: 'svg' | 'png') => Thenable<unknown>,
  ) {
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: ['dist', 'media'].map((folder) => vscode.Uri.joinPath(extensionUri, folder)),
    };
    this.subscriptions = [
      panel.webview.onDidReceiveMessage((message: FromPage) => this.receive(message)),
      panel.onDidChangeViewState(() => {
        if (!panel.visible) this.isReady = false;
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
    this.isReady = false;
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

  /** The picture as PNG, which only a page can draw. */
  async draw(): Promise<Uint8Array> {
    this.reveal();
    if (!this.isReady) await next(this.started.event);
    const answer = next(this.drawn.event);
    this.send({ kind: 'draw' });
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
        this.isReady = true;
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
    if (!this.isReady || this.lang === undefined) return;
    this.send({
      kind: 'timeline',
      timeline: timelineOf(this.termbase(), this.lang),
      words: timelineWordingIn(this.lang).panel,
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
