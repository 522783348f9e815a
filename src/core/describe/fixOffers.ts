import { combinePreferred, preferAllOf } from '../findings/applyFixes';
import type { Lang } from '../document';
import type { Edit, Finding } from '../finding';
import type { Termbase } from '../termbase/termbase';
import { fullLabel, shortLabel } from './succession';

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
  readonly termbase: Termbase;
  /** The language of the text at an offset. */
  readonly langAt: (offset: number) => Lang;
  /** The edits for these findings that are stable: see `settledEdits`. */
  readonly settle: (certain: readonly Finding[]) => readonly Edit[];
}

/** The combined fixes to offer at a finding of a name, in their order; `findings` are all those of the document. */
export function combinedFixes(
  findings: readonly Finding[],
  name: string,
  { termbase, langAt, settle }: FixContext,
): readonly CombinedFix[] {
  const all = fixable(findings);
  const ofName = fixable(preferAllOf(findings, name));
  const offers: CombinedFix[] = [];
  if (ofName.length > 0) {
    const label = nameLabel(ofName[0]!, termbase, langAt);
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

/** The text that is replaced, or a shorter label of its name. */
function nameLabel(finding: Finding, termbase: Termbase, langAt: FixContext['langAt']): string {
  if (!termbase.names.has(finding.name)) return finding.text;
  const lang = langAt(finding.start);
  const short = shortLabel(termbase, finding.name, lang);
  return finding.text.length <= short.length
    ? finding.text
    : short || fullLabel(termbase, finding.name, lang) || finding.text;
}
