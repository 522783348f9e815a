import { RULES, type RuleId, type Severity } from './rules';

/** The choices of a caller. The settings of the extension and of the command line are tested against this type. */
export interface Options {
  /**
   * How loud a rule is: `off` silences it, a severity is the level of its certain findings (uncertain ones never get
   * louder than they were found), `default` keeps what the rule decides per finding (a loose form is quieter than a
   * wrong one).
   */
  readonly rules: Readonly<Record<RuleId, Severity | 'off' | 'default'>>;
  /** Findings that are not to be reported again. */
  readonly accepted: readonly Accepted[];
}

/** A finding that the writers of a folder have accepted. */
export interface Accepted {
  readonly rule: RuleId;
  /** What was found, as it is written. */
  readonly text: string;
  /** The words around it; `undefined` where it is accepted wherever it occurs in the folder. */
  readonly around: string | undefined;
}

export const DEFAULT_OPTIONS: Options = {
  rules: Object.fromEntries(RULES.map((rule) => [rule, 'default'])) as Record<RuleId, 'default'>,
  accepted: [],
};
