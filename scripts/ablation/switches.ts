const off = new Uint8Array(100_000);
const acted = new Uint8Array(100_000);
/** More calls than any document needs: without some points, a loop does not end. */
const MOST_CALLS = 30_000_000;
let calls = 0;

/** The points that are off, and those that had an effect since `acted` was cleared. `start` precedes each document. */
export const switches = { off, acted, start: (): void => void (calls = 0) };

/** Lets the value of a point pass, or gives `nothing` for it if the point is off. Throws if a loop does not end. */
export function act<T>(id: number, value: T, nothing?: T): T | undefined {
  if (++calls > MOST_CALLS) throw new Error('A loop does not end without this point.');
  if (!value || (Array.isArray(value) && value.length === 0)) return value;
  if (off[id]) return nothing;
  acted[id] = 1;
  return value;
}
