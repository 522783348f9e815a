import * as vscode from 'vscode';
import { LONGEST_PATTERN, MOST_ALTERNATIVES, globFault } from '../core/config/glob';
import { LANGS, type Lang } from '../core/document';
import { DEFAULT_OPTIONS, type Options } from '../core/options';
import { isRuleId, RULES, SEVERITIES } from '../core/rules';

/** The settings `migrationTerms.*`, each with a valid value. */
export interface Settings {
  readonly enable: boolean;
  readonly rules: Options['rules'];
  readonly language: Lang | 'auto';
  readonly hover: 'full' | 'brief' | 'off';
  readonly completion: boolean;
  readonly checkOn: 'type' | 'save';
  /** Paths of the writer's own termbases. */
  readonly termbases: readonly string[];
  /** Globs, relative to the workspace folder, of files that are not checked. */
  readonly exclude: readonly string[];
  /** Findings that the folder's configuration file accepts; there is no setting for them. */
  readonly accepted: Options['accepted'];
}

/**
 * Takes the valid values and leaves the others at their defaults; each problem is a line that says how to repair it.
 */
export function parseSettings(read: (key: string) => unknown): {
  readonly settings: Settings;
  readonly problems: readonly string[];
} {
  const problems: string[] = [];
  const choice = <T>(key: string, allowed: readonly T[], otherwise: T): T => {
    const value = read(key);
    if (value === undefined || value === null) return otherwise;
    if ((allowed as readonly unknown[]).includes(value)) return value as T;
    const [given, used] = [JSON.stringify(value), JSON.stringify(otherwise)];
    problems.push(
      vscode.l10n.t('migrationTerms.{0} is {1}; use {2}. Until then {3} is used.', key, given, list(allowed), used),
    );
    return otherwise;
  };
  const settings: Settings = {
    enable: choice('enable', [true, false], true),
    rules: parseRules(read('rules'), problems),
    language: choice<Lang | 'auto'>('language', ['auto', ...LANGS], 'auto'),
    hover: choice('hover', ['full', 'brief', 'off'], 'brief'),
    completion: choice('completion', [true, false], true),
    checkOn: choice('checkOn', ['type', 'save'], 'type'),
    termbases: parseList('termbases', read('termbases'), [], PATHS, problems),
    exclude: parseExclude(read('exclude'), problems),
    accepted: [],
  };
  return { settings, problems };
}

function parseRules(value: unknown, problems: string[]): Options['rules'] {
  if (value === undefined || value === null) return DEFAULT_OPTIONS.rules;
  if (typeof value !== 'object' || Array.isArray(value)) {
    const example = '{ "superseded-name": "hint" }';
    problems.push(
      vscode.l10n.t(
        'migrationTerms.rules is {0}; use an object such as {1}. Until then no rule is changed.',
        JSON.stringify(value),
        example,
      ),
    );
    return DEFAULT_OPTIONS.rules;
  }
  const rules = { ...DEFAULT_OPTIONS.rules };
  for (const [rule, level] of Object.entries(value)) {
    if (!isRuleId(rule))
      problems.push(
        vscode.l10n.t('migrationTerms.rules has no rule “{0}”; the rules are {1}.', rule, RULES.join(', ')),
      );
    else if (!isLevel(level))
      problems.push(
        vscode.l10n.t(
          'migrationTerms.rules.{0} is {1}; use {2}. Until then the rule keeps its default.',
          rule,
          JSON.stringify(level),
          list(LEVELS),
        ),
      );
    else rules[rule] = level;
  }
  return rules;
}

/** Folders that nobody writes in, but that any project folder may contain. */
export const DEFAULT_EXCLUDE: readonly string[] = ['**/node_modules/**'];

const PATHS = vscode.l10n.t(
  'use a list of paths such as ["house.migration-terms.json"]. Until then only files found in the workspace are used.',
);
const GLOBS = vscode.l10n.t(
  'use a list of patterns such as ["**/archive/**"]. Until then only node_modules is excluded.',
);

function parseList(
  key: string,
  value: unknown,
  otherwise: readonly string[],
  repair: string,
  problems: string[],
): readonly string[] {
  if (value === undefined || value === null) return otherwise;
  if (Array.isArray(value) && value.every((entry) => typeof entry === 'string' && entry.trim() !== '')) return value;
  problems.push(vscode.l10n.t('migrationTerms.{0} is {1}; {2}', key, JSON.stringify(value), repair));
  return otherwise;
}

function parseExclude(value: unknown, problems: string[]): readonly string[] {
  const patterns = parseList('exclude', value, DEFAULT_EXCLUDE, GLOBS, problems);
  if (globFault(patterns) === undefined) return patterns;
  problems.push(
    vscode.l10n.t(
      'migrationTerms.exclude has a pattern of more than {0} characters or {1} alternatives, or too many of them together; write fewer and shorter ones. Until then only node_modules is excluded.',
      LONGEST_PATTERN,
      MOST_ALTERNATIVES,
    ),
  );
  return DEFAULT_EXCLUDE;
}

type Level = Options['rules'][keyof Options['rules']];

const LEVELS: readonly Level[] = ['default', 'off', ...SEVERITIES];

function isLevel(value: unknown): value is Level {
  return (LEVELS as readonly unknown[]).includes(value);
}

function list(values: readonly unknown[]): string {
  const [last, ...others] = values.map((value) => JSON.stringify(value)).reverse();
  return vscode.l10n.t('{0} or {1}', others.reverse().join(', '), last!);
}
