import type { Report, Allow } from '../context/verdict';
import type { Surroundings } from '../context/surroundings';
import type { Lang, Span } from '../document';
import type { Options } from '../options';
import { SEVERITIES, type Severity } from '../rules';
import type { Name } from '../termbase/concept';
import type { Termbase } from '../termbase/termbase';
import type { Allowed, Evidence, Finding, SourceLink } from './finding';
import { fixesOf, replacementsOf } from './fixes';
import { WORDING } from './wording';

/** A report in words, with its sources and fixes; `undefined` where the options switch its rule off. */
export function explainReport(report: Report, surroundings: Surroundings, termbase: Termbase, options: Options): Finding | undefined {
  const severity = severityOf(report, options);
  const place = surroundings.placeOf(report.mention);
  if (severity === undefined || !place) return undefined;
  const { text } = surroundings.prose;
  const { term, mention } = report;
  const lang = surroundings.languageOf(place.block);
  const { name } = term.entry;
  return {
    start: mention.start, end: mention.end, text: text.slice(mention.start, mention.end),
    rule: report.rule, severity, certainty: report.certainty,
    concept: term.entry.concept.id, name: name.id,
    message: messageOf(report, termbase, lang),
    because: name.because[lang] ?? name.because.en,
    sources: name.sources.map((id) => sourceLink(id, termbase)),
    evidence: report.evidence.map((span) => evidenceOf(text, span)),
    fixes: fixesOf(report, place, surroundings, termbase),
  };
}

export function explainAllow(verdict: Allow, text: string): Allowed {
  const { mention, term } = verdict;
  return {
    start: mention.start, end: mention.end, text: text.slice(mention.start, mention.end),
    concept: term.entry.concept.id, name: term.entry.name.id, reason: verdict.reason,
    evidence: verdict.evidence.map((span) => evidenceOf(text, span)),
  };
}

/** What the rule decided, made louder or quieter only where the options say a level of their own. */
function severityOf(report: Report, options: Options): Severity | undefined {
  const chosen = options.rules[report.rule];
  if (chosen === 'off') return undefined;
  if (chosen === 'default') return report.severity;
  // A level set by the user moves certain findings; uncertain ones never get louder than they were found.
  return report.certainty === 'certain' ? chosen : SEVERITIES[Math.max(SEVERITIES.indexOf(chosen), SEVERITIES.indexOf(report.severity))];
}

function messageOf(report: Report, termbase: Termbase, lang: Lang): string {
  const wording = WORDING[lang];
  const { term } = report;
  const right = replacementsOf(report, termbase)[0]?.text;
  const span = yearsOf(term.entry.name, lang);
  switch (report.rule) {
    case 'superseded-name': return wording.superseded(term.text, span, right);
    case 'anachronistic-name':
      return term.status === 'superseded' && report.year !== undefined
        ? wording.anachronistic(term.text, span, report.year, right)
        : wording.tooEarly(term.text, (term.entry.name.from ?? '').slice(0, 4), right);
    case 'preferred-terminology': return wording.avoid(term.text, right);
    case 'confused-concept': return wording.confused(term.text, right);
    case 'wrong-status': return wording.wrongStatus(term.text, right);
    default: return term.loose ? wording.looseForm(term.text, right) : wording.wrongForm(term.text, right);
  }
}

export function yearsOf(name: Name, lang: Lang): string {
  return WORDING[lang].years(name.from?.slice(0, 4), name.to?.slice(0, 4));
}

function sourceLink(id: string, termbase: Termbase): SourceLink {
  const source = termbase.sources.get(id);
  return { id, title: source?.title ?? id, url: source?.URL };
}

function evidenceOf(text: string, { start, end }: Span): Evidence {
  return { start, end, text: text.slice(start, end) };
}
