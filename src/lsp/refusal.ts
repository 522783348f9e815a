/** Why a request is not answered, with the codes of the Language Server Protocol. */
export class Refusal extends Error {
  /** Tells it from other errors; the server and the service are separate bundles, each with a class of its own. */
  readonly kind = 'refusal';

  constructor(
    readonly code: number,
    message: string,
    readonly data?: unknown,
  ) {
    super(message);
  }
}

export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && (error as Partial<Refusal>).kind === 'refusal';
}

export const CONTENT_MODIFIED = -32801;
export const REQUEST_CANCELLED = -32800;
export const SERVER_CANCELLED = -32802;
export const INVALID_PARAMS = -32602;
