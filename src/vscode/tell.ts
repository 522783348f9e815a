import * as vscode from 'vscode';
import { PRODUCT } from '../session/marks';

/** Says in the status bar what was done, or why nothing was. */
export function tell(text: string): undefined {
  vscode.window.setStatusBarMessage(`${PRODUCT}: ${text}`, 5000);
}
