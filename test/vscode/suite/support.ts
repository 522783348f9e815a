import * as vscode from 'vscode';
import { assert } from './assert';

/** Starts the extension and returns its exports. */
export async function activated<Api>(): Promise<Api> {
  const extension = vscode.extensions.getExtension<Api>('migration-terms.migration-policy-terms');
  assert.ok(extension, 'the extension is not installed');
  return extension.activate();
}

/** A new document in an editor. */
export async function show(content: string, language = 'markdown'): Promise<vscode.TextEditor> {
  await activated();
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language, content }));
}

/** The first defined value of `read`, which is called now and after each event; never after a pause. */
export function until<T>(event: vscode.Event<unknown>, read: () => T | undefined, what: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => finish(() => reject(new Error(`waited in vain for ${what}`))), 50_000);
    const listener = event(look);
    const finish = (end: () => void) => {
      clearTimeout(timer);
      listener.dispose();
      end();
    };
    function look(): void {
      const value = read();
      if (value !== undefined) finish(() => resolve(value));
    }
    look();
  });
}

/** Our diagnostics of a document, as soon as there are `count`. */
export function diagnostics(document: vscode.TextDocument, count: number): Promise<readonly vscode.Diagnostic[]> {
  return until(
    vscode.languages.onDidChangeDiagnostics,
    () => {
      const ours = ourDiagnostics(document.uri);
      return ours.length === count ? ours : undefined;
    },
    `${count} diagnostics on “${document.getText().slice(0, 60)}”, there are ${ourDiagnostics(document.uri).length}`,
  );
}

/** Our diagnostics, without the hint at an abbreviation before its long form, which any text of one line would have. */
export function ourDiagnostics(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter((each) => each.source === 'Migration Terms' && ruleOf(each) !== 'undefined-abbreviation');
}

export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The first range of `text` in the document. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text);
  assert.ok(start >= 0, `“${text}” is not in the document`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

/** The text of all hovers at the first place of `text`. */
export async function hoverOn(document: vscode.TextDocument, text: string): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    rangeOf(document, text).start,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n\n');
}

export async function actionsOn(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    kind.value,
    100,
  );
}

/** Runs `body` with a setting changed, and restores it. */
export async function withSetting(key: string, value: unknown, body: () => Promise<void>): Promise<void> {
  const set = (to: unknown) =>
    vscode.workspace.getConfiguration('migrationTerms').update(key, to, vscode.ConfigurationTarget.Global);
  await set(value);
  try {
    await body();
  } finally {
    await set(undefined);
  }
}

/** Runs `body` with a function of the editor replaced, for example one that asks the user, and restores it. */
export async function replaced<T, Result>(
  place: T,
  name: keyof T & string,
  by: unknown,
  body: () => Thenable<Result>,
): Promise<Result> {
  const before = Object.getOwnPropertyDescriptor(place, name)!;
  Object.defineProperty(place, name, { configurable: true, enumerable: true, writable: true, value: by });
  try {
    return await body();
  } finally {
    Object.defineProperty(place, name, before);
  }
}
