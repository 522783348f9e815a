/** A fault of a termbase file: its place and how to repair it. */
export interface Problem {
  /** `error`: the entry is omitted. `warning`: it is used nevertheless. */
  readonly severity: 'error' | 'warning';
  readonly file: string;
  /**
   * A path such as `concepts/iom/names/icem/terms/2`: keys, and ids where entries have them, otherwise positions.
   * Empty for the file itself.
   */
  readonly place: string;
  readonly message: string;
}

/** Collects problems, so that the code that finds them does not depend on where they go. */
export interface Problems {
  error(file: string, place: string, message: string): void;
  warning(file: string, place: string, message: string): void;
  readonly all: readonly Problem[];
}

/** Returns an empty list that accepts up to 50 problems per file; one more entry reports that there are more. */
export function collectProblems(): Problems {
  const all: Problem[] = [];
  const perFile = new Map<string, number>();
  const add = (severity: Problem['severity'], file: string, place: string, message: string): void => {
    const count = (perFile.get(file) ?? 0) + 1;
    perFile.set(file, count);
    if (count <= MOST) all.push({ severity, file, place, message });
    else if (count === MOST + 1)
      all.push({
        severity: 'warning',
        file,
        place: '',
        message: `There are more than ${MOST} problems in this file. Repair these first.`,
      });
  };
  return {
    all,
    error: (file, place, message) => add('error', file, place, message),
    warning: (file, place, message) => add('warning', file, place, message),
  };
}

const MOST = 50;
