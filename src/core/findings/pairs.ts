import type { Report, Verdict } from '../context/verdict';
import type { NameEntry, Termbase } from '../termbase/termbase';
import { rightTerm } from '../termbase/termbase';
import { isInBracketsBehind } from './beside';
import type { Finding } from './finding';
import { replacementsOf } from './fixes';

/** A verdict in words, where it was reported. */
export interface Told {
  readonly verdict: Verdict;
  readonly finding: Finding | undefined;
}

/**
 * A name and its abbreviation in brackets beside it, in either order, are of one name, so that they change together:
 * where their own fixes would make two names of them, neither is preferred.
 */
export function agreeingPairs(told: readonly Told[], text: string, termbase: Termbase): readonly Told[] {
  let agreeing: Told[] | undefined;
  for (let i = 0; i + 1 < told.length; i++) {
    const [first, second] = [told[i], told[i + 1]];
    if (!mayChange(first) && !mayChange(second)) continue;
    if (!isInBracketsBehind(first.verdict.mention, second.verdict.mention, text) || !isOneBody(first, second) || leadToOneName(first, second, termbase)) continue;
    agreeing ??= [...told];
    agreeing[i] = offeredOnly(first);
    agreeing[i + 1] = offeredOnly(second);
  }
  return agreeing ?? told;
}

function isOneBody({ verdict: a }: Told, { verdict: b }: Told): boolean {
  const isAnother = [a, b].some((verdict) => verdict.kind === 'allow' && verdict.reason === 'other-meaning');
  return !isAnother && (a.term.form === 'abbreviation') !== (b.term.form === 'abbreviation') && a.term.entry.concept === b.term.entry.concept;
}

function mayChange({ finding }: Told): boolean {
  return finding !== undefined && finding.certainty === 'certain' && finding.fixes.some(({ preferred }) => preferred);
}

/** Where only one of the two has a fix, the other is as it is written, unless that fix changes it as well. */
function leadToOneName(first: Told, second: Told, termbase: Termbase): boolean {
  const [a, b] = [nameOf(first, termbase), nameOf(second, termbase)];
  if (a === undefined || b === undefined) return false;
  return a === b || (mayChange(first) && !mayChange(second) && changes(first, second)) || (mayChange(second) && !mayChange(first) && changes(second, first));
}

function changes({ finding }: Told, { verdict: { mention } }: Told): boolean {
  return finding!.fixes.find(({ preferred }) => preferred)!.edits.some(({ start, end }) => start === mention.start && end === mention.end);
}

/** The name that occurs there after the preferred fix; `undefined` for one that the termbase does not hold. */
function nameOf(told: Told, termbase: Termbase): NameEntry | undefined {
  const { term } = told.verdict;
  if (!mayChange(told)) return term.entry;
  const [right] = replacementsOf(told.verdict as Report, termbase);
  return right && rightTerm(termbase, right.text, term.lang)?.entry;
}

function offeredOnly({ verdict, finding }: Told): Told {
  return { verdict, finding: finding && { ...finding, fixes: finding.fixes.map((fix) => ({ ...fix, preferred: false })) } };
}
