import * as vscode from 'vscode';
import { describeMention } from '../core/describe/card';
import { explanationMarkdown } from '../core/describe/cardMarkdown';
import { sentenceAround } from '../core/describe/sentenceAround';
import type { Allowed, Finding } from '../core/finding';
import type { Checker } from './checker';
import { layOutPage } from './layOutPage';
import type { Reviews } from './review/reviews';
import { writtenLanguage, type SettingsReader } from './settings';

/** The scheme of the pages that explain a name in its sentence. */
const SCHEME = 'migration-terms-explanation';

/**
 * Shows everything that is known about a name in its sentence, as a page next to the document; a hover is too small for
 * it.
 */
export class Explanations implements vscode.TextDocumentContentProvider {
  /** The page that was requested last. An earlier page is empty when the window requests it again. */
  private page: { readonly uri: vscode.Uri; readonly text: string } | undefined;
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly checker: Checker,
    private readonly settings: SettingsReader,
    private readonly reviews: Pick<Reviews, 'of'>,
  ) {}

  provideTextDocumentContent(uri: vscode.Uri): string | undefined {
    return this.page?.uri.toString() === uri.toString() ? this.page.text : undefined;
  }

  register(): vscode.Disposable {
    return vscode.Disposable.from(vscode.workspace.registerTextDocumentContentProvider(SCHEME, this), this.changed);
  }

  /** Whether there is anything to explain. */
  async show(document: vscode.TextDocument, mention: Finding | Allowed): Promise<boolean> {
    const { language } = this.settings.of(document);
    const termbase = this.checker.termbase();
    const card = describeMention(termbase, mention, writtenLanguage({ language }, document, mention.start));
    if (card === undefined) return false;
    const name = mention.text
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .slice(0, 40);
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${name}.md`, query: String(mention.start) });
    const review = this.reviews.of(document);
    const reviewed = review && {
      sentence: sentenceAround(document.getText(), mention, card.lang),
      day: localDay(review.at),
    };
    this.page = { uri, text: explanationMarkdown(termbase, mention, card, this.checker.judgedAs(document), reviewed) };
    // The sentence at the same place may have changed.
    this.changed.fire(uri);
    await layOutPage(uri, 'beside');
    return true;
  }
}

/** The day of an ISO date and time, where the writer is. */
function localDay(at: string): string {
  const date = new Date(at);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
