import type { Output } from '../invocation';

/** A line on a terminal that says how far a long run is; nothing anywhere else. */
export interface Progress {
  say(files: number, findings: number): void;
  /** Takes the line away, for what is to stay on the screen. */
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

/** Milliseconds: a run shorter than this needs no line; a line renewed more often cannot be read. */
const QUIET = 500;
const BETWEEN = 100;
