import type { Found } from '../files';
import type { StartThread, Thread } from '../invocation';
import { unread, type FileReport } from './checkFile';

/** Threads that each check one file at a time. */
export interface Pool {
  readonly size: number;
  /** Never rejects: a file on which a thread breaks down is reported as one that could not be checked. */
  check(found: Found): Promise<FileReport>;
  close(): Promise<void>;
}

interface Job {
  readonly found: Found;
  readonly done: (report: FileReport) => void;
}

/** Starts `size` threads; `order` tells each how to check. */
export function openPool(size: number, startThread: StartThread, order: unknown): Pool {
  const queue: Job[] = [];
  const idle: Thread[] = [];
  const threads = new Set<Thread>();
  const atWork = new Map<Thread, Job>();
  let closed = false;

  const next = (thread: Thread): void => {
    const job = queue.shift();
    if (!job) { idle.push(thread); return; }
    atWork.set(thread, job);
    thread.postMessage(job.found);
  };
  const start = (): void => {
    const thread = startThread(order);
    threads.add(thread);
    thread.on('message', (report: FileReport) => {
      atWork.get(thread)?.done(report);
      atWork.delete(thread);
      next(thread);
    });
    // An error ends a thread; so does running out of memory. Another takes its place, as long as there is work.
    let reason = 'the thread that checked it ended';
    thread.on('error', ({ message }) => (reason = message));
    thread.on('exit', () => {
      threads.delete(thread);
      const job = atWork.get(thread);
      atWork.delete(thread);
      job?.done(unread(job.found.path, `cannot be checked: ${reason}`));
      if (!closed) start();
    });
    next(thread);
  };
  for (let i = 0; i < size; i++) start();

  return {
    size,
    check: (found) => new Promise((done) => {
      queue.push({ found, done });
      const thread = idle.shift();
      if (thread) next(thread);
    }),
    async close() {
      closed = true;
      await Promise.all([...threads].map((thread) => thread.terminate()));
    },
  };
}
