import type { Termbase } from '../core/termbase/termbase';
import type { Choices } from './arguments';
import { readSettings, type Settings } from './config';
import { findFiles, type Found } from './files';
import type { Invocation } from './invocation';
import { readContent, type Content } from './readText';
import { openTermbase } from './termbases';

type Existing = Exclude<Found, { kind: 'problem' }>;
type Text = Extract<Content, { kind: 'text' }>;

/** A text to judge and where it came from. */
export interface Input {
  readonly found: Existing;
  readonly languageId: string;
  readonly content: Text;
}

/** What `check` and `fix` share: settings, and the inputs one after the other. */
export interface Inputs {
  readonly settings: Extract<Settings, { kind: 'settings' }>;
  readonly termbase: Termbase;
  /** Reads one input at a time, so that a large folder is never in memory as a whole. */
  read(): AsyncGenerator<Input>;
  /** True once something could not be read; a line on standard error has said what. */
  failed(): boolean;
}

/** `undefined` when the configuration is broken; standard error has said where and how to repair it. */
export async function openInputs(
  command: Choices & { readonly paths: readonly string[] },
  { cwd, stdin, stderr }: Invocation,
): Promise<Inputs | undefined> {
  const settings = await readSettings(command, cwd);
  if (settings.kind === 'problems') {
    for (const line of settings.lines) stderr.write(`${line}\n`);
    return undefined;
  }
  const opened = await openTermbase(settings.termbases, command.paths, cwd, stderr);
  let { failed } = opened;
  const fail = (path: string, message: string): void => {
    failed = true;
    stderr.write(`${path}: ${message}\n`);
  };
  async function* read(): AsyncGenerator<Input> {
    for await (const found of findFiles(command.paths, cwd)) {
      if (found.kind === 'problem') {
        fail(found.path, found.message);
        continue;
      }
      const content = await readContent(found, stdin);
      if (content.kind === 'problem') {
        fail(found.path, content.message);
        continue;
      }
      if (content.damage) stderr.write(`${found.path}: warning: ${content.damage.message}\n`);
      yield { found, languageId: command.languageId ?? found.languageId, content };
    }
  }
  return { settings, termbase: opened.termbase, read, failed: () => failed };
}
