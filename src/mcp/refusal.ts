/** Becomes the error of the answer. The SDK has a class like it, which writes the code into the message. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly code: number = INVALID_PARAMS,
  ) {
    super(message);
  }
}

const INVALID_PARAMS = -32602;

/** A text of the client, of any length, for a message. */
export function shown(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN)}…` : line;
}

const MOST_SHOWN = 100;
