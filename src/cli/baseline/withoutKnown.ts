import type { Checked, Finding } from '../../core/finding';
import { listedAllowed } from '../../core/findings/json';
import type { Baseline, Seen } from './baseline';
import { entryOf, matcherOf } from './known';

/**
 * Yields the results without the findings that the baseline contains, or without any if it is being written. `seen`
 * records what was found; each iteration starts it anew.
 */
export function* withoutKnown(
  results: Iterable<Checked>,
  text: string,
  { files, isUpdated }: Baseline,
  seen: Seen,
): Generator<Checked> {
  seen.entries.length = 0;
  seen.hidden = 0;
  const isKnown = isUpdated ? () => true : matcherOf(files.get(seen.key) ?? []);
  for (const checked of results) {
    const findings: Finding[] = [];
    for (const finding of checked.findings) {
      const entry = entryOf(text, finding);
      if (isUpdated) seen.entries.push(entry);
      // One that says how many others are not listed stays: nobody knows whether those are known.
      if (isKnown(entry) && finding.unlisted === undefined) seen.hidden++;
      else findings.push(finding);
    }
    yield {
      findings,
      // A place whose finding is hidden is not an allowed one.
      get allowed() {
        return listedAllowed(checked);
      },
      setAside: checked.setAside,
      get allowedNameCount() {
        return checked.allowedNameCount;
      },
    };
  }
}
