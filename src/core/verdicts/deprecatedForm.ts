import type { Mention } from '../mentions/findMentions';
import { anyOf, DOCUMENT_WORDS } from '../reading/cues';
import { grammarOf } from '../reading/grammar';
import type { MentionSite, Surroundings } from '../surroundings/surroundings';
import { yearOf } from '../termbase/dates';
import type { TermEntry } from '../termbase/termbase';
import { isLegalText } from './legalText';
import { allowExempt, discussion, isProperName } from './quotedOrDiscussed';
import { allow, report, type Allow, type Report } from './verdict';

/** Judges a form that was never a name of its concept, a loose form of its name, or a word to avoid. */
export function judgeDeprecated(site: MentionSite, term: TermEntry, surroundings: Surroundings): Allow | Report {
  const { mention } = site;
  const isAdvice = term.rule === 'preferred-terminology';
  const discussed = discussion(site);
  if (isAdvice && !discussed && isProperName(site)) return allow(mention, term, 'title');
  const exempt = isAdvice && discussed ? undefined : allowExempt(site, term, surroundings);
  if (exempt) return exempt;
  if (discussed) return allow(mention, term, 'term-discussed', [discussed]);
  if (term.rule === 'deprecated-name' && isGeneric(site, surroundings)) return allow(mention, term, 'other-meaning');
  if (term.loose && isDescription(site, term, surroundings)) return allow(mention, term, 'current');
  if (term.loose && isBeforeName(term, surroundings)) return allow(mention, term, 'period');
  // A law may use its own words for people. A misnomer of a body is wrong in a law too.
  return isAdvice && isLegalText(site, surroundings)
    ? allow(mention, term, 'legal-text')
    : reportDeprecated(mention, term);
}

/**
 * "no international organization of migration existed": a phrase in small letters after an indefinite determiner is not
 * a name.
 */
function isGeneric({ mention, sentence, first }: MentionSite, { prose: { text } }: Surroundings): boolean {
  return (
    /^\p{Ll}/u.test(text.slice(mention.start, mention.start + 2)) &&
    DOCUMENT_WORDS.anyOne.has(sentence.tokens[first - 1]?.folded)
  );
}

/**
 * A loose form in small letters describes and does not name; so does one that is equated with the name itself.
 */
function isDescription(site: MentionSite, term: TermEntry, surroundings: Surroundings): boolean {
  const { mention, sentence } = site;
  const { text } = surroundings.prose;
  if (isSmall(text.slice(mention.start, mention.end), term)) return true;
  return (
    term.brand &&
    surroundings
      .mentionsIn(sentence)
      .some(
        (other) =>
          other !== mention &&
          other.terms.some((t) => t.entry.name === term.entry.name && t.status !== 'deprecated') &&
          (EQUATED.test(text.slice(other.end, mention.start)) ||
            /^\s*[,(]\s*$/.test(text.slice(mention.end, other.start))),
      )
  );
}

const ARTICLE = `(?:${anyOf(DOCUMENT_WORDS.articles)}\\s|l['’])?`;

const EQUATED = new RegExp(`^\\s*(?:,|${anyOf(DOCUMENT_WORDS.copulas)})\\s*${ARTICLE}$`, 'i');

/**
 * Whether the head noun is written small: in English the last noun before a preposition, else the first. Words that are
 * small in the form itself are articles and prepositions.
 */
function isSmall(written: string, { text, lang }: TermEntry): boolean {
  const isName = (word: string | undefined): boolean => word !== undefined && /^\p{Lu}/u.test(word);
  const words = text.split(' ');
  const preposition = words.findIndex((word) => !isName(word));
  const head = grammarOf(lang).has('headLast') ? (preposition > 0 ? preposition : words.length) - 1 : 0;
  return isName(words[head]) && /^\p{Ll}/u.test(written.split(/\s+/)[head] ?? '');
}

/** A document older than the name could not know its wording: the Compact was spoken of before it had a title. */
function isBeforeName({ entry: { name } }: TermEntry, { rest }: Surroundings): boolean {
  const time = rest.textTime();
  const from = yearOf(name.from);
  return time.kind === 'dated' && from !== undefined && time.until < from;
}

function reportDeprecated(mention: Mention, term: TermEntry): Report {
  const isQuiet = term.loose || term.rule === 'preferred-terminology';
  const severity = term.brand ? 'hint' : isQuiet ? 'information' : 'warning';
  return report({ mention, term }, term.rule, term.loose ? 'likely' : 'certain', severity);
}
