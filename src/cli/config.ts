import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { NO_CONFIG, readConfig, type Config } from '../core/config/config';
import type { Lang } from '../core/document';
import { DEFAULT_OPTIONS, type Options } from '../core/options';
import type { Choices } from './arguments';
import { lineIndex } from './lineIndex';
import { decode } from './readText';
import { reasonOf } from './reasons';
import { didYouMean } from './suggest';

/** What a check is made with, or one line for each thing to repair in the configuration file. */
export type Settings =
  | { readonly kind: 'settings'; readonly options: Options; readonly lang: Lang | 'auto'; readonly termbases: readonly string[] }
  | { readonly kind: 'problems'; readonly lines: readonly string[] };

/** The defaults, what the configuration file says over them, and what the command line says over both. */
export async function readSettings(choices: Choices, cwd: string): Promise<Settings> {
  const config = choices.config === undefined ? NOTHING : await readConfigFile(choices.config, cwd);
  if (config.lines.length > 0) return { kind: 'problems', lines: config.lines };
  const rules = { ...DEFAULT_OPTIONS.rules, ...config.rules, ...choices.rules };
  return { kind: 'settings', options: { ...DEFAULT_OPTIONS, rules }, lang: choices.lang ?? config.language ?? 'auto', termbases: [...config.termbases, ...choices.termbases] };
}

interface Parsed extends Config {
  readonly lines: readonly string[];
}

const NOTHING: Parsed = { ...NO_CONFIG, lines: [] };

async function readConfigFile(path: string, cwd: string): Promise<Parsed> {
  try {
    const content = decode(await readFile(resolve(cwd, path)));
    if (content.kind === 'problem') return { ...NOTHING, lines: [`${path}: ${content.message}`] };
    return parseConfig(path, content.text);
  } catch (error) {
    return { ...NOTHING, lines: [`${path}: cannot read the configuration: ${reasonOf(error)}`] };
  }
}

/** Exported for its tests: reads the text of a configuration file; `path` only names it in messages. */
export function parseConfig(path: string, text: string): Parsed {
  const { config, problems } = readConfig(text, didYouMean);
  const index = lineIndex(text);
  const lines = problems.map(({ start, message }) => {
    const { line, character } = index.positionAt(start);
    return `${path}:${line + 1}:${character + 1}: ${message}`;
  });
  return { ...config, termbases: config.termbases.map((each) => (isAbsolute(each) ? each : join(dirname(path), each))), lines };
}
