import type { Span } from '../document';
import type { Block } from '../prose/prose';
import { presentNameOf, type TermEntry } from '../termbase/termbase';
import { clauseOf, endsAtAnd, isOfAnother, isOfLaterColumn, relativeClause, timesOfMention } from './clauses';
import { grammarOf, type Grammar } from '../reading/grammar';
import { HISTORY, TENSE, TIME_WORDS } from '../reading/cues';
import { intervalsIn } from './intervals';
import { YEAR } from '../reading/otherDates';
import { phraseBefore, phraseIn, type TokenRange } from '../reading/phrases';
import { readingIn } from '../reading/readings';
import { firstEndingAfter, type Sentence, type Token } from '../reading/sentence';
import { storyBefore } from '../reading/story';
import type { MentionSite, Surroundings } from '../surroundings/surroundings';
import type { Statement } from '../reading/statement';
import { tenseOf } from './tense';
import { yearOf } from '../termbase/dates';
import type { Time } from '../reading/times';
import type { Allow, Report } from './verdict';

/**
 * Judges a former name against the time in question: that of its clause, else of the sentence, the paragraph, or the
 * headings. Returns `undefined` where no time is given nearby.
 */
export function judgeFormerName(
  site: MentionSite,
  term: TermEntry,
  surroundings: Surroundings,
): Allow | Report | undefined {
  const { mention } = site;
  const { firstYear, lastYear } = term.entry;
  const times = timesOfMention(site, surroundings);
  const fits = (time: Years): boolean => time.from <= lastYear && time.to >= firstYear;
  // "founded in 1950, and PICMME, born a year later"
  const intervals = intervalsIn(site.sentence.tokens, clauseOf(site.sentence.tokens, site));
  const isReached = (time: Time): boolean =>
    intervals.some(({ shifts }) => shifts.some((shift) => fits({ from: time.from + shift, to: time.to + shift })));
  if (times.length > 0) {
    const fitting = times.filter(fits);
    if (fitting.length === 0) {
      const own = times.find(isReached) ?? ownYear(site, fits);
      if (own) return { kind: 'allow', mention, term, reason: 'period', evidence: [own] };
      // "PICMME emerged from a conference in 1949": the date of the beginning may be wrong, but the name is not.
      const early = times.find(
        (time) =>
          time.to < firstYear && phraseIn(site.sentence.tokens, 0, site.sentence.tokens.length, TIME_WORDS.beginning),
      );
      if (early) return { kind: 'allow', mention, term, reason: 'period', evidence: [early] };
      // "| PICMME | died in 1954 |": the row is about the past, and its year dates something else.
      const isOfPast = times.every(
        (time) => isOfLaterColumn(time, site, surroundings) && time.to < firstYearOfToday(term),
      );
      if (isOfPast) return { kind: 'allow', mention, term, reason: 'period-nearby', evidence: times.slice(0, 1) };
      // A name that only an aside dates may belong to any time.
      if (!times.every((time) => isOfAnother(time, site, surroundings))) {
        return isAgentAtAnotherTime(site, times, surroundings) ? undefined : anachronism(site, term, times, 'certain');
      }
    } else if (speaksOfToday(site, fitting, surroundings)) {
      return {
        kind: 'report',
        mention,
        term,
        rule: 'superseded-name',
        certainty: 'certain',
        severity: 'warning',
        year: undefined,
        evidence: [],
      };
    } else {
      return { kind: 'allow', mention, term, reason: 'period', evidence: [fitting[0]!] };
    }
  }
  // A clause in the present tense is about today, even if the sentences around it are about the past.
  const tense = tenseOf(site.sentence, site, clauseOf(site.sentence.tokens, site), surroundings);
  const stated = tense === 'past' || intervals.length > 0 ? undefined : inStory(site, term, surroundings);
  if (stated) return stated;
  const nearby = nearbyTimes(site, surroundings);
  if (!nearby || presentCue(site, surroundings)) return undefined;
  // "Seven years later it takes the name …": the interval counts from the last time in the text before it.
  if (intervals.length > 0) {
    const from = nearby.times.find(isReached);
    if (from) return { kind: 'allow', mention, term, reason: 'period-nearby', evidence: [from] };
    const { shifts } = intervals[0]!;
    if (shifts.length !== 1) return undefined;
    return anachronism(
      site,
      term,
      nearby.times.map((time) => ({ ...time, from: time.from + shifts[0]!, to: time.to + shifts[0]! })),
      'likely',
    );
  }
  if (
    tense === 'present' &&
    !(nearby.kind === 'paragraph' && nearby.times.every(fits) && isNarratedInPresent(site, surroundings))
  )
    return undefined;
  if (nearby.times.every(fits))
    return { kind: 'allow', mention, term, reason: 'period-nearby', evidence: nearby.times.slice(0, 1) };
  if (nearby.all.some(fits)) return undefined;
  return anachronism(site, term, nearby.times, nearby.kind === 'heading' ? 'certain' : 'likely');
}

/** The year in which the present name of the concept of a former name came into use. */
function firstYearOfToday({ entry: { concept } }: TermEntry): number {
  return yearOf(presentNameOf(concept)?.from) ?? -Infinity;
}

type Years = Pick<Time, 'from' | 'to'>;

/** In years. A narrative continues from its last date without naming each year. */
const LONGEST_STORY = 12;

/** Backwards from a name, in blocks. */
const MOST_PARAGRAPHS = 24;

/**
 * "1951. In Brussels governments pass a resolution. … PICMME elects a Director.": the name in use at the current time
 * of a narrative in the present tense.
 */
function inStory(site: MentionSite, term: TermEntry, surroundings: Surroundings): Allow | undefined {
  const { block, sentence, mention } = site;
  if (phraseIn(sentence.tokens, 0, sentence.tokens.length, TENSE.todayCues)) return undefined;
  const story = storyBefore(
    surroundings,
    surroundings.rest,
    { block, index: surroundings.sentencesOf(block).indexOf(sentence) },
    MOST_PARAGRAPHS,
  );
  const { firstYear, lastYear } = term.entry;
  return story && story.from <= lastYear && story.to + LONGEST_STORY >= firstYear
    ? { kind: 'allow', mention, term, reason: 'period-nearby', evidence: [] }
    : undefined;
}

/**
 * A year of the mention's own clause in which the name was in use, whatever it dates there: "In 2021 …; PICMME had been
 * born in 1951".
 */
function ownYear(site: MentionSite, fits: (time: Years) => boolean): Span | undefined {
  const { tokens } = site.sentence;
  const { first, next } = clauseOf(tokens, site);
  if (first === 0 && next === tokens.length) return undefined;
  return tokens
    .slice(first, next)
    .find(({ folded }) => YEAR.test(folded) && fits({ from: Number(folded), to: Number(folded) }));
}

/**
 * "the descendants of migrants carried by ICEM met in 2020": the year belongs to the main verb, not to the participle.
 */
function isAgentAtAnotherTime(site: MentionSite, times: readonly Time[], surroundings: Surroundings): boolean {
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

/**
 * Judges a name of today in a sentence about an earlier time: a hint for an organization that had other names then
 * ("IOM in 1956"), a warning for a body or instrument that did not exist ("the Compact in 2014"). Statements of
 * founding are never reported.
 */
export function judgeCurrentName(site: MentionSite, term: TermEntry, surroundings: Surroundings): Report | undefined {
  const { concept, firstYear } = term.entry;
  if (firstYear === -Infinity || !DATED_KINDS.has(concept.kind)) return undefined;
  const { tokens } = site.sentence;
  if (site.block.quoted) return undefined;
  const grammar = grammarOf(surroundings.languageOf(site.block));
  const times = timesOfMention(site, surroundings).filter((time) => datesTheSentence(time, site, grammar));
  // "since 2012" claims that it existed in 2012.
  const last = (time: Time): number => (time.since ? time.from : time.to);
  if (times.length === 0 || times.some((time) => last(time) >= firstYear)) return undefined;
  // "… was ratified in 1999; the Compact, however, needs no ratification": a semicolon ends the scope of a year.
  if (tokens.slice(times.at(-1)!.next, site.first).some(({ folded }) => folded === ';')) return undefined;
  // "ratified the Convention in 1999 and supported the Compact": the year belongs to the verb before the "and".
  if (times.every((time) => time.first > 2 && endsAtAnd(tokens, time.next, site.first, grammar))) return undefined;
  // A later phrase may refer back to a year that dates an adjacent instrument: "signed the agreement of 2018, the same
  // year …".
  if (tokens.some(({ folded }) => YEAR.test(folded) && Number(folded) >= firstYear)) return undefined;
  if (site.sentence.times.some((time) => last(time) >= firstYear)) return undefined;
  if (isDenied(site, grammar)) return undefined;
  // "the forerunner of the Network met in 2012": the forerunner is the subject.
  if (phraseBefore(tokens, site.first, HISTORY.before, 3)) return undefined;
  if (phraseIn(tokens, 0, tokens.length, TIME_WORDS.founding)) return undefined;
  if (
    !isDatedAgent(site, times, surroundings) &&
    tenseOf(site.sentence, site, clauseOf(tokens, site), surroundings) === 'present'
  )
    return undefined;
  const hadOtherName = concept.names.some((name) => name !== term.entry.name && name.to !== undefined);
  if (
    hadOtherName &&
    surroundings
      .mentionsIn(site.sentence)
      .some((other) => other.terms.some((t) => t.entry.concept === concept && t.status === 'superseded'))
  )
    return undefined;
  return {
    kind: 'report',
    mention: site.mention,
    term,
    rule: 'anachronistic-name',
    certainty: hadOtherName ? 'likely' : 'certain',
    severity: hadOtherName ? 'hint' : 'warning',
    year: middleYear(times[0]!),
    time: times[0],
    evidence: [times[0]!],
  };
}

/**
 * "Principles, first drafted in 2014 by the Network, are annexed": the year dates an act of the body, whatever the main
 * clause says of today.
 */
function isDatedAgent(site: MentionSite, times: readonly Time[], surroundings: Surroundings): boolean {
  return participlesBy(site, surroundings).some(({ complements }) =>
    complements.some(
      ({ group }) =>
        group.kind === 'date' && times.some((time) => group.first <= time.first && time.first < group.next),
    ),
  );
}

const DATED_KINDS: ReadonlySet<string> = new Set(['organization', 'body', 'instrument']);

/**
 * "In 2012 there was as yet no UN Network", "before the Compact", "The Network did not exist in 2012": the sentence
 * itself says that the body did not exist.
 */
function isDenied({ sentence: { tokens }, first, next }: MentionSite, grammar: Grammar): boolean {
  const denies = (token: Token): boolean =>
    grammar.is(token, 'negation') ||
    grammar.is(token, 'negative') ||
    ABSENT.some((role) => grammar.rolesOf(token)?.has(role) === true);
  if (tokens.slice(Math.max(0, first - 6), first).some((token) => denies(token) || TIME_WORDS.notYet.has(token.folded)))
    return true;
  const following = tokens.slice(next, next + 6);
  return (
    following.some(denies) &&
    following.some((token) => grammar.verbForms(token).some(({ lemma }) => grammar.isVerb(lemma, 'existing')))
  );
}

/** Semantic roles of prepositions. */
const ABSENT = ['before', 'until', 'without'];

/** "in 2013", "as early as 2013", "between 2013 and 2015", "de 2013 à 2015", "A 2014 statement by the Network" */
function datesTheSentence(time: Time, site: MentionSite, grammar: Grammar): boolean {
  const {
    sentence: { tokens },
    first,
  } = site;
  const before = tokens[time.first - 1];
  if (!before || TIME_WORDS.timePrepositions.has(before.folded) || isDate(site, time)) return true;
  const has = (token: Token | undefined, ...roles: readonly string[]): boolean =>
    token !== undefined && roles.some((role) => grammar.rolesOf(token)?.has(role) === true);
  if (has(before, 'as') && has(tokens[time.first - 3], 'as')) return true;
  if (time.next - time.first > 1 && has(before, 'between', 'from', 'of', 'since')) return true;
  // The body is the author of something from that year.
  return (
    (grammar.is(before, 'definite') || grammar.is(before, 'indefinite')) &&
    first > time.next &&
    tokens.slice(Math.max(0, first - 3), first).some((token) => has(token, 'by', 'of'))
  );
}

function isDate(site: MentionSite, time: Time): boolean {
  return TIME_WORDS.months.has(site.sentence.tokens[time.first - 1]?.folded);
}

function anachronism(
  { mention, first, next }: MentionSite,
  term: TermEntry,
  times: readonly Time[],
  certainty: 'certain' | 'likely',
): Report {
  const nearest =
    certainty === 'likely'
      ? times[0]!
      : [...times].sort((a, b) => distance(a, first, next) - distance(b, first, next))[0]!;
  return {
    kind: 'report',
    mention,
    term,
    rule: 'anachronistic-name',
    certainty,
    severity: certainty === 'certain' ? 'warning' : 'information',
    year: middleYear(nearest),
    time: nearest,
    evidence: [nearest],
  };
}

/** The historic present: the preceding sentence, which has a year, is in the present tense too. */
function isNarratedInPresent({ block, sentence }: MentionSite, surroundings: Surroundings): boolean {
  return surroundings.property(block, narratedInPresentFrom) <= sentence.start;
}

/** Offset of the first sentence that has a time and is not in the past tense; Infinity where there is none. */
function narratedInPresentFrom(block: Block, surroundings: Surroundings): number {
  const first = surroundings
    .property(block, timedSentences)
    .find(
      (sentence) =>
        !sentence.times[0]!.since &&
        tenseOf(sentence, { first: 0, next: 1 }, { first: 0, next: sentence.tokens.length }, surroundings) !== 'past',
    );
  return first?.start ?? Infinity;
}

/** In tokens. All times of another sentence have the same distance. */
function distance(time: Time, first: number, next: number): number {
  return time.next <= first ? first - time.next : Math.max(0, time.first - next);
}

function middleYear({ from, to }: Time): number {
  if (from === -Infinity) return to - 1;
  return to === Infinity ? from : Math.floor((from + to) / 2);
}

interface Nearby {
  readonly kind: 'paragraph' | 'heading';
  /** The times of the nearest preceding sentence that has any. */
  readonly times: readonly Time[];
  /** All times of the paragraph or heading. */
  readonly all: readonly Time[];
}

/**
 * In a paragraph of several pages, the number of sentences with times before a name, and after it, that count as near.
 */
const MOST_NEARBY = 50;

/** The sentences of a block that contain a time. */
function timedSentences(block: Block, surroundings: Surroundings): readonly Sentence[] {
  return surroundings.sentencesOf(block).filter(({ times }) => times.length > 0);
}

/** The times of the rest of the paragraph, else of the nearest heading that has any. */
function nearbyTimes(site: MentionSite, surroundings: Surroundings): Nearby | undefined {
  // A narrative continues from its last time.
  let before: readonly Time[] | undefined;
  const all: Time[] = [];
  const timed = surroundings.property(site.block, timedSentences);
  const middle = firstEndingAfter(timed, site.sentence.start);
  for (const sentence of timed.slice(Math.max(0, middle - MOST_NEARBY), middle + MOST_NEARBY)) {
    if (sentence === site.sentence) continue;
    for (const time of sentence.times) all.push(time);
    if (sentence.start < site.sentence.start) before = sentence.times;
  }
  if (all.length > 0) return { kind: 'paragraph', times: before ?? all, all };
  for (const heading of surroundings.headingsOf(site.block)) {
    const { times } = heading;
    if (times.length > 0) return { kind: 'heading', times, all: times };
  }
  return undefined;
}

/**
 * A cue of the present ("today", "currently") on the mention's own verb outweighs a year that dates something else: in
 * a relative clause ("whose Constitution was adopted in 1953"), or in a "since 1952" that extends to the present.
 */
function speaksOfToday(site: MentionSite, fitting: readonly Time[], surroundings: Surroundings): boolean {
  const { tokens } = site.sentence;
  const clause = clauseOf(tokens, site);
  const relative = relativeClause(tokens, site.next, grammarOf(surroundings.languageOf(site.block)));
  const adjacent =
    relative !== undefined && fitting.every((time) => time.first >= relative.first && time.next <= relative.next);
  const runsOn = fitting.every((time) => time.since);
  const own: TokenRange = adjacent ? { first: relative.next, next: clause.next } : clause;
  const tense = tenseOf(site.sentence, { first: own.first, next: Math.max(site.next, own.first) }, own, surroundings);
  const cue = presentCue(site, surroundings);
  return (
    tense === 'present' &&
    (adjacent ||
      runsOn ||
      (cue && !fitting.some((time) => time.first === 0 || (time.first >= clause.first && time.next <= clause.next))))
  );
}

/**
 * A cue of the present in the mention's clause, unless its verb is in the past ("was founded, as is known today, …").
 */
export function presentCue(site: MentionSite, surroundings: Surroundings): boolean {
  const { tokens } = site.sentence;
  const clause = clauseOf(tokens, site);
  const cue = phraseIn(tokens, clause.first, clause.next, TENSE.presentCues);
  if (!cue) return false;
  // "the seminar of ICEM, which some now call a forum": the cue belongs to the relative clause.
  const { statements } = readingIn(surroundings, site.sentence);
  const has = (range: TokenRange, at: number): boolean => range.first <= at && at < range.next;
  const isOfOther = statements.some(
    (statement) =>
      statement.kind !== 'main' &&
      has(statement, cue.first) &&
      !has(statement, site.first) &&
      statement.subjects.length > 0 &&
      !statement.subjects.some(({ first, end }) => has({ first, next: end }, site.first)),
  );
  if (isOfOther) return false;
  return tenseOf(site.sentence, site, clause, surroundings) !== 'past';
}
