import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import type { Found } from '../../src/cli/files';
import type { Thread } from '../../src/cli/invocation';
import type { FileReport } from '../../src/cli/threads/checkFile';
import { openPool, type Pool } from '../../src/cli/threads/pool';
import { NO_CONFIG } from '../../src/core/config/config';

/** A fake thread that acts only when the test tells it to. */
class FakeThread extends EventEmitter {
  readonly given: Found[] = [];

  postMessage(found: Found): void {
    this.given.push(found);
  }

  answer(): void {
    this.emit('message', { out: this.given.at(-1)!.path, err: '', counts: {} } satisfies FileReport);
  }

  die(message?: string): void {
    if (message !== undefined) this.emit('error', new Error(message));
    this.emit('exit', 1);
  }

  async terminate(): Promise<number> {
    this.emit('exit', 1);
    return 1;
  }
}

const found = (path: string): Found => ({
  kind: 'file',
  path,
  fullPath: `/${path}`,
  languageId: 'markdown',
  config: NO_CONFIG,
});

describe('a pool of threads', () => {
  let started: FakeThread[];
  const open = (size: number): Pool => {
    started = [];
    return openPool(
      size,
      () => {
        const thread = new FakeThread();
        started.push(thread);
        return thread as unknown as Thread;
      },
      {},
    );
  };

  it('gives no file to a thread that died while idle', async () => {
    const pool = open(1);
    started[0]!.die();
    const report = pool.check(found('a.md'));
    assert.deepEqual(
      started.map(({ given }) => given.length),
      [0, 1],
    );
    started[1]!.answer();
    assert.equal((await report).out, 'a.md');
    await pool.close();
  });

  it('reports the file on which a thread died, and continues with another thread', async () => {
    const pool = open(1);
    const reports = [pool.check(found('a.md')), pool.check(found('b.md'))];
    started[0]!.die('out of memory');
    started[1]!.answer();
    assert.deepEqual(
      (await Promise.all(reports)).map(({ out, err }) => out + err),
      ['a.md: cannot be checked: out of memory\n', 'b.md'],
    );
    await pool.close();
  });

  it('gives up on threads that never answer: every file is reported, without waiting', async () => {
    const pool = open(2);
    const reports = Array.from({ length: 40 }, (_, n) => pool.check(found(`${n}.md`)));
    for (let n = 0; n < started.length; n++) {
      assert.ok(n < 20, 'threads are started forever');
      started[n]!.die('no termbase');
    }
    reports.push(pool.check(found('later.md')));
    for (const { unread, err } of await Promise.all(reports))
      assert.deepEqual([unread?.kind, / cannot be checked: no termbase\n$/.test(err)], ['problem', true]);
    await pool.close();
  });

  it('replaces threads as often as needed if others answer', async () => {
    const pool = open(1);
    for (let n = 0; n < 40; n++) {
      const report = pool.check(found(`${n}.md`));
      if (n % 2 === 0) started.at(-1)!.die();
      else started.at(-1)!.answer();
      assert.equal((await report).unread === undefined, n % 2 === 1);
    }
    await pool.close();
  });
});
