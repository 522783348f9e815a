import * as vscode from 'vscode';
import { generate } from '../../bench/generate';
import { assert } from '../suite/assert';
import { activated, ourDiagnostics, until } from '../suite/support';

// Measures the cost of checking a long document in the extension host. Slowness fails no test; only the results are
// checked.

const { text, wrong } = generate(1_000_000, Number(process.env.DENSITY ?? 0.06));

suite('a document of 1 MB', () => {
  let document: vscode.TextDocument;
  let editor: vscode.TextEditor;
  const work = watchOurTimers();

  test('is opened and checked', async () => {
    await activated();
    work.reset();
    const start = performance.now();
    document = await vscode.workspace.openTextDocument({ language: 'markdown', content: text });
    editor = await vscode.window.showTextDocument(document);
    await until(
      vscode.languages.onDidChangeDiagnostics,
      () => (ourDiagnostics(document.uri).length === wrong ? true : undefined),
      `${wrong} findings`,
    );
    tell('open to all findings', performance.now() - start);
    work.tell('while it was opened');
  }).timeout(120_000);

  test('is typed in', async () => {
    const at = text.indexOf('. ', 500_000) + 2;
    const place = document.positionAt(at);
    work.reset();
    const times: number[] = [];
    for (const [i, letter] of [...'In 1995 ICEM helped refugees return home. '].entries()) {
      const start = performance.now();
      await editor.edit((edit) => edit.insert(place.translate(0, i), letter));
      times.push(performance.now() - start);
    }
    await until(
      vscode.languages.onDidChangeDiagnostics,
      () => (ourDiagnostics(document.uri).length === wrong + 1 ? true : undefined),
      'the new finding',
    );
    tell('one key, there and back, median', median(times));
    work.tell('while it was typed in');
  }).timeout(120_000);

  test('answers', async () => {
    const [diagnostic] = ourDiagnostics(document.uri);
    const hovers: number[] = [];
    const menus: number[] = [];
    for (let i = 0; i < 20; i++) {
      hovers.push(
        await timed(() =>
          vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, diagnostic!.range.start),
        ),
      );
      menus.push(
        await timed(() =>
          vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, diagnostic!.range),
        ),
      );
    }
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      diagnostic!.range,
    );
    assert.ok(actions.length > 0, 'there is no quick fix');
    // The first of each starts other extensions as well.
    for (const [what, times] of [
      ['hover', hovers],
      ['quick fixes', menus],
    ] as const) {
      tell(`${what}, there and back: the first`, times[0]!);
      tell(`${what}, median of the others`, median(times.slice(1)));
      tell(`${what}, worst of the others`, Math.max(...times.slice(1)));
    }
  }).timeout(120_000);
});

async function timed(work: () => Thenable<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

function tell(what: string, milliseconds: number): void {
  console.log(`      ${what}: ${milliseconds.toFixed(1)} ms`);
}

/**
 * Times each timer callback of our extension, each of which blocks the extension host. On a busy machine the clock also
 * counts other work, so the processor time is printed next to it.
 */
function watchOurTimers(): { reset(): void; tell(when: string): void } {
  const slices: { readonly clock: number; readonly processor: number }[] = [];
  const { setTimeout } = globalThis;
  globalThis.setTimeout = ((callback: (...args: unknown[]) => void, ...rest: [number?, ...unknown[]]) => {
    if (!/dist[\\/]extension\.js/.test(new Error().stack ?? '')) return setTimeout(callback, ...rest);
    return setTimeout(
      (...args: unknown[]) => {
        const start = performance.now();
        const used = process.cpuUsage();
        callback(...args);
        const { user, system } = process.cpuUsage(used);
        slices.push({ clock: performance.now() - start, processor: (user + system) / 1000 });
      },
      ...rest,
    );
  }) as typeof setTimeout;
  return {
    reset: () => {
      slices.length = 0;
    },
    tell: (when) => {
      const by = (read: (slice: { clock: number; processor: number }) => number) =>
        slices.map(read).sort((a, b) => b - a);
      const [clock, processor] = [by((slice) => slice.clock), by((slice) => slice.processor)];
      console.log(
        `      ${slices.length} slices ${when}: longest ${clock[0]?.toFixed(1)} ms by the clock, ${processor
          .slice(0, 3)
          .map((one) => one.toFixed(1))
          .join(', ')} ms of the processor`,
      );
    },
  };
}
