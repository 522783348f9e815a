import type { Claim } from '../claim';
import type { Records } from '../records';
import type { Fact } from '../../termbase/concept';
import type { Context } from './headClaim';
import { headWordsOf } from './headWords';
import { headsOf, peopleIn } from './people';
import { rowClaims } from './headRow';
import type { Utterance } from '../utterance';
import { tenuresOf } from './tenures';
import { modalityAt } from '../time';
import { startClaim } from './headBoundaries';
import { holderClaim } from './headHolders';
import type { Tenure } from './tenure';

/**
 * Claims about the head of the organization: persons compared with the record, their tenures and their ordinal
 * positions.
 */
export function headClaims(utterance: Utterance, records: Records): readonly Claim[] {
  const row = headsOf(records);
  const current = row.find(({ to }) => to === undefined);
  if (!current || utterance.reading.groups.length === 0) return [];
  const people = peopleIn(utterance, row, records);
  if (people.length === 0) return [];
  const context: Context = { utterance, row, current, records };
  const claims = people.flatMap((person) => {
    const tenures = tenuresOf(utterance, person);
    // A surname on its own denotes a head only where the document gives the full name, or the sentence says what the
    // person heads.
    if (
      person.by === 'surname' &&
      !utterance.discourse.isNamed(person.concept!) &&
      !tenures.some(({ of, office }) => of !== 'bare' || office?.isLoose === false)
    )
      return [];
    for (const tenure of tenures) {
      const claim = person.head ? ofHead(context, tenure, person.head) : undefined;
      // A pronoun cannot be a wrong name.
      if (claim && !(person.by === 'reference' && claim.start === utterance.span(person).start)) return [claim];
    }
    return [];
  });
  return [...rowClaims(utterance, people, row, records), ...claims];
}

function ofHead(context: Context, tenure: Tenure, head: Fact): Claim | undefined {
  const { utterance } = context;
  const modality = modalityAt(utterance, undefined, tenure.statement);
  const whole = utterance.reading.modality;
  if (whole === 'asked' || whole === 'refuted' || whole === 'reported' || utterance.discourse.isRefuted(utterance.site))
    return undefined;
  const isPresupposed = tenure.kind === 'post';
  if (modality !== 'asserted' && !(isPresupposed && (modality === 'planned' || modality === 'denied')))
    return undefined;
  const words = headWordsOf(utterance.lang);
  // "IOM, then led by X": the word may precede the participle.
  const participle = tenure.statement?.kind === 'participial' ? tenure.statement.first + 1 : Infinity;
  const near = utterance.words.slice(
    Math.max(0, Math.min(tenure.person.group.first, tenure.office?.group.first ?? Infinity, participle) - 2),
    Math.max(tenure.person.next + 1, tenure.office?.group.end ?? 0),
  );
  // "António Vitorino, the Director General of IOM in those days": a phrase that follows both.
  const end = Math.max(tenure.person.next, tenure.office?.group.end ?? 0);
  const isThen = [0, 1].some((skip) => words.former.lengthAt(utterance.words, end + skip) > 1);
  if (tenure.kind === 'post' || tenure.kind === 'hold') if (isThen || words.former.isIn(near)) return undefined;
  switch (tenure.kind) {
    case 'start':
      return startClaim(context, tenure, head);
    default:
      return holderClaim(context, tenure, head);
  }
}
