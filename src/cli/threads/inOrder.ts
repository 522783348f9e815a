import type { Found } from '../files';
import type { FileReport } from './checkFile';
import type { Pool } from './pool';

/** The threads that check: this one, and a pool once the work is worth starting it. */
export interface Workforce {
  readonly here: (found: Found) => Promise<FileReport>;
  /** Called before each file while there is no pool; `undefined` to continue without one. */
  readonly pool: () => Pool | undefined;
}

/**
 * Yields the reports in the order of the files, regardless of which thread checked them and which was ready first. Only
 * a few files are in progress at a time, so that memory use does not grow with their number.
 */
export async function* inOrder(
  files: AsyncIterable<Found>,
  { here, pool }: Workforce,
  stop: AbortSignal | undefined,
): AsyncGenerator<FileReport> {
  const underWay: { readonly found: Found; readonly report: Promise<FileReport> }[] = [];
  const settled = async ({ found, report }: (typeof underWay)[number]): Promise<FileReport | undefined> => {
    const known = await unlessStopped(report, stop);
    return known?.isTooLong ? here(found) : known;
  };
  let threads: Pool | undefined;
  try {
    for await (const found of files) {
      if (stop?.aborted) return;
      threads ??= pool();
      // Standard input belongs to this thread.
      underWay.push({ found, report: threads && found.kind === 'file' ? threads.check(found) : here(found) });
      if (underWay.length < (threads ? threads.size * AHEAD : 1)) continue;
      const report = await settled(underWay.shift()!);
      if (!report) return;
      yield report;
    }
    for (const each of underWay) {
      const report = await settled(each);
      if (!report) return;
      yield report;
    }
  } finally {
    await threads?.close();
  }
}

/**
 * A value, or `undefined` once the run is stopped. Not `Promise.race` with a promise of the stop, which would keep each
 * value until the run ends.
 */
function unlessStopped<T>(value: Promise<T>, stop: AbortSignal | undefined): Promise<T | undefined> {
  if (!stop) return value;
  if (stop.aborted) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const onStop = (): void => resolve(undefined);
    stop.addEventListener('abort', onStop, { once: true });
    value.then(resolve, reject).finally(() => stop.removeEventListener('abort', onStop));
  });
}

/** Files in progress per thread: enough that no thread waits for a large file before its own. */
const AHEAD = 16;
