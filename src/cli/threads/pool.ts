import type { Found } from '../files';
import type { StartThread, Thread } from '../invocation';
import { reportUnread, type FileReport } from './checkFile';

/** Threads that each check one file at a time. */
export interface Pool {
  readonly size: number;
  /** Never rejects: if a thread crashes on a file, the report says that the file could not be checked. */
  check(found: Found): Promise<FileReport>;
  close(): Promise<void>;
}

interface Job {
  readonly found: Found;
  readonly done: (report: FileReport) => void;
}

/** Starts `size` threads; `order` configures each of them. */
export function openPool(size: number, startThread: StartThread, order: unknown): Pool {
  const queue: Job[] = [];
  const idle: Thread[] = [];
  const threads = new Set<Thread>();
  const atWork = new Map<Thread, Job>();
  let closed = false;
  let chances = CHANCES;
  let lastReason = '';

  const next = (thread: Thread): void => {
    const job = queue.shift();
    if (!job) {
      idle.push(thread);
      return;
    }
    atWork.set(thread, job);
    thread.postMessage(job.found);
  };
  const giveUp = ({ found, done }: Job): void =>
    done(reportUnread({ kind: 'problem', path: found.path, message: `cannot be checked: ${lastReason}` }));
  const start = (): void => {
    const thread = startThread(order);
    let hasAnswered = false;
    threads.add(thread);
    thread.on('message', (report: FileReport) => {
      hasAnswered = true;
      chances = CHANCES;
      atWork.get(thread)?.done(report);
      atWork.delete(thread);
      next(thread);
    });
    // An error ends a thread; so does running out of memory. Another thread replaces it.
    let reason = 'the thread that checked it ended';
    thread.on('error', ({ message }) => (reason = message));
    thread.on('exit', () => {
      lastReason = reason;
      threads.delete(thread);
      if (idle.includes(thread)) idle.splice(idle.indexOf(thread), 1);
      const job = atWork.get(thread);
      atWork.delete(thread);
      if (job) giveUp(job);
      if (closed) return;
      if (hasAnswered || chances-- > 0) start();
      else if (threads.size === 0) queue.splice(0).forEach(giveUp);
    });
    next(thread);
  };
  for (let i = 0; i < size; i++) start();

  return {
    size,
    check: (found) =>
      new Promise((done) => {
        if (threads.size === 0) {
          giveUp({ found, done });
          return;
        }
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

/**
 * How often a thread that ended before its first answer is replaced; a thread that can never start would otherwise be
 * replaced forever. An answer from any thread resets the count.
 */
const CHANCES = 10;
