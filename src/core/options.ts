import type { Lang } from './document';
import { RULES, type RuleId, type Severity } from './rules';

/** The choices of a caller. The settings of the extension and of the command line are tested against this type. */
export interface Options {
  /**
   * The level of each rule: `off` disables it; a severity replaces that of its certain findings (uncertain ones never
   * get louder than the rule decided); `default` keeps the severity that the rule decides for each finding (an
   * imprecise form is quieter than a wrong one).
   */
  readonly rules: Readonly<Record<RuleId, Severity | 'off' | 'default'>>;
  /** Accepted findings, which are not reported again. */
  readonly accepted: readonly Accepted[];
  /** The language of messages and titles, which quote the text in its own; without one, that of the text. */
  readonly messages?: Lang | undefined;
}

/** A finding that the writers of a folder have accepted. */
export interface Accepted {
  readonly rule: RuleId;
  /** The text of the finding, as written. */
  readonly text: string;
  /** Id of the name or fact that the finding cites; absent where the words are accepted whatever they are about. */
  readonly name?: string | undefined;
  /** The surrounding words; `undefined` where the finding is accepted everywhere in the folder. */
  readonly around: string | undefined;
}

export const DEFAULT_OPTIONS: Options = {
  rules: Object.fromEntries(RULES.map((rule) => [rule, 'default'])) as Record<RuleId, 'default'>,
  accepted: [],
};
