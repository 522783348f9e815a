import { HISTORY, TIME_WORDS } from '../reading/cues';
import { YEAR } from '../reading/dates';
import { phraseBefore, phraseIn } from '../reading/phrases';
import type { Time } from '../reading/times';
import type { Token } from '../reading/tokens';
import { tenseOf, datesAnother, timesOf } from './times';
import type { Use } from './use';
import { report, type Report } from './verdict';

/**
 * Judges a name of today in a sentence about an earlier time: a hint for an organization that had other names then
 * ("IOM in 1956"), a warning for a body or instrument that did not exist ("the Compact in 2014"). Statements of
 * founding are never reported.
 */
export function judgeCurrentName(use: Use): Report | undefined {
  const { tokens, first, grammar, block, sentence } = use;
  const { concept, firstYear } = use.term.entry;
  if (!DATED_KINDS.has(concept.kind) || block.quoted) return undefined;
  const times = timesOf(use).filter((time) => datesTheSentence(time, use) && !datesAnother(time, use));
  // A "since 2012" claims that the body existed in 2012.
  const isLate = (time: Time): boolean => (time.since ? time.from : time.to) >= firstYear;
  const isLateYear = ({ folded }: Token): boolean => YEAR.test(folded) && Number(folded) >= firstYear;
  if (times.length === 0 || sentence.times.some(isLate) || tokens.some(isLateYear)) return undefined;
  // "… was ratified in 1999; the Compact, however, needs no ratification": a semicolon ends the scope of a year.
  // "ratified the Convention in 1999 and supported the Compact": the year belongs to the verb before the "and".
  // "ratified it in 1999, years before the conference that adopted the Compact": the name is of a later time.
  const isEnded = ({ first: at, next }: Time): boolean =>
    tokens
      .slice(next, first)
      .some(
        (token) =>
          token.folded === ';' || grammar.hasRole(token, 'before') || (at > 2 && grammar.is(token, 'coordinator')),
      );
  if (times.every(isEnded)) return undefined;
  // A forerunner is another subject: "the forerunner of the Network met in 2012".
  if (
    isDenied(use) ||
    phraseBefore(tokens, first, HISTORY.before, 3) ||
    phraseIn(tokens, 0, tokens.length, TIME_WORDS.founding) ||
    tenseOf(use) === 'present'
  )
    return undefined;
  const hadOtherName = concept.names.some(({ to }) => to !== undefined);
  if (!hadOtherName) return report(use, 'anachronistic-name', 'certain', 'warning', times[0]);
  const namesOfThen = use.othersOf(({ entry, status }) => entry.concept === concept && status === 'superseded');
  return namesOfThen.length > 0 ? undefined : report(use, 'anachronistic-name', 'likely', 'hint', times[0]);
}

const DATED_KINDS: ReadonlySet<string> = new Set(['organization', 'body', 'instrument']);

/**
 * "In 2012 there was as yet no UN Network", "before the Compact", "The Network did not exist in 2012": the sentence
 * itself says that the body did not exist.
 */
function isDenied({ tokens, first, next, grammar }: Use): boolean {
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
function datesTheSentence(time: Time, { tokens, first, grammar }: Use): boolean {
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
