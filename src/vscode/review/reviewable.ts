import * as vscode from 'vscode';
import { DocumentCheck } from '../../core/parts/documentCheck';
import { Review } from '../../core/review/review';
import type { WindowChecker } from '../checking/windowChecker';
import { PRODUCT } from '../convert';
import { fileOf } from '../languages';
import { showReviewPage } from './reviewPage';
import { optionsOf, type SettingsReader } from '../settings';
import { REASONS } from '../views/status';
import { offer } from './words';
import type { WordFiles } from '../word/wordFiles';

/** A document and its review, which refers to `version` of the text. */
export interface Prepared {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly review: Review;
}

/** Prepares the reviews of documents, and says why one cannot be reviewed. Nothing is sent here. */
export class Reviewable {
  constructor(
    private readonly checker: WindowChecker,
    private readonly settings: SettingsReader,
    private readonly wordFiles: Pick<WordFiles, 'of'>,
    private readonly extensionUri: vscode.Uri,
  ) {}

  /** Whether the document may be reviewed; if not, says why. */
  async isAllowed(document: vscode.TextDocument | undefined): Promise<boolean> {
    if (vscode.workspace.getConfiguration('migrationTerms').get('review') === 'off') {
      offer(vscode.l10n.t('Review is switched off in the settings (migrationTerms.review).'), {
        [vscode.l10n.t('Open settings')]: () =>
          vscode.commands.executeCommand('workbench.action.openSettings', 'migrationTerms.review'),
      });
      return false;
    }
    if (!vscode.workspace.isTrusted) {
      offer(vscode.l10n.t('In Restricted Mode, documents are not reviewed. Trust the workspace first.'), {
        [vscode.l10n.t('Manage Workspace Trust')]: () => vscode.commands.executeCommand('workbench.trust.manage'),
      });
      return false;
    }
    if (document === undefined) return say(vscode.l10n.t('Open a document first.'));
    switch (await this.settings.configs.reviewConsent(fileOf(document.uri))) {
      case 'off':
        return say(
          vscode.l10n.t('A file .migration-terms.json says that the documents of this folder are not reviewed.'),
        );
      case 'unread':
        return say(
          vscode.l10n.t(
            'A file .migration-terms.json that applies to this document cannot be read; it may say that the document is not reviewed.',
          ),
        );
      case 'allowed':
    }
    const unchecked = this.checker.whyUnchecked(document);
    return unchecked === undefined || say(REASONS[unchecked]);
  }

  /** The review of the current text; `undefined` if it names nothing of the record, or changes meanwhile. */
  async prepare(document: vscode.TextDocument, budget?: number): Promise<Prepared | undefined> {
    const settings = this.settings.of(document);
    const options = optionsOf(settings);
    const word = this.wordFiles.of(document.uri);
    const collected = word?.collected;
    const text = collected?.original ?? document.getText();
    const read = {
      text,
      languageId: document.languageId,
      lang: settings.language,
      ...this.checker.datesOf(document.uri),
    };
    const { version } = document;
    const rules =
      collected && collected.edits.length > 0
        ? new DocumentCheck(read, this.checker.termbase(), options)
        : await this.checker.checkedByRules(document);
    if (rules === undefined || document.version !== version) {
      say(vscode.l10n.t('The document has changed in the meantime. Review it again.'));
      return undefined;
    }
    const review = new Review(read, rules, this.checker.termbase(), {
      options,
      ...(budget === undefined ? {} : { budget }),
    });
    if (review.passages.length > 0) return { document, version, review };
    offer(
      vscode.l10n.t(
        'This document names nothing that the record knows, so there is nothing to review. Nothing was sent.',
      ),
      { [vscode.l10n.t('About Reviews')]: () => showReviewPage(this.extensionUri) },
    );
    return undefined;
  }
}

function say(text: string): false {
  void vscode.window.showInformationMessage(`${PRODUCT}: ${text}`);
  return false;
}
