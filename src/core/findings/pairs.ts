import type { Report, Verdict } from '../context/verdict';
import type { NameEntry, Termbase } from '../termbase/termbase';
import { rightTerm } from '../termbase/termbase';
import { isInBracketsBehind } from './beside';
import type { Finding } from './finding';
import { replacementsOf } from './fixes';

/** A verdict, and its finding if it was reported. */
export interface Told {
  readonly verdict: Verdict;
  readonly finding: Finding | undefined;
}

/**
 * Makes the fixes of a name and its abbreviation in brackets, in either order, agree, because both denote one body.
 * If their preferred fixes would produce two different names, neither is preferred; if all fixes that fit would,
 * neither fits.
 */
export function agreeingPairs(told: readonly Told[], text: string, termbase: Termbase): readonly Told[] {
  return agreeing(agreeing(told, 'fits', text, termbase), 'preferred', text, termbase);
}

/** The property of the fixes of a pair that must agree. */
type Made = 'fits' | 'preferred';

function agreeing(told: readonly Told[], made: Made, text: string, termbase: Termbase): readonly Told[] {
  let changed: Told[] | undefined;
  for (let i = 0; i + 1 < told.length; i++) {
    const [first, second] = [told[i], told[i + 1]];
    if (!mayChange(first, made) && !mayChange(second, made)) continue;
    if (!isInBracketsBehind(first.verdict.mention, second.verdict.mention, text) || !isOneBody(first, second) || leadToOneName(first, second, made, termbase)) continue;
    changed ??= [...told];
    changed[i] = without(first, made);
    changed[i + 1] = without(second, made);
  }
  return changed ?? told;
}

function isOneBody({ verdict: a }: Told, { verdict: b }: Told): boolean {
  const isAnother = [a, b].some((verdict) => verdict.kind === 'allow' && verdict.reason === 'other-meaning');
  return !isAnother && (a.term.form === 'abbreviation') !== (b.term.form === 'abbreviation') && a.term.entry.concept === b.term.entry.concept;
}

function mayChange({ finding }: Told, made: Made): boolean {
  return finding !== undefined && finding.certainty === 'certain' && finding.fixes.some((fix) => fix[made]);
}

/** Where only one of the two has a fix, the other keeps its text, unless that fix changes it too. */
function leadToOneName(first: Told, second: Told, made: Made, termbase: Termbase): boolean {
  const [a, b] = [nameOf(first, made, termbase), nameOf(second, made, termbase)];
  if (a === undefined || b === undefined) return false;
  const isOnly = (one: Told, other: Told): boolean => mayChange(one, made) && !mayChange(other, made) && changes(one, other, made);
  return a === b || isOnly(first, second) || isOnly(second, first);
}

function changes({ finding }: Told, { verdict: { mention } }: Told, made: Made): boolean {
  return finding!.fixes.find((fix) => fix[made])!.edits.some(({ start, end }) => start === mention.start && end === mention.end);
}

/** The name after the fix; `undefined` for one that the termbase does not contain. */
function nameOf(told: Told, made: Made, termbase: Termbase): NameEntry | undefined {
  const { term } = told.verdict;
  if (!mayChange(told, made)) return term.entry;
  const [right] = replacementsOf(told.verdict as Report, termbase);
  return right && rightTerm(termbase, right.text, term.lang)?.entry;
}

/** A fix that does not fit is not preferred either. */
function without({ verdict, finding }: Told, made: Made): Told {
  return { verdict, finding: finding && { ...finding, fixes: finding.fixes.map((fix) => ({ ...fix, fits: fix.fits && made !== 'fits', preferred: false })) } };
}
