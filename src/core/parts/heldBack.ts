import { isHeldBack, isReported } from '../claims/claim';
import { overlapping } from '../document';
import { into } from '../into';
import type { Termbase } from '../termbase/termbase';
import { settle, Settling } from '../verdicts/settle';
import type { Verdict } from '../verdicts/verdict';
import { withoutDoubtedYears } from './doubtedYears';
import { DocumentUsage } from './documentUsage';
import type { Judgement, Part } from './part';
import type { Results, Settlement } from './results';

/** The judgements of a document, and what is reported of them. */
interface Judged extends Settlement {
  readonly parts: readonly Part[];
  readonly judgements: readonly Judgement[];
  readonly verdicts: readonly (readonly Verdict[])[];
}

/**
 * Counts the names and values that only the time of the text holds back: those that would be reported as of today,
 * where nothing is reported. Yields after each part with some.
 */
export function* countHeldBack(
  { parts, judgements, verdicts, ignored }: Judged,
  termbase: Termbase,
  results: Results,
): Generator<void, number> {
  const today = judgements.map(asOfToday);
  if (today.every((each, i) => each === judgements[i])) return 0;
  const settled = settle(today, termbase, new DocumentUsage(today).sum);
  let count = 0;
  for (const [i, part] of parts.entries()) {
    if (today[i] === judgements[i]) continue;
    const reported = results.placesOf(part, judgements[i]!, verdicts[i]!, ignored);
    const ofToday = results.placesOf(part, today[i]!, settled[i]!, ignored);
    count += ofToday.filter((span) => overlapping(reported, span) === undefined).length;
    yield;
  }
  return count;
}

/** A judgement without what the time of the text holds back; the same one if that is nothing. */
function asOfToday(judgement: Judgement): Judgement {
  return into(known, judgement, () => {
    const {
      surroundings,
      settling: { first },
    } = judgement;
    const isHeld = judgement.claims.some(isHeldBack) || first.some((each) => each.kind === 'allow' && each.today);
    if (!isHeld) return judgement;
    const claims = judgement.claims.map((each) => (isHeldBack(each) ? { ...each, silence: undefined } : each));
    const verdicts = first.map((each) => (each.kind === 'allow' && each.today) || each);
    const settling = new Settling(withoutDoubtedYears(verdicts, claims.filter(isReported), surroundings));
    return { ...judgement, claims, settling };
  });
}

const known = new WeakMap<Judgement, Judgement>();
