import type { Claim } from '../claims/claim';
import type { Ignored } from '../context/ignore';
import { isInherited } from '../context/headings';
import { allow } from '../context/judge';
import { outcomeOf } from '../context/outcome';
import type { InheritedTime } from '../context/outside';
import type { Verdict } from '../context/verdict';
import { overlaps, type Span } from '../document';
import { explainAllow, explainClaim, explainReport } from '../findings/explain';
import type { Allowed, Checked, Evidence, Finding } from '../findings/finding';
import type { Options } from '../options';
import type { Termbase } from '../termbase/termbase';
import { inDocument } from './inDocument';
import type { Part } from './part';
import { isSame } from './same';

/** What came out for one part: as it was decided, in its own offsets, and in the document's for where it stood then. */
interface Kept {
  readonly verdicts: readonly Verdict[];
  readonly claims: readonly Claim[];
  readonly own: Checked;
  /** The headings of other parts that it tells of, and how far away they stood. */
  readonly bonds: readonly Bond[];
  start: number;
  placed: Checked;
}

interface Bond {
  readonly span: InheritedTime;
  readonly home: Part;
  readonly distance: number;
}

/** Puts verdicts and claims into words, and keeps the words of each part for as long as nothing about them changes. */
export class Results {
  private readonly kept = new WeakMap<Part, Kept>();

  constructor(private readonly termbase: Termbase, private readonly options: Options) {}

  /** The findings of the parts, which have been judged, in the document's offsets. */
  of(parts: readonly Part[], verdicts: readonly (readonly Verdict[])[], ignored: Ignored | undefined): Checked {
    const findings: Finding[] = [];
    const allowed: Allowed[] = [];
    parts.forEach((part, i) => {
      const placed = this.ofPart(part, verdicts[i], ignored);
      for (const finding of placed.findings) findings.push(finding);
      for (const mention of placed.allowed) allowed.push(mention);
    });
    return { findings, allowed };
  }

  /** The findings of one part, in the document's offsets. */
  ofPart(part: Part, settled: readonly Verdict[], ignored: Ignored | undefined): Checked {
    const verdicts = ignored ? withoutIgnored(settled, part, ignored) : settled;
    const { claims: all } = part.judgement!;
    const claims = ignored ? all.filter((claim) => !ignored.isIgnored(claim.start + part.start, claim.rule)) : all;
    let kept = this.kept.get(part);
    if (!kept || !kept.bonds.every((bond) => holds(bond, part)) || !isSame(kept.verdicts, verdicts) || !isSame(kept.claims, claims)) {
      const own = this.explain(part, verdicts, claims);
      const bonds = [...verdicts, ...claims].flatMap(({ evidence }) => evidence.filter(isInherited).map((span) => bondOf(span, part)));
      this.kept.set(part, (kept = { verdicts, claims, own, bonds, start: part.start, placed: inDocument(own, part.start) }));
    } else if (kept.start !== part.start) {
      kept.placed = inDocument(kept.own, part.start);
      kept.start = part.start;
    }
    return kept.placed;
  }

  private explain(part: Part, verdicts: readonly Verdict[], claims: readonly Claim[]): Checked {
    const { surroundings } = part.judgement!;
    const evidenceOf = (span: Span): Evidence => (isInherited(span) ? evidenceInHeading(span, part) : textOf(span, part, part));
    const findings: Finding[] = [];
    const allowed: Allowed[] = [];
    for (const verdict of verdicts) {
      if (verdict.kind === 'allow') { allowed.push(explainAllow(verdict, part.text, evidenceOf)); continue; }
      const finding = explainReport(verdict, surroundings, this.termbase, this.options, evidenceOf);
      if (finding) findings.push(finding);
      else allowed.push(explainAllow({ ...verdict, kind: 'allow', reason: 'switched-off' }, part.text, evidenceOf));
    }
    const claimed = claims.flatMap((claim) => explainClaim(claim, part.text, this.termbase, this.options, evidenceOf) ?? []);
    return { findings: joined(findings, claimed), allowed: allowed.sort((a, b) => a.start - b.start) };
  }
}

function bondOf(span: InheritedTime, part: Part): Bond {
  const home = part.inherited.homes[span.inherited[0]];
  return { span, home, distance: home.start - part.start };
}

function holds({ span, home, distance }: Bond, part: Part): boolean {
  return part.inherited.homes[span.inherited[0]] === home && home.start - part.start === distance;
}

/** A time in a heading of another part, with offsets as if they were counted from this one's start. */
function evidenceInHeading({ inherited: [heading, time] }: InheritedTime, part: Part): Evidence {
  const { headings, homes } = part.inherited;
  return textOf(headings[heading].times[time], homes[heading], part);
}

function textOf({ start, end }: Span, home: Part, part: Part): Evidence {
  const shift = home.start - part.start;
  return { start: start + shift, end: end + shift, text: home.text.slice(start, end) };
}

function withoutIgnored(verdicts: readonly Verdict[], part: Part, ignored: Ignored): readonly Verdict[] {
  return verdicts.map((verdict) => (verdict.kind === 'report' && ignored.isIgnored(verdict.mention.start + part.start, verdict.rule)
    ? outcomeOf(verdict, 'ignored', () => allow(verdict.mention, verdict.term, 'ignored')) : verdict));
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
