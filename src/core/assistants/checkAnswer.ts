import { dataDate } from '../describe/facts';
import type { Finding } from '../finding';
import type { Options } from '../options';
import type { Termbase } from '../termbase/termbase';
import type { PassageInput } from './input';
import { lineIndex } from '../lineIndex';
import type { CheckAnswer, FoundInPassage } from './answers';
import { readPassage, reasonFor } from './passage';
import { NOTHING_FOUND } from './wording';

export const MOST_FINDINGS = 100;

/** What in a passage disagrees with the record: the text, its replacement, the reason and the sources. */
export function checkAnswer(passage: PassageInput, termbase: Termbase, rules: Options['rules']): CheckAnswer {
  const { findings, heldBack } = readPassage(passage, termbase, rules);
  const lines = lineIndex(passage.text);
  return {
    recordAsOf: dataDate(termbase),
    findings: findings
      .slice(0, MOST_FINDINGS)
      .map((finding) => described(termbase, finding, lines.positionAt(finding.start).line + 1)),
    more: findings.length > MOST_FINDINGS ? findings.length - MOST_FINDINGS : undefined,
    heldBack,
    note: findings.length === 0 ? NOTHING_FOUND : undefined,
  };
}

/** A finding as an assistant can repeat it. */
export function described(termbase: Termbase, finding: Finding, line: number): FoundInPassage {
  const { severity, certainty, text, fixes } = finding;
  const [best, ...others] = [...fixes].sort((a, b) => Number(b.fits) - Number(a.fits));
  return {
    found: text,
    line,
    severity,
    certainty,
    ...reasonFor(termbase, finding),
    instead: best?.fits === true ? best.edits.map(({ newText }) => newText).join(' … ') : undefined,
    fixes: [best, ...others].flatMap((fix) => (fix === undefined ? [] : [fix.title])),
  };
}
