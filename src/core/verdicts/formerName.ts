import type { Span } from '../document';
import { presentNameOf, type TermEntry } from '../termbase/termbase';
import { clauseOf, isOfAnother, isOfLaterColumn, relativeClause, timesOfMention } from './clauses';
import { grammarOf } from '../reading/grammar';
import { TIME_WORDS } from '../reading/cues';
import { intervalsIn, type Interval } from './intervals';
import { YEAR } from '../reading/otherDates';
import type { Range } from '../reading/nodes';
import { phraseIn } from '../reading/phrases';
import { indexOfSentence } from '../reading/sentence';
import { storyBefore } from '../reading/story';
import type { MentionSite, Surroundings } from '../surroundings/surroundings';
import { tenseAt, tenseOf } from './tense';
import { yearOf } from '../termbase/dates';
import type { Time } from '../reading/times';
import { allow, report, type Allow, type Report } from './verdict';
import { nearbyTimes, isNarratedInPresent, presentCue, type Years } from './nearbyTimes';
import { actsAt } from './acts';

/**
 * Judges a former name against the time in question: that of its clause, else of the sentence, the paragraph, or the
 * headings. Returns `undefined` where no time is given nearby.
 */
export function judgeFormerName(
  site: MentionSite,
  term: TermEntry,
  surroundings: Surroundings,
): Allow | Report | undefined {
  const { firstYear, lastYear } = term.entry;
  const fits = (time: Years): boolean => time.from <= lastYear && time.to >= firstYear;
  const { tokens } = site.sentence;
  // "founded in 1950, and PICMME, born a year later"
  const intervals = intervalsIn(tokens, clauseOf(tokens, site));
  const isReached = (time: Time): boolean =>
    intervals.some(({ shifts }) => shifts.some((shift) => fits(shifted(time, shift))));
  const found: Case = { site, term, surroundings, intervals, fits, isReached };
  return judgeByOwnTimes(found) ?? judgeByContext(found);
}

/** A former name with the times at which it was in use, or is reached by an interval of its clause. */
interface Case {
  readonly site: MentionSite;
  readonly term: TermEntry;
  readonly surroundings: Surroundings;
  readonly intervals: readonly Interval[];
  readonly fits: (time: Years) => boolean;
  readonly isReached: (time: Time) => boolean;
}

function shifted<T extends Years>(time: T, years: number): T {
  return { ...time, from: time.from + years, to: time.to + years };
}

function judgeByOwnTimes({ site, term, surroundings, fits, isReached }: Case): Allow | Report | undefined {
  const { mention } = site;
  const times = timesOfMention(site, surroundings);
  if (times.length === 0) return undefined;
  const fitting = times.filter(fits);
  if (fitting.length > 0)
    return speaksOfToday(site, fitting, surroundings)
      ? report({ mention, term }, 'superseded-name', 'certain', 'warning')
      : allow(mention, term, 'period', fitting.slice(0, 1));
  const own = times.find(isReached) ?? ownYear(site, fits) ?? beginningIn(times, site, term);
  if (own) return allow(mention, term, 'period', [own]);
  // "| PICMME | died in 1954 |": the row is about the past, and its year dates something else.
  const isOfPast = times.every((time) => isOfLaterColumn(time, site, surroundings) && time.to < firstYearOfToday(term));
  if (isOfPast) return allow(mention, term, 'period-nearby', times.slice(0, 1));
  // A name that only an aside dates may belong to any time.
  return times.every((time) => isOfAnother(time, site, surroundings))
    ? undefined
    : anachronism(site, term, times, 'certain', surroundings);
}

/** The time of the beginning of a body, whose name is right even if the time is not: "emerged from a conference in". */
function beginningIn(times: readonly Time[], { sentence: { tokens } }: MentionSite, term: TermEntry): Time | undefined {
  return phraseIn(tokens, 0, tokens.length, TIME_WORDS.beginning)
    ? times.find(({ to }) => to < term.entry.firstYear)
    : undefined;
}

function judgeByContext({ site, term, surroundings, intervals, fits, isReached }: Case): Allow | Report | undefined {
  const { mention } = site;
  // A clause in the present tense is about today, even if the sentences around it are about the past.
  const tense = tenseAt(site, surroundings);
  const [interval] = intervals;
  const stated = tense === 'past' || interval ? undefined : inStory(site, term, surroundings);
  if (stated) return stated;
  const nearby = nearbyTimes(site, surroundings);
  if (!nearby || presentCue(site, surroundings)) return undefined;
  const { times } = nearby;
  // "Seven years later it takes the name …": the interval counts from the last time in the text before it.
  if (interval) {
    const from = times.find(isReached);
    if (from) return allow(mention, term, 'period-nearby', [from]);
    const [shift, ...others] = interval.shifts;
    return shift === undefined || others.length > 0
      ? undefined
      : anachronism(
          site,
          term,
          times.map((time) => shifted(time, shift)),
          'likely',
          surroundings,
        );
  }
  const isFitting = times.every(fits);
  const isNarrated = nearby.kind === 'paragraph' && isFitting && isNarratedInPresent(site, surroundings);
  if (tense === 'present' && !isNarrated) return undefined;
  if (isFitting) return allow(mention, term, 'period-nearby', times.slice(0, 1));
  if (nearby.all.some(fits)) return undefined;
  return anachronism(site, term, times, nearby.kind === 'heading' ? 'certain' : 'likely', surroundings);
}

/** The year in which the present name of the concept of a former name came into use. */
function firstYearOfToday({ entry: { concept } }: TermEntry): number {
  return yearOf(presentNameOf(concept)?.from) ?? -Infinity;
}

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
  const story = storyBefore(
    surroundings,
    surroundings.rest,
    { block, index: indexOfSentence(surroundings.sentencesOf(block), sentence) },
    MOST_PARAGRAPHS,
  );
  const { firstYear, lastYear } = term.entry;
  return story && story.from <= lastYear && story.to + LONGEST_STORY >= firstYear
    ? allow(mention, term, 'period-nearby')
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
 * Reports a name at a time at which nobody bore it, if the body acts then. Everything else that a sentence says of a
 * former body at a later time may look back at it: what it had built, who remembers it, where its files are.
 */
function anachronism(
  site: MentionSite,
  term: TermEntry,
  times: readonly Time[],
  certainty: 'certain' | 'likely',
  surroundings: Surroundings,
): Report | Allow {
  const { mention, first, next } = site;
  if (!actsAt(site, times, surroundings)) return allow(mention, term, 'retrospect', times.slice(0, 1));
  const nearest =
    certainty === 'likely'
      ? times[0]!
      : [...times].sort((a, b) => distance(a, first, next) - distance(b, first, next))[0]!;
  const severity = certainty === 'certain' ? 'warning' : 'information';
  return report({ mention, term }, 'anachronistic-name', certainty, severity, nearest);
}

/** In tokens. All times of another sentence have the same distance. */
function distance(time: Time, first: number, next: number): number {
  return time.next <= first ? first - time.next : Math.max(0, time.first - next);
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
  const own: Range = adjacent ? { first: relative.next, next: clause.next } : clause;
  const tense = tenseOf(site.sentence, { first: own.first, next: Math.max(site.next, own.first) }, own, surroundings);
  const cue = presentCue(site, surroundings);
  return (
    tense === 'present' &&
    (adjacent ||
      runsOn ||
      (cue && !fitting.some((time) => time.first === 0 || (time.first >= clause.first && time.next <= clause.next))))
  );
}
