import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { LANGS, type Lang } from '../core/document';
import { DEFAULT_OPTIONS, type Options } from '../core/options';
import { RULES, isRuleId } from '../core/rules';
import { RULE_LEVELS, type Choices, type RuleLevel } from './arguments';
import { jsonErrorOffset } from './jsonPlace';
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
  const config = choices.config === undefined ? NOTHING : await readConfig(choices.config, cwd);
  if (config.lines.length > 0) return { kind: 'problems', lines: config.lines };
  const rules = { ...DEFAULT_OPTIONS.rules, ...config.rules, ...choices.rules };
  return { kind: 'settings', options: { ...DEFAULT_OPTIONS, rules }, lang: choices.lang ?? config.language ?? 'auto', termbases: [...config.termbases, ...choices.termbases] };
}

interface Config {
  readonly rules: Partial<Options['rules']>;
  readonly language: Lang | 'auto' | undefined;
  /** As the command line takes them: a relative path in the file is one from the file's folder. */
  readonly termbases: readonly string[];
  readonly lines: readonly string[];
}

const NOTHING: Config = { rules: {}, language: undefined, termbases: [], lines: [] };
const LANGUAGES: readonly string[] = ['auto', ...LANGS];
const KEYS = ['rules', 'language', 'termbases'];

async function readConfig(path: string, cwd: string): Promise<Config> {
  try {
    const content = decode(await readFile(resolve(cwd, path)));
    if (content.kind === 'problem') return { ...NOTHING, lines: [`${path}: ${content.message}`] };
    return parseConfig(path, content.text);
  } catch (error) {
    return { ...NOTHING, lines: [`${path}: cannot read the configuration: ${reasonOf(error)}`] };
  }
}

/** Exported for its tests: reads the text of a configuration file; `path` only names it in messages. */
export function parseConfig(path: string, text: string): Config {
  const index = lineIndex(text);
  const lines: string[] = [];
  const problem = (offset: number, message: string): void => {
    const { line, character } = index.positionAt(offset);
    lines.push(`${path}:${line + 1}:${character + 1}: ${message}`);
  };
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    problem(jsonErrorOffset(text), 'not valid JSON here; look for a missing or extra comma, quotation mark or bracket, or a comment.');
    return { ...NOTHING, lines };
  }
  if (!isRecord(parsed)) {
    problem(0, 'the configuration must be an object: { "rules": { … }, "language": "auto" }.');
    return { ...NOTHING, lines };
  }
  // Keys are unique enough in a file this small: the first place where a key stands quoted is where the person looks.
  const placeOf = (key: string): number => Math.max(0, text.indexOf(JSON.stringify(key)));
  for (const key of Object.keys(parsed)) {
    if (KEYS.includes(key) || key === '$schema') continue;
    problem(placeOf(key), `there is no setting "${key}".${didYouMean(key, KEYS)} Settings: ${KEYS.join(', ')}.`);
  }
  const { language, rules = {}, termbases = [] } = parsed;
  if (!Array.isArray(termbases) || !termbases.every((each) => typeof each === 'string')) {
    problem(placeOf('termbases'), '"termbases" must be a list of paths, for example [ "house.migration-terms.json" ].');
    return { ...NOTHING, lines };
  }
  if (language !== undefined && !(typeof language === 'string' && LANGUAGES.includes(language))) {
    problem(placeOf('language'), `"language" cannot be ${JSON.stringify(language)}; it is one of ${LANGUAGES.join(', ')}.`);
  }
  if (!isRecord(rules)) {
    problem(placeOf('rules'), `"rules" must be an object, for example { "${RULES[0]}": "off" }.`);
    return { ...NOTHING, lines };
  }
  for (const [id, level] of Object.entries(rules)) {
    if (!isRuleId(id)) {
      problem(placeOf(id), `there is no rule "${id}".${didYouMean(id, RULES)} Rules: ${RULES.join(', ')}.`);
    } else if (!RULE_LEVELS.includes(level as RuleLevel)) {
      problem(placeOf(id), `"${id}" cannot be ${JSON.stringify(level)}; it is one of ${RULE_LEVELS.join(', ')}.`);
    }
  }
  return { rules: rules as Partial<Options['rules']>, language: language as Lang | 'auto' | undefined, termbases: termbases.map((each: string) => (isAbsolute(each) ? each : join(dirname(path), each))), lines };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
