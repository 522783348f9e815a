import type { Claim } from '../claims/claim';
import type { Records } from '../claims/records';
import type { Sentence } from '../reading/sentence';
import { settingOf } from '../context/setting';
import type { Surroundings } from '../context/surroundings';
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

/** The claims of a part's statements. */
export function findStatementClaims(surroundings: Surroundings, foreign: ReadonlySet<Mention>, records: Records): readonly Claim[] {
  const discourse = new Discourse(surroundings, foreign, surroundings.mentions, SHORT_NAMES);
  const claims: Claim[] = [];
  for (const block of surroundings.prose.blocks) {
    if (block.quoted || block.kind === 'reference' || settingOf(block, surroundings) === 'quiz') continue;
    for (const sentence of surroundings.sentencesOf(block)) claims.push(...claimsOf(sentence, block, surroundings, discourse, records));
  }
  return claims;
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
