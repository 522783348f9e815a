import * as vscode from 'vscode';
import { layOutPage } from '../views/layOutPage';

/** Shows what a review sends, costs and finds. The page is part of the extension. */
export async function showReviewPage(extensionUri: vscode.Uri): Promise<void> {
  await layOutPage(vscode.Uri.joinPath(extensionUri, 'docs', 'review.md'));
}
