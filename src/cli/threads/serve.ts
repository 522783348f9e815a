import { parentPort, workerData } from 'node:worker_threads';
import type { CheckCommand } from '../arguments';
import type { Found } from '../files';
import { openTermbase } from '../termbases';
import { styleFor } from '../report/style';
import { checkFile, type FileReport, type Manner } from './checkFile';

/** What a thread is told when it starts. */
export interface Order {
  readonly command: CheckCommand;
  readonly termbases: readonly string[];
  readonly cwd: string;
  readonly isColoured: boolean;
}

/** The life of a thread: opens the termbase as the first thread did, then checks one file after the other. */
export function serve(): void {
  const { command, termbases, cwd, isColoured } = workerData as Order;
  // What is wrong with a writer's own termbase has been told already.
  const silent = { write: () => undefined, isTTY: isColoured };
  const manner: Promise<Manner> = openTermbase(termbases, cwd, silent)
    .then(({ termbase }) => ({ command, termbase, style: styleFor(silent, {}) }));
  parentPort!.on('message', (found: Found) => {
    void manner.then((known) => checkFile(found, known, NOTHING)).then((report) => parentPort!.postMessage(handedOn(report)));
  });
}

/** A report as it goes to the first thread: whole, so that what was found can be forgotten here. */
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

/** So many characters a thread hands on; many reports may wait for their turn. */
const MOST = 1 << 23;

const NOTHING: AsyncIterable<string> = { async *[Symbol.asyncIterator]() {} };
