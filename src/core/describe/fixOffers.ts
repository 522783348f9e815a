import { combinePreferred, preferAllOf } from '../findings/applyFixes';
import type { Edit, Finding } from '../finding';

/** A fix of several findings at once. A front end words its title and may compute its edits only when it is chosen. */
export type CombinedFix =
  | {
      /** All fixes of a name in the file. */
      readonly kind: 'name-in-file';
      readonly count: number;
      readonly label: string;
      readonly edits: () => readonly Edit[];
    }
  | {
      /** All fixes of a name in the workspace; for front ends that have one. */
      readonly kind: 'name-in-workspace';
      readonly label: string;
    }
  | {
      /** All fixes in the file that can be made without asking. */
      readonly kind: 'certain-in-file';
      readonly count: number;
      readonly edits: () => readonly Edit[];
    };

/** What combined fixes depend on. */
export interface FixContext {
  /** The edits for these findings that are stable: see `settledEdits`. */
  readonly settle: (certain: readonly Finding[]) => readonly Edit[];
}

/**
 * The combined fixes to offer at a finding of a name, in their order, labelled with the words of the text;
 * `findings` are all those of the document.
 */
export function combinedFixes(
  findings: readonly Finding[],
  { name, start }: Pick<Finding, 'name' | 'start'>,
  { settle }: FixContext,
): readonly CombinedFix[] {
  const all = fixable(findings);
  const ofName = fixable(preferAllOf(findings, name));
  const offers: CombinedFix[] = [];
  if (ofName.length > 0) {
    const at = ofName.find((finding) => finding.start === start) ?? ofName[0]!;
    const label = at.text.replace(/\s+/g, ' ');
    const { length: count } = ofName;
    if (count > 1) offers.push({ kind: 'name-in-file', count, label, edits: () => combinePreferred(ofName) });
    offers.push({ kind: 'name-in-workspace', label });
  }
  if (all.length > 1 && all.some((finding) => finding.name !== name))
    offers.push({ kind: 'certain-in-file', count: all.length, edits: () => settle(all) });
  return offers;
}

/** The findings whose preferred fix can be made without asking. */
export function fixable(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((f) => f.certainty === 'certain' && f.fixes.some((fix) => fix.preferred));
}
