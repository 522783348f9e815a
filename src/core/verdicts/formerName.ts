import type { Span } from '../document';
import type { Block } from '../prose/prose';
import { isBar } from '../reading/bars';
import { HISTORY, TIME_WORDS } from '../reading/cues';
import { grammarOf } from '../reading/grammar';
import type { Years } from '../reading/nodes';
import { innermost, phraseIn, spanOf } from '../reading/phrases';
import { FARTHEST } from '../reading/readings';
import { indexOfSentence } from '../reading/sentence';
import { agentsOf } from '../reading/statement';
import { storyBefore } from '../reading/story';
import type { Time } from '../reading/times';
import type { Surroundings } from '../surroundings/surroundings';
import {
  hasInterval,
  hasPresentCue,
  tenseAt,
  tenseOf,
  datesAnother,
  isNarratedInPresent,
  nearbyTimes,
  timesOf,
} from './times';
import type { Use } from './use';
import { allow, report, type Allow, type Report } from './verdict';

/**
 * Judges a former name against the time in question: that of its clause, else of the sentence, the paragraph, or the
 * headings. Returns `undefined` where no time is given nearby.
 */
export function judgeFormerName(use: Use): Allow | Report | undefined {
  return judgeByOwnTimes(use) ?? judgeByContext(use);
}

function judgeByOwnTimes(use: Use): Allow | Report | undefined {
  const times = timesOf(use);
  if (times.length === 0) return undefined;
  const fitting = times.filter((time) => wasInUse(use, time));
  if (fitting.length > 0)
    return speaksOfToday(use, fitting)
      ? report(use, 'superseded-name', 'certain', 'warning')
      : allow(use, 'period', fitting.slice(0, 1));
  const own = beginningIn(times, use);
  if (own) return allow(use, 'period', [own]);
  // A year in a later cell dates something else: "| PICMME | died in 1954 |".
  if (use.block.kind === 'table-row' && times.every(({ first }) => first >= use.next))
    return allow(use, 'period-nearby', times.slice(0, 1));
  // A name that only an aside dates may belong to any time.
  if (times.every((time) => datesAnother(time, use))) return undefined;
  const distanceOf = (time: Time): number => (time.next <= use.first ? use.first - time.next : time.first - use.next);
  const nearest = [...times].sort((a, b) => distanceOf(a) - distanceOf(b));
  return anachronism(use, nearest, 'certain');
}

/** Whether a name was in use at a time. */
export function wasInUse({ term: { entry } }: Use, { from, to }: Years): boolean {
  return from <= entry.lastYear && to >= entry.firstYear;
}

/** The time of the beginning of a body, whose name is right even if the time is not: "emerged from a conference in". */
function beginningIn(times: readonly Time[], { tokens, term }: Use): Time | undefined {
  return phraseIn(tokens, 0, tokens.length, TIME_WORDS.beginning)
    ? times.find(({ to }) => to < term.entry.firstYear)
    : undefined;
}

function judgeByContext(use: Use): Allow | Report | undefined {
  const { lastYear } = use.term.entry;
  const tense = tenseOf(use);
  const isShifted = hasInterval(use);
  if (tense !== 'past' && !isShifted && isInStory(use)) return allow(use, 'period-nearby');
  if (hasPresentCue(use)) return undefined;
  const era = eraNear(use);
  if (era) return allow(use, 'period-nearby', era);
  if (isShifted) return allow(use, 'period-nearby');
  const nearby = nearbyTimes(use);
  if (!nearby) return undefined;
  const isFitting = nearby.times.every((time) => wasInUse(use, time));
  // A clause in the present tense is about today, even if the sentences around it are about the past.
  const isPeriod = nearby.kind === 'heading' && nearby.times.every(({ from, to }) => from < to && to <= lastYear);
  if (tense === 'present' && !(isFitting && (isPeriod || isNarratedInPresent(use)))) return undefined;
  if (isFitting) return allow(use, 'period-nearby', nearby.times.slice(0, 1));
  if (nearby.kind === 'below' || nearby.isOfOtherName || nearby.all.some((time) => wasInUse(use, time)))
    return undefined;
  return anachronism(use, nearby.times, nearby.kind === 'heading' ? 'certain' : 'likely');
}

/** "After the war, ICEM moves thousands": words of an era, in which the name began, in the paragraph or a heading. */
function eraNear({ block, surroundings, term }: Use): readonly Span[] | undefined {
  if (term.entry.firstYear >= ERA_ENDS) return undefined;
  const era = surroundings.property(block, eraIn);
  return era ? [era] : surroundings.headingsOf(block).some(({ isPostWar }) => isPostWar) ? [] : undefined;
}

/** Words of the years after the Second World War; not "since the war", nor "after the war in Syria". */
function eraIn(block: Block, surroundings: Surroundings): Span | undefined {
  for (const { tokens } of surroundings.sentencesOf(block)) {
    const grammar = grammarOf(surroundings.languageOf(block));
    const era = phraseIn(tokens, 0, tokens.length, HISTORY.eras);
    const isOther = era && grammar.hasRole(tokens[era.next], 'in', 'of', 'against');
    if (era && !isOther && !TIME_WORDS.since.has(tokens[era.first - 1]?.folded)) return spanOf(tokens, era);
  }
  return undefined;
}

/** The years after the Second World War, in which ICEM and its forerunner began. */
const ERA_ENDS = 1960;

/** In years. A narrative continues from its last date without naming each year. */
const LONGEST_STORY = 12;

/**
 * "1951. In Brussels governments pass a resolution. … PICMME elects a Director.": the name is in use at the current
 * time of a narrative in the present tense.
 */
function isInStory(use: Use): boolean {
  const { block, sentence, surroundings } = use;
  const site = { block, index: indexOfSentence(surroundings.sentencesOf(block), sentence) };
  const story = storyBefore(surroundings, surroundings.rest, site, FARTHEST);
  return story !== undefined && wasInUse(use, { from: story.from, to: story.to + LONGEST_STORY });
}

/**
 * Reports a name at a time at which nobody bore it, if the body acts then. Everything else that a sentence says of a
 * former body at a later time may look back at it: what it had built, who remembers it, where its files are.
 */
function anachronism(use: Use, times: readonly Time[], certainty: 'certain' | 'likely'): Report | Allow {
  return actsAt(use, times)
    ? report(use, 'anachronistic-name', certainty, certainty === 'certain' ? 'warning' : 'information', times[0])
    : allow(use, 'retrospect', times.slice(0, 1));
}

/**
 * Whether the body acts at one of the times: it is the subject or the agent of a verb whose clause has the time, or
 * begins a cell of a row that has it.
 */
function actsAt(use: Use, times: readonly Time[]): boolean {
  const { block, first, reading, grammar, sentence } = use;
  if (block.kind === 'table-row' && (first === 0 || isBar(sentence.tokens[first - 1]!))) return true;
  const clause = reading.statements.find(
    (statement) =>
      statement.kind === 'main' &&
      statement.verb !== undefined &&
      [...statement.subjects, ...agentsOf(statement, grammar)].some(({ named }) =>
        named.some(({ first }) => first === use.first),
      ),
  );
  if (!clause) return false;
  const own = times.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
  // A time that precedes a clause directly belongs to it, even if the clause before it seems to end in it.
  const precedes = ({ next }: Time): boolean => next <= clause.first && next >= clause.first - 1;
  return own.length === 0 || own.some((time) => precedes(time) || innermost(reading.statements, time) === clause);
}

/**
 * A verb in the present tense outweighs a year that dates something else: in a relative clause after the name ("ICEM,
 * whose Constitution was adopted in 1953, operates"), or in a "since 1952" that extends to the present.
 */
function speaksOfToday(use: Use, fitting: readonly Time[]): boolean {
  const { tokens, next, clause, grammar } = use;
  const isRelative = tokens[next]?.folded === ',' && grammar.isAnyOf(tokens[next + 1], RELATIVES);
  const comma = isRelative ? tokens.findIndex((token, i) => i > next + 1 && token.folded === ',') : -1;
  if (comma > 0) return tenseAt({ first: comma, next: comma }, { ...clause, first: comma }, use.reading) === 'present';
  return tenseOf(use) === 'present' && fitting.every(({ since }) => since);
}

const RELATIVES = ['relative', 'relativeOwner', 'that'] as const;
