import * as vscode from 'vscode';

/** The result of one run of the suites; `run.mjs` reads it from the folder next to the workspace folder. */
interface Result {
  passes: number;
  failures: number;
  pending: number;
  readonly failed: { readonly title: string; readonly message: string }[];
}

/**
 * Waits for the run that `start` starts, and records the counts; rejects if a test failed. The record is written
 * through VS Code's file system, as a web worker has no other.
 */
export async function runAndRecord(start: (done: () => void) => Mocha.Runner): Promise<void> {
  const result: Result = { passes: 0, failures: 0, pending: 0, failed: [] };
  await new Promise<void>((resolve) => {
    const runner = start(resolve);
    runner.on('pass', () => (result.passes += 1));
    runner.on('pending', () => (result.pending += 1));
    runner.on('fail', (test: Mocha.Runnable, error: Error) => {
      result.failures += 1;
      result.failed.push({ title: test.fullTitle(), message: String(error?.message ?? error) });
    });
  });
  await write(result);
  if (result.failures > 0) throw new Error(`${result.failures} tests failed.`);
}

async function write(result: Result): Promise<void> {
  const workspace = vscode.workspace.workspaceFolders?.[0];
  if (!workspace) throw new Error('The suites need a workspace folder, to put their result next to it.');
  const text = new TextEncoder().encode(JSON.stringify(result, null, 2));
  await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(workspace.uri, '..', 'result.json'), text);
}
