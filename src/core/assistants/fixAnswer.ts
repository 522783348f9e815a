import { dataDate } from '../describe/facts';
import type { Finding } from '../finding';
import { applyEdits, choicesAfter } from '../findings/applyFixes';
import type { Options } from '../options';
import { settledEdits } from '../parts/settledFixes';
import type { Termbase } from '../termbase/termbase';
import type { PassageInput } from './input';
import { lineIndex } from '../lineIndex';
import { readPassage, reasonFor, type Reason } from './passage';
import { LEFT_FOR_A_WRITER, NOTHING_CHANGED } from './wording';

export interface FixAnswer {
  readonly recordAsOf?: string;
  /** The whole passage with the changes. */
  readonly text: string;
  /** At most a hundred; the text contains all changes. */
  readonly changes: readonly MadeChange[];
  /** The number of changes that are not listed. */
  readonly more?: number;
  /** The number of findings that a person has to decide, and the first of them. */
  readonly left: number;
  readonly choices: readonly Choice[];
  /** What the time of the passage holds back. */
  readonly heldBack?: string;
  readonly note?: string;
}

/** One or more edits for one finding, such as a name and the article that precedes it. */
export interface MadeChange extends Reason {
  /** The line of the finding in the original passage, from 1. */
  readonly line: number;
  readonly edits: readonly { readonly before: string; readonly after: string }[];
}

/** A finding that no change removes: a former name or a value that was right once, a status, two possible repairs. */
export interface Choice {
  readonly line: number;
  readonly found: string;
  readonly message: string;
}

const MOST_CHANGES = 100;
const MOST_CHOICES = 20;

/** A passage with the fixes that need no confirmation, and the reason for each. */
export function fixAnswer(input: PassageInput, termbase: Termbase, rules: Options['rules']): FixAnswer {
  const { text } = input;
  const { document, options, findings, heldBack } = readPassage(input, termbase, rules);
  const edits = settledEdits(document, findings, termbase, options);
  const lines = lineIndex(text);
  const lineOf = ({ start }: Finding): number => lines.positionAt(start).line + 1;
  const { fixed, left } = choicesAfter(findings, edits);
  const changes = fixed.slice(0, MOST_CHANGES).map((finding) => ({
    line: lineOf(finding),
    edits: finding.fixes
      .find(({ preferred }) => preferred)!
      .edits.map(({ start, end, newText }) => ({ before: text.slice(start, end), after: newText })),
    ...reasonFor(termbase, finding),
  }));
  return {
    recordAsOf: dataDate(termbase),
    text: applyEdits(text, edits),
    changes,
    more: fixed.length > MOST_CHANGES ? fixed.length - MOST_CHANGES : undefined,
    left: left.length,
    choices: left
      .slice(0, MOST_CHOICES)
      .map((finding) => ({ line: lineOf(finding), found: finding.text, message: finding.message })),
    heldBack,
    note: left.length > 0 ? LEFT_FOR_A_WRITER : changes.length === 0 ? NOTHING_CHANGED : undefined,
  };
}
