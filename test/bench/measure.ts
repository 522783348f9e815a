/**
 * Milliseconds that somebody waits for the work. Processor time would count the threads beside it, which a bare pass
 * has none of.
 */
export function time(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** A bare pass over a text, by which all else is measured: a loop that sums `charCodeAt`. */
export function bareTime(text: string): number {
  // Run often enough for the clock.
  const times = Math.max(1, Math.floor(1_000_000 / text.length));
  const spent = time(() => {
    for (let k = 0; k < times; k++) sumOf(text);
  });
  return spent / times;
}

/**
 * The sum is local, as one that is kept elsewhere makes the loop half as slow again; it is used, so that the loop is
 * not left out.
 */
function sumOf(text: string): void {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;
  if (sum === 42) console.log(sum);
}

/**
 * The times of `count` runs, after as many as the engine takes to warm up: for a second, or three where they take
 * longer.
 */
export function repeat(count: number, run: () => number): number[] {
  const start = performance.now();
  for (let i = 0; i < 3 || performance.now() - start < 1_000; i++) run();
  return Array.from({ length: count }, run);
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

/** How often work on so many code units is repeated. */
export function roundsFor(length: number): number {
  return length >= 5_000_000 ? 5 : length >= 500_000 ? 15 : 40;
}

/** A line of right-aligned columns; the first is wide and stands left. */
export function row(first: string, ...columns: readonly (string | number)[]): string {
  return first.padEnd(22) + columns.map((column) => String(column).padStart(11)).join('');
}

export function argument(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}
