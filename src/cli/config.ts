import { dirname, isAbsolute, join, resolve } from 'node:path';
import { UNREAD_CONFIG, readConfig, type Config, type FolderConfig } from '../core/config/config';
import { MOST_CONFIG_BYTES } from '../core/config/limits';
import type { Lang } from '../core/document';
import { lineIndex } from '../core/lineIndex';
import { DEFAULT_OPTIONS, type Options } from '../core/options';
import type { Choices } from './options';
import { readBytes } from './readBytes';
import { decode } from './readText';
import { didYouMean } from './suggest';

/** The rules and the language by which a document is judged. */
export interface Judging {
  readonly options: Options;
  readonly lang: Lang | 'auto';
}

/** The defaults, overridden by the configuration of a document, overridden by the command line. */
export function judgingBy(choices: Pick<Choices, 'rules' | 'lang'>, config: Config): Judging {
  return {
    options: {
      ...DEFAULT_OPTIONS,
      rules: { ...DEFAULT_OPTIONS.rules, ...config.rules, ...choices.rules },
      accepted: config.accepted,
    },
    lang: choices.lang ?? config.language ?? 'auto',
  };
}

/** The valid part of a configuration file, with its termbases as paths from `cwd`, and a line for each problem. */
export interface ReadConfig {
  readonly config: FolderConfig;
  readonly lines: readonly string[];
}

/** Reads a configuration file. `path` is relative to `cwd`, as a user would write it. */
export async function readConfigFile(path: string, cwd: string): Promise<ReadConfig> {
  const read = await readBytes(resolve(cwd, path), MOST_CONFIG_BYTES);
  if (read.kind === 'problem')
    return { config: UNREAD_CONFIG, lines: [`${path}: cannot read the configuration: ${read.message}`] };
  const content = decode(read.bytes);
  return content.kind === 'problem'
    ? { config: UNREAD_CONFIG, lines: [`${path}: ${content.message}`] }
    : parseConfig(path, content.text);
}

/** Exported for its tests: reads the text of a configuration file; `path` only names it in messages. */
export function parseConfig(path: string, text: string): ReadConfig {
  const { config, problems } = readConfig(text, didYouMean);
  const index = lineIndex(text);
  const lines = problems.map(({ start, message }) => {
    const { line, character } = index.positionAt(start);
    return `${path}:${line + 1}:${character + 1}: ${message}`;
  });
  const termbases = config.termbases.map((each) => (isAbsolute(each) ? each : join(dirname(path), each)));
  return { config: { ...config, termbases }, lines };
}
