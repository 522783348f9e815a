import type { Span } from '../document';
import type { Mention } from '../mentions/findMentions';
import type { TermEntry } from '../termbase/termbase';
import { DOCUMENT_WORDS, HISTORY, TENSE, TIME_WORDS } from '../reading/cues';
import { YEAR } from '../reading/otherDates';
import { grammarOf, type Grammar } from '../reading/grammar';
import { into } from '../reading/lookup';
import type { Range } from '../reading/nodes';
import { extended, phraseAfter, phraseBefore, phraseIn, spanOf } from '../reading/phrases';
import { firstEndingAfter } from '../reading/sentence';
import type { MentionSite, Surroundings } from '../surroundings/surroundings';
import type { Token } from '../reading/tokens';

/**
 * The words of a frame that treats the name as a name and has it as subject or object: "formerly ICEM", "ICEM (now
 * IOM)", "ICEM became …", "ICEM (1952–1980)", "the name changed from PICMME to ICEM". A naming verb elsewhere in the
 * sentence, with another subject ("The law was renamed; ICEM assists …"), is not a frame.
 */
export function historyFrame(site: MentionSite, term: TermEntry, surroundings: Surroundings): Span | undefined {
  const { tokens } = site.sentence;
  const { first, next } = withAppositives(site);
  const grammar = grammarOf(surroundings.languageOf(site.block));
  const before =
    phraseBefore(tokens, first, HISTORY.before, 3) ??
    beforeTime(tokens, first, grammar) ??
    beforeApposition(tokens, first, grammar);
  if (before) return spanOf(tokens, before);
  const after = phraseAfter(tokens, next, HISTORY.after, 3);
  if (after) return spanOf(tokens, after);
  return (
    nowAnotherName(site, next, term, surroundings) ??
    nextToSuccessor(site, first, next, term, surroundings) ??
    accountOfNames(site, term, surroundings) ??
    listOfNames(site, term, surroundings) ??
    endOfTheBody(tokens, next, grammar) ??
    yearsInBrackets(tokens, next) ??
    workOfTheBody(tokens, first, next) ??
    formerThingOfTheBody(tokens, first, grammar) ??
    subjectOfStudy(tokens, first) ??
    subjectOfTalk(tokens, first, grammar) ??
    nextToItsHead(site, first, next, surroundings, grammar)
  );
}

/** "became, the next year, ICEM", "devenue l'année suivante le CIME": a time may come between. */
function beforeTime(tokens: readonly Token[], first: number, grammar: Grammar): Range | undefined {
  for (let i = first - 1; i >= Math.max(0, first - LONGEST_HOST) && grammar.rolesOf(tokens[i]!) === undefined; i--) {
    if (grammar.isNoun(tokens[i]!, 'time')) return phraseBefore(tokens, i, HISTORY.before, 3);
  }
  return undefined;
}

/**
 * "replaced an older circle, the Global Migration Group": the predicate belongs to the noun to which the name is in
 * apposition.
 */
function beforeApposition(tokens: readonly Token[], first: number, grammar: Grammar): Range | undefined {
  const comma = first - (grammar.is(tokens[first - 1], 'definite') ? 2 : 1);
  if (tokens[comma]?.folded !== ',') return undefined;
  let host = comma - 1;
  while (host > 0 && comma - host <= LONGEST_HOST && !grammar.is(tokens[host], 'indefinite')) host--;
  return grammar.is(tokens[host], 'indefinite') ? phraseBefore(tokens, host, HISTORY.before, 0) : undefined;
}

/** In tokens. */
const LONGEST_HOST = 5;

/** "A thesis defended in 2012 studies the work of ICEM": a work of research is about the past, whatever its tense. */
function subjectOfStudy(tokens: readonly Token[], first: number): Span | undefined {
  for (let i = first - 1; i >= 0 && !/^[;:]$/.test(tokens[i]!.folded); i--) {
    const isOfWork =
      HISTORY.studies.has(tokens[i]!.folded) &&
      tokens.slice(Math.max(0, i - 6), i).some(({ folded }) => TIME_WORDS.works.has(folded));
    if (isOfWork) return phraseIn(tokens, 0, tokens.length, TENSE.presentCues) ? undefined : tokens[i];
  }
  return undefined;
}

/** "Two lectures on ICEM", "un livre sur le CIME": a work or a talk may be about any time. */
function subjectOfTalk(tokens: readonly Token[], first: number, grammar: Grammar): Span | undefined {
  const topic = grammar.is(tokens[first - 1], 'definite') ? first - 2 : first - 1;
  const word = tokens[topic - 1];
  if (word === undefined || !HISTORY.topics.has(tokens[topic]!.folded)) return undefined;
  return HISTORY.talks.has(word.folded) || TIME_WORDS.works.has(word.folded) ? word : undefined;
}

/** "the Director General of ICM, James Carlin": he headed it when it had that name. */
function nextToItsHead(
  { sentence }: MentionSite,
  first: number,
  next: number,
  surroundings: Surroundings,
  grammar: Grammar,
): Span | undefined {
  const { tokens } = sentence;
  const before = tokens.slice(Math.max(0, first - 4), first);
  const isTitle = ({ folded }: Token): boolean => DOCUMENT_WORDS.heads.has(folded);
  if (
    !before.some(isTitle) ||
    !before.every((token) => isTitle(token) || isOfThe(token, grammar) || token.folded === '-')
  )
    return undefined;
  return surroundings.mentionsIn(sentence).find((other) => {
    const at = indexOfStart(tokens, other.start);
    return at >= next && at - next <= 2 && other.terms.some((term) => term.entry.concept.kind === 'person');
  });
}

/**
 * The mention, extended by an abbreviation or full name in brackets that precedes or follows it: "the … Committee
 * (ICEM)".
 */
function withAppositives({ sentence: { tokens }, first, next }: MentionSite): Range {
  let from = first;
  let to = next;
  if (tokens[to]?.folded === '(' && tokens[to + 2]?.folded === ')' && /^[A-Z.]{2,8}$/.test(tokens[to + 1]!.written))
    to += 3;
  if (tokens[from - 1]?.folded === '(' && tokens[to]?.folded === ')') {
    to += 1;
    from -= 1;
    while (
      from > 0 &&
      (/^\p{Lu}/u.test(tokens[from - 1]!.written) ||
        tokens[from - 1]!.folded === "'" ||
        DOCUMENT_WORDS.inNames.has(tokens[from - 1]!.folded) ||
        DOCUMENT_WORDS.inFullNames.has(tokens[from - 1]!.folded))
    )
      from--;
  }
  return { first: from, next: to };
}

/** "ICEM (now IOM)", "ICEM, today the International Organization for Migration", "le CIME, l'actuelle OIM". */
function nowAnotherName(
  site: MentionSite,
  next: number,
  term: TermEntry,
  surroundings: Surroundings,
): Span | undefined {
  const { tokens } = site.sentence;
  const now = phraseAfter(tokens, next, HISTORY.now, 3);
  return now && otherNames(site, term, surroundings).some((other) => other >= now.next && other <= now.next + 3)
    ? spanOf(tokens, now)
    : undefined;
}

/** "ICEM/IOM", "PICMME → ICEM", "ICEM (IOM)", "ICEM–IOM": two names next to each other. */
function nextToSuccessor(
  site: MentionSite,
  first: number,
  next: number,
  term: TermEntry,
  surroundings: Surroundings,
): Span | undefined {
  const { tokens } = site.sentence;
  const adjacent = (from: number, to: number): boolean =>
    to - from >= 1 && to - from <= 4 && tokens.slice(from, to).every((token) => BETWEEN_NAMES.test(token.folded));
  const starts = otherNames(site, term, surroundings);
  const own = surroundings.mentionsIn(site.sentence);
  const index = firstEndingAfter(own, site.mention.start);
  // Of the names in the sentence, only the previous and the next can be adjacent to it.
  const found = [own[index - 1], own[index + 1]].find((other: Mention | undefined) => {
    if (!other) return false;
    const at = firstEndingAfter(tokens, other.start);
    return starts.includes(at) && (adjacent(next, at) || adjacent(firstEndingAfter(tokens, other.end), first));
  });
  return found && { start: found.start, end: found.end };
}

/** What separates two consecutive names: "ICEM/IOM", "PICMME → ICEM", "from the ICM to the IOM", "du CIM à l'OIM". */
const BETWEEN_NAMES = /^(?:[/→>()–—-]|to|the|a|au|al|l|la|')$/;

/** An account of its names: a sentence with two names of one body and a word of naming. */
function accountOfNames(site: MentionSite, term: TermEntry, surroundings: Surroundings): Span | undefined {
  const { tokens } = site.sentence;
  const { first, next } = extended(tokens, site, ({ folded }) => folded === ';');
  if (!otherNames(site, term, surroundings).some((at) => at >= first && at < next)) return undefined;
  // "from 1983 on" is a date.
  return tokens.find(
    ({ folded }, i) => i >= first && i < next && HISTORY.naming.has(folded) && !YEAR.test(tokens[i + 1]?.folded ?? ''),
  );
}

/** Three names of one body in one block are a list of its names, whatever separates them. */
function listOfNames({ block }: MentionSite, term: TermEntry, surroundings: Surroundings): Span | undefined {
  if (surroundings.sentencesOf(block).length > 2) return undefined;
  const names = new Map<string, Span>();
  for (const mention of surroundings.mentionsIn(block)) {
    for (const { entry } of mention.terms) if (entry.concept === term.entry.concept) names.set(entry.name.id, mention);
  }
  const other = [...names].find(([id]) => id !== term.entry.name.id);
  return names.size >= 3 && other ? { start: other[1].start, end: other[1].end } : undefined;
}

/**
 * "the Global Migration Group, which the ILO chaired in 2014 and which was dissolved in 2018": a relative clause
 * reports the end of the body.
 */
function endOfTheBody(tokens: readonly Token[], next: number, grammar: Grammar): Span | undefined {
  const relative = tokens[next]?.folded === ',' ? next + 1 : next;
  if (!grammar.isAnyOf(tokens[relative], ['relative', 'that'])) return undefined;
  return tokens.slice(relative, relative + 20).find(({ folded }) => DOCUMENT_WORDS.ended.has(folded));
}

/** "ICEM (1952–1980)": the years of the name itself. */
function yearsInBrackets(tokens: readonly Token[], next: number): Span | undefined {
  if (tokens[next]?.folded !== '(') return undefined;
  const close = tokens.findIndex((token, i) => i > next && token.folded === ')');
  const inside = tokens.slice(next + 1, close);
  const isYears =
    inside.length >= 2 &&
    inside.length <= 4 &&
    inside.every(
      ({ folded }) => /^(?:(?:18|19|20)?\d\d|[-–—])$/.test(folded) || DOCUMENT_WORDS.yearJoints.has(folded),
    ) &&
    /^(?:18|19|20)\d\d$/.test(inside[0]!.folded);
  return isYears ? spanOf(tokens, { first: next + 1, next: close }) : undefined;
}

/** "the ICEM archives", "the Constitution of ICEM": documents keep the name under which they were made. */
function workOfTheBody(tokens: readonly Token[], first: number, next: number): Span | undefined {
  const hyphen = tokens[next]?.folded === '-' || tokens[next]?.folded === "'" ? 1 : 0;
  const possessive = hyphen && tokens[next + 1]?.folded === 's' ? 1 : 0;
  const after = tokens[next + hyphen + possessive];
  if (after && HISTORY.works.has(after.folded)) return after;
  for (let i = first - 1, skipped = 0; i >= 0 && skipped <= 3; i--, skipped++) {
    if (HISTORY.works.has(tokens[i]!.folded)) return tokens[i];
    if (!HISTORY.fillers.has(tokens[i]!.folded)) return undefined;
  }
  return undefined;
}

/** "the former ICEM building" and "l'ancien immeuble du CIME": something that belonged to the body at that time. */
function formerThingOfTheBody(tokens: readonly Token[], first: number, grammar: Grammar): Span | undefined {
  let i = first - 1;
  while (i >= 0 && isOfThe(tokens[i]!, grammar)) i--;
  if (i < 1 || i === first - 1 || tokens[i]!.kind !== 'word') return undefined;
  for (let k = i - 1; k >= Math.max(0, i - 2); k--) if (DOCUMENT_WORDS.former.has(tokens[k]!.folded)) return tokens[k];
  return undefined;
}

/** "of", "the", "du", and the apostrophe of "l'" */
function isOfThe(token: Token, grammar: Grammar): boolean {
  return token.folded === "'" || grammar.is(token, 'definite') || grammar.hasRole(token, 'of');
}

/** The indexes of other names of the same concept (or of its successor) in the sentence. */
function otherNames(
  { sentence, mention }: MentionSite,
  term: TermEntry,
  surroundings: Surroundings,
): readonly number[] {
  const { tokens } = sentence;
  const known = into(others, tokens, () => new Map());
  const names = into(known, term.entry, ({ concept, name }) => {
    const found = surroundings
      .mentionsIn(sentence)
      .filter((other) =>
        other.terms.some(
          (t) => (t.entry.concept === concept && t.entry.name !== name) || t.entry.concept.id === concept.successor,
        ),
      );
    return new Map(found.map((other) => [other, indexOfStart(tokens, other.start)]));
  });
  return [...names].flatMap(([other, at]) => (other === mention ? [] : [at]));
}

/** Cached by the tokens of a sentence and a name in it, since every occurrence of the name needs them. */
const others = new WeakMap<readonly Token[], Map<TermEntry['entry'], ReadonlyMap<Mention, number>>>();

/** Index of the token that starts at the offset; -1 if there is none. */
function indexOfStart(tokens: readonly Token[], start: number): number {
  const index = firstEndingAfter(tokens, start);
  return tokens[index]?.start === start ? index : -1;
}
