import { findClaims } from './claims/findClaims';
import { judge } from './context/judge';
import { Surroundings } from './context/surroundings';
import { overlaps, type TextDocument } from './document';
import { explainAllow, explainClaim, explainReport } from './findings/explain';
import type { Allowed, Checked, Finding } from './findings/finding';
import { findMentions } from './mentions/findMentions';
import type { Options } from './options';
import { isIdentifier } from './prose/addresses';
import { formatOf } from './prose/languages';
import { Prose } from './prose/prose';
import type { Termbase } from './termbase/termbase';

/**
 * The pipeline: document → prose → mentions → verdicts and claims → findings. Pure, and it cannot fail on a document: what it does
 * not understand it does not find.
 */
export function check(document: TextDocument, termbase: Termbase, options: Options): Checked {
  const { text } = document;
  const format = formatOf(document.languageId);
  const prose = new Prose(text, format);
  const mentions = findMentions(text, termbase, format.readEscape, (start, end) => prose.isProse(start, end) && !isIdentifier(text, start, end));
  const surroundings = new Surroundings(prose, mentions, document.lang);
  const findings: Finding[] = [];
  const allowed: Allowed[] = [];
  for (const verdict of judge(surroundings, termbase)) {
    if (verdict.kind === 'allow') { allowed.push(explainAllow(verdict, text)); continue; }
    const finding = explainReport(verdict, surroundings, termbase, options);
    if (finding) findings.push(finding);
    else allowed.push(explainAllow({ ...verdict, kind: 'allow', reason: 'switched-off' }, text));
  }
  const claimed = findClaims(surroundings, termbase).flatMap((claim) => explainClaim(claim, text, termbase, options) ?? []);
  return { findings: joined(findings, claimed), allowed: allowed.sort((a, b) => a.start - b.start) };
}

/** Both lists in one order; where a claim overlaps a reported name, the name is told. Both are sorted and disjoint. */
function joined(names: readonly Finding[], claimed: readonly Finding[]): readonly Finding[] {
  let next = 0;
  const free = claimed.filter((claim) => {
    while (next < names.length && names[next].end <= claim.start) next++;
    return next >= names.length || !overlaps(names[next], claim);
  });
  return [...names, ...free].sort((a, b) => a.start - b.start);
}
