import type { Mention } from '../mentions/findMentions';
import type { TextTime } from '../reading/textTime/textTime';
import type { Surroundings } from '../surroundings/surroundings';
import { presentNameOf, type Termbase, type TermEntry } from '../termbase/termbase';
import { notAsserted } from './assertion';
import { judgeCurrentName } from './currentName';
import { isGeneric, judgeDeprecated } from './deprecatedForm';
import type { Evidence } from '../surroundings/evidence';
import { judgeForeign } from './foreignAbbreviation';
import { judgeFormerName, wasInUse } from './formerName';
import { historyFrame } from './frames';
import { isLegalText } from './legalText';
import { Meanings } from './meaning';
import { hasLostAccents, judgeNearMiss, reportNearMiss } from './nearMiss';
import { allowExempt, discussion } from './quotedOrDiscussed';
import { hasPresentCue } from './times';
import { Use } from './use';
import { allow, type FirstVerdict, type Report } from './verdict';

/**
 * A first verdict for every mention of a part, in the order of the text. The steps run in order, and the first that
 * gives an answer decides: whose words they are, which meaning an abbreviation has, the status of the term and, for
 * former names, the time of the sentence. What depends on the names in the whole document is left to {@link settle}.
 * Yields after each mention.
 */
export function* judge(
  surroundings: Surroundings,
  evidence: Evidence,
  termbase: Termbase,
): Generator<void, readonly FirstVerdict[]> {
  const meanings = new Meanings(surroundings, evidence, termbase);
  const verdicts: FirstVerdict[] = [];
  for (const mention of surroundings.mentions) {
    const use = useOf(mention, surroundings);
    verdicts.push(
      use
        ? judgeForeign(use, ifAsserted(judgeUse(use, meanings), use), termbase)
        : allow({ mention, term: mention.terms[0]! }, 'other-language'),
    );
    yield;
  }
  return verdicts;
}

/** Whether a mention is one of a homonym: {@link judge} allows it as one. */
export function isForeign(mention: Mention, surroundings: Surroundings, meanings: Meanings): boolean {
  const mayBeForeign = ({ form, ambiguous, rule }: TermEntry): boolean =>
    form === 'abbreviation' || ambiguous || rule === 'deprecated-name';
  if (mention.isNearMiss || !mention.terms.some(mayBeForeign)) return false;
  const use = useOf(mention, surroundings);
  if (!use) return false;
  return meanings.meaningOf(use) === 'other-meaning' || isGeneric(use);
}

/**
 * Among several terms with the same spelling, a mention is of the one in the language of the passage, else of the first
 * that is right.
 */
function useOf(mention: Mention, surroundings: Surroundings): Use | undefined {
  const site = surroundings.siteOf(mention);
  if (!site) return undefined;
  const lang = surroundings.languageOf(site.block);
  const own = mention.terms.filter((term) => term.lang === lang);
  const terms = own.length > 0 ? own : mention.terms;
  return new Use(site, terms.find((term) => term.status !== 'deprecated') ?? terms[0]!, surroundings);
}

/** Allows what would be reported, where its sentence does not assert it. */
function ifAsserted(verdict: FirstVerdict, use: Use): FirstVerdict {
  const found = verdict.kind === 'allow' ? verdict.today : verdict;
  const silence = found && notAsserted(use, found);
  if (!silence) return verdict;
  return verdict.kind === 'allow' ? { ...verdict, today: undefined } : allow(use, silence.reason, silence.evidence);
}

function judgeUse(use: Use, meanings: Meanings): FirstVerdict {
  const { mention, term } = use;
  if (mention.isNearMiss) return judgeNearMiss(use);
  const meaning = meanings.meaningOf(use);
  if (meaning !== 'ours') return allow(use, meaning);
  if (term.form !== 'abbreviation' && term.status !== 'deprecated' && hasLostAccents(use)) return reportNearMiss(use);
  switch (term.status) {
    case 'deprecated':
      return judgeDeprecated(use);
    case 'superseded':
      return allowExempt(use) ?? judgeSuperseded(use);
    default:
      return judgeCurrentName(use) ?? allow(use, 'current');
  }
}

function judgeSuperseded(use: Use): FirstVerdict {
  const frame = historyFrame(use);
  if (frame) return allow(use, 'history', [frame]);
  const discussed = discussion(use);
  if (discussed) return allow(use, 'term-discussed', [discussed]);
  const stated = judgeFormerName(use);
  if (stated?.kind === 'allow') return stated;
  const time = use.surroundings.rest.textTime();
  // A name that was in use at the time of the document is right in it.
  const isOfThatTime =
    (stated?.rule !== 'anachronistic-name' || stated.certainty === 'likely') &&
    wasNameAt(use, time) &&
    !((time.kind === 'today' || (time.kind === 'unclear' && time.isRecent)) && hasPresentCue(use));
  const today = stated ?? ({ kind: 'timeless', mention: use.mention, term: use.term, use } as const);
  if (isOfThatTime) {
    const allowed = allow(use, time.kind === 'dated' ? 'period' : 'time-unclear');
    return isLegalText(use) ? allowed : { ...allowed, today };
  }
  if (isLegalText(use)) return allow(use, 'legal-text');
  return stated ? asOfDocument(stated, time) : today;
}

/**
 * Whether a former name may have been in use then. In the year of a change both names were. A document's date shows
 * nothing about a name whose end is not known.
 */
function wasNameAt(use: Use, time: TextTime): boolean {
  const then = time.kind === 'dated' ? time : time.possible;
  if (use.term.entry.name.former) return time.kind === 'unclear';
  return then ? wasInUse(use, { from: then.date.year, to: then.until }) : time.kind === 'unclear';
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
