import type { Block } from '../prose/prose';
import { clauseOf } from './clauses';
import { TENSE } from '../reading/cues';
import { phraseIn } from '../reading/phrases';
import { firstEndingAfter, type Sentence } from '../reading/sentence';
import type { MentionSite, Surroundings } from '../surroundings/surroundings';
import { tenseAt, tenseOf } from './tense';
import type { Time } from '../reading/times';

/** The times of the rest of the paragraph, else of the nearest heading that has any. */
export function nearbyTimes(site: MentionSite, surroundings: Surroundings): Nearby | undefined {
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

/** The historic present: the preceding sentence, which has a year, is in the present tense too. */
export function isNarratedInPresent({ block, sentence }: MentionSite, surroundings: Surroundings): boolean {
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

/**
 * A cue of the present in the mention's clause, unless its verb is in the past ("was founded, as is known today, …").
 */
export function presentCue(site: MentionSite, surroundings: Surroundings): boolean {
  const { tokens } = site.sentence;
  const clause = clauseOf(tokens, site);
  return (
    phraseIn(tokens, clause.first, clause.next, TENSE.presentCues) !== undefined &&
    tenseAt(site, surroundings) !== 'past'
  );
}

export type Years = Pick<Time, 'from' | 'to'>;
