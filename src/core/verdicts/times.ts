import { firstEndingAfter } from '../document';
import type { Block } from '../prose/prose';
import { DOCUMENT_WORDS, TIME_WORDS, TENSE } from '../reading/cues';
import { beginsWithDigit } from '../reading/numbers';
import { extended, phraseIn } from '../reading/phrases';
import type { Reading } from '../reading/read';
import { readingIn } from '../reading/readings';
import type { Sentence } from '../reading/sentence';
import { isModifying, type Statement } from '../reading/statement';
import type { Time } from '../reading/times';
import type { Token } from '../reading/tokens';
import type { Surroundings } from '../surroundings/surroundings';
import { isBoundary, type Use } from './use';
import type { Named, Range, VerbGroup } from '../reading/nodes';

/**
 * The times of the clause of a name; if it has none, those of the sentence. Where a clause names the body twice
 * ("PICMME in 1951, ICEM in 1952"), each name takes the times between the neighbouring commas, if there are any.
 */
export function timesOf(use: Use): readonly Time[] {
  const { tokens, times } = use.sentence;
  const part = extended(tokens, use, (token) => isBoundary(token) || DOCUMENT_WORDS.listing.has(token.folded));
  const within = (namesTwice(use) ? [part, use.clause] : [use.clause])
    .map(({ first, next }) => times.filter((time) => time.first >= first && time.next <= next))
    .find((own) => own.length > 0);
  return within ?? times;
}

/** An abbreviation directly after its name, or a name directly before its abbreviation, is not a second mention. */
function namesTwice(use: Use): boolean {
  const { entry, form } = use.term;
  const { first, next } = use.clause;
  return use
    .othersOf(
      (other) => other.entry.concept === entry.concept && (other.entry.name !== entry.name || other.form === form),
    )
    .some((other) => other.first >= first && other.first < next);
}

/**
 * "ICEM met in a hall opened in 1999", "The Council of Europe, founded in 1949, has nothing to do with ICEM": a time in
 * a participle or relative clause that modifies another thing.
 */
export function datesAnother(time: Time, { first: at, term, tokens, reading: { statements } }: Use): boolean {
  const { concept } = term.entry;
  const isOwn = ({ mention }: Named): boolean => mention.terms.some(({ entry }) => entry.concept === concept);
  const has = (first: number, next: number): boolean => first <= at && at < next;
  // A comma after the time ends the clause: "the initiative presented in 2000, with the principles of the Compact".
  const isParted = tokens.slice(time.next, at).some(({ folded }) => folded === ',');
  return statements.some(
    ({ kind, subjects, complements, first, next }) =>
      isModifying({ kind }) &&
      (isParted || !has(first, next)) &&
      subjects.length > 0 &&
      // A pronoun before the name refers to something else.
      subjects.every((group) => !group.named.some(isOwn) && !has(group.first, group.end)) &&
      (next <= at || subjects.every(({ words }) => words.length > 0)) &&
      complements.some(({ group }) => group.first <= time.first && time.first < group.next),
  );
}

/** "two years before", "a su llegada": the clause has a time that counts from another one, and may be any. */
export function hasInterval({ tokens, clause, grammar }: Use): boolean {
  const { intervalYears, intervalEnds, ownEvents } = TIME_WORDS;
  const isEnd = ({ folded }: Token): boolean => intervalEnds.has(folded);
  const isNumber = (token: Token): boolean =>
    beginsWithDigit(token.folded) || grammar.entryOf(token).number !== undefined || grammar.is(token, 'indefinite');
  return tokens.slice(clause.first, clause.next).some((number, i, own) => {
    const [years, ...ends] = own.slice(i + 1, i + 4);
    if (ownEvents.has(years?.folded) && grammar.isAnyOf(number, POSSESSIVES)) return true;
    return isNumber(number) && intervalYears.has(years?.folded) && ends.some(isEnd);
  });
}

const POSSESSIVES = ['possessiveThing', 'possessivePerson', 'possessiveSeveral', 'possessiveOwn'] as const;

interface Nearby {
  /** Where the times occur: in the paragraph, in a heading above, or in the text below a heading. */
  readonly kind: 'paragraph' | 'heading' | 'below';
  /** The times of the nearest preceding sentence that has any. */
  readonly times: readonly Time[];
  /** All times that occur there. */
  readonly all: readonly Time[];
  /** Whether the sentence of the nearest ones names the body otherwise: "ICEM grew. IOM joined the UN in 2016". */
  readonly isOfOtherName: boolean;
}

/** The times of the rest of the paragraph, else of the nearest heading, else of the text below a heading. */
export function nearbyTimes(use: Use): Nearby | undefined {
  const { block, sentence, surroundings, term } = use;
  const timed = surroundings.property(block, timedSentences);
  const middle = firstEndingAfter(timed, sentence.start);
  const near = timed.slice(Math.max(0, middle - MOST_NEARBY), middle + MOST_NEARBY).filter((one) => one !== sentence);
  const all = near.flatMap(({ times }) => times);
  // A narrative continues from its last time.
  const before = near.filter(({ start }) => start < sentence.start).at(-1);
  const nearest = before ?? near[0];
  const named = nearest ? surroundings.mentionsIn(nearest).flatMap(({ terms }) => terms) : [];
  const { concept, name } = term.entry;
  const isOfOtherName = named.some(({ entry }) => entry.concept === concept && entry.name !== name);
  if (all.length > 0) return { kind: 'paragraph', times: before?.times ?? all, all, isOfOtherName };
  const heading = surroundings.headingsOf(block).find(({ times }) => times.length > 0);
  if (heading) return { kind: 'heading', times: heading.times, all: heading.times, isOfOtherName: false };
  const next = surroundings.prose.blocks[surroundings.prose.indexAt(block.start) + 1];
  // A heading that is only the name, with an article at most, is as old as the text that it announces.
  const isName = block.kind === 'heading' && use.tokens.length <= use.next - use.first + 1;
  if (!isName || next?.kind !== 'paragraph') return undefined;
  const times = surroundings.property(next, timedSentences)[0]?.times.filter(({ since }) => !since) ?? [];
  return times.length > 0 ? { kind: 'below', times, all: times, isOfOtherName: false } : undefined;
}

/**
 * In a paragraph of several pages, the number of sentences with times before a name, and after it, that count as near.
 */
const MOST_NEARBY = 50;

/** The sentences of a block that contain a time. */
function timedSentences(block: Block, surroundings: Surroundings): readonly Sentence[] {
  return surroundings.sentencesOf(block).filter(({ times }) => times.length > 0);
}

/** The historic present: a preceding sentence, which has a year, is in the present tense too. */
export function isNarratedInPresent({ block, sentence, surroundings }: Use): boolean {
  return surroundings.property(block, presentNarrativeFrom) <= sentence.start;
}

/** Offset of the first sentence that has a time and is not in the past tense; Infinity where there is none. */
function presentNarrativeFrom(block: Block, surroundings: Surroundings): number {
  const isPresent = (sentence: Sentence): boolean => {
    const whole = { first: 0, next: sentence.tokens.length };
    return (
      !sentence.times[0]!.since && tenseAt({ first: 0, next: 1 }, whole, readingIn(surroundings, sentence)) !== 'past'
    );
  };
  return surroundings.property(block, timedSentences).find(isPresent)?.start ?? Infinity;
}

type Tense = 'past' | 'present' | 'none';

/** The tense of the statement that contains a name, within its clause. */
export function tenseOf(use: Use): Tense {
  return tenseAt(use, use.clause, use.reading);
}

/**
 * The tense of the statement that contains the tokens `[first, next)`, within a clause; else that of the nearest verb
 * that follows them, else of the nearest that precedes them. `none` for wording without a verb: headings, lists,
 * labels.
 */
export function tenseAt({ first, next }: Range, clause: Range, { nodes, statements }: Reading): Tense {
  const isWithin = (range: Range): boolean => range.first >= clause.first && range.next <= clause.next;
  const own = statements
    .filter((statement) => statement.verb !== undefined && isWithin(statement.verb) && takes(statement, first))
    .sort((a, b) => Number(b.kind === 'main') - Number(a.kind === 'main'));
  // What a body has done may be long ago: "ships chartered by ICEM".
  if (own[0]?.kind === 'participial' && own[0].verb!.form === 'participle') return 'past';
  for (const { verb } of own) if (verb && tenseOfVerb(verb) !== 'none') return tenseOfVerb(verb);
  const verbs = nodes.filter(
    (node): node is VerbGroup => node.kind === 'verb' && isWithin(node) && tenseOfVerb(node) !== 'none',
  );
  const following = verbs.find((verb) => verb.first >= next);
  // A preceding verb form may be an attribute ("displaced persons") or a reduced clause ("chartered by ICEM").
  const nearest = following ?? verbs.filter(({ passive }) => passive !== undefined).at(-1);
  return nearest ? tenseOfVerb(nearest) : 'none';
}

/** Whether a statement has a token in its subject, its object or a complement. */
function takes({ subjects, objects, complements }: Statement, token: number): boolean {
  return (
    [...subjects, ...objects].some(({ first, end }) => first <= token && token < end) ||
    complements.some(({ group }) => group.kind === 'noun' && group.first <= token && token < group.end)
  );
}

/** "will" and "can" are about the present; "could" and "would" may be about the past. */
function tenseOfVerb({ tense, form, modality }: VerbGroup): Tense {
  if (tense === 'past') return 'past';
  return form === 'finite' && modality !== 'supposed' ? 'present' : 'none';
}

/**
 * A cue of the present in the clause of a name, unless its verb is in the past ("was founded, as is known today, …").
 */
export function hasPresentCue(use: Use): boolean {
  const { first, next } = use.clause;
  return phraseIn(use.tokens, first, next, TENSE.presentCues) !== undefined && tenseOf(use) !== 'past';
}

/** Whether a name is the subject of a verb in the present tense: "ICEM assists migrants". */
export function actsInPresent({ first, reading }: Use): boolean {
  return reading.statements.some(
    ({ verb, subjects }) =>
      verb !== undefined &&
      tenseOfVerb(verb) === 'present' &&
      subjects.some(({ named }) => named.some((name) => name.first === first)),
  );
}
