import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { inOrder } from '../../src/cli/threads/inOrder';
import type { FileReport } from '../../src/cli/threads/checkFile';
import type { Found } from '../../src/cli/files';

describe('reports in the order of the files', () => {
  const COUNT = 20;
  const found = (path: string): Found => ({ kind: 'unread', path }) as Found;
  async function* files(): AsyncGenerator<Found> {
    for (let i = 0; i < COUNT; i++) yield found(`${i}.md`);
  }
  const reportOf = (): FileReport => ({ out: [], err: '', counts: {} });

  it('are not kept once they are written', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const written: WeakRef<FileReport>[] = [];
    const here = (): Promise<FileReport> => {
      const report = reportOf();
      written.push(new WeakRef(report));
      return Promise.resolve(report);
    };
    const { signal } = new AbortController();
    const reports = inOrder(files(), { here, pool: () => undefined }, signal);
    let kept: number | undefined;
    for (;;) {
      if ((await reports.next()).done) break;
      if (written.length < COUNT) continue;
      await new Promise((resolve) => setImmediate(resolve));
      collect();
      kept = written.filter((report) => report.deref() !== undefined).length;
    }
    assert.ok(kept !== undefined && kept <= 2, `${kept} of ${COUNT} reports are kept`);
  });

  it('end when the run is stopped', async () => {
    const stop = new AbortController();
    const here = (): Promise<FileReport> => {
      stop.abort();
      return new Promise(() => undefined);
    };
    const seen: FileReport[] = [];
    for await (const report of inOrder(files(), { here, pool: () => undefined }, stop.signal)) seen.push(report);
    assert.deepEqual(seen, []);
  });
});
