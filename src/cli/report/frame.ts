import { csvOfColumns } from '../../core/exchange/findingsCsv';
import type { CheckFormat } from '../sharedOptions';
import { githubEnd } from './github';
import { jsonEnd, JSON_START } from './json';
import { heldBackText } from './heldBack';
import { JUNIT_START, junitEnd } from './junit';
import type { Frame, Run } from './run';
import { sarifFrame } from './sarifFrame';
import { textSummary } from './text';

/** What is around the reports of a format; a table may begin with a byte order mark. */
export function frameOf(format: CheckFormat, bom: boolean): Frame {
  switch (format) {
    case 'text':
      return { start: '', between: '', end: textEnd };
    case 'json':
      return { start: JSON_START, between: ',', end: ({ passedOver }) => jsonEnd(passedOver.map(({ path }) => path)) };
    case 'csv':
      return { start: (bom ? BOM : '') + csvOfColumns(), between: '', end: () => '' };
    case 'sarif':
      return sarifFrame();
    case 'github':
      return { start: '', between: '', end: (run) => githubEnd(run) + textEnd(run) };
    case 'junit':
      return { start: JUNIT_START, between: '', end: junitEnd };
  }
}

/** Without it, Excel for Windows misreads accents. */
export const BOM = '\uFEFF';

function textEnd({ counts, files, passedOver, hidden, heldBackIn }: Run): string {
  const summary = files + passedOver.length > 0 ? textSummary(counts, files, passedOver.length, hidden) : '';
  return summary + heldBackText(heldBackIn);
}
