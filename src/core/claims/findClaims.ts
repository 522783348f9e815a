import type { FirstVerdict } from '../context/judge';
import { overlaps } from '../document';
import type { Sentence } from '../context/sentence';
import { standingOf } from '../context/standing';
import type { Surroundings } from '../context/surroundings';
import type { Block } from '../prose/prose';
import type { Termbase } from '../termbase/termbase';
import { actClaims } from './acts';
import type { Claim } from './claim';
import { compactClaims, confusionClaims, programmeClaims } from './confusions';
import { countClaims } from './counts';
import { eventClaims } from './events';
import { headClaims } from './heads';
import { objectiveClaims } from './objectives';
import { notThereClaims, placeClaims } from './places';
import { recordsOf, type Records } from './records';
import { renameClaims } from './renames';
import { statusClaims } from './status';
import { takenUpIn } from './takenUp';
import { SentenceView, type Subject } from './view';

/**
 * The checkable statements that do not agree with the record, sorted. Only sentences with a mention are read, and of the
 * mentions only those that their verdicts, one for each, do not say to be of something else.
 */
export function findClaims(surroundings: Surroundings, verdicts: readonly FirstVerdict[], termbase: Termbase): readonly Claim[] {
  const records = recordsOf(termbase);
  const foreign = new Set(verdicts.filter((verdict) => verdict.kind === 'allow' && verdict.reason === 'other-meaning').map(({ mention }) => mention));
  const seen = new Set<Sentence>();
  const read = new Set<Block>();
  const claims: Claim[] = [];
  const claim = (sentence: Sentence, block: Block, taken?: readonly Subject[]): void => {
    const found = claimsOf(new SentenceView(sentence, surroundings.languageOf(block), surroundings, foreign, taken), records).filter((each) => !isQuoted(each, surroundings));
    // Claims of different sentences cannot overlap. Which compact is meant is a guess, if a good one.
    claims.push(...found.filter((each, i) => !found.slice(0, i).some((other) => overlaps(other, each))).map((each) => (taken ? { ...each, safe: false } : each)));
  };
  for (const mention of surroundings.mentions) {
    const place = surroundings.placeOf(mention);
    if (!place || place.block.quoted || place.block.kind === 'reference') continue;
    const { sentence, block } = place;
    if (!read.has(block)) {
      read.add(block);
      for (const { sentence: later, subjects } of takenUpIn(block, surroundings, foreign)) {
        seen.add(later);
        claim(later, block, subjects);
      }
    }
    if (seen.has(sentence)) continue;
    seen.add(sentence);
    claim(sentence, block);
  }
  return claims.sort((a, b) => a.start - b.start);
}

function claimsOf(view: SentenceView, records: Records): readonly Claim[] {
  return [
    ...countClaims(view, records), ...renameClaims(view, records), ...eventClaims(view, records), ...actClaims(view, records), ...placeClaims(view, records), ...notThereClaims(view, records), ...headClaims(view, records),
    ...statusClaims(view, records), ...objectiveClaims(view, records), ...confusionClaims(view), ...compactClaims(view), ...programmeClaims(view),
  ];
}

/** A claim inside a quotation, title or citation is somebody else's. */
function isQuoted(claim: Claim, surroundings: Surroundings): boolean {
  const place = surroundings.placeAt(claim);
  const standing = place && standingOf(place, surroundings);
  return standing !== undefined && standing.reason !== 'term-discussed';
}
