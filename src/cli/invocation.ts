import type { Worker } from 'node:worker_threads';

/** The environment of the command line, which tests can replace. */
export interface Invocation {
  /** The arguments after the program's name. */
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Aborted when the user stops the run (Ctrl+C). */
  readonly stop?: AbortSignal;
  /** Starts another thread of this program; without it all work is done in this thread. */
  readonly startThread?: StartThread;
}

export interface Output {
  /** Returns `false` if the caller should wait for `drain` before writing more. */
  write(text: string): unknown;
  once?(event: 'drain', listener: () => void): unknown;
  readonly isTTY?: boolean;
}

export type StartThread = (order: unknown) => Thread;

/** The part of Node's `Worker` that is used. */
export type Thread = Pick<Worker, 'postMessage' | 'on' | 'terminate'>;

/** 0: nothing found; 1: something found; 2: wrong usage or input that could not be read; 130: stopped by the user. */
export type ExitCode = 0 | 1 | 2 | 130;
