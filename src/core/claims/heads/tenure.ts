import type { DateGroup } from '../../reading/nodes';
import type { Statement } from '../../reading/statement';
import type { Office } from './offices';
import type { Person } from './people';

/** A statement about a person's office as head. */
export interface Tenure {
  readonly person: Person;
  /** Whether the person holds it, in passing (`post`) or in the predicate (`hold`), or begins to. */
  readonly kind: 'post' | 'hold' | 'start';
  readonly office: Office | undefined;
  /** How the text refers to the body. */
  readonly of: Office['of'];
  readonly statement: Statement | undefined;
  readonly dates: readonly RoledDate[];
  /** Whether the dates are those of the whole tenure, and not of an event within it. */
  readonly isWhole: boolean;
}

/** A date with the semantic roles of its preposition. */
export interface RoledDate {
  readonly date: DateGroup;
  readonly roles: ReadonlySet<string>;
}
