import * as vscode from 'vscode';

/**
 * A folder in the workspace for one test. A folder that is deleted and created again within a moment may cause no
 * event, so each test uses a new one.
 */
export class TestFolder {
  private turn = 0;

  constructor(private readonly name: string) {}

  begin(): Thenable<void> {
    this.turn += 1;
    return vscode.workspace.fs.createDirectory(this.file(''));
  }

  /** Closes all editors and deletes the folder. */
  async end(): Promise<void> {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(this.file(''), { recursive: true, useTrash: false });
  }

  file(path: string): vscode.Uri {
    return vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, `${this.name}-${this.turn}`, path);
  }

  async write(path: string, content: string | Uint8Array): Promise<vscode.Uri> {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    await vscode.workspace.fs.writeFile(this.file(path), bytes);
    return this.file(path);
  }

  async read(path: string): Promise<string> {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(this.file(path)));
  }

  /** A new document in an editor. */
  async open(path: string, text: string): Promise<vscode.TextDocument> {
    return (await vscode.window.showTextDocument(await this.write(path, text), { preview: false })).document;
  }
}
