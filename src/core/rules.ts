/** The kinds of finding, in the words that settings, ignore comments and rule pages use. */
export const RULES = [
  'superseded-name',
  'anachronistic-name',
  'deprecated-name',
  'near-miss-name',
  'wrong-status',
  'outdated-fact',
  'fact-mismatch',
  'confused-concept',
  'undefined-abbreviation',
  'inconsistent-name',
  'preferred-terminology',
] as const;

export type RuleId = (typeof RULES)[number];

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** From loudest to quietest; the index in this list compares two severities. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** What a setting may say of a rule. */
export const RULE_LEVELS: readonly (Severity | 'off' | 'default')[] = [...SEVERITIES, 'off', 'default'];

export function isRuleId(value: string): value is RuleId {
  return (RULES as readonly string[]).includes(value);
}

/** True when `severity` is `limit` or louder. */
export function isAtLeast(severity: Severity, limit: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(limit);
}
