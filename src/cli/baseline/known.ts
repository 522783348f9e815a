import type { Finding } from '../../core/finding';
import { fingerprintOf } from '../../core/findings/fingerprint';

/**
 * A finding as a baseline records it: `rule line-paragraph words`, with the two fingerprints. The words are for people
 * who review the file.
 */
export function entryOf(text: string, finding: Finding): string {
  const { line, paragraph } = fingerprintOf(text, finding);
  const words = finding.text.replace(/\s+/g, ' ');
  return `${finding.rule} ${line}-${paragraph} ${words.slice(0, MOST_WORDS)}`;
}

/** In code units. */
const MOST_WORDS = 80;

/** An entry that {@link entryOf} may have written; its words are optional. */
export const ENTRY = /^([a-z-]+ ([0-9a-f]{16})-([0-9a-f]{16}))(?: |$)/;

/**
 * Returns a test for whether a finding is known. Each entry accounts for one finding: with both fingerprints, or else
 * with that of the line, or else with that of the paragraph. Call it for the findings of one file, in their order.
 */
export function matcherOf(entries: readonly string[]): (entry: string) => boolean {
  const isTaken = entries.map(() => false);
  const places = new Map<string, number[]>();
  entries.forEach((entry, i) => {
    for (const key of keysOf(entry)) {
      const at = places.get(key);
      if (at) at.push(i);
      else places.set(key, [i]);
    }
  });
  return (entry) => {
    for (const key of keysOf(entry)) {
      const left = places.get(key);
      // Taken entries are dropped, so that many equal ones take linear time.
      while (left && left.length > 0) {
        const at = left.pop()!;
        if (isTaken[at]) continue;
        isTaken[at] = true;
        return true;
      }
    }
    return false;
  };
}

function keysOf(entry: string): readonly string[] {
  const [, both = '', line = '', paragraph = ''] = ENTRY.exec(entry) ?? [];
  return [both, `line ${line}`, `paragraph ${paragraph}`];
}
