import type { FirstVerdict } from '../context/judge';
import { overlaps } from '../document';
import type { Sentence } from '../reading/sentence';
import { standingOf } from '../context/standing';
import type { Surroundings } from '../context/surroundings';
import type { Mention } from '../mentions/findMentions';
import type { Block } from '../prose/prose';
import type { Termbase } from '../termbase/termbase';
import { findStatementClaims } from '../claims2/findStatementClaims';
import { ACT_OPENERS, actClaims } from './acts';
import type { Claim } from './claim';
import { compactClaims, confusionClaims, maritimeClaims, refugeeCompactClaims } from './confusions';
import { COORDINATOR_OPENERS, coordinatorClaims } from './coordinator';
import { countClaims } from './counts';
import { EVENT_OPENERS, eventClaims } from './events';
import { headClaims } from './heads';
import { NUMBER_OPENERS } from './numbers';
import { OBJECTIVE_OPENERS, objectiveClaims } from './objectives';
import { NOT_THERE_OPENERS, PLACE_OPENERS, notThereClaims, placeClaims } from './places';
import { recordsOf, type Records } from './records';
import { PRESENT_NAME_OPENERS, presentNameClaims, renameClaims } from './renames';
import { STATUS_OPENERS, statusClaims } from './status';
import { takenUpIn } from './takenUp';
import { TITLE_OPENERS, titleClaims } from './titles';
import { SentenceView, type Subject } from './view';
import { VOTE_OPENERS, voteClaims } from './votes';

/**
 * The checkable statements that do not agree with the record, sorted. Only sentences with a mention are read, and of the
 * mentions only those that their verdicts, one for each, do not say to be of something else. It yields behind each sentence.
 */
export function* findClaims(surroundings: Surroundings, verdicts: readonly FirstVerdict[], termbase: Termbase): Generator<void, readonly Claim[]> {
  const records = recordsOf(termbase);
  const foreign = new Set<Mention>();
  for (const verdict of verdicts) if (verdict.kind === 'allow' && verdict.reason === 'other-meaning') foreign.add(verdict.mention);
  const mode = (globalThis as { CLAIMS?: string }).CLAIMS;
  if (mode === 'new') return findStatementClaims(surroundings, foreign, records).filter((each) => !isQuoted(each, surroundings));
  const seen = new Set<Sentence>();
  const read = new Set<Block>();
  const claims: Claim[] = [];
  const claim = (sentence: Sentence, block: Block, taken?: readonly Subject[]): void => {
    const told = claimsOf(new SentenceView(sentence, surroundings.languageOf(block), surroundings, foreign, taken), records);
    if (told.length === 0) return;
    const found = told.filter((each) => !isQuoted(each, surroundings));
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
        yield;
      }
    }
    if (seen.has(sentence)) continue;
    seen.add(sentence);
    claim(sentence, block);
    yield;
  }
  return claims.sort((a, b) => a.start - b.start);
}

/**
 * What reads one kind of statement. A sentence with none of its words, and no digit where one opens it, need not be read;
 * where it names neither, each must be. `openings` are the indexes of the tokens that open it.
 */
interface Reader {
  readonly read: (view: SentenceView, records: Records, openings: readonly number[]) => readonly Claim[];
  readonly openers?: ReadonlySet<string>;
  readonly opensAtDigit?: boolean;
}

const READERS: readonly Reader[] = [
  { read: countClaims, openers: NUMBER_OPENERS, opensAtDigit: true }, { read: renameClaims }, { read: presentNameClaims, openers: PRESENT_NAME_OPENERS }, { read: eventClaims, openers: EVENT_OPENERS },
  { read: actClaims, openers: ACT_OPENERS }, { read: placeClaims, openers: PLACE_OPENERS }, { read: notThereClaims, openers: NOT_THERE_OPENERS }, { read: headClaims }, { read: titleClaims, openers: TITLE_OPENERS },
  { read: statusClaims, openers: STATUS_OPENERS }, { read: objectiveClaims, openers: OBJECTIVE_OPENERS }, { read: confusionClaims }, { read: compactClaims }, { read: maritimeClaims }, { read: refugeeCompactClaims, opensAtDigit: true }, { read: voteClaims, openers: VOTE_OPENERS }, { read: coordinatorClaims, openers: COORDINATOR_OPENERS },
];

/** By word, a bit for each reader that it opens. */
const OPENED = new Map<string, number>();
let always = 0;
let byDigit = 0;
READERS.forEach(({ openers, opensAtDigit }, i) => {
  if (openers === undefined && !opensAtDigit) always |= 1 << i;
  if (opensAtDigit) byDigit |= 1 << i;
  for (const word of openers ?? []) OPENED.set(word, (OPENED.get(word) ?? 0) | (1 << i));
});

function claimsOf(view: SentenceView, records: Records): readonly Claim[] {
  // One look at each word tells which readers need not read the sentence; mostly that is nearly all.
  const { tokens } = view;
  for (const openings of OPENINGS) openings.length = 0;
  for (let i = 0; i < tokens.length; i++) {
    const { folded } = tokens[i];
    const code = folded.charCodeAt(0);
    let opened = (code >= 48 && code <= 57 ? byDigit : 0) | (OPENED.get(folded) ?? 0);
    for (; opened !== 0; opened &= opened - 1) OPENINGS[31 - Math.clz32(opened & -opened)].push(i);
  }
  let claims: Claim[] | undefined;
  for (let i = 0; i < READERS.length; i++) {
    if (OPENINGS[i].length === 0 && (always & (1 << i)) === 0) continue;
    for (const claim of READERS[i].read(view, records, OPENINGS[i])) (claims ??= []).push(claim);
  }
  return claims ?? NO_CLAIMS;
}

/** For each reader the indexes of the tokens that open it; used again for each sentence. */
const OPENINGS: readonly number[][] = READERS.map(() => []);

const NO_CLAIMS: readonly Claim[] = [];

/** A claim inside a quotation, title or citation is somebody else's. */
function isQuoted(claim: Claim, surroundings: Surroundings): boolean {
  const place = surroundings.placeAt(claim);
  const standing = place && standingOf(place, surroundings);
  return standing !== undefined && standing.reason !== 'term-discussed';
}
