import { LANGS, type Lang } from '../core/document';
import { isRecord } from '../core/given';
import type { Options } from '../core/options';
import { isRuleId, RULE_LEVELS, RULES } from '../core/rules';

/** The settings of the client: those of configuration files take precedence. */
export interface Settings {
  readonly language: Lang | 'auto';
  readonly rules: Partial<Options['rules']>;
  readonly hover: 'full' | 'brief';
}

/**
 * Takes the valid values of `initializationOptions`, or of the section `migrationTerms` of a configuration, and leaves
 * the others at their defaults; each problem is a line that says how to repair it.
 */
export function readSettings(value: unknown): { readonly settings: Settings; readonly problems: readonly string[] } {
  const problems: string[] = [];
  if (value !== undefined && value !== null && !isRecord(value))
    problems.push('The options must be an object, for example { "language": "en", "rules": {} }. They are not used.');
  const given = isRecord(value) ? value : {};
  const choice = <T>(key: string, allowed: readonly T[], otherwise: T): T => {
    const chosen = given[key];
    if (chosen === undefined || chosen === null) return otherwise;
    if ((allowed as readonly unknown[]).includes(chosen)) return chosen as T;
    problems.push(`The option "${key}" cannot be ${JSON.stringify(chosen)}; it is one of ${allowed.join(', ')}.`);
    return otherwise;
  };
  const settings: Settings = {
    language: choice<Lang | 'auto'>('language', ['auto', ...LANGS], 'auto'),
    rules: readRules(given.rules, problems),
    hover: choice('hover', ['brief', 'full'], 'brief'),
  };
  return { settings, problems };
}

function readRules(value: unknown, problems: string[]): Settings['rules'] {
  if (value === undefined || value === null) return {};
  if (!isRecord(value)) {
    problems.push(`The option "rules" must be an object, for example { "${RULES[0]}": "off" }.`);
    return {};
  }
  return Object.fromEntries(
    Object.entries(value).filter(([rule, level]) => {
      if (!isRuleId(rule)) problems.push(`The option "rules" has no rule "${rule}". Rules: ${RULES.join(', ')}.`);
      else if (!(RULE_LEVELS as readonly unknown[]).includes(level))
        problems.push(`The rule "${rule}" cannot be ${JSON.stringify(level)}; it is one of ${RULE_LEVELS.join(', ')}.`);
      else return true;
      return false;
    }),
  );
}
