import type { Termbase } from '../core/termbase/termbase';
import { openConfigs, type Configs } from './configs';
import { findFiles, FORCE_HELP, UNREAD_HELP, WORD, type Found } from './files';
import type { Invocation } from './invocation';
import { openFile, type OpenedFile } from './openFile';
import type { Choices } from './sharedOptions';
import { printable } from './style';
import { openTermbase, type OpenedTermbase } from './termbases';

/** A text to judge, and its origin. */
export interface Input extends OpenedFile {
  readonly found: Extract<Found, { kind: 'file' | 'stdin' }>;
}

/** The configuration files, and the termbase to judge with, including those that the files name. */
export interface Opened extends OpenedTermbase {
  readonly configs: Configs;
  /**
   * Paths of the writer's own termbases: those of the configuration, of the command line, and those that were found.
   */
  readonly termbases: readonly string[];
}

/**
 * Opens the configurations and the termbase; faults are reported on standard error with their place. `undefined` if the
 * configuration file that the user named is faulty, as its settings are then unknown. A faulty file that was found
 * affects only itself.
 */
export async function openAll(
  command: Choices & { readonly paths: readonly string[] },
  { cwd, stderr }: Invocation,
): Promise<Opened | undefined> {
  const configs = await openConfigs(command, cwd);
  for (const line of configs.lines) stderr.write(`${printable(line)}\n`);
  if (configs.note !== '') stderr.write(`${printable(configs.note)}\n`);
  if (configs.lines.length > 0 && command.config !== undefined) return undefined;
  const termbases = [...configs.termbases, ...command.termbases, ...configs.own];
  const opened = await openTermbase(termbases, cwd, stderr);
  return { ...opened, configs, termbases, failed: opened.failed || configs.lines.length > 0 };
}

/**
 * The termbase for commands without inputs, with those that the working folder's configuration and the command line
 * name.
 */
export async function openOwnTermbase(named: readonly string[], { cwd, stderr }: Invocation): Promise<OpenedTermbase> {
  const configs = await openConfigs({ config: undefined, checksExcluded: false, paths: ['-'] }, cwd);
  for (const line of configs.lines) stderr.write(`${printable(line)}\n`);
  const opened = await openTermbase([...configs.termbases, ...named, ...configs.own], cwd, stderr);
  return { ...opened, failed: opened.failed || configs.lines.length > 0 };
}

/** The inputs of `fix`, read one after the other. */
export interface Inputs {
  readonly termbase: Termbase;
  /** Reads one input at a time, so that a large folder is never completely in memory. */
  read(): AsyncGenerator<Input>;
  /** True once an input could not be read; a line on standard error has reported it. */
  failed(): boolean;
}

/**
 * As {@link openAll}, with the inputs. `prepare` is called before each file is read, and may return why it must not be.
 */
export async function openInputs(
  command: Choices & { readonly paths: readonly string[] },
  invocation: Invocation,
  prepare?: (found: Extract<Found, { kind: 'file' }>) => Promise<string | undefined>,
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
      if (found.kind === 'excluded') {
        stderr.write(`${printable(found.path)}: not changed, as a configuration excludes it. ${FORCE_HELP}\n`);
        continue;
      }
      if (found.kind === 'unread' || (found.languageId === WORD && !command.languageId)) {
        const because = found.kind === 'unread' ? UNREAD_HELP : COPY_HELP;
        if (command.paths.includes(found.path)) fail(found.path, `is not changed. ${because}`);
        else stderr.write(`${printable(found.path)}: not changed. ${because}\n`);
        continue;
      }
      const obstacle = found.kind === 'file' ? await prepare?.(found) : undefined;
      if (obstacle !== undefined) {
        fail(found.path, obstacle);
        continue;
      }
      const input = await openFile(found, command, stdin);
      if (stop?.aborted) return;
      if (input.kind === 'problem') {
        fail(found.path, input.message);
        continue;
      }
      stderr.write(input.err);
      yield { ...input, found };
    }
  }
  return { termbase, read, failed: () => failed };
}

const COPY_HELP =
  'Write a copy of the Word document with tracked changes: migration-terms check FILE.docx --comments COPY.docx --tracked';
