import assert from 'node:assert/strict';

/**
 * Asserts that work on 32 times as much takes nowhere near 1024 times as long: up to 256 times are let pass, as memory
 * and a busy machine have their share. `prepare` makes so many things ready and gives the work, which is all that is
 * timed; it is asked anew for each run.
 */
export function assertLinear(prepare: (count: number) => () => unknown, count: number): void {
  const small = Math.max(
    LEAST_MS,
    quickest(() => prepare(count)),
  );
  const large = quickest(() => prepare(32 * count));
  assert.ok(large < 256 * small, `${count}: ${small.toFixed(2)} ms, ${32 * count}: ${large.toFixed(2)} ms`);
}

/** What takes less is told by the clock too badly. */
const LEAST_MS = 1;

/** The least of several runs, the first of which warms up: what else the machine does only makes it slower. */
function quickest(prepare: () => () => unknown): number {
  let least = Infinity;
  for (let run = 0; run < 3; run++) {
    const work = prepare();
    const start = performance.now();
    work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}
