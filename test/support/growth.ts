import assert from 'node:assert/strict';

/**
 * Asserts that work on 32 times as much takes nowhere near 1024 times as long: up to 256 times are allowed, because
 * memory and a busy machine have their share. The time is that of the processor. `prepare` makes so many things ready
 * and returns the work, which alone is timed; it is called anew for each run.
 */
export function assertLinear(prepare: (count: number) => () => unknown, count: number): void {
  const small = Math.max(
    LEAST_MS,
    leastTime(() => prepare(count)),
  );
  const large = leastTime(() => prepare(32 * count), 256 * small);
  assert.ok(large < 256 * small, `${count}: ${small.toFixed(2)} ms, ${32 * count}: ${large.toFixed(2)} ms`);
}

/** What takes less is measured too badly. */
const LEAST_MS = 1;

/**
 * The least time of three runs, the first of which warms up: other load on the machine only adds to it. A time below
 * `enough` ends the measurement.
 */
function leastTime(prepare: () => () => unknown, enough = 0): number {
  let least = Infinity;
  for (let run = 0; run < 3 && least >= enough; run++) {
    const work = prepare();
    const started = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(started);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
