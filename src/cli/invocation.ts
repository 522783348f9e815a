/** What the command line is given by its surroundings, so that a test can give it something else. */
export interface Invocation {
  /** The words after the program's name. */
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly stdout: Output;
  readonly stderr: Output;
}

export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** 0: nothing found; 1: something found; 2: wrong usage or input that could not be read. */
export type ExitCode = 0 | 1 | 2;
