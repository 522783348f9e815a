import { DOCUMENT_WORDS } from '../reading/cues';
import { grammarOf } from '../reading/grammar';
import type { Time } from '../reading/times';
import type { Name } from '../termbase/concept';
import type { TermEntry } from '../termbase/termbase';
import { isLegalText } from './legalText';
import { isCutName } from './nearMiss';
import { allowExempt, discussion, isProperName } from './quotedOrDiscussed';
import { datesAnother, timesOf } from './times';
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
  if (isCutName(use)) return allow(use, 'current');
  if (term.loose && isDescription(use)) return allow(use, 'current');
  if (term.loose && isBeforeName(use)) return allow(use, 'period');
  // A law may use its own words for people. A misnomer of a body is wrong in a law too.
  if (isAdvice && isLegalText(use)) return allow(use, 'legal-text');
  const severity = term.level ?? (term.brand ? 'hint' : term.loose || isAdvice ? 'information' : 'warning');
  const found = report(use, term.rule, term.loose ? 'likely' : 'certain', severity);
  return term.loose && isOfEarlierText(use) ? { ...allow(use, 'period'), today: found } : found;
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
 * A loose form in small letters describes and does not name. A tag line next to a right name only presents the body
 * ("IOM, the UN Migration Agency"), and as a predicate it says what the body is ("It is the UN Migration Agency").
 */
function isDescription(use: Use): boolean {
  const { mention, term, statement, grammar, first, surroundings } = use;
  if (isSmall(surroundings.prose.text.slice(mention.start, mention.end), term)) return true;
  if (!term.brand) return false;
  const isPredicate =
    grammar.isVerbOf(statement?.verb, 'copula', 'naming') && (statement?.verb?.next ?? Infinity) <= first;
  const isRightName = ({ entry, status }: TermEntry): boolean =>
    entry.concept === term.entry.concept && status !== 'deprecated';
  return isPredicate || use.othersOf(isRightName).length > 0;
}

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

/** Whether the text is older than the name. */
function isOfEarlierText({ term, surroundings }: Use): boolean {
  const time = surroundings.rest.textTime();
  const [from, month] = beginOf(term.entry.name);
  return time.kind === 'dated' && (time.until < from || (time.until === from && (time.date.month ?? Infinity) < month));
}

/** The year and the month from which a name is used; a month that is not known precedes all. */
function beginOf({ from }: Name): readonly [year: number, month: number] {
  const [year = -Infinity, month = 0] = (from ?? '').split('-', 2).flatMap((part) => (part ? [Number(part)] : []));
  return [year, month];
}

/**
 * An instrument is spoken of before it has a title, in a clause about an earlier year. In the year of its title, so is
 * what is planned ("to be adopted in 2018") or has an earlier month.
 */
function isBeforeName(use: Use): boolean {
  const { concept, name } = use.term.entry;
  const [from, month] = beginOf(name);
  const { nodes, statements } = use.reading;
  const isPlanned = statements.some(
    ({ modality, subjects }) =>
      modality === 'planned' && subjects.some((group) => group.first <= use.first && use.first < group.end),
  );
  const isEarly = ({ to, first }: Time): boolean =>
    to < from ||
    (to === from &&
      (isPlanned ||
        nodes.some((node) => node.kind === 'date' && node.next > first && (node.to.month ?? Infinity) < month)));
  const times = concept.kind === 'instrument' ? timesOf(use).filter((own) => !datesAnother(own, use)) : [];
  return times.length > 0 && times.every(isEarly);
}
