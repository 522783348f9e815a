import type { Span } from '../document';
import type { AllowReason } from '../findings/finding';
import type { Mention } from '../mentions/findMentions';
import type { Termbase, TermEntry } from '../termbase/termbase';
import { clauseOf } from './clauses';
import { judgeConsistency } from './consistency';
import { historyFrame } from './frames';
import { readIgnored } from './ignore';
import { Meanings } from './meaning';
import { judgeCurrentName, judgeFormerName, presentCue } from './period';
import { discussion, isLegalText, isProperName, standingOf } from './standing';
import type { Place, Surroundings } from './surroundings';
import { tenseOf } from './tense';
import type { Allow, Report, Verdict } from './verdict';

/**
 * A verdict for every mention, in the order of the text. The steps are asked in turn and the first answer counts:
 * ignore comments, whose words they are, which meaning an abbreviation has, then the term's own status and, for former
 * names, the time that the sentence speaks of.
 */
export function judge(surroundings: Surroundings, termbase: Termbase): readonly Verdict[] {
  const ignored = readIgnored(surroundings.prose);
  const meanings = new Meanings(surroundings, termbase);
  const established = new Map<string, number>();
  const first = surroundings.mentions.map((mention) => {
    const place = surroundings.placeOf(mention);
    const verdict = place ? judgeMention(place, surroundings, meanings) : allow(mention, mention.terms[0], 'other-language');
    if (verdict.kind === 'allow' && (verdict.reason === 'history' || verdict.reason === 'period')) {
      const { id } = verdict.term.entry.name;
      established.set(id, (established.get(id) ?? 0) + 1);
    }
    return verdict;
  });
  const settled = first.map((verdict) => (verdict.kind === 'timeless' ? judgeTimeless(verdict, surroundings, established.get(verdict.term.entry.name.id) ?? 0) : verdict));
  const consistent = judgeConsistency(letDiscussedTermsThrough(settled), surroundings, termbase);
  return consistent.map((verdict) => (verdict.kind === 'report' && ignored.isIgnored(verdict.mention.start, verdict.rule)
    ? allow(verdict.mention, verdict.term, 'ignored') : verdict));
}

/** A former name without a frame or a time: what it is depends on how the whole document uses it. */
interface Timeless {
  readonly kind: 'timeless';
  readonly mention: Mention;
  readonly term: TermEntry;
  readonly place: Place;
}

function judgeMention(place: Place, surroundings: Surroundings, meanings: Meanings): Verdict | Timeless {
  const { mention } = place;
  const term = termOf(mention, surroundings.languageOf(place.block));
  if (mention.isNearMiss) {
    const standing = standingOf(place, surroundings);
    return standing ? allow(mention, term, standing.reason, standing.evidence)
      : reportNearMiss(mention, term, surroundings);
  }
  if (term.lang !== 'en' && term.form !== 'abbreviation' && term.status !== 'deprecated' && hasLostAccents(place, term, surroundings)) return reportNearMiss(mention, term, surroundings);
  if (term.form === 'abbreviation') {
    const meaning = meanings.meaningOf(mention, term);
    if (meaning.kind !== 'ours') return allow(mention, term, meaning.kind, meaning.evidence);
  }
  if (term.rule === 'preferred-terminology' && term.status === 'deprecated') {
    const discussed = discussion(place);
    if (discussed) return allow(mention, term, 'term-discussed', [discussed]);
    if (isProperName(place)) return allow(mention, term, 'title');
  }
  const standing = term.status === 'preferred' || term.status === 'admitted' ? undefined : standingOf(place, surroundings);
  if (standing) return allow(mention, term, standing.reason, standing.evidence);
  switch (term.status) {
    case 'deprecated': {
      const discussed = discussion(place);
      if (discussed) return allow(mention, term, 'term-discussed', [discussed]);
      if (term.rule === 'deprecated-name' && isGeneric(place, surroundings)) return allow(mention, term, 'other-meaning');
      if (term.loose && isDescription(place, term, surroundings)) return allow(mention, term, 'current');
      // The law's own words for people are the law's; a misnomer of a body is wrong in a law too.
      return term.rule === 'preferred-terminology' && isLegalText(place, surroundings) ? allow(mention, term, 'legal-text') : reportDeprecated(mention, term);
    }
    case 'superseded': return judgeSuperseded(place, term, surroundings);
    default: return judgeCurrentName(place, term, surroundings) ?? allow(mention, term, 'current');
  }
}

/** Of several terms written alike, the one in the passage's language, else the first that is right. */
function termOf(mention: Mention, lang: string): TermEntry {
  const { terms } = mention;
  return terms.find((term) => term.lang === lang && term.status !== 'deprecated') ?? terms.find((term) => term.lang === lang)
    ?? terms.find((term) => term.status !== 'deprecated') ?? terms[0];
}

function judgeSuperseded(place: Place, term: TermEntry, surroundings: Surroundings): Verdict | Timeless {
  const { mention } = place;
  const frame = historyFrame(place, term, surroundings);
  if (frame) return allow(mention, term, 'history', [frame]);
  const discussed = discussion(place);
  if (discussed) return allow(mention, term, 'term-discussed', [discussed]);
  const timed = judgeFormerName(place, term, surroundings);
  if (timed?.kind !== 'allow' && isLegalText(place, surroundings)) return allow(mention, term, 'legal-text');
  return timed ?? { kind: 'timeless', mention, term, place };
}

/**
 * In a document that tells of the past the name in past tense is right without a year, and after several such places
 * also without a verb (headings, captions). In the present tense it is reported all the same, only more quietly.
 */
function judgeTimeless({ mention, term, place }: Timeless, surroundings: Surroundings, established: number): Verdict {
  const { sentence } = place;
  const cue = presentCue(place, surroundings);
  const tense = cue ? 'present' : tenseOf(sentence, place, clauseOf(sentence.tokens, place), surroundings.languageOf(place.block));
  if (tense === 'past' ? established >= 1 : tense === 'none' && established >= MANY) return allow(mention, term, 'established');
  const certain = tense !== 'past' && (cue || established < MANY);
  return {
    kind: 'report', mention, term, rule: 'superseded-name', year: undefined, evidence: [],
    certainty: certain ? 'certain' : 'likely', severity: certain ? 'warning' : 'hint',
  };
}

/** So many places of history make a document one of history. */
const MANY = 3;

/** "no international organization of migration existed": a phrase in small letters behind an indefinite word is no name. */
function isGeneric({ mention, sentence, first }: Place, { prose: { text } }: Surroundings): boolean {
  return /^\p{Ll}/u.test(text.slice(mention.start, mention.start + 2)) && /^(?:a|an|no|any|some|every|each|une|aucune|des|chaque|una|ninguna|cada|unas|new|regional)$/.test(sentence.tokens[first - 1]?.folded ?? '');
}

/** "IOM, the UN Migration Agency": beside the name itself the tag line is a description. */
function isDescription({ mention, sentence }: Place, term: TermEntry, surroundings: Surroundings): boolean {
  if (!/agenc/i.test(term.text)) return false;
  const { text } = surroundings.prose;
  return surroundings.mentionsIn(sentence).some((other) => other !== mention && other.terms.some((t) => t.entry.name === term.entry.name && t.status !== 'deprecated')
    && (/^\s*,\s*(?:the |l['’]|la )?$/i.test(text.slice(other.end, mention.start)) || /^\s*[,(]\s*$/.test(text.slice(mention.end, other.start))));
}

/** "Organizacion" in a text that writes accents elsewhere. Capitals may go without, and so may a text that has none. */
function hasLostAccents({ mention, block }: Place, term: TermEntry, { prose: { text } }: Surroundings): boolean {
  const written = text.slice(mention.start, mention.end);
  const isAdmitted = mention.terms.some((other) => other.text.toLowerCase() === written.toLowerCase());
  if (!ACCENT.test(term.text) || block.quoted || isAdmitted) return false;
  if (ACCENT.test(written.normalize('NFD')) || /[&\\{]/.test(written) || !/\p{Ll}{3}/u.test(written)) return false;
  return ACCENT.test(text.slice(0, 20_000).normalize('NFD'));
}

const ACCENT = /[\u0300-\u036f\u00c0-\u024f]/;

/** A scanned text is full of reading errors that are not its author's: they are told quietly. */
function reportNearMiss(mention: Mention, term: TermEntry, { prose: { text } }: Surroundings): Report {
  const isScanned = (text.match(/\p{Ll}-\r?\n[ \t]*\p{Ll}/gu)?.length ?? 0) >= 2;
  return {
    kind: 'report', mention, term, rule: 'near-miss-name', year: undefined, evidence: [],
    certainty: isScanned ? 'likely' : 'certain', severity: isScanned ? 'hint' : 'warning',
  };
}

function reportDeprecated(mention: Mention, term: TermEntry): Report {
  const quiet = term.loose || term.rule === 'preferred-terminology';
  return {
    kind: 'report', mention, term, rule: term.rule, year: undefined, evidence: [],
    certainty: term.loose ? 'likely' : 'certain', severity: quiet ? 'information' : 'warning',
  };
}

/** A document that discusses a term anywhere uses it throughout as its subject. */
function letDiscussedTermsThrough(verdicts: readonly Verdict[]): readonly Verdict[] {
  const discussed = new Set(verdicts.flatMap((verdict) => (verdict.kind === 'allow' && verdict.reason === 'term-discussed' && verdict.term.rule === 'preferred-terminology' ? [verdict.term.entry.concept.id] : [])));
  if (discussed.size === 0) return verdicts;
  return verdicts.map((verdict) => (verdict.kind === 'report' && verdict.rule === 'preferred-terminology' && discussed.has(verdict.term.entry.concept.id)
    ? allow(verdict.mention, verdict.term, 'term-discussed') : verdict));
}

export function allow(mention: Mention, term: TermEntry, reason: AllowReason, evidence: readonly Span[] = []): Allow {
  return { kind: 'allow', mention, term, reason, evidence };
}
