import type { Finding } from '../finding';
import type { RuleId } from '../rules';

/** The message of a finding with its reason, unless the message already contains it. */
export function messageWithReason({ message, because }: Finding): string {
  return because === '' || message.includes(because) ? message : `${message}\n${because}`;
}

/** The rules whose findings are of names that are no longer, or never were, right: they may be struck through. */
export const STRUCK_RULES: ReadonlySet<RuleId> = new Set(['superseded-name', 'anachronistic-name', 'deprecated-name']);
