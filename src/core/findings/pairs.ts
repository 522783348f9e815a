import type { Report, Verdict } from '../verdicts/verdict';
import type { NameEntry, Termbase } from '../termbase/termbase';
import { rightTerm } from '../termbase/termbase';
import { followsInBrackets } from './brackets';
import type { Finding } from '../finding';
import { replacementsOf } from './fixes';

/** A verdict, and its finding if it was reported. */
export interface WordedVerdict {
  readonly verdict: Verdict;
  readonly finding: Finding | undefined;
}

/**
 * Makes the fixes of a name and its abbreviation in brackets, in either order, agree, because both denote one body.
 * If their preferred fixes would produce two different names, neither is preferred; if all fixes that fit would,
 * neither fits.
 */
export function agreeingPairs(
  worded: readonly WordedVerdict[],
  text: string,
  termbase: Termbase,
): readonly WordedVerdict[] {
  return agreeing(agreeing(worded, 'fits', text, termbase), 'preferred', text, termbase);
}

/** The property of the fixes of a pair that must agree. */
type FixLevel = 'fits' | 'preferred';

function agreeing(
  worded: readonly WordedVerdict[],
  level: FixLevel,
  text: string,
  termbase: Termbase,
): readonly WordedVerdict[] {
  let changed: WordedVerdict[] | undefined;
  for (let i = 0; i + 1 < worded.length; i++) {
    const [first, second] = [worded[i], worded[i + 1]];
    if (!mayChange(first!, level) && !mayChange(second!, level)) continue;
    if (
      !followsInBrackets(first!.verdict.mention, second!.verdict.mention, text) ||
      !isOneBody(first!, second!) ||
      resultInOneName(first!, second!, level, termbase)
    )
      continue;
    changed ??= [...worded];
    changed[i] = without(first!, level);
    changed[i + 1] = without(second!, level);
  }
  return changed ?? worded;
}

function isOneBody({ verdict: a }: WordedVerdict, { verdict: b }: WordedVerdict): boolean {
  const isAnother = [a, b].some((verdict) => verdict.kind === 'allow' && verdict.reason === 'other-meaning');
  return (
    !isAnother &&
    (a.term.form === 'abbreviation') !== (b.term.form === 'abbreviation') &&
    a.term.entry.concept === b.term.entry.concept
  );
}

function mayChange({ finding }: WordedVerdict, level: FixLevel): boolean {
  return finding !== undefined && finding.certainty === 'certain' && finding.fixes.some((fix) => fix[level]);
}

/** Where only one of the two has a fix, the other keeps its text, unless that fix changes it too. */
function resultInOneName(first: WordedVerdict, second: WordedVerdict, level: FixLevel, termbase: Termbase): boolean {
  const [a, b] = [nameOf(first, level, termbase), nameOf(second, level, termbase)];
  if (a === undefined || b === undefined) return false;
  const isOnly = (one: WordedVerdict, other: WordedVerdict): boolean =>
    mayChange(one, level) && !mayChange(other, level) && changes(one, other, level);
  return a === b || isOnly(first, second) || isOnly(second, first);
}

function changes({ finding }: WordedVerdict, { verdict: { mention } }: WordedVerdict, level: FixLevel): boolean {
  return finding!.fixes
    .find((fix) => fix[level])!
    .edits.some(({ start, end }) => start === mention.start && end === mention.end);
}

/** The name after the fix; `undefined` for one that the termbase does not contain. */
function nameOf(worded: WordedVerdict, level: FixLevel, termbase: Termbase): NameEntry | undefined {
  const { term } = worded.verdict;
  if (!mayChange(worded, level)) return term.entry;
  const [right] = replacementsOf(worded.verdict as Report, termbase);
  return right && rightTerm(termbase, right.text, term.lang)?.entry;
}

/** A fix that does not fit is not preferred either. */
function without({ verdict, finding }: WordedVerdict, level: FixLevel): WordedVerdict {
  return {
    verdict,
    finding: finding && {
      ...finding,
      fixes: finding.fixes.map((fix) => ({ ...fix, fits: fix.fits && level !== 'fits', preferred: false })),
    },
  };
}
