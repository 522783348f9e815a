import type { Termbase } from '../core/termbase/termbase';
import type { Choices } from './arguments';
import { judgingBy, type Judging } from './config';
import { openConfigs, type Configs } from './configs';
import { findFiles, type Found } from './files';
import type { Invocation } from './invocation';
import { readContent, warningOn, type Content } from './readText';
import { printable } from './report/style';
import { openTermbase, type OpenedTermbase } from './termbases';

type Existing = Exclude<Found, { kind: 'problem' }>;
type FoundFile = Extract<Found, { kind: 'file' }>;
type Text = Extract<Content, { kind: 'text' }>;

/** A text to judge and where it came from. */
export interface Input {
  readonly found: Existing;
  readonly languageId: string;
  readonly content: Text;
  readonly judging: Judging;
}

/** What the configuration files say, and the termbase to judge with, theirs included. */
export interface Opened extends OpenedTermbase {
  readonly configs: Configs;
  /** Paths of the writer's own termbases: those of the configuration, of the command line, and those found. */
  readonly termbases: readonly string[];
}

/**
 * What is broken is told on standard error with its place. `undefined` when it is the configuration that was named: what
 * was to hold is not known then. One that was found spoils nothing but itself.
 */
export async function openAll(command: Choices & { readonly paths: readonly string[] }, { cwd, stderr }: Invocation): Promise<Opened | undefined> {
  const configs = await openConfigs(command, cwd);
  for (const line of configs.lines) stderr.write(`${printable(line)}\n`);
  if (configs.lines.length > 0 && command.config !== undefined) return undefined;
  const termbases = [...configs.termbases, ...command.termbases, ...configs.own];
  const { termbase, failed } = await openTermbase(termbases, cwd, stderr);
  return { configs, termbases, termbase, failed: failed || configs.lines.length > 0 };
}

/** For what asks the termbase alone: the own ones as the configuration of the working folder and the command line name them, and those that lie there. */
export async function openOwnTermbase(named: readonly string[], { cwd, stderr }: Invocation): Promise<OpenedTermbase> {
  const configs = await openConfigs({ config: undefined, paths: ['-'] }, cwd);
  for (const line of configs.lines) stderr.write(`${printable(line)}\n`);
  const { termbase, failed } = await openTermbase([...configs.termbases, ...named, ...configs.own], cwd, stderr);
  return { termbase, failed: failed || configs.lines.length > 0 };
}

/** What `fix` works through, one input after the other. */
export interface Inputs {
  readonly termbase: Termbase;
  /** Reads one input at a time, so that a large folder is never in memory as a whole. */
  read(): AsyncGenerator<Input>;
  /** True once something could not be read; a line on standard error has said what. */
  failed(): boolean;
}

/** As {@link openAll}, with the inputs. `prepare` is asked before each file is read, and may say why it is not to be. */
export async function openInputs(
  command: Choices & { readonly paths: readonly string[] }, invocation: Invocation, prepare?: (found: FoundFile) => Promise<string | undefined>,
): Promise<Inputs | undefined> {
  const { cwd, stdin, stderr, stop } = invocation;
  const opened = await openAll(command, invocation);
  if (!opened) return undefined;
  const { configs, termbase } = opened;
  let { failed } = opened;
  const fail = (path: string, message: string): void => {
    failed = true;
    stderr.write(`${printable(path)}: ${printable(message)}\n`);
  };
  async function* read(): AsyncGenerator<Input> {
    for await (const found of findFiles(command.paths, cwd, configs)) {
      if (found.kind === 'problem') {
        fail(found.path, found.message);
        continue;
      }
      const obstacle = found.kind === 'file' ? await prepare?.(found) : undefined;
      if (obstacle !== undefined) {
        fail(found.path, obstacle);
        continue;
      }
      const content = await readContent(found, stdin);
      if (stop?.aborted) return;
      if (content.kind === 'problem') {
        fail(found.path, content.message);
        continue;
      }
      const warning = warningOn(content);
      if (warning !== undefined) stderr.write(`${printable(found.path)}: warning: ${warning}\n`);
      yield { found, languageId: command.languageId ?? found.languageId, content, judging: judgingBy(command, found.config) };
    }
  }
  return { termbase, read, failed: () => failed };
}
