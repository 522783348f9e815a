import { yearOf } from '../termbase/dates';
import type { Mention } from '../mentions/findMentions';
import { foldKey } from '../fold';
import { DOCUMENT_WORDS, anyOf } from '../reading/cues';
import { grammarOf } from '../reading/grammar';
import type { TextTime } from '../reading/textTime/textTime';
import { presentNameOf, type Termbase, type TermEntry } from '../termbase/termbase';
import { notAsserted } from './assertion';
import { historyFrame } from './frames';
import { Meanings } from './meaning';
import type { Passages } from './passages';
import { judgeFormerName } from './formerName';
import { presentCue } from './nearbyTimes';
import { discussion, isLegalText, isProperName, quotedOrDiscussed } from './quotedOrDiscussed';
import type { MentionSite, Surroundings } from '../surroundings/surroundings';
import { allow, report, type Allow, type FirstVerdict, type Report } from './verdict';
import { judgeCurrentName } from './currentName';

/**
 * A first verdict for every mention of a part, in the order of the text. The steps run in order, and the first that
 * gives an answer decides: whose words they are, which meaning an abbreviation has, the status of the term and, for
 * former names, the time of the sentence. What depends on the names in the whole document is left to {@link settle}.
 * Yields after each mention.
 */
export function* judge(
  surroundings: Surroundings,
  passages: Passages,
  termbase: Termbase,
): Generator<void, readonly FirstVerdict[]> {
  const meanings = new Meanings(surroundings, passages, termbase);
  const verdicts: FirstVerdict[] = [];
  for (const mention of surroundings.mentions) {
    const site = surroundings.siteOf(mention);
    verdicts.push(
      site
        ? ifAsserted(judgeMention(site, surroundings, meanings), site, surroundings)
        : allow(mention, mention.terms[0]!, 'other-language'),
    );
    yield;
  }
  return verdicts;
}

/** Whether a mention is one of a homonym: {@link judge} allows it as one. */
export function isForeign(mention: Mention, surroundings: Surroundings, meanings: Meanings): boolean {
  if (mention.isNearMiss || !mention.terms.some(mayBeForeign)) return false;
  const site = surroundings.siteOf(mention);
  if (!site) return false;
  const term = termOf(mention, surroundings.languageOf(site.block));
  if (!mayBeForeign(term)) return false;
  // The judgement of a former name reads the sentences around it. It comes after that of the meaning.
  if (term.status === 'superseded') return meanings.meaningOf(site, term) === 'other-meaning';
  const verdict = judgeMention(site, surroundings, meanings);
  return verdict.kind === 'allow' && verdict.reason === 'other-meaning';
}

function mayBeForeign({ form, rule }: TermEntry): boolean {
  return form === 'abbreviation' || rule === 'deprecated-name';
}

/** Allows what would be reported, where its sentence does not assert it. */
function ifAsserted(verdict: FirstVerdict, site: MentionSite, surroundings: Surroundings): FirstVerdict {
  if (verdict.kind === 'allow') return verdict;
  const kind =
    verdict.kind === 'timeless' || verdict.rule === 'superseded-name'
      ? 'name'
      : verdict.rule !== 'anachronistic-name'
        ? 'misnomer'
        : verdict.term.status === 'superseded'
          ? 'name'
          : 'early';
  const times = verdict.kind === 'report' ? verdict.evidence : [];
  const silence = notAsserted(site, verdict.term, kind, surroundings, times);
  return silence ? allow(verdict.mention, verdict.term, silence.reason, silence.evidence) : verdict;
}

function judgeMention(site: MentionSite, surroundings: Surroundings, meanings: Meanings): FirstVerdict {
  const { mention } = site;
  const term = termOf(mention, surroundings.languageOf(site.block));
  if (mention.isNearMiss) return judgeNearMiss(site, term, surroundings);
  if (term.form === 'abbreviation') {
    const meaning = meanings.meaningOf(site, term);
    if (meaning !== 'ours') return allow(mention, term, meaning);
  } else if (term.status !== 'deprecated' && hasLostAccents(site, term, surroundings))
    return reportNearMiss(mention, term, surroundings);
  switch (term.status) {
    case 'deprecated':
      return judgeDeprecated(site, term, surroundings);
    case 'superseded':
      return allowExempt(site, term, surroundings) ?? judgeSuperseded(site, term, surroundings);
    default:
      return judgeCurrentName(site, term, surroundings) ?? allow(mention, term, 'current');
  }
}

function allowExempt(site: MentionSite, term: TermEntry, surroundings: Surroundings): Allow | undefined {
  const exempt = quotedOrDiscussed(site, surroundings);
  return exempt && allow(site.mention, term, exempt.reason, exempt.evidence);
}

function judgeNearMiss(site: MentionSite, term: TermEntry, surroundings: Surroundings): Allow | Report {
  if (isOfSeveral(site, term)) return allow(site.mention, term, 'other-meaning');
  return allowExempt(site, term, surroundings) ?? reportNearMiss(site.mention, term, surroundings);
}

function judgeDeprecated(site: MentionSite, term: TermEntry, surroundings: Surroundings): Allow | Report {
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

/** Among several terms with the same spelling, the one in the language of the passage, else the first that is right. */
function termOf(mention: Mention, lang: string): TermEntry {
  const { terms } = mention;
  return (
    terms.find((term) => term.lang === lang && term.status !== 'deprecated') ??
    terms.find((term) => term.lang === lang) ??
    terms.find((term) => term.status !== 'deprecated') ??
    terms[0]!
  );
}

function judgeSuperseded(site: MentionSite, term: TermEntry, surroundings: Surroundings): FirstVerdict {
  const { mention } = site;
  const frame = historyFrame(site, term, surroundings);
  if (frame) return allow(mention, term, 'history', [frame]);
  const discussed = discussion(site);
  if (discussed) return allow(mention, term, 'term-discussed', [discussed]);
  const stated = judgeFormerName(site, term, surroundings);
  const time = surroundings.rest.textTime();
  // A name that was in use at the time of the document is right in it.
  const isOfThatTime =
    (stated === undefined ||
      (stated.kind === 'report' && (stated.rule === 'superseded-name' || stated.certainty === 'likely'))) &&
    wasNameAt(term, time) &&
    !(time.kind === 'today' && presentCue(site, surroundings));
  const timed = isOfThatTime
    ? allow(mention, term, time.kind === 'dated' ? 'period' : 'time-unclear')
    : stated?.kind === 'report'
      ? asOfDocument(stated, time)
      : stated;
  if (timed?.kind !== 'allow' && isLegalText(site, surroundings)) return allow(mention, term, 'legal-text');
  return timed ?? { kind: 'timeless', mention, term, site };
}

/** Whether a former name may have been in use then. In the year of a change both names were. */
function wasNameAt({ entry: { firstYear, lastYear } }: TermEntry, time: TextTime): boolean {
  const was = (from: number, to: number): boolean => firstYear <= to && from <= lastYear;
  switch (time.kind) {
    case 'unclear':
      return true;
    case 'dated':
      return was(time.date.year, time.until);
    case 'today':
      return time.ownYear !== undefined && was(time.ownYear, time.ownYear);
  }
}

/**
 * Limits a report of a former name in a document older than the name of today. At most the name in use then is right,
 * and nothing shows that today's name is meant.
 */
export function asOfDocument(found: Report, time: TextTime): Report {
  const { concept } = found.term.entry;
  const current = presentNameOf(concept);
  if (found.rule !== 'superseded-name' || time.kind !== 'dated' || !current) return found;
  const { year } = time.date;
  if (year >= Number(current.from!.slice(0, 4))) return found;
  return { ...found, rule: 'anachronistic-name', certainty: 'likely', severity: 'hint', year };
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

/** A document older than the name could not know its wording: the Compact was spoken of before it had a title. */
function isBeforeName({ entry: { name } }: TermEntry, { rest }: Surroundings): boolean {
  const time = rest.textTime();
  const from = yearOf(name.from);
  return time.kind === 'dated' && from !== undefined && time.until < from;
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

const ARTICLE = `(?:${anyOf(DOCUMENT_WORDS.articles)}\\s|l['’])?`;
const EQUATED = new RegExp(`^\\s*(?:,|${anyOf(DOCUMENT_WORDS.copulas)})\\s*${ARTICLE}$`, 'i');

/**
 * "Organizacion" in a text that writes accents elsewhere. Capitals may lack accents, and so may a text that has none.
 */
function hasLostAccents(
  { mention, block }: MentionSite,
  term: TermEntry,
  { prose: { text }, rest }: Surroundings,
): boolean {
  const written = text.slice(mention.start, mention.end);
  const isAdmitted = mention.terms.some((other) => other.text.toLowerCase() === written.toLowerCase());
  if (!hasAccents(term.text) || block.quoted || isAdmitted || /[&\\{]/.test(written)) return false;
  // "migrations sures, ordonnées et régulières": an author who writes some of the accents writes them all.
  if (hasAccents(written)) return lacksAccent(written, term.text);
  return /\p{Ll}{3}/u.test(written) && rest.writesAccents();
}

/** Whether a small letter lacks its accent. The two strings have the same letters, apart from accents. */
function lacksAccent(written: string, right: string): boolean {
  const letters = (text: string): readonly string[] => text.normalize('NFC').match(/\p{L}/gu) ?? [];
  const all = letters(right);
  return letters(written).some((letter, i) => /[a-z]/.test(letter) && hasAccents(all[i] ?? ''));
}

/** Whether a letter of the text has an accent, composed or not. */
export function hasAccents(text: string): boolean {
  return /[\u0300-\u036f\u00c0-\u024f]/.test(text);
}

/** Whether the text has the first word of the name in the plural: such a name denotes several bodies. */
function isOfSeveral({ first, sentence }: MentionSite, { lang, text }: TermEntry): boolean {
  const written = sentence.tokens[first]!.folded;
  const word = foldKey(text.split(' ', 1)[0]!);
  return written !== word && grammarOf(lang).singular(written) === word;
}

/**
 * Reports a near miss as a mere hint in scanned texts, whose reading errors are not the author's, and for names that
 * were never verified.
 */
function reportNearMiss(mention: Mention, term: TermEntry, { rest }: Surroundings): Report {
  const isQuiet = !term.isVerified || rest.isScanned();
  return report({ mention, term }, 'near-miss-name', isQuiet ? 'likely' : 'certain', isQuiet ? 'hint' : 'warning');
}

/** The number of lines that break a word at their end, as the lines of scanned pages do. */
export function brokenWordsOf(text: string): number {
  return text.match(/\p{Ll}-\r?\n[ \t]*\p{Ll}/gu)?.length ?? 0;
}

function reportDeprecated(mention: Mention, term: TermEntry): Report {
  const isQuiet = term.loose || term.rule === 'preferred-terminology';
  const severity = term.brand ? 'hint' : isQuiet ? 'information' : 'warning';
  return report({ mention, term }, term.rule, term.loose ? 'likely' : 'certain', severity);
}
