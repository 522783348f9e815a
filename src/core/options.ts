import { RULES, type RuleId, type Severity } from './rules';

/** What a caller may choose. The settings of the extension and of the command line are tested against it. */
export interface Options {
  /**
   * How loud a rule is at most: `off` silences it, a severity caps it, `default` keeps what the rule decides per finding
   * (a loose form is quieter than a wrong one).
   */
  readonly rules: Readonly<Record<RuleId, Severity | 'off' | 'default'>>;
}

export const DEFAULT_OPTIONS: Options = {
  rules: Object.fromEntries(RULES.map((rule) => [rule, 'default'])) as Record<RuleId, 'default'>,
};
