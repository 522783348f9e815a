import { dataDate } from '../describe/facts';
import type { Edit, Finding } from '../finding';
import { applyEdits, combinePreferred } from '../findings/applyFixes';
import type { Options } from '../options';
import { settledEdits } from '../parts/settledFixes';
import type { Termbase } from '../termbase/termbase';
import type { FixInput } from './input';
import { lineIndex } from '../lineIndex';
import { readPassage, reasonFor, type Reason } from './passage';
import { LEFT_FOR_A_WRITER, NOTHING_CHANGED } from './wording';

export interface FixAnswer {
  readonly recordAsOf?: string;
  /** The whole passage with the changes. */
  readonly text: string;
  readonly changes: readonly MadeChange[];
  /** The number of findings that no change removes. */
  readonly left: number;
  readonly note?: string;
}

/** One or more edits for one finding, such as a name and the article that precedes it. */
export interface MadeChange extends Reason {
  /** The line of the finding in the original passage, from 1. */
  readonly line: number;
  readonly edits: readonly { readonly before: string; readonly after: string }[];
}

/** A passage with its certain fixes, or with all that fit, and the reason for each. */
export function fixAnswer(input: FixInput, termbase: Termbase, rules: Options['rules']): FixAnswer {
  const { text, fixes } = input;
  const { document, options, findings } = readPassage(input, termbase, rules);
  const wanted = fixes === 'all' ? findings.map(withAllThatFit) : findings;
  const edits = fixes === 'all' ? combinePreferred(wanted) : settledEdits(document, findings, termbase, options);
  const made = new Set(edits.map(keyOf));
  const lines = lineIndex(text);
  const changes = wanted.flatMap((finding): readonly MadeChange[] => {
    const own = finding.fixes.find(({ preferred }) => preferred)?.edits ?? [];
    if (own.length === 0 || !own.every((edit) => made.has(keyOf(edit)))) return [];
    return [
      {
        line: lines.positionAt(finding.start).line + 1,
        edits: own.map(({ start, end, newText }) => ({ before: text.slice(start, end), after: newText })),
        ...reasonFor(termbase, finding),
      },
    ];
  });
  const left = findings.length - changes.length;
  return {
    recordAsOf: dataDate(termbase),
    text: applyEdits(text, edits),
    changes,
    left,
    note: left > 0 ? LEFT_FOR_A_WRITER : changes.length === 0 ? NOTHING_CHANGED : undefined,
  };
}

function withAllThatFit(finding: Finding): Finding {
  return { ...finding, fixes: finding.fixes.map((fix) => ({ ...fix, preferred: fix.fits })) };
}

function keyOf({ start, end, newText }: Edit): string {
  return `${start} ${end} ${newText}`;
}
