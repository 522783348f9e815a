import type { Lang } from '../document';
import type { Evidence, Finding } from '../finding';
import type { Termbase } from '../termbase/termbase';
import { yearPeriod } from '../wording/dates';
import { fill } from '../wording/fill';
import { shortLabel } from './succession';
import { wordingIn } from './wordings';

/** The evidence on other lines than the finding; on its own lines, the message speaks of what readers see there. */
export function evidenceElsewhere(
  { start, end, evidence }: Finding,
  lineAt: (offset: number) => number,
): readonly Evidence[] {
  const [first, last] = [lineAt(start), lineAt(end)];
  return evidence.filter((each) => lineAt(each.end) < first || lineAt(each.start) > last);
}

/** Explains how a stretch of the document led to a finding: “1995 is outside the time of ICEM (1952–1980)”. */
export function describeEvidence(termbase: Termbase, finding: Finding, evidence: Evidence, lang: Lang): string {
  const wording = wordingIn(lang);
  const text = evidence.text.replace(/\s+/g, ' ').trim();
  if (!/\d{4}/.test(text)) return fill(wording.cueCounted, { text });
  const name = termbase.names.get(finding.name)?.name;
  const period = yearPeriod(name?.from, name?.to, wording);
  if (finding.rule !== 'anachronistic-name' || name === undefined || period === '')
    return fill(wording.yearCounted, { year: text });
  return fill(wording.yearOutside, { year: text, name: shortLabel(termbase, name.id, lang), period });
}
