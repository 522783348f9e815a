import { RULES, type RuleId, type Severity } from './rules';

/** What a caller may choose. The settings of the extension and of the command line are tested against it. */
export interface Options {
  /**
   * How loud a rule is: `off` silences it, a severity is the level of its certain findings (uncertain ones never get
   * louder than they were found), `default` keeps what the rule decides per finding (a loose form is quieter than a
   * wrong one).
   */
  readonly rules: Readonly<Record<RuleId, Severity | 'off' | 'default'>>;
}

export const DEFAULT_OPTIONS: Options = {
  rules: Object.fromEntries(RULES.map((rule) => [rule, 'default'])) as Record<RuleId, 'default'>,
};
