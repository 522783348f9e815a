/**
 * How thoroughly properties are tested, 8 for a commit. It is the number from which the runs of each property and the
 * number of its sample texts are derived; `RUNS=1000` takes all texts.
 */
export const RUNS = Number(process.env.RUNS ?? 8);

/** Other texts every day; `SEED` repeats a choice. */
const SEED = Number(process.env.SEED ?? Math.floor(Date.now() / 86_400_000));

/** So many items for each run, evenly spread over the list; all of them if they are not more. */
export function sampleOf<T>(items: readonly T[], perRun: number): readonly T[] {
  const step = Math.ceil(items.length / (RUNS * perRun));
  return items.filter((_, i) => (i + SEED) % step === 0);
}
