import type { Output } from '../invocation';

/** Shows the progress of a long run on one line of a terminal; does nothing elsewhere. */
export interface Progress {
  say(files: number, findings: number): void;
  /** Removes the line before other output is printed. */
  clear(): void;
}

export function progressOn(stderr: Output, now: () => number = () => performance.now()): Progress {
  if (stderr.isTTY !== true) return { say() {}, clear() {} };
  let due = now() + QUIET;
  let isShown = false;
  return {
    say(files, findings) {
      if (now() < due) return;
      due = now() + BETWEEN;
      isShown = true;
      stderr.write(`\r\u001b[K${files} files checked, ${findings} findings …`);
    },
    clear() {
      if (isShown) stderr.write('\r\u001b[K');
      isShown = false;
    },
  };
}

/** In milliseconds. A shorter run needs no line, and a line that is updated more often is unreadable. */
const QUIET = 500;
const BETWEEN = 100;
