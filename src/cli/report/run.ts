import type { HeldBack } from '../../core/describe/textTime';
import type { Severity } from '../../core/rules';

/** What a format writes around and between the reports on files. */
export interface Frame {
  readonly start: string;
  /** Separates the reports on two files that both wrote something. */
  readonly between: string;
  readonly end: (run: Run) => string;
}

/** A run that has ended. */
export interface Run {
  readonly counts: ReadonlyMap<Severity, number>;
  /** The number of files that were checked. */
  readonly files: number;
  /** The number of findings that a baseline contains. */
  readonly hidden: number;
  readonly faults: readonly Fault[];
  /** Documents in a folder whose format is not read. */
  readonly passedOver: readonly Unread[];
  readonly heldBackIn: readonly HeldBackIn[];
  /** Whether everything that was to be checked was read. */
  readonly isComplete: boolean;
}

/** What the time of a text holds back, with the path of the file as other programs find it. */
export interface HeldBackIn extends HeldBack {
  readonly place: string;
}

/** A file that was not read: the path as the user would write it, and as other programs find it. */
export interface Unread {
  readonly path: string;
  readonly place: string;
}

/** A file that could not be read, and why. */
export interface Fault extends Unread {
  readonly message: string;
}
