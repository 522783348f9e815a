/** What is wrong with a termbase file, where, and how to repair it. */
export interface Problem {
  /** `error`: the entry is left out. `warning`: it is used all the same. */
  readonly severity: 'error' | 'warning';
  readonly file: string;
  /** `concepts/iom/names/icem/terms/2`: keys, and ids where there are some, else positions. Empty for the file itself. */
  readonly place: string;
  readonly message: string;
}

/** Takes note of problems; what finds them does not need to know where they go. */
export interface Problems {
  error(file: string, place: string, message: string): void;
  warning(file: string, place: string, message: string): void;
  readonly all: readonly Problem[];
}

/** An empty list that tells each thing once, and stops at a number that nobody reads through. */
export function collectProblems(): Problems {
  const all: Problem[] = [];
  const perFile = new Map<string, number>();
  const add = (severity: Problem['severity'], file: string, place: string, message: string): void => {
    const count = (perFile.get(file) ?? 0) + 1;
    perFile.set(file, count);
    if (count <= MOST) all.push({ severity, file, place, message });
    else if (count === MOST + 1) all.push({ severity: 'warning', file, place: '', message: `There are more than ${MOST} problems in this file. Repair these first.` });
  };
  return {
    all,
    error: (file, place, message) => add('error', file, place, message),
    warning: (file, place, message) => add('warning', file, place, message),
  };
}

const MOST = 50;
