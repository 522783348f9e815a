import type { TermEntry } from '../termbase/termbase';
import { endsAtAnd, timesOfMention } from './clauses';
import { grammarOf, type Grammar } from '../reading/grammar';
import { HISTORY, TIME_WORDS } from '../reading/cues';
import { YEAR } from '../reading/otherDates';
import { phraseBefore, phraseIn } from '../reading/phrases';
import type { MentionSite, Surroundings } from '../surroundings/surroundings';
import { tenseAt } from './tense';
import type { Time } from '../reading/times';
import { report, type Report } from './verdict';
import type { Token } from '../reading/tokens';

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
  if (tenseAt(site, surroundings) === 'present') return undefined;
  const hadOtherName = concept.names.some((name) => name !== term.entry.name && name.to !== undefined);
  if (
    hadOtherName &&
    surroundings
      .mentionsIn(site.sentence)
      .some((other) => other.terms.some((t) => t.entry.concept === concept && t.status === 'superseded'))
  )
    return undefined;
  return report(
    { mention: site.mention, term },
    'anachronistic-name',
    hadOtherName ? 'likely' : 'certain',
    hadOtherName ? 'hint' : 'warning',
    times[0],
  );
}

const DATED_KINDS: ReadonlySet<string> = new Set(['organization', 'body', 'instrument']);

/**
 * "In 2012 there was as yet no UN Network", "before the Compact", "The Network did not exist in 2012": the sentence
 * itself says that the body did not exist.
 */
function isDenied({ sentence: { tokens }, first, next }: MentionSite, grammar: Grammar): boolean {
  const denies = (token: Token): boolean =>
    grammar.isAnyOf(token, ['negation', 'negative']) || grammar.hasRole(token, 'before', 'until', 'without');
  if (tokens.slice(Math.max(0, first - 6), first).some((token) => denies(token) || TIME_WORDS.notYet.has(token.folded)))
    return true;
  const following = tokens.slice(next, next + 6);
  return (
    following.some(denies) &&
    following.some((token) => grammar.verbForms(token).some(({ lemma }) => grammar.isVerb(lemma, 'existing')))
  );
}

/** "in 2013", "as early as 2013", "between 2013 and 2015", "de 2013 à 2015", "A 2014 statement by the Network" */
function datesTheSentence(time: Time, { sentence: { tokens }, first }: MentionSite, grammar: Grammar): boolean {
  const before = tokens[time.first - 1];
  if (!before || TIME_WORDS.timePrepositions.has(before.folded) || TIME_WORDS.months.has(before.folded)) return true;
  if (grammar.hasRole(before, 'as') && grammar.hasRole(tokens[time.first - 3], 'as')) return true;
  if (time.next - time.first > 1 && grammar.hasRole(before, 'between', 'from', 'of', 'since')) return true;
  // The body is the author of something from that year.
  return (
    grammar.isAnyOf(before, ['definite', 'indefinite']) &&
    first > time.next &&
    tokens.slice(Math.max(0, first - 3), first).some((token) => grammar.hasRole(token, 'by', 'of'))
  );
}
