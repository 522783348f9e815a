import { printable } from '../style';
import type { HeldBackIn } from './run';

/** What the time of a text holds back, and how to see it; a sentence. */
export function howToSee(count: number, because: string): string {
  return `${because}; --date today judges ${count === 1 ? 'it' : 'them'}.`;
}

/** One line on what the times of all texts hold back; empty if there is nothing. */
export function heldBackText(files: readonly HeldBackIn[]): string {
  const [first] = files;
  if (!first) return '';
  const count = files.reduce((sum, each) => sum + each.count, 0);
  return files.length === 1
    ? `${printable(howToSee(count, first.because))}\n`
    : `${howToSee(count, `${count} names and values in ${files.length} files are not judged as of today, as the texts are older`)}\n`;
}
