import { joinLines } from '../citation/escapeText';
import type { Claim, JudgedClaim } from '../claims/claim';
import { yearAlone } from '../reading/nodes';
import type { SetAside } from '../setAside/setAside';
import type { Report, Allow } from '../verdicts/verdict';
import { tellsOfRenaming } from './renaming';
import type { Block } from '../prose/prose';
import { clearLanguage, type Surroundings } from '../surroundings/surroundings';
import type { Lang, Span } from '../document';
import type { Options } from '../options';
import { escapeAt } from '../prose/escapeAt';
import { SEVERITIES, type Severity } from '../rules';
import type { Name } from '../termbase/concept';
import type { Termbase } from '../termbase/termbase';
import { withWritersApostrophes } from './apostrophes';
import { fitArticle } from './articles';
import { likeWritten } from './capitals';
import type { Allowed, Edit, Evidence, Finding, SourceLink } from '../finding';
import { fixesOf, inLanguage, isForeign, nameOfToday, replacementsOf } from './fixes';
import { editsBeside } from './otherPerson';
import { DATED_NAMES, valueFits } from './autoFix';
import { wordClaim } from './wordClaim';
import { fill } from '../wording/fill';
import { WORDING, type Wording } from './wording';
import { onDay, spanInWords } from './wordingOfValues';

/** Returns the text of a piece of evidence, wherever in the document it is. */
export type EvidenceReader = (span: Span) => Evidence;

/** Words a report, with its sources and fixes; `undefined` where the options switch its rule off. */
export function explainReport(
  judged: Report,
  surroundings: Surroundings,
  termbase: Termbase,
  options: Options,
  evidenceOf: EvidenceReader,
): Finding | undefined {
  const severity = severityOf(judged, options);
  const site = surroundings.siteOf(judged.mention);
  if (severity === undefined || !site) return undefined;
  const { text } = surroundings.prose;
  const lang = languageOfReport(judged, site.block, surroundings);
  const report = inLanguage(judged, lang, termbase);
  const { term, mention } = report;
  const { name } = term.entry;
  const said = options.messages ?? lang;
  return {
    start: mention.start,
    end: mention.end,
    text: text.slice(mention.start, mention.end),
    rule: report.rule,
    severity,
    certainty: report.certainty,
    concept: term.entry.concept.id,
    name: name.id,
    message: joinLines(messageOf(report, text, termbase, said, evidenceOf)),
    because: joinLines(name.because[said] ?? name.because.en),
    sources: name.sources.map((id) => sourceLink(id, termbase)),
    evidence: report.evidence.map(evidenceOf),
    fixes:
      DATED_NAMES.has(report.rule) && tellsOfRenaming(site.sentence, term.entry.concept.id, surroundings)
        ? []
        : withWritersApostrophes(fixesOf(report, site, said, surroundings, termbase), site.block, surroundings),
  };
}

/** The language of the sentence; that of the name where the words of its block do not determine one. */
function languageOfReport({ term }: Report, block: Block, surroundings: Surroundings): Lang {
  const lang = surroundings.languageOf(block);
  return surroundings.property(block, clearLanguage) === lang ? lang : term.lang;
}

export function explainAllow(verdict: Allow, text: string, evidenceOf: EvidenceReader): Allowed {
  const { mention, term } = verdict;
  return {
    start: mention.start,
    end: mention.end,
    text: text.slice(mention.start, mention.end),
    concept: term.entry.concept.id,
    name: term.entry.name.id,
    value: undefined,
    reason: verdict.reason,
    evidence: verdict.evidence.map(evidenceOf),
  };
}

/** Words a claim that is not reported: a rule that is switched off is the reason where there is no other. */
export function explainSilence(
  claim: JudgedClaim,
  text: string,
  { messages = claim.lang }: Options,
  evidenceOf: EvidenceReader,
): Allowed {
  const { start, end, concept, facts, silence } = claim;
  return {
    start,
    end,
    text: text.slice(start, end),
    concept,
    name: facts[0] ?? concept,
    value: { message: joinLines(wordClaim(claim.message, messages)), year: silence?.year },
    reason: silence?.reason ?? 'switched-off',
    evidence: claim.evidence.map(evidenceOf),
  };
}

/** Words a value that no relation compared. */
export function explainSetAside(
  { start, end, concept, fact, condition, evidence }: SetAside,
  text: string,
  evidenceOf: EvidenceReader,
): Allowed {
  return {
    start,
    end,
    text: text.slice(start, end),
    concept,
    name: fact ?? concept,
    value: undefined,
    reason: condition,
    evidence: evidence.map(evidenceOf),
  };
}

/** Words a claim; `undefined` where the options switch its rule off. */
export function explainClaim(
  claim: Claim,
  surroundings: Surroundings,
  termbase: Termbase,
  options: Options,
  evidenceOf: EvidenceReader,
): Finding | undefined {
  const severity = severityOf(claim, options);
  if (severity === undefined) return undefined;
  const { text } = surroundings.prose;
  const site = surroundings.siteAt(claim);
  const facts = claim.facts.flatMap((id) => termbase.facts.get(id) ?? []);
  const lang = options.messages ?? claim.lang;
  const [fact] = facts;
  const beside = editsBeside(claim, facts, site, surroundings, termbase);
  const sources = [...new Set(facts.flatMap(({ sources: ids }) => ids))].map((id) => sourceLink(id, termbase));
  return {
    start: claim.start,
    end: claim.end,
    text: text.slice(claim.start, claim.end),
    rule: claim.rule,
    severity,
    certainty: claim.certainty,
    concept: claim.concept,
    name: fact?.id ?? claim.concept,
    message: joinLines(wordClaim(claim.message, lang)),
    because: joinLines(fact ? (fact.statement[lang] ?? fact.statement.en) : becauseOfName(claim, lang, termbase)),
    sources,
    evidence: claim.evidence.map(evidenceOf),
    fixes: withWritersApostrophes(
      !beside
        ? []
        : claim.instead.map((right, rank) => ({
            title: WORDING[lang].replace(joinLines(right)),
            fits: rank === 0 && valueFits(claim, surroundings),
            preferred: false,
            edits: [
              claimEdit(text, claim, escapeAt(surroundings.prose, claim.start, right), site?.first === 0),
              ...beside,
            ].sort((a, b) => a.start - b.start),
          })),
      site?.block,
      surroundings,
    ),
  };
}

/** A claim without a fact concerns the name itself. */
function becauseOfName({ concept }: Claim, lang: Lang, termbase: Termbase): string {
  const because = termbase.concepts.get(concept)?.names.at(-1)?.because;
  return because?.[lang] ?? because?.en ?? '';
}

/** Replaces the words of a claim: fits the article before them, and keeps the case as written. */
export function claimEdit(
  text: string,
  claim: Pick<Claim, 'start' | 'end' | 'lang' | 'genders'>,
  right: string,
  isFirst: boolean,
): Edit {
  const written = text.slice(claim.start, claim.end);
  const { changed, newText } = keepEnding(written, likeWritten(right, written, isFirst));
  const [from, to] = claim.genders ?? [undefined, undefined];
  const { extend, article } = fitArticle(
    claim.lang,
    text.slice(Math.max(0, claim.start - 24), claim.start),
    { gender: from, article: false },
    { text: newText, gender: to, article: false },
    '',
  );
  return { start: claim.start - extend, end: claim.start + changed, newText: article + newText };
}

/**
 * Where a long wording and its replacement end in the same words, replaces only the words before those, so that the
 * writer's own spelling remains.
 */
function keepEnding(written: string, right: string): { changed: number; newText: string } {
  const a = written.split(' ');
  const b = right.split(' ');
  let same = 0;
  while (
    same < Math.min(a.length, b.length) - 1 &&
    a[a.length - 1 - same]!.toLowerCase() === b[b.length - 1 - same]!.toLowerCase()
  )
    same++;
  return { changed: a.slice(0, a.length - same).join(' ').length, newText: b.slice(0, b.length - same).join(' ') };
}

/** The severity that the rule decided, unless the options set a level for the rule. */
export function severityOf(
  report: Pick<Report, 'rule' | 'severity' | 'certainty'>,
  options: Options,
): Severity | undefined {
  const chosen = options.rules[report.rule];
  if (chosen === 'off') return undefined;
  if (chosen === 'default') return report.severity;
  // A level set by the user applies to certain findings; uncertain ones never get louder than the rule decided.
  return report.certainty === 'certain'
    ? chosen
    : SEVERITIES[Math.max(SEVERITIES.indexOf(chosen), SEVERITIES.indexOf(report.severity))];
}

function messageOf(report: Report, text: string, termbase: Termbase, lang: Lang, evidenceOf: EvidenceReader): string {
  const { messages, atThatTime } = WORDING[lang];
  const { term, mention } = report;
  const { name } = term.entry;
  const right = replacementsOf(report, termbase)[0]?.text;
  const today = nameOfToday(report, termbase)?.text;
  return fill(messages[messageKey(report, right !== undefined && today !== undefined)], {
    form: term.text,
    utterance: text.slice(mention.start, mention.end),
    right,
    today,
    span: yearsOf(name, lang),
    during: duringOf(name, lang),
    since: yearIn(name.from) ?? '',
    when: timeOf(report, lang, evidenceOf) ?? atThatTime,
  });
}

function messageKey(report: Report, isOfFormer: boolean): keyof Wording['messages'] {
  const { rule, term, year } = report;
  switch (rule) {
    case 'anachronistic-name':
      return term.status === 'superseded' && year !== undefined ? rule : 'too-early';
    case 'deprecated-name':
    case 'outdated-fact':
    case 'fact-mismatch':
      if (isForeign(report)) return 'foreign-abbreviation';
      // "was never its name" applies to bodies and instruments.
      if (term.entry.concept.kind === 'person') return 'near-miss-name';
      return term.loose ? 'loose-form' : isOfFormer ? 'form-of-former-name' : 'deprecated-name';
    default:
      return rule;
  }
}

/**
 * The time that decided the verdict, where the text states its years: "the early 1990s" states none that can be
 * repeated.
 */
function timeOf({ time, evidence }: Report, lang: Lang, evidenceOf: EvidenceReader): string | undefined {
  if (!time) return undefined;
  const { from, to } = time;
  const stated = evidence.map((span) => evidenceOf(span).text).join(' ');
  const has = (each: number): boolean => stated.includes(String(each));
  if (from === to || !Number.isFinite(to)) return has(from) ? onDay(yearAlone(from), lang) : undefined;
  return has(from) && (has(to) || stated.endsWith(String(to % 100).padStart(2, '0')))
    ? spanInWords(yearAlone(from), yearAlone(to), lang)
    : undefined;
}

/** "since 1989", "until 1952", "1952–1980"; empty for a name without dates. */
export function yearsOf({ from, to }: Name, lang: Lang): string {
  if (from === undefined && to === undefined) return '';
  const { years } = WORDING[lang];
  const form = to === undefined ? 'from' : from === undefined ? 'to' : 'both';
  return fill(years[form], { from: yearIn(from), to: yearIn(to) });
}

/** "from 1952 to 1980", inside a sentence. */
function duringOf(name: Name, lang: Lang): string {
  const { during, years } = WORDING[lang];
  return name.from !== undefined && name.to !== undefined
    ? fill(during, { from: yearIn(name.from), to: yearIn(name.to) })
    : yearsOf(name, lang) || years.neither;
}

function yearIn(date: string | undefined): string | undefined {
  return date?.slice(0, 4);
}

export function sourceLink(id: string, termbase: Termbase): SourceLink {
  const source = termbase.sources.get(id);
  return { id, title: joinLines(source?.title ?? id), url: source?.URL };
}
