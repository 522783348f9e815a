import data from '../../../data/claims/claims.json';
import { clauseOf } from '../context/clauses';
import { YEAR } from '../reading/otherDates';
import { TIME_WORDS } from '../reading/cues';
import { phraseAt, phraseIn, type TokenRange } from '../context/phrases';
import type { Token } from '../reading/sentence';
import { foldKey } from '../mentions/fold';
import type { Claim } from './claim';
import type { Records } from './records';
import { firstWords, foldPhrases, foldWords, isBesideSubject, isOfAnother, type SentenceView } from './view';

const PLACES = data.places.map((place) => ({
  ...place, cues: foldPhrases(place.cues), unless: foldWords(place.unless), admittedKeys: new Set(place.admitted.map(foldKey)),
  only: 'only' in place ? new Set((place.only as readonly string[]).map(foldKey)) : undefined,
  translations: 'translations' in place ? (place.translations as Readonly<Record<string, string>>) : {},
}));
export const PLACE_OPENERS = firstWords(...PLACES.map(({ cues }) => cues));
const PREPOSITIONS = foldWords(data.placePrepositions);

/** "adopted in Rabat", "the Brussels-based IOM", "établie à Bruxelles": a place against the record. */
export function placeClaims(view: SentenceView, records: Records, openings: readonly number[]): readonly Claim[] {
  return PLACES.flatMap((place) => {
    if (!view.hasSubject(place.subject)) return [];
    const [fact] = records.facts(place.subject, place.property);
    if (!fact) return [];
    for (const i of openings) {
      const cue = phraseAt(view.tokens, i, place.cues);
      if (!cue) continue;
      const subject = view.subjectNear(place.subject, cue);
      const clause = clauseOf(view.tokens, cue);
      // What met there was told before.
      if (!subject || (place.property === 'held-in' && subject.first >= cue.next) || (subject.next <= cue.first && (isOfAnother(view.tokens, subject) || (place.property !== 'seat' && isBesideSubject(view.tokens, subject)))) || view.hasOtherBetween(cue, subject, place.subject) || view.tokens.slice(Math.max(clause.first, cue.first - NEAR), Math.min(clause.next, cue.next + NEAR)).some((token) => place.unless.has(token.folded))) continue;
      const slot = placeAt(view, cue, subject) ?? (place.property === 'seat' ? seatElsewhere(view, subject, cue) : cleftPlace(view, subject, cue) ?? placeOfAct(view, subject, cue));
      if (!slot || isDenied(view.tokens, cue) || (place.property === 'seat' && !isOfSubject(view.tokens, slot, subject, cue))) continue;
      const written = view.tokens.slice(slot.first, slot.next).map((token) => token.written).join(' ');
      if (place.admittedKeys.has(foldKey(written)) || place.only?.has(foldKey(written)) === false) return [];
      const right = place.translations[view.lang] ?? String(fact.value);
      return [{
        ...view.span(slot), lang: view.lang, concept: place.subject, facts: [fact.id], record: right, rule: 'fact-mismatch' as const,
        certainty: 'certain' as const, severity: 'warning' as const, instead: [right], safe: true, evidence: [],
      }];
    }
    return [];
  });
}

/** "two agreements adopted at Marrakech, the … and the Global Compact on Refugees": a place that only one of two belongs to. */
export function notThereClaims(view: SentenceView, records: Records, openings: readonly number[]): readonly Claim[] {
  const { tokens } = view;
  const fact = records.fact(NOT_THERE.fact);
  if (!fact || !view.hasSubject(NOT_THERE.subject)) return [];
  for (const i of openings) {
    const cue = phraseAt(tokens, i, NOT_THERE.cues);
    const at = cue && tokens.findIndex((token, k) => k >= cue.next && k <= cue.next + 3 && NOT_THERE.places.has(token.folded));
    if (!cue || at === undefined || at < 0) continue;
    const subject = view.subjectsOf(NOT_THERE.subject)[0];
    const both = tokens.findIndex((token, k) => k >= cue.first - 4 && k < cue.first && NOT_THERE.both.has(token.folded));
    const isAlone = !view.hasOtherBetween(cue, subject, NOT_THERE.subject) && view.subjectsOf('gcm').length === 0 && Math.max(cue.first - subject.next, subject.first - cue.next) <= 6;
    if (both < 0 && !isAlone) continue;
    return [{
      ...view.span({ first: both < 0 ? cue.first : both, next: at + 1 }), lang: view.lang, concept: NOT_THERE.subject, facts: [fact.id], record: 'A/RES/73/151',
      rule: 'fact-mismatch', certainty: 'certain', severity: 'warning', instead: [], safe: false, evidence: [],
    }];
  }
  return [];
}

const NOT_THERE = { ...data.notThere, cues: foldPhrases(data.notThere.cues), places: foldWords(data.notThere.places), both: foldWords(data.notThere.both) };
export const NOT_THERE_OPENERS = firstWords(NOT_THERE.cues);

/** "It is not true that it is an agency, nor that its seat is in …": what is denied before the cue, in whatever clause of the sentence. */
function isDenied(tokens: readonly Token[], cue: TokenRange): boolean {
  return tokens.slice(0, cue.first).some(({ folded }) => NEGATIONS.has(folded)) || phraseIn(tokens, 0, cue.first, REFUTED) !== undefined;
}

/** "Based in Vienna, IOM": a seat told before the name is of it only where nothing but an article stands between; or "With its headquarters in Vienna and …, IOM". */
function isOfSubject(tokens: readonly Token[], slot: TokenRange, subject: TokenRange, cue: TokenRange): boolean {
  const isOpening = cue.first <= 2 && /^(?:its|son|su)$/.test(tokens[cue.first - 1]?.folded ?? '') && tokens.slice(Math.max(0, subject.first - 3), subject.first).some(({ folded }) => folded === ',');
  return slot.next > subject.first || slot.next <= cue.first || isOpening || tokens.slice(slot.next, subject.first).every(({ folded }) => /^(?:,|the|that|where|que|ou|donde|l|la|el|')$/.test(folded));
}

/** "C'est à Paris que l'OIM a son siège", "Vienna, where IOM has its headquarters"; and not "It was in Paris that the IOM headquarters announced". */
function seatElsewhere(view: SentenceView, subject: TokenRange, cue: TokenRange): TokenRange | undefined {
  const hasIt = view.tokens.slice(subject.next, cue.first).some(({ folded }) => /^(?:has|have|had|a|avait|tiene|tenia)$/.test(folded));
  return hasIt ? cleftPlace(view, subject, cue) ?? placeBefore(view, subject, cue) : undefined;
}

/** So near to the cue an office or a region is what has the seat. */
const NEAR = 9;
const NEGATIONS = foldWords(data.negations);
const REFUTED = foldPhrases(data.reporting.refuted);

/** "Vienna, where IOM has its headquarters" */
function placeBefore(view: SentenceView, subject: TokenRange, cue: TokenRange): TokenRange | undefined {
  const { tokens } = view;
  let where = subject.first - 1;
  while (where > 1 && /^(?:the|l|la|')$/.test(tokens[where].folded)) where--;
  return cue.first < subject.next || cue.first - subject.next > 5 ? undefined : placeBeforeWhere(view, where);
}

/** "Rabat, where 164 governments adopted the Compact" */
function placeOfAct(view: SentenceView, subject: TokenRange, cue: TokenRange): TokenRange | undefined {
  const { tokens } = view;
  const where = tokens.findLastIndex(({ folded }, i) => i < cue.first && cue.first - i <= 6 && WHERE.test(folded));
  const isByStates = tokens.slice(where + 1, cue.first).some(({ folded }) => STATES.test(folded));
  const isObject = subject.first >= cue.next && subject.first - cue.next <= 9 && tokens.slice(cue.next, subject.first).every(({ folded }) => BESIDE_VERB.test(folded) || TIME_WORDS.months.has(folded));
  return where > 0 && isByStates && isObject ? placeBeforeWhere(view, where) : undefined;
}

/** "Vienna, where" */
function placeBeforeWhere(view: SentenceView, where: number): TokenRange | undefined {
  if (!WHERE.test(view.tokens[where]?.folded ?? '') || view.tokens[where - 1]?.folded !== ',') return undefined;
  let first = where - 1;
  while (first > 0 && isPlaceName(view, first - 1)) first--;
  return first < where - 1 ? { first, next: where - 1 } : undefined;
}

const WHERE = /^(?:where|ou|donde)$/;

/** The capitalized words behind "in" right after the cue, or hyphenated before it ("Brussels-based"). */
function placeAt(view: SentenceView, cue: TokenRange, subject: TokenRange): TokenRange | undefined {
  const { tokens } = view;
  if (tokens[cue.first - 1]?.folded === '-' && isPlaceName(view, cue.first - 2)) return subject.first >= cue.next && subject.first - cue.next <= 1 ? { first: cue.first - 2, next: cue.first - 1 } : undefined;
  if (distanceTooFar(cue, subject)) return undefined;
  // "le siège de l'OIM se trouve à Bruxelles": behind the subject and a verb of being.
  const between = tokens.slice(cue.next, Math.max(cue.next, subject.first));
  if (subject.first > cue.next && between.length <= 4 && between.every((token) => /^(?:of|de|du|del|la|l|le|el|the|')$/.test(token.folded))) {
    for (let i = subject.next; i < Math.min(subject.next + 4, tokens.length); i++) {
      if (PREPOSITIONS.has(tokens[i].folded) && isPlaceName(view, i + 1)) {
        let next = i + 2;
        while (next < tokens.length && isPlaceName(view, next)) next++;
        return { first: i + 1, next };
      }
      if (!/^(?:is|est|esta|se|trouve|encuentra|situe|situee|located|fixe|remains|reste|was|fue)$/.test(tokens[i].folded)) break;
    }
  }
  for (let i = cue.next; i < Math.min(cue.next + 3, tokens.length); i++) {
    if (!PREPOSITIONS.has(tokens[i].folded)) continue;
    // "founded in 1951 in Geneva"
    if (YEAR.test(tokens[i + 1]?.folded ?? '') && PREPOSITIONS.has(tokens[i + 2]?.folded ?? '')) continue;
    if (!isPlaceName(view, i + 1)) return undefined;
    let next = i + 2;
    while (next < tokens.length && isPlaceName(view, next)) next++;
    return { first: i + 1, next };
  }
  return undefined;
}

/** "C'est à Rabat, le 10 décembre 2018, que le Pacte …", "It was in Rabat that the Compact …": the place that the sentence opens with. */
function cleftPlace(view: SentenceView, subject: TokenRange, cue: TokenRange): TokenRange | undefined {
  const { tokens } = view;
  const at = tokens.findIndex((token, i) => i > 0 && i < 4 && PREPOSITIONS.has(token.folded) && /^(?:est|was|fue|fut|es)$/.test(tokens[i - 1].folded) && isPlaceName(view, i + 1));
  if (at < 0) return undefined;
  // "It was in Rabat that governments adopted the Compact": the Compact is what was adopted.
  if (cue.next <= subject.first && subject.first - cue.next <= 9 && tokens.slice(cue.next, subject.first).every(({ folded }) => BESIDE_VERB.test(folded) || TIME_WORDS.months.has(folded))) {
    const that = tokens.findIndex(({ folded }, i) => i > at + 1 && i < cue.first && /^(?:que|that|donde)$/.test(folded));
    const isByStates = tokens.slice(that + 1, cue.first).some(({ folded }) => STATES.test(folded));
    return that > 0 && isByStates && cue.first - that <= 6 && that - at <= 10 ? { first: at + 1, next: at + 2 } : undefined;
  }
  // Right behind "that" stands what was adopted there, and not who did something.
  const isCleft = tokens.slice(Math.max(at + 2, subject.first - 3), subject.first).some(({ folded }) => /^(?:que|that|where|donde)$/.test(folded));
  return isCleft && cue.first >= subject.next && cue.first - subject.next <= 3 && subject.first - at <= 14 ? { first: at + 1, next: at + 2 } : undefined;
}

/** What may stand between "adopted" and what was adopted: a date, "by consensus". */
const BESIDE_VERB = /^(?:,|in|on|en|le|el|la|the|de|of|by|par|por|acclamation|consensus|aclamacion|consenso|\d{1,4})$/;

/** What one government adopts somewhere is another act. */
const STATES = /^(?:governments|states|countries|leaders|delegations|gouvernements|etats|pays|gobiernos|estados|paises)$/;

function distanceTooFar(cue: TokenRange, subject: TokenRange): boolean {
  return (subject.next <= cue.first ? cue.first - subject.next : subject.first - cue.next) > 12;
}

/** A capitalized word in lower case letters after the first, outside our mentions; months and languages are not asked here. */
function isPlaceName(view: SentenceView, i: number): boolean {
  const token = view.tokens[i];
  return token !== undefined && token.kind === 'word' && /^\p{Lu}[\p{Ll}\p{M}]+$/u.test(token.written) && !MONTHS.test(token.folded)
    && view.surroundings.mentionsIn(view.sentence).every((mention) => token.start < mention.start || token.end > mention.end);
}

const MONTHS = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;
