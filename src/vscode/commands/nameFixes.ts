import * as vscode from 'vscode';
import { fixable } from '../../core/describe/fixOffers';
import { combinePreferred, preferAllOf, replacementOf } from '../../core/findings/applyFixes';
import { textEdits } from '../convert';
import { openDocument, type WorkspaceCheck } from '../checking/workspaceCheck';

/** The certain fixes of a name in one file. */
export interface FileFixes {
  readonly uri: vscode.Uri;
  readonly edits: readonly vscode.TextEdit[];
  /** The text that is replaced and its replacement, as written at the first place. */
  readonly text: string;
  readonly newText: string;
  /** The end of the file. */
  readonly end: vscode.Position;
  /** The version of the open document that they were computed for; `undefined` for a file that was not open. */
  readonly version: number | undefined;
}

/** The fixes for the current text of a file; `undefined` if there is nothing to fix, or it cannot be read. */
export async function fixesIn(
  uri: vscode.Uri,
  name: string,
  workspace: WorkspaceCheck,
): Promise<FileFixes | undefined> {
  const result = await workspace.findingsIn(uri);
  const wanted = fixable(preferAllOf(result?.findings ?? [], name));
  if (result === undefined || wanted.length === 0) return undefined;
  const version = 'version' in result.places ? (result.places as vscode.TextDocument).version : undefined;
  const end = result.places.positionAt(Number.MAX_SAFE_INTEGER);
  const edits = textEdits(result.places, combinePreferred(wanted));
  return { uri, edits, text: wanted[0]!.text, newText: replacementOf(wanted[0]!), end, version };
}

/**
 * The same fixes, recomputed for texts that may have changed, for example while the writer was asked. Files that are
 * not open are read again; open documents come last, so that no event occurs between reading them and the answer.
 */
export async function madeAnew(
  fixes: readonly FileFixes[],
  name: string,
  workspace: WorkspaceCheck,
): Promise<readonly FileFixes[]> {
  const read = await Promise.all(
    fixes.map(async (each) => (openDocument(each.uri) ? each : fixesIn(each.uri, name, workspace))),
  );
  const fresh = await Promise.all(
    fixes.map(async ({ uri }, i) => {
      const version = openDocument(uri)?.version;
      return version === undefined || version === read[i]?.version ? read[i] : fixesIn(uri, name, workspace);
    }),
  );
  return fresh.filter((each) => each !== undefined);
}

export function editOf(fixes: readonly FileFixes[], how: 'all' | 'review'): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const { uri, edits, text } of fixes) {
    const metadata = { needsConfirmation: false, label: vscode.l10n.t('Fix “{0}”', text) };
    for (const { range, newText } of edits) edit.replace(uri, range, newText, metadata);
  }
  const last = fixes.at(-1);
  if (how === 'review' && last !== undefined) openPreview(edit, last);
  return edit;
}

/**
 * The editor opens its preview only if a change needs confirmation, and leaves such a change unticked. So an empty
 * insertion at the end of the list needs confirmation, and the fixes are ticked: the writer clears those that are
 * unwanted.
 */
function openPreview(edit: vscode.WorkspaceEdit, { uri, end }: FileFixes): void {
  edit.insert(uri, end, '', {
    needsConfirmation: true,
    label: vscode.l10n.t('Clear the check boxes of the changes that you do not want'),
  });
}
