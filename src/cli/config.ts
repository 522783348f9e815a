import { dirname, isAbsolute, join, resolve } from 'node:path';
import { UNREAD_CONFIG, type Config, type FolderConfig } from '../core/config/config';
import { readConfig } from '../core/config/readConfig';
import { MOST_CONFIG_BYTES } from '../core/config/limits';
import type { Lang } from '../core/document';
import { lineIndex } from '../core/lineIndex';
import { DEFAULT_OPTIONS, type Options } from '../core/options';
import type { Choices } from './sharedOptions';
import { readBytes } from './readBytes';
import { decode } from './readText';
import { positionText } from './style';
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
  /** Where and how many findings are ignored whatever they are about; `undefined` if there are none. */
  readonly unbound?: { readonly path: string; readonly count: number };
}

/** Says that ignored findings are not bound to what they are about; empty if all are. */
export function unboundNote(found: readonly NonNullable<ReadConfig['unbound']>[]): string {
  const count = found.reduce((sum, each) => sum + each.count, 0);
  if (count === 0) return '';
  const paths = `${found[0]!.path}${found.length > 1 ? ` and ${found.length - 1} more` : ''}`;
  const which = count === 1 ? '1 ignored finding does' : `${count} ignored findings do`;
  return (
    `${paths}: ${which} not say which fact or name is meant, so the same words about any other are not reported. ` +
    'VS Code offers to renew them; or add the "name" that check --format json --no-config gives.'
  );
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
  const lines = problems.map(({ start, message }) => `${path}${positionText(index, start)}: ${message}`);
  const termbases = config.termbases.map((each) => (isAbsolute(each) ? each : join(dirname(path), each)));
  const count = config.accepted.filter(({ name }) => name === undefined).length;
  return { config: { ...config, termbases }, lines, ...(count > 0 ? { unbound: { path, count } } : {}) };
}
