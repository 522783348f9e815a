import type { Claim } from './claim';
import { recordsOf, type Records } from './records';
import type { Sentence } from '../reading/sentence';
import { settingOf } from '../context/setting';
import type { FirstVerdict } from '../context/judge';
import { standingOf } from '../context/standing';
import type { Surroundings } from '../context/surroundings';
import type { Termbase } from '../termbase/termbase';
import { overlaps } from '../document';
import type { Mention } from '../mentions/findMentions';
import type { Block } from '../prose/prose';
import { Discourse } from '../reading/discourse';
import { actRelationsOf } from './actRelation';
import { actClaims } from './acts';
import { confusionClaims } from './confusions';
import { bodyClaims } from './bodies';
import { countClaims } from './counts';
import { dateClaims } from './dates';
import { headElectionClaims } from './headElection';
import { headClaims } from './heads';
import { headTitleClaims } from './headTitles';
import { labelClaims } from './labels';
import { nameClaims } from './names';
import { objectiveClaims } from './objectives';
import { placeClaims } from './places';
import { SHORT_NAMES, relationsOf } from './relation';
import { Said } from './said';
import { topicRelationsOf } from './topics';
import { voteRelationsOf } from './voteRelation';
import { voteClaims } from './votes';
import { statusClaims } from './status';

/**
 * The claims of a part that do not agree with the record, sorted. Of the mentions only those count that their verdicts, one for
 * each, do not say to be of something else. It yields behind each sentence.
 */
export function* findClaims(surroundings: Surroundings, verdicts: readonly FirstVerdict[], termbase: Termbase): Generator<void, readonly Claim[]> {
  const records = recordsOf(termbase);
  const foreign = new Set<Mention>();
  for (const verdict of verdicts) if (verdict.kind === 'allow' && verdict.reason === 'other-meaning') foreign.add(verdict.mention);
  const discourse = new Discourse(surroundings, foreign, surroundings.outside, SHORT_NAMES);
  const claims: Claim[] = [];
  for (const block of surroundings.prose.blocks) {
    if (block.quoted || block.kind === 'reference' || settingOf(block, surroundings) === 'quiz') continue;
    for (const sentence of surroundings.sentencesOf(block)) {
      for (const claim of claimsOf(sentence, block, surroundings, discourse, records)) if (!isQuoted(claim, surroundings)) claims.push(claim);
      yield;
    }
  }
  return claims.sort((a, b) => a.start - b.start);
}

/** A claim inside a quotation, title or citation is somebody else's. */
function isQuoted(claim: Claim, surroundings: Surroundings): boolean {
  const place = surroundings.placeAt(claim);
  const standing = place && standingOf(place, surroundings);
  return standing !== undefined && standing.reason !== 'term-discussed';
}

function claimsOf(sentence: Sentence, block: Block, surroundings: Surroundings, discourse: Discourse, records: Records): readonly Claim[] {
  const lang = surroundings.languageOf(block);
  const relations = relationsOf(lang);
  const site = discourse.siteOf(sentence);
  const said = new Said(site, discourse, lang, surroundings.outside.documentDate(), undefined);
  const found = [
    ...countClaims(said, relations.counts, records), ...dateClaims(said, relations.dates, records), ...placeClaims(said, relations.places, records),
    ...objectiveClaims(said, topicRelationsOf(lang), records, surroundings), ...actClaims(said, actRelationsOf(lang), records), ...voteClaims(said, voteRelationsOf(lang), records, surroundings),
    ...headTitleClaims(said, records), ...headClaims(said, records), ...headElectionClaims(said, records),
    ...statusClaims(said, lang, records), ...confusionClaims(said),
    ...labelClaims(sentence, said, surroundings, relations, records), ...nameClaims(said, surroundings.prose, records), ...bodyClaims(said, relations.bodies, records),
  ];
  return found.filter((each, i) => !found.slice(0, i).some((other) => overlaps(other, each)));
}
