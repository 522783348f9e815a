import { availableParallelism } from 'node:os';
import type { CheckCommand } from '../arguments';
import { isCopy, whyNoCopies, writeCopies } from '../wordCopies';
import { printable } from '../style';
import type { ExitCode, Invocation } from '../invocation';
import { reportFiles } from '../reportFiles';
import { checkFile } from '../threads/checkFile';
import { openPool, type Pool } from '../threads/pool';
import type { Order } from '../threads/serve';

/** Checks every input and prints the report; the exit code says whether a finding is at or above `--fail-on`. */
export async function runCheck(command: CheckCommand, invocation: Invocation): Promise<ExitCode> {
  const { copies } = command;
  const copying = copies && { ...command, copies };
  const fault = copying && (await whyNoCopies(copying, invocation.cwd));
  if (fault !== undefined) {
    invocation.stderr.write(`${printable(fault)}\n`);
    return 2;
  }
  return reportFiles(
    command,
    invocation,
    (manner, termbases) => ({
      here: (found) => checkFile(found, manner, invocation.stdin),
      pool: poolOf(command, invocation, {
        command,
        termbases,
        cwd: manner.cwd,
        isColoured: manner.style.bold('') !== '',
        baseline: manner.baseline,
      }),
    }),
    async () => copying && writeCopies(copying, invocation),
    copying && isCopy(copying, invocation.cwd),
  );
}

/**
 * Threads take a third of a second to start, so they are started only when a run has already taken longer than that. If
 * the user gave a number of threads, they start at once.
 */
function poolOf({ threads }: CheckCommand, { startThread }: Invocation, order: Order): () => Pool | undefined {
  const size = Math.min(threads ?? availableParallelism(), MOST_THREADS);
  if (!startThread || size < 2) return () => undefined;
  // Uses `Date`, as `performance` would have to be loaded first.
  const due = threads === undefined ? Date.now() + PATIENCE : 0;
  return () => (Date.now() < due ? undefined : openPool(size, startThread, order));
}

const PATIENCE = 400;
const MOST_THREADS = 32;
