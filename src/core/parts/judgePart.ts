import { withoutDoubtedYears } from '../claims/doubtedYears';
import { findClaims } from '../claims/findClaims';
import { Surroundings } from '../surroundings/surroundings';
import type { Termbase } from '../termbase/termbase';
import { judge } from '../verdicts/judge';
import { Settling } from '../verdicts/settle';
import type { Judgement, Part, Position } from './part';
import { RememberedAnswers } from './rememberedAnswers';
import type { WholeDocument } from './wholeDocument';

/**
 * Judges the names of a part and finds its claims. Works in steps, because a part may be a paragraph of any length and
 * other parts may take precedence. `position` is that of the part, or of the one of which it is a copy.
 */
export function* judgePart(
  part: Part,
  whole: WholeDocument,
  termbase: Termbase,
  position: Position = part,
): Generator<void, Judgement> {
  const answers = new RememberedAnswers(position, whole);
  const surroundings = new Surroundings(part.prose, part.mentions, answers);
  const first = yield* judge(surroundings, part.passages, termbase);
  const claims = yield* findClaims(surroundings, first, termbase);
  surroundings.release();
  return {
    answers,
    surroundings,
    settling: new Settling(withoutDoubtedYears(first, claims, surroundings), surroundings),
    claims,
  };
}
