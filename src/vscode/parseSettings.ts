import { LANGS, type Lang } from '../core/document';
import { DEFAULT_OPTIONS, type Options } from '../core/options';
import { isRuleId, RULES, SEVERITIES } from '../core/rules';

/** The settings `migrationTerms.*`, each with a value that can be relied on. */
export interface Settings {
  readonly enable: boolean;
  readonly rules: Options['rules'];
  readonly language: Lang | 'auto';
  readonly hover: 'full' | 'brief' | 'off';
  readonly strikeThrough: boolean;
  readonly checkOn: 'type' | 'save';
  /** Paths of the writer's own termbases. */
  readonly termbases: readonly string[];
}

/** Takes what is right and leaves the rest at its default; each problem is a line that says the repair. */
export function parseSettings(read: (key: string) => unknown): { readonly settings: Settings; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const choice = <T>(key: string, allowed: readonly T[], otherwise: T): T => {
    const value = read(key);
    if (value === undefined || value === null) return otherwise;
    if ((allowed as readonly unknown[]).includes(value)) return value as T;
    problems.push(`migrationTerms.${key} is ${JSON.stringify(value)}; use ${list(allowed)}. Until then ${JSON.stringify(otherwise)} is used.`);
    return otherwise;
  };
  const settings: Settings = {
    enable: choice('enable', [true, false], true),
    rules: parseRules(read('rules'), problems),
    language: choice<Lang | 'auto'>('language', ['auto', ...LANGS], 'auto'),
    hover: choice('hover', ['full', 'brief', 'off'], 'full'),
    strikeThrough: choice('strikeThrough', [true, false], false),
    checkOn: choice('checkOn', ['type', 'save'], 'type'),
    termbases: parsePaths(read('termbases'), problems),
  };
  return { settings, problems };
}

function parseRules(value: unknown, problems: string[]): Options['rules'] {
  if (value === undefined || value === null) return DEFAULT_OPTIONS.rules;
  if (typeof value !== 'object' || Array.isArray(value)) {
    problems.push(`migrationTerms.rules is ${JSON.stringify(value)}; use an object such as { "superseded-name": "hint" }. Until then no rule is changed.`);
    return DEFAULT_OPTIONS.rules;
  }
  const rules = { ...DEFAULT_OPTIONS.rules };
  for (const [rule, level] of Object.entries(value)) {
    if (!isRuleId(rule)) problems.push(`migrationTerms.rules has no rule “${rule}”; the rules are ${RULES.join(', ')}.`);
    else if (!isLevel(level)) problems.push(`migrationTerms.rules.${rule} is ${JSON.stringify(level)}; use ${list(LEVELS)}. Until then the rule keeps its default.`);
    else rules[rule] = level;
  }
  return rules;
}

function parsePaths(value: unknown, problems: string[]): readonly string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value) && value.every((path) => typeof path === 'string' && path.trim() !== '')) return value;
  problems.push(`migrationTerms.termbases is ${JSON.stringify(value)}; use a list of paths such as ["house.migration-terms.json"]. Until then only files found in the workspace are used.`);
  return [];
}

type Level = Options['rules'][keyof Options['rules']];

const LEVELS: readonly Level[] = ['default', 'off', ...SEVERITIES];

function isLevel(value: unknown): value is Level {
  return (LEVELS as readonly unknown[]).includes(value);
}

function list(values: readonly unknown[]): string {
  return values.map((value) => JSON.stringify(value)).join(', ').replace(/, ([^,]*)$/, ' or $1');
}
