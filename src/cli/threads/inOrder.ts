import type { Found } from '../files';
import type { FileReport } from './checkFile';
import type { Pool } from './pool';

/** Who checks: this thread, and threads of their own once that is worth their start. */
export interface Workforce {
  readonly here: (found: Found) => Promise<FileReport>;
  /** Asked before each file while there is no pool; `undefined` to go on alone. */
  readonly pool: () => Pool | undefined;
}

/**
 * The reports on files in the order of the files, whoever checked them and whichever was ready first. Only a few files are
 * under way at a time, so that memory stays flat however many there are.
 */
export async function* inOrder(files: AsyncIterable<Found>, { here, pool }: Workforce, stop: AbortSignal | undefined): AsyncGenerator<FileReport> {
  const underWay: { readonly found: Found; readonly report: Promise<FileReport> }[] = [];
  const stopped = new Promise<undefined>((resolve) => stop?.addEventListener('abort', () => resolve(undefined), { once: true }));
  const settled = async ({ found, report }: { readonly found: Found; readonly report: Promise<FileReport> }): Promise<FileReport | undefined> => {
    const known = await Promise.race([report, stopped]);
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

/** Files under way for each thread: enough that no thread waits for a large file before its own. */
const AHEAD = 16;
