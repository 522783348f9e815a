import type { Mention } from '../mentions/findMentions';
import type { TextTime } from '../reading/textTime/textTime';
import type { MentionSite, Surroundings } from '../surroundings/surroundings';
import { presentNameOf, type Termbase, type TermEntry } from '../termbase/termbase';
import { notAsserted } from './assertion';
import { judgeCurrentName } from './currentName';
import { judgeDeprecated } from './deprecatedForm';
import { judgeFormerName } from './formerName';
import { historyFrame } from './frames';
import { isLegalText } from './legalText';
import { Meanings } from './meaning';
import { hasLostAccents, judgeNearMiss, reportNearMiss } from './nearMiss';
import { presentCue } from './nearbyTimes';
import type { Passages } from './passages';
import { allowExempt, discussion } from './quotedOrDiscussed';
import { allow, type FirstVerdict, type Report } from './verdict';

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

/** Among several terms with the same spelling, the one in the language of the passage, else the first that is right. */
function termOf(mention: Mention, lang: string): TermEntry {
  const own = mention.terms.filter((term) => term.lang === lang);
  const terms = own.length > 0 ? own : mention.terms;
  return terms.find((term) => term.status !== 'deprecated') ?? terms[0]!;
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
