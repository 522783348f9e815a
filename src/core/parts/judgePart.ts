import { isReported } from '../claims/claim';
import { findClaims } from '../claims/findClaims';
import { findSetAside } from '../setAside/setAside';
import { Surroundings } from '../surroundings/surroundings';
import type { Termbase } from '../termbase/termbase';
import { judge } from '../verdicts/judge';
import { Settling } from '../verdicts/settle';
import { withoutDoubtedYears } from './doubtedYears';
import type { Answers, Judgement, Part } from './part';

/**
 * Judges the names of a part and finds its claims. Works in steps, because a part may be a paragraph of any length and
 * other parts may take precedence.
 */
export function* judgePart(part: Part, answers: Answers, termbase: Termbase): Generator<void, Judgement> {
  const surroundings = new Surroundings(part.prose, part.mentions, answers);
  const first = yield* judge(surroundings, part.evidence, termbase);
  const claims = yield* findClaims(surroundings, first, termbase);
  surroundings.release();
  return {
    answers,
    surroundings,
    settling: new Settling(withoutDoubtedYears(first, claims.filter(isReported), surroundings)),
    claims,
    setAside: () => findSetAside(surroundings, first, termbase, claims),
  };
}
