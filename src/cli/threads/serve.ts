import { parentPort, workerData } from 'node:worker_threads';
import type { CheckCommand } from '../arguments';
import type { Baseline } from '../baseline/baseline';
import type { Found } from '../files';
import { openTermbase } from '../termbases';
import { styleFor } from '../style';
import { checkFile, type FileReport, type Manner } from './checkFile';

/** The instructions that a thread receives when it starts. */
export interface Order {
  readonly command: CheckCommand;
  readonly termbases: readonly string[];
  readonly cwd: string;
  readonly isColoured: boolean;
  readonly baseline: Baseline | undefined;
}

/** Runs a thread: opens the termbase as the main thread did, then checks one file after the other. */
export function serve(): void {
  const { command, termbases, cwd, isColoured, baseline } = workerData as Order;
  // The main thread has already reported the problems of the writer's own termbases.
  const silent = { write: () => undefined, isTTY: isColoured };
  const manner: Promise<Manner> = openTermbase(termbases, cwd, silent).then(({ termbase }) => ({
    command,
    termbase,
    cwd,
    baseline,
    style: styleFor(silent, {}),
  }));
  parentPort!.on('message', (found: Found) => {
    void manner
      .then((known) => checkFile(found, known, NOTHING))
      .then((report) => parentPort!.postMessage(handedOn(report)));
  });
}

/** The report to send to the main thread: complete, so that the findings can be released here. */
function handedOn(report: FileReport): FileReport {
  const pieces: string[] = [];
  let length = 0;
  for (const piece of report.out) {
    pieces.push(piece);
    length += piece.length;
    if (length > MOST) return { ...report, out: [], isTooLong: true };
  }
  return { ...report, out: pieces };
}

/** The maximum number of characters that a thread sends; many reports may be waiting. */
const MOST = 1 << 23;

const NOTHING: AsyncIterable<string> = { async *[Symbol.asyncIterator]() {} };
