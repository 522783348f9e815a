import type { Span } from '../document';
import { DOCUMENT_WORDS, HISTORY, TENSE, TIME_WORDS } from '../reading/cues';
import type { Range } from '../reading/nodes';
import { YEAR } from '../reading/dates';
import { extended, phraseAfter, phraseBefore, phraseIn, spanOf } from '../reading/phrases';
import { isCapitalized, type Token } from '../reading/tokens';
import type { MentionSite } from '../surroundings/surroundings';
import type { Use } from './use';

/**
 * The words of a frame that treats the name as a name and has it as subject or object: "formerly ICEM", "ICEM (now
 * IOM)", "ICEM became …", "the name changed from PICMME to ICEM". A naming verb elsewhere in the sentence, with another
 * subject ("The law was renamed; ICEM assists …"), is not a frame.
 */
export function historyFrame(use: Use): Span | undefined {
  const { tokens } = use;
  const { first, next } = withAppositives(use);
  const names = otherNames(use);
  const frame =
    phraseBefore(tokens, first, HISTORY.before, 3) ??
    beforeHost(use, first) ??
    phraseAfter(tokens, next, HISTORY.after, 3) ??
    nowAnotherName(use, next, names) ??
    names.find((name) => isNextTo(name, { first, next }, use)) ??
    // Documents keep the name under which they were made: "ICEM archives", "the Constitution of ICEM".
    phraseAfter(tokens, tokens[next + 1]?.folded === 's' ? next + 2 : next, HISTORY.works, 1) ??
    phraseBefore(tokens, first, HISTORY.works, 3);
  if (frame) return spanOf(tokens, frame);
  return (
    accountOfNames(use, names) ??
    listOfNames(use) ??
    endOfTheBody(use, next) ??
    formerThingOfTheBody(use, first) ??
    subjectOfStudy(use, first) ??
    subjectOfTalk(use, first) ??
    headOfThen(use)
  );
}

/** A head held office under the name of his time: "James Carlin, Director of ICM", "the Director of ICEM (Gibson)". */
function headOfThen({ tokens, term, grammar }: Use): Span | undefined {
  // A capital after it makes it the first name of somebody else, but for "DIRECTOR THOMAS ON".
  const isName = (token: Token | undefined): boolean =>
    token !== undefined && isCapitalized(token.written) && !grammar.entryOf(token).isClosed;
  return tokens.find((token, i) => term.entry.heads.has(token.folded) && isName(token) && !isName(tokens[i + 1]));
}

/**
 * "became, the next year, ICEM": a time may come between. "replaced an older circle, the Global Migration Group": the
 * predicate belongs to the noun to which the name is in apposition.
 */
function beforeHost({ tokens, grammar }: Use, first: number): Range | undefined {
  const isApposed = tokens[grammar.is(tokens[first - 1], 'definite') ? first - 2 : first - 1]?.folded === ',';
  for (let i = first - 1; i >= Math.max(0, first - LONGEST_HOST); i--)
    if (grammar.isNoun(tokens[i]!, 'time') || (isApposed && grammar.is(tokens[i], 'indefinite')))
      return phraseBefore(tokens, i, HISTORY.before, 3);
  return undefined;
}

/** In tokens. */
const LONGEST_HOST = 5;

/** "A thesis defended in 2012 studies the work of ICEM": a work of research is about the past, whatever its tense. */
function subjectOfStudy({ tokens }: Use, first: number): Span | undefined {
  const study = tokens.findIndex(({ folded }, i) => i < first && HISTORY.studies.has(folded));
  return study >= 0 &&
    tokens.slice(0, study).some(({ folded }) => TIME_WORDS.works.has(folded)) &&
    !phraseIn(tokens, 0, tokens.length, TENSE.presentCues)
    ? tokens[study]
    : undefined;
}

/** "Two lectures on ICEM", "un livre sur le CIME", "a book of 2021 on ICEM": a work or a talk may be about any time. */
function subjectOfTalk({ tokens, grammar }: Use, first: number): Span | undefined {
  const topic = grammar.is(tokens[first - 1], 'definite') ? first - 2 : first - 1;
  const before = HISTORY.topics.has(tokens[topic]?.folded) ? tokens.slice(Math.max(0, topic - 3), topic) : [];
  return before.findLast(({ folded }) => HISTORY.talks.has(folded) || TIME_WORDS.works.has(folded));
}

/**
 * The mention, extended by an abbreviation in brackets that follows it, or by the name before the brackets that contain
 * it: "the … Committee (ICEM)".
 */
function withAppositives({ tokens, first, next, neighbours, surroundings }: Use): Range {
  if (tokens[first - 1]?.folded === '(' && tokens[next]?.folded === ')') {
    const host = neighbours.before && surroundings.siteOf(neighbours.before);
    return { first: host?.next === first - 1 ? host.first : first - 1, next: next + 1 };
  }
  return { first, next: tokens[next]?.folded === '(' && tokens[next + 2]?.folded === ')' ? next + 3 : next };
}

/** The other names of the same concept (or of its successor) in the sentence. */
function otherNames(use: Use): readonly MentionSite[] {
  const { concept, name } = use.term.entry;
  return use.othersOf(
    ({ entry }) => (entry.concept === concept && entry.name !== name) || entry.concept.id === concept.successor,
  );
}

/** "ICEM (now IOM)", "ICEM, today the International Organization for Migration", "le CIME, l'actuelle OIM". */
function nowAnotherName({ tokens }: Use, next: number, names: readonly Range[]): Range | undefined {
  const now = phraseAfter(tokens, next, HISTORY.now, 3);
  return now && names.some(({ first }) => first >= now.next && first <= now.next + 3) ? now : undefined;
}

/** "ICEM/IOM", "PICMME → ICEM", "ICEM (IOM)", "ICEM–IOM": two names next to each other. */
function isNextTo(name: Range, { first, next }: Range, { tokens }: Use): boolean {
  const [from, to] = name.first >= next ? [next, name.first] : [name.next, first];
  const isNear = to > from && to - from < LONGEST_HOST;
  return isNear && tokens.slice(from, to).every(({ folded }) => BETWEEN_NAMES.test(folded));
}

/** What separates two consecutive names: "ICEM/IOM", "PICMME → ICEM", "from the ICM to the IOM", "du CIM à l'OIM". */
const BETWEEN_NAMES = /^(?:[/→>()–—-]|to|the|a|au|al|l|la|')$/;

/** An account of its names: a sentence with two names of one body and a word of naming. */
function accountOfNames(use: Use, names: readonly Range[]): Span | undefined {
  const { tokens } = use;
  const { first, next } = extended(tokens, use, ({ folded }) => folded === ';');
  // Before a year, the word belongs to a date: "from 1983 on".
  const isNaming = (i: number): boolean =>
    HISTORY.naming.has(tokens[i]!.folded) && !YEAR.test(tokens[i + 1]?.folded ?? '');
  return names.some((name) => name.first >= first && name.first < next)
    ? tokens.find((_, i) => i >= first && i < next && isNaming(i))
    : undefined;
}

/** Three names of one body in one block are a list of its names, whatever separates them. */
function listOfNames({ block, term: { entry }, surroundings }: Use): Span | undefined {
  if (surroundings.sentencesOf(block).length > 2) return undefined;
  const names = new Map<string, Span>();
  for (const mention of surroundings.mentionsIn(block))
    for (const { entry: other } of mention.terms)
      if (other.concept === entry.concept) names.set(other.name.id, mention);
  return names.size >= 3 ? [...names.values()][0] : undefined;
}

/**
 * "the Global Migration Group, which the ILO chaired in 2014 and which was dissolved in 2018": a relative clause
 * reports the end of the body.
 */
function endOfTheBody({ tokens, grammar }: Use, next: number): Span | undefined {
  const relative = tokens[next]?.folded === ',' ? next + 1 : next;
  if (!grammar.isAnyOf(tokens[relative], ['relative', 'that'])) return undefined;
  return tokens.slice(relative, relative + 20).find(({ folded }) => DOCUMENT_WORDS.ended.has(folded));
}

/** "l'ancien immeuble du CIME": something that belonged to the body at that time. */
function formerThingOfTheBody({ tokens, grammar }: Use, first: number): Span | undefined {
  let i = first - 1;
  while (i >= 0 && (tokens[i]!.folded === "'" || grammar.is(tokens[i], 'definite') || grammar.hasRole(tokens[i], 'of')))
    i--;
  return i < first - 1
    ? tokens.slice(Math.max(0, i - 2), Math.max(0, i)).find(({ folded }) => DOCUMENT_WORDS.former.has(folded))
    : undefined;
}
