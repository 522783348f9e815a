import * as vscode from 'vscode';
import { describeMention } from '../../core/describe/card';
import { explanationHtml, type Actions, type Explained } from '../../core/describe/explanationHtml';
import { explainedAt } from '../../core/describe/explainedAt';
import { commandAddress } from '../../core/describe/markdown';
import { sentenceAround } from '../../core/describe/sentenceAround';
import type { Allowed, Finding } from '../../core/finding';
import type { WindowChecker } from '../checking/windowChecker';
import type { Reviews } from '../review/reviews';
import { spokenLanguage, writtenLanguage, type SettingsReader } from '../settings';
import { pageOf } from './page';

/** What the page shows, and its place in the current text. */
interface Shown {
  readonly document: vscode.TextDocument;
  readonly explained: Explained;
  readonly start: number;
}

/**
 * Shows everything that is known about a name in its sentence, with the fixes, in one panel next to the document. It
 * follows the place as the text is edited.
 */
export class Explanations implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private shown: Shown | undefined;
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly checker: WindowChecker,
    private readonly settings: SettingsReader,
    private readonly reviews: Pick<Reviews, 'of'>,
    private readonly extensionUri: vscode.Uri,
  ) {
    this.subscriptions = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument((event) => this.move(event)),
      checker.onDidCheck(({ document, isComplete }) => isComplete && this.update(document)),
    );
  }

  /** The text of the page; `undefined` if it is closed. */
  get html(): string | undefined {
    return this.panel?.webview.html;
  }

  /** Whether there is anything to explain. */
  show(document: vscode.TextDocument, mention: Finding | Allowed): boolean {
    const explained = this.explain(document, mention);
    if (explained === undefined) return false;
    this.shown = { document, explained, start: mention.start };
    this.panel ??= this.create();
    this.render(this.shown);
    // The fixes are reached with Tab.
    this.panel.reveal(undefined, false);
    return true;
  }

  dispose(): void {
    this.panel?.dispose();
    this.subscriptions.dispose();
  }

  private create(): vscode.WebviewPanel {
    const panel = vscode.window.createWebviewPanel(VIEW_TYPE, '', vscode.ViewColumn.Beside, {
      enableCommandUris: Object.values(COMMANDS),
      enableFindWidget: true,
      localResourceRoots: [vscode.Uri.joinPath(this.extensionUri, 'media')],
    });
    panel.onDidDispose(() => {
      this.panel = undefined;
      this.shown = undefined;
    });
    return panel;
  }

  private render({ document, explained, start }: Shown): void {
    const { webview } = this.panel!;
    this.panel!.title = vscode.l10n.t('Explanation of “{0}”', explained.mention.text.replace(/\s+/g, ' ').slice(0, 40));
    webview.html = pageOf({
      lang: explained.card.lang,
      title: this.panel!.title,
      cspSource: webview.cspSource,
      style: webview.asWebviewUri(vscode.Uri.joinPath(this.extensionUri, 'media', 'explanation.css')).toString(),
      body: explanationHtml(this.checker.termbase(), explained, actionsAt(document, start)),
    });
  }

  private explain(document: vscode.TextDocument, mention: Finding | Allowed): Explained | undefined {
    const { language } = this.settings.of(document);
    const written = writtenLanguage({ language }, document, mention.start);
    const card = describeMention(this.checker.termbase(), mention, spokenLanguage({ language }), written);
    if (card === undefined) return undefined;
    const review = 'by' in mention && mention.by ? this.reviews.of(document) : undefined;
    return {
      mention,
      card,
      judgedAs: this.checker.judgedAs(document),
      reviewed: review && {
        sentence: sentenceAround(document.getText(), mention, written),
        day: localDay(review.at),
      },
      isGone: false,
    };
  }

  /** Keeps the place where it is in the text. */
  private move({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (this.shown?.document !== document) return;
    let { start } = this.shown;
    for (const { rangeOffset, rangeLength, text } of contentChanges) {
      if (rangeOffset + rangeLength <= start) start += text.length - rangeLength;
      else if (rangeOffset < start) start = rangeOffset;
    }
    this.shown = { ...this.shown, start };
  }

  /** Shows what is known of the place after a check; if nothing is, says so and offers no fixes. */
  private update(document: vscode.TextDocument): void {
    if (this.shown?.document !== document) return;
    const { start, explained } = this.shown;
    const checked = this.checker.knownOf(document);
    const mention = checked && explainedAt(checked, start, (each) => each.start === start);
    const now = mention && this.explain(document, mention);
    this.shown = { ...this.shown, explained: now ?? { ...explained, isGone: true } };
    this.render(this.shown);
  }
}

const VIEW_TYPE = 'migrationTerms.explanation';

/** The commands that the page may run. */
const COMMANDS = {
  fix: 'migrationTerms.fixHere',
  ignoreHere: 'migrationTerms.ignoreHere',
  ignore: 'migrationTerms.ignore',
  goTo: 'migrationTerms.goTo',
  rule: 'migrationTerms.showRule',
  lookUp: 'migrationTerms.lookUp',
  fact: 'migrationTerms.showFact',
};

function actionsAt({ uri }: vscode.TextDocument, start: number): Actions {
  const place = [uri.toString(), start] as const;
  return {
    fix: (title) => commandAddress(COMMANDS.fix, [...place, title]),
    ignoreHere: commandAddress(COMMANDS.ignoreHere, place),
    ignore: commandAddress(COMMANDS.ignore, place),
    goTo: commandAddress(COMMANDS.goTo, place),
    rule: (rule) => commandAddress(COMMANDS.rule, [rule]),
    lookUp: (name) => commandAddress(COMMANDS.lookUp, [name]),
    fact: (id) => commandAddress(COMMANDS.fact, [id]),
  };
}

/** The day of an ISO date and time, where the writer is. */
function localDay(at: string): string {
  const date = new Date(at);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
