import { readingIn } from '../reading/readings';
import type { MentionSite, Surroundings } from '../surroundings/surroundings';
import type { Statement } from '../reading/statement';
import type { Time } from '../reading/times';

/**
 * "Principles, first drafted in 2014 by the Network, are annexed": the year dates an act of the body, whatever the main
 * clause says of today.
 */
export function isDatedAgent(site: MentionSite, times: readonly Time[], surroundings: Surroundings): boolean {
  return participlesBy(site, surroundings).some(({ complements }) =>
    complements.some(
      ({ group }) =>
        group.kind === 'date' && times.some((time) => group.first <= time.first && time.first < group.next),
    ),
  );
}

/**
 * "the descendants of migrants carried by ICEM met in 2020": the year belongs to the main verb, not to the participle.
 */
export function isAgentAtAnotherTime(site: MentionSite, times: readonly Time[], surroundings: Surroundings): boolean {
  return participlesBy(site, surroundings).length > 0 && !isDatedAgent(site, times, surroundings);
}

/** The participial clauses whose agent is the name. */
function participlesBy({ sentence, first }: MentionSite, surroundings: Surroundings): readonly Statement[] {
  return readingIn(surroundings, sentence).statements.filter(
    ({ kind, complements }) =>
      kind === 'participial' &&
      complements.some(
        ({ roles, group }) =>
          roles.has('by') && group.kind === 'noun' && group.named.some((name) => name.first === first),
      ),
  );
}
