import * as vscode from 'vscode';
import { assert } from './assert';
import type { DocumentNode } from '../../../src/vscode/views/documentNodes';
import type { Api } from '../../../src/vscode/extension';
import { activated, replaced } from './support';
import type { TestFolder } from './testFolder';

/** A step of the models of test/vscode/models: how the next request is answered. */
export type Step =
  | { readonly kind: 'remarks'; readonly remarks: readonly ScriptedRemark[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'breakOff'; readonly text: string; readonly error: ScriptedError }
  | { readonly kind: 'error'; readonly error: ScriptedError }
  | { readonly kind: 'stall'; readonly remarks: readonly ScriptedRemark[] };

export interface ScriptedRemark {
  readonly quote: string;
  readonly find: string;
  readonly right?: string;
  readonly sure?: number;
  readonly always?: boolean;
}

interface ScriptedError {
  readonly code?: 'NoPermissions' | 'Blocked' | 'NotFound';
  readonly message: string;
}

/** Errors that no rule finds, and what a reader reports on them. */
export const BRIEF = `# Briefing

The International Organization for Migration (IOM) traces its birth to a conference in Geneva in 1951, at the invitation of Belgium and the United States.

A seat in its Council is open to all 168 members, each with one vote.
`;
export const GENEVA: ScriptedRemark = {
  quote: 'Geneva',
  find: '^(F\\d+) The organization was set up by a conference of governments in Brussels',
  right: 'Brussels',
  sure: 0.9,
};
export const MEMBERS: ScriptedRemark = { quote: '168', find: '(F\\d+) 175 in 2025-12', right: '175', sure: 0.9 };

export const REMARKS = (...remarks: readonly ScriptedRemark[]): Step => ({ kind: 'remarks', remarks });

/** Gives each test of a suite a folder, models, and the first of them as the reviewer. */
export function withReviewModels(folder: TestFolder): void {
  suiteSetup(async function () {
    await activated();
    // Editors before 1.104 take no models from extensions.
    if (!(await offerModels('replay'))) this.skip();
  });
  setup(async () => {
    await folder.begin();
    await folder.write('notes.md', '');
    await offerModels('replay', 'second', 'small');
    await setSetting('reviewModel', 'migration-terms-tests/replay');
  });
  teardown(async () => {
    await setSetting('reviewModel', undefined);
    await setSetting('review', undefined);
    await folder.end();
  });
}

/** The messages of the editor in a review, and how they are answered. */
export interface Dialogue {
  readonly texts: readonly string[];
  /** The detail of the question for consent. */
  readonly details: readonly string[];
  /** The buttons of the last message. */
  readonly buttons: readonly string[];
}

/** How many models the editor offers; false where it takes none from extensions. */
export async function offerModels(...ids: readonly string[]): Promise<boolean> {
  return (await vscode.commands.executeCommand('reviewTestModels.offer', ids)) === true;
}

export async function script(...steps: readonly Step[]): Promise<void> {
  await vscode.commands.executeCommand('reviewTestModels.script', [...steps]);
}

/** The texts that the models got since the last script. */
export async function requests(): Promise<readonly { readonly model: string; readonly request: string }[]> {
  return vscode.commands.executeCommand('reviewTestModels.requests');
}

/** Runs a command, and answers its questions with the first of the buttons or rows that `choices` names. */
export async function talking(
  command: string,
  choices: readonly string[] = ['Start the Review'],
  token?: vscode.CancellationToken,
): Promise<Dialogue> {
  await activated();
  const texts: string[] = [];
  const details: string[] = [];
  let buttons: readonly string[] = [];
  const left = [...choices];
  const choose = <T>(items: readonly T[], labelOf: (item: T) => string): T | undefined => {
    const chosen = items.find((item) => labelOf(item) === left[0]);
    if (chosen !== undefined) left.shift();
    return chosen;
  };
  const message = (text: string, ...rest: readonly unknown[]) => {
    texts.push(text);
    const options = rest.find((each) => typeof each === 'object') as vscode.MessageOptions | undefined;
    if (options?.detail) details.push(options.detail);
    buttons = rest.filter((each) => typeof each === 'string');
    return Promise.resolve(choose(buttons, (button) => button));
  };
  const pick = (items: readonly vscode.QuickPickItem[]) => Promise.resolve(choose(items, ({ label }) => label));
  const progress = (
    _options: unknown,
    task: (progress: unknown, token: vscode.CancellationToken) => Thenable<unknown>,
  ) => task({ report: () => undefined }, token ?? new vscode.CancellationTokenSource().token);
  await replaced(vscode.window, 'showInformationMessage', message, () =>
    replaced(vscode.window, 'showWarningMessage', message, () =>
      replaced(vscode.window, 'showQuickPick', pick, () =>
        replaced(vscode.window, 'withProgress', progress, () =>
          vscode.commands.executeCommand(`migrationTerms.${command}`),
        ),
      ),
    ),
  );
  return { texts, details, buttons };
}

/** The diagnostics whose source names a reader. */
export function remarksOn({ uri }: vscode.TextDocument): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source?.startsWith('Migration Terms · '));
}

export async function setSetting(key: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('migrationTerms').update(key, value, vscode.ConfigurationTarget.Global);
}

/** A section that is long enough for a passage of its own; its title makes its answer one of its own. */
export function section(title: string, first: string): string {
  const filler = 'The staff of IOM met partners, wrote notes and thanked everybody who had helped them on the way. ';
  return `## ${title}\n\n${first}\n\n${filler.repeat(35).trim()}\n\n`;
}

export function only<T>(items: readonly T[]): T {
  assert.equal(items.length, 1, `expected one, there are ${items.length}: ${JSON.stringify(items)}`);
  return items[0]!;
}

let turn = 0;

/** A text that no other test uses, as answers are remembered. */
export function unlike(text: string): string {
  turn += 1;
  return `${text}\nIt is note ${turn}.\n`;
}

/** The labels of the rows of the review in the view. */
export async function rows(): Promise<readonly string[]> {
  const { document: tree } = await activated<Api>();
  const group = ((await tree.getChildren()) as DocumentNode[]).find(({ kind }) => kind === 'review');
  const nodes = group ? ((await tree.getChildren(group)) as DocumentNode[]) : [];
  return Promise.all(nodes.map(async (node) => String((await tree.getTreeItem(node)).label)));
}

/** What a chat window would answer to a prompt. */
export function answerTo(prompt: string, { quote, find, right }: ScriptedRemark): string {
  const fact = new RegExp(find, 'm').exec(prompt)![1];
  return JSON.stringify({ remarks: [{ quote, fact, right }] });
}
