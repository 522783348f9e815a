import { dataDate } from '../describe/facts';
import type { Finding } from '../finding';
import { applyEdits, choicesAfter } from '../findings/applyFixes';
import type { Options } from '../options';
import { settledEdits } from '../parts/settledFixes';
import type { Termbase } from '../termbase/termbase';
import type { PassageInput } from './input';
import { lineIndex } from '../lineIndex';
import type { FixAnswer } from './answers';
import { readPassage, reasonFor } from './passage';
import { LEFT_FOR_A_WRITER, NOTHING_CHANGED } from './wording';

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
