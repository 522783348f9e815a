import { anyOf, DOCUMENT_WORDS } from '../reading/cues';
import { grammarOf } from '../reading/grammar';
import { yearOf } from '../termbase/dates';
import type { TermEntry } from '../termbase/termbase';
import { isLegalText } from './legalText';
import { allowExempt, discussion, isProperName } from './quotedOrDiscussed';
import type { Use } from './use';
import { allow, report, type Allow, type Report } from './verdict';

/** Judges a form that was never a name of its concept, a loose form of its name, or a word to avoid. */
export function judgeDeprecated(use: Use): Allow | Report {
  const { term } = use;
  const isAdvice = term.rule === 'preferred-terminology';
  const discussed = discussion(use);
  if (isAdvice && isProperName(use)) return allow(use, 'title');
  const exempt = isAdvice && discussed ? undefined : allowExempt(use);
  if (exempt) return exempt;
  if (discussed) return allow(use, 'term-discussed', [discussed]);
  if (isGeneric(use)) return allow(use, 'other-meaning');
  if (term.loose && isDescription(use)) return allow(use, 'current');
  if (term.loose && isBeforeName(use)) return allow(use, 'period');
  // A law may use its own words for people. A misnomer of a body is wrong in a law too.
  if (isAdvice && isLegalText(use)) return allow(use, 'legal-text');
  const severity = term.level ?? (term.brand ? 'hint' : term.loose || isAdvice ? 'information' : 'warning');
  return report(use, term.rule, term.loose ? 'likely' : 'certain', severity);
}

/**
 * "no international organization of migration existed": a phrase in small letters after an indefinite determiner is not
 * a name.
 */
export function isGeneric({ term, mention, tokens, first, surroundings: { prose } }: Use): boolean {
  return (
    term.rule === 'deprecated-name' &&
    /^\p{Ll}/u.test(prose.text.slice(mention.start, mention.start + 2)) &&
    DOCUMENT_WORDS.anyOne.has(tokens[first - 1]?.folded)
  );
}

/**
 * A loose form in small letters describes and does not name; so does one that is equated with a name.
 */
function isDescription({ mention, term, neighbours: { before, after }, surroundings: { prose } }: Use): boolean {
  const { text } = prose;
  if (isSmall(text.slice(mention.start, mention.end), term)) return true;
  return (
    term.brand &&
    ((before !== undefined && EQUATED.test(text.slice(before.end, mention.start))) ||
      (after !== undefined && /^\s*[,(]\s*$/.test(text.slice(mention.end, after.start))))
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
function isBeforeName({ term, surroundings: { rest } }: Use): boolean {
  const time = rest.textTime();
  const from = yearOf(term.entry.name.from);
  return time.kind === 'dated' && from !== undefined && time.until < from;
}
