import * as vscode from 'vscode';
import { ChatWindowReview } from './chatWindow';
import { DocumentReviewer, type ReviewParts } from './reviewDocument';
import { showReviewPage } from './reviewPage';

/** Registers the commands of reviews: with a model of the editor, and in any chat window. */
export function registerReview(parts: ReviewParts): vscode.Disposable {
  const reviewer = new DocumentReviewer(parts);
  const chat = new ChatWindowReview(parts.reviewable, parts.reviews, parts.answers);
  const document = (): vscode.TextDocument | undefined => vscode.window.activeTextEditor?.document;
  return vscode.Disposable.from(
    vscode.commands.registerCommand('migrationTerms.review', () => reviewer.review(document())),
    vscode.commands.registerCommand('migrationTerms.chooseReviewModel', () => reviewer.review(document(), true)),
    vscode.commands.registerCommand('migrationTerms.copyReview', () => chat.copy(document())),
    vscode.commands.registerCommand('migrationTerms.pasteReview', () => chat.paste(document())),
    vscode.commands.registerCommand('migrationTerms.aboutReview', () => showReviewPage(parts.extensionUri)),
  );
}
