import { isReported, type Claim, type JudgedClaim, type Silence } from './claim';
import { recordsOf, type Records } from './records';
import type { Sentence } from '../reading/sentence';
import { settingOf } from '../surroundings/setting';
import type { FirstVerdict } from '../verdicts/verdict';
import { isToBeAvoided } from '../verdicts/wordList';
import { quotedOrDiscussed } from '../verdicts/quotedOrDiscussed';
import type { Surroundings } from '../surroundings/surroundings';
import { TENSE } from '../reading/cues';
import { phraseIn } from '../reading/phrases';
import { asOfToday, type TextTime } from '../reading/textTime/textTime';
import type { Termbase } from '../termbase/termbase';
import { overlapping, overlaps, type Lang, type Span } from '../document';
import type { Mention } from '../mentions/findMentions';
import type { Block } from '../prose/prose';
import { Discourse } from '../reading/discourse';
import { grammarOf } from '../reading/grammar';
import { actClaims } from './bodies/acts';
import { confusionClaims } from './bodies/confusions';
import { bodyClaims } from './bodies/bodies';
import { countClaims } from './counts/counts';
import { dateClaims } from './events/dates';
import { headClaims, yearOfNewestHead } from './heads/heads';
import { headWordsOf } from './heads/offices';
import {
  LABELLED,
  hasShortName,
  hasTitle,
  interestOf,
  interestOfTokens,
  kindsIn,
  takesUp,
  valuedIn,
  wordedIn,
} from './interest';
import { labelClaims } from './labels/labels';
import { isInTableOfAnother, isListOfThen } from './labels/rows';
import { nameClaims } from './names/names';
import { blocksNearNames, interestIn } from './nearNames';
import { objectiveClaims } from './objectives/objectives';
import { placeClaims } from './events/places';
import { IMPLIED_BY, SHORT_NAMES, relationsOf } from './relation';
import { isCorrected, silenceOfTime, whyRightThere } from './silences';
import { Utterance } from './utterance';
import { voteClaims } from './votes/votes';
import { Bit, type Interest } from './wordBits';
import { statusClaims } from './status/status';
import type { Rest } from '../reading/text';

/**
 * The claims of a part that contradict the record, sorted, with the reason of those that are not reported. `verdicts`
 * has one for each mention; a mention counts only if its verdict does not assign it to something else. Yields after
 * each sentence.
 */
export function* findClaims(
  surroundings: Surroundings,
  verdicts: readonly FirstVerdict[],
  termbase: Termbase,
): Generator<void, readonly JudgedClaim[]> {
  const context = contextOf(surroundings, verdicts, termbase);
  const claims: JudgedClaim[] = [];
  for (const [sentence, asked] of sentencesIn(context)) {
    if (asked !== 0) claims.push(...claimsOf(sentence, asked, context));
    yield;
  }
  const discussed = verdicts.flatMap((verdict) =>
    verdict.kind === 'allow' && verdict.reason === 'term-discussed' ? [verdict.mention] : [],
  );
  // A word within a name that the text lists as one to avoid is no claim.
  return claims
    .filter((claim) => {
      const name = overlapping(discussed, claim);
      return name === undefined || claim.end - claim.start >= name.end - name.start;
    })
    .sort((a, b) => a.start - b.start);
}

/** What the claims of a part are found with. */
export function contextOf(surroundings: Surroundings, verdicts: readonly FirstVerdict[], termbase: Termbase): Context {
  const foreign = new Set<Mention>();
  for (const verdict of verdicts)
    if (verdict.kind === 'allow' && verdict.reason === 'other-meaning') foreign.add(verdict.mention);
  const discourse = new Discourse(surroundings, foreign, withImplied(surroundings.rest, termbase), SHORT_NAMES);
  return { surroundings, discourse, records: recordsOf(termbase), termbase };
}

/** The sentences that may state something, each with the kinds of relation, as bits, that it may be about. */
export function* sentencesIn(context: Context): Generator<readonly [Sentence, number]> {
  const { surroundings, discourse } = context;
  for (const block of blocksNearNames(surroundings)) {
    if (block.quoted || block.kind === 'reference' || !mayClaim(block, surroundings, discourse)) continue;
    for (const sentence of surroundings.sentencesOf(block)) {
      const asked = askedOf(sentence, context);
      if (asked !== 0 && settingOf(block, surroundings) === 'quiz') break;
      yield [sentence, asked];
    }
  }
}

/** The rest of the document. Naming a concept there also counts as naming the concepts that it implies. */
function withImplied(outside: Rest, termbase: Termbase): Rest {
  const implied = (concept: string): boolean =>
    IMPLIED_BY.get(concept)?.some((other) => outside.nameOf(other) !== undefined) === true;
  return {
    before: (n) => outside.before(n),
    nameOf: (concept) =>
      outside.nameOf(concept) ??
      (implied(concept)
        ? termbase.terms.find(({ entry, status }) => entry.concept.id === concept && status === 'preferred')
        : undefined),
  };
}

/** Whether a block may contain a statement that a relation recognizes. */
function mayClaim(block: Block, surroundings: Surroundings, discourse: Discourse): boolean {
  const { text } = surroundings.prose;
  if (block.kind === 'table-row') return true;
  // The subject of a list item may be named only before the list.
  if (block.kind === 'list-item' && /\d/.test(text.slice(block.start, block.end))) return true;
  const interest = interestIn(surroundings, block);
  return kindsIn(interest) !== 0 && mayHaveSubject(block, interest, block, surroundings, discourse);
}

/** Whether a range of a block may contain the subject of a statement: a name, or words that refer back to one. */
function mayHaveSubject(
  range: Span,
  interest: Interest,
  block: Block,
  surroundings: Surroundings,
  discourse: Discourse,
): boolean {
  return (
    surroundings.firstMentionIn(range) !== undefined ||
    isLabelled(surroundings.prose.text, range) ||
    hasShortName(interest) ||
    ((takesUp(interest) || grammarOf(surroundings.languageOf(block)).has('omitsSubjects')) &&
      discourse.isNearName(block, range.start))
  );
}

/** The kinds of relation, as bits, about which a sentence may say something. */
function askedOf(sentence: Sentence, { surroundings, discourse }: Context): number {
  const { block } = sentence;
  const lang = surroundings.languageOf(block);
  const interest = interestOf(lang, surroundings.prose.text, sentence) ?? interestOfTokens(lang, sentence.tokens);
  const mayBeOfHead =
    hasTitle(interest) ||
    surroundings.mentionsIn(sentence).some(({ terms }) => terms[0]!.entry.concept.kind === 'person');
  const own = kindsIn(interest) & (mayBeOfHead ? ~0 : ~Bit.Heads);
  if (block.kind === 'table-row') return own | (wordedAbove(block, surroundings) & valuedIn(interest));
  const isShort = block.kind === 'list-item' || block.end - block.start < SHORT;
  const mayState = isShort || mayHaveSubject(sentence, interest, block, surroundings, discourse);
  return mayState ? own : 0;
}

/** In code units. */
const LONGEST_TITLE = 160;

/** The kinds that have a word in the header or the title of a row's table. */
function wordedAbove(row: Block, surroundings: Surroundings): number {
  const titles = surroundings.titlesOf(row).filter(({ start, end }) => end - start < LONGEST_TITLE);
  return [surroundings.tableHeadOf(row), ...titles].reduce(
    (worded, block) => worded | wordedIn(interestIn(surroundings, block)),
    0,
  );
}

/** In code units: a block as short as a label with its value, or a title. */
const SHORT = 80;
/** In code units: the maximal distance of a label's colon from the beginning. */
const LABEL = 60;

/** "Members: 171" */
function isLabelled(text: string, { start, end }: Span): boolean {
  const colon = text.indexOf(':', start);
  return colon >= 0 && colon < Math.min(end, start + LABEL);
}

/** What the claims of all sentences of a part are found with. */
interface Context {
  readonly surroundings: Surroundings;
  readonly discourse: Discourse;
  readonly records: Records;
  readonly termbase: Termbase;
}

/** The claims of a sentence. What is wrong as of today, and right at the time of the text, is not reported. */
function claimsOf(sentence: Sentence, asked: number, context: Context): readonly JudgedClaim[] {
  const { rest } = context.surroundings;
  let depends = false;
  const timeOfToday = (): TextTime => {
    depends = true;
    return asOfToday(rest.textTime());
  };
  const today = claimsAt(timeOfToday, sentence, asked, context);
  if (!depends && !today.some((claim) => isTimed(claim) && isReported(claim))) return today;
  const time = rest.textTime();
  if (!(time.kind === 'dated' ? depends : today.some((claim) => mayBeRight(claim, time)) && !saysNow(sentence, time)))
    return today;
  const possible = time.kind === 'unclear' ? (time.possible ?? time) : time.kind === 'dated' ? time : time.possible;
  const then = possible ? claimsAt(() => possible, sentence, asked, context) : [];
  const reported = then.filter(isReported);
  const silence = silenceOfTime(time);
  const held = today
    .filter((claim) => mayBeRight(claim, time) && !reported.some((other) => overlaps(other, claim)))
    .map((claim) => ({ ...claim, silence }));
  const judged = time.kind === 'dated' ? then : today;
  return [...judged.filter((claim) => !held.some((other) => overlaps(other, claim))), ...held];
}

/** Whether a claim would be reported in a text of today, and may be right at the time of this one. */
function mayBeRight(claim: JudgedClaim, time: TextTime): boolean {
  if (!isReported(claim) || time.kind === 'dated') return isReported(claim);
  if (time.kind === 'unclear') return isTimed(claim);
  const isPossible = time.possible !== undefined || time.elected.includes(claim.concept);
  return claim.rule === 'outdated-fact' && isPossible;
}

function isTimed({ rule }: Claim): boolean {
  return rule === 'outdated-fact' || rule === 'wrong-status';
}

/** Whether a sentence speaks of the present in a text that was changed not long ago. */
function saysNow({ tokens }: Sentence, time: TextTime): boolean {
  return (
    time.kind === 'unclear' && time.isRecent && phraseIn(tokens, 0, tokens.length, TENSE.presentCues) !== undefined
  );
}

/** The claims of a sentence in a text of that time. */
function claimsAt(time: () => TextTime, sentence: Sentence, asked: number, context: Context): readonly JudgedClaim[] {
  const { surroundings, discourse, records } = context;
  const lang = surroundings.languageOf(sentence.block);
  const relations = relationsOf(lang);
  const site = discourse.siteOf(sentence);
  const utterance = new Utterance(site, discourse, lang, time);
  const found: Claim[] = [];
  const ask = (kind: number, read: () => readonly Claim[]): void => {
    if ((asked & kind) !== 0) found.push(...read());
  };
  ask(Bit.Counts, () => countClaims(utterance, relations.counts, records));
  ask(Bit.Events, () => dateClaims(utterance, relations.dates, records));
  ask(Bit.Places, () => placeClaims(utterance, relations.places, records));
  ask(Bit.Objectives, () => objectiveClaims(utterance, records, surroundings));
  ask(Bit.Acts, () => actClaims(utterance, records));
  ask(Bit.Votes, () => voteClaims(utterance, records));
  ask(Bit.Heads, () => (mayNameHead(sentence.block, lang, context) ? headClaims(utterance, records) : []));
  ask(Bit.Status, () => statusClaims(utterance, records));
  ask(Bit.Confusions, () => confusionClaims(utterance));
  if ((asked & LABELLED) !== 0) found.push(...labelClaims(sentence, utterance, surroundings, relations, records));
  ask(Bit.Names, () => nameClaims(utterance, surroundings, records));
  ask(Bit.Bodies, () => bodyClaims(utterance, relations.bodies, records));
  return found
    .filter((each, i) => !found.slice(0, i).some((other) => overlaps(other, each)))
    .map((each) => ({ ...each, silence: silenceOf(each, utterance, context) }));
}

/** Whether a row is in no table about another body, or about people of another time. */
function mayNameHead(block: Block, lang: Lang, { surroundings, records }: Context): boolean {
  if (block.kind !== 'table-row') return true;
  const { former } = headWordsOf(lang);
  return (
    !isInTableOfAnother(block, surroundings) && !isListOfThen(block, surroundings, former, yearOfNewestHead(records))
  );
}

/** Why a claim is not reported; `undefined` if it is. */
function silenceOf(claim: Claim, utterance: Utterance, context: Context): Silence | undefined {
  const { surroundings, discourse, termbase } = context;
  const { site } = utterance;
  const place = surroundings.siteAt(claim);
  const exempt = place && quotedOrDiscussed(place, surroundings);
  // The words of a quotation, title or citation are somebody else's.
  if (exempt && exempt.reason !== 'term-discussed') return { reason: exempt.reason, year: undefined };
  if (isToBeAvoided(claim, site.reading.sentence, surroundings)) return { reason: 'to-avoid', year: undefined };
  return (
    whyRightThere(claim, utterance, surroundings, termbase) ??
    (isCorrected(claim, site, discourse) ? { reason: 'corrected', year: undefined } : undefined)
  );
}
