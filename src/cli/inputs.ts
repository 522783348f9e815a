import type { Termbase } from '../core/termbase/termbase';
import type { Choices } from './arguments';
import { readSettings, type Settings } from './config';
import { findFiles, type Found } from './files';
import type { Invocation } from './invocation';
import { readContent, type Content } from './readText';
import { openTermbase, type OpenedTermbase } from './termbases';

type Existing = Exclude<Found, { kind: 'problem' }>;
type Text = Extract<Content, { kind: 'text' }>;

/** A text to judge and where it came from. */
export interface Input {
  readonly found: Existing;
  readonly languageId: string;
  readonly content: Text;
}

/** What the configuration and the command line choose, and the termbase to judge with. */
export interface Opened extends OpenedTermbase {
  readonly settings: Extract<Settings, { kind: 'settings' }>;
}

/** `undefined` when the configuration is broken; standard error has said where and how to repair it. */
export async function openSettings(command: Choices & { readonly paths: readonly string[] }, { cwd, stderr }: Invocation): Promise<Opened | undefined> {
  const settings = await readSettings(command, cwd);
  if (settings.kind === 'problems') {
    for (const line of settings.lines) stderr.write(`${line}\n`);
    return undefined;
  }
  return { settings, ...(await openTermbase(settings.termbases, command.paths, cwd, stderr)) };
}

/** What `fix` works through: settings, and the inputs one after the other. */
export interface Inputs {
  readonly settings: Extract<Settings, { kind: 'settings' }>;
  readonly termbase: Termbase;
  /** Reads one input at a time, so that a large folder is never in memory as a whole. */
  read(): AsyncGenerator<Input>;
  /** True once something could not be read; a line on standard error has said what. */
  failed(): boolean;
}

/** As {@link openSettings}, with the inputs. */
export async function openInputs(command: Choices & { readonly paths: readonly string[] }, invocation: Invocation): Promise<Inputs | undefined> {
  const { cwd, stdin, stderr, stop } = invocation;
  const opened = await openSettings(command, invocation);
  if (!opened) return undefined;
  const { settings, termbase } = opened;
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
      if (stop?.aborted) return;
      if (content.kind === 'problem') {
        fail(found.path, content.message);
        continue;
      }
      if (content.damage) stderr.write(`${found.path}: warning: ${content.damage.message}\n`);
      yield { found, languageId: command.languageId ?? found.languageId, content };
    }
  }
  return { settings, termbase, read, failed: () => failed };
}
