import { isReported, type JudgedClaim } from '../claims/claim';
import type { Ignored } from './ignore';
import { isInherited } from '../surroundings/headings';
import type { InheritedTime } from '../surroundings/restOfDocument';
import { allow, outcomeOf, type Allow, type Verdict } from '../verdicts/verdict';
import { overlapping, overlaps, type Span } from '../document';
import {
  explainAllow,
  explainClaim,
  explainReport,
  explainSetAside,
  explainSilence,
  type EvidenceReader,
} from '../findings/explain';
import { isAccepted } from '../findings/accepted';
import type { Allowed, Evidence, Finding } from '../finding';
import { agreeingPairs, type WordedVerdict } from '../findings/pairs';
import type { Options } from '../options';
import type { Termbase } from '../termbase/termbase';
import { allowedInDocument, findingsInDocument } from './inDocument';
import type { Judgement, Part } from './part';
import type { DocumentUsage } from './documentUsage';
import { Proof } from './proof';
import { runToEnd } from './runToEnd';
import { isSame } from './same';
import { stretchesOf, type Stretch } from './stretches';
import type { HeadedPart } from './headingChain';

/** The result of a part at the position it had then, in offsets of the document; see {@link Checked}. */
export interface Placed extends Span {
  readonly findings: readonly Finding[];
  readonly allowed: () => readonly Allowed[];
  readonly setAside: () => readonly Allowed[];
  readonly allowedNameCount: number;
}

/** What the wording of a part depends on besides the part itself. */
export interface Settlement {
  readonly ignored: Ignored | undefined;
  readonly usage: DocumentUsage;
}

/** The result of a part, in its own offsets. */
type LocalResult = Omit<Placed, keyof Span>;

/**
 * The cached result of one part: its verdicts and claims, its findings in its own offsets, and in those of the
 * document at its last position.
 */
interface CachedResult {
  readonly judgement: Judgement;
  /** The key of the document's usage, on which the proofs of fixes depend. */
  readonly usage: string;
  readonly verdicts: readonly Verdict[];
  readonly claims: readonly JudgedClaim[];
  readonly local: LocalResult;
  /** The headings of other parts that the findings cite, and their distances. */
  readonly references: readonly HeadingReference[];
  placed: Placed;
}

/** A time in a heading of another part: that part, its distance, and the time in its current offsets. */
interface HeadingReference {
  readonly span: InheritedTime;
  readonly home: HeadedPart;
  readonly distance: number;
  readonly time: Span;
}

/** Words verdicts and claims, and caches the result of each part for as long as nothing that it depends on changes. */
export class Results {
  private readonly cached = new WeakMap<Part, CachedResult>();

  constructor(
    private readonly termbase: Termbase,
    private readonly options: Options,
  ) {}

  /**
   * As {@link ofPart}, but yields one stretch of the part at a time, for callers that read it once: nothing is
   * cached.
   */
  *inTurn(part: Part, settled: readonly Verdict[], { ignored, usage }: Settlement): Generator<Placed> {
    const judgement = part.judgement!;
    const { verdicts, claims } = reportable(part, judgement, settled, ignored);
    const references = headingReferencesOf([...verdicts, ...claims], part, judgement);
    const stretches = [...stretchesOf(verdicts, claims, part.text)];
    // The fixes of a part are proved together: a proof for each stretch would judge as many copies of the whole part.
    const proof = once(
      () =>
        new Proof(
          part,
          judgement,
          this.termbase,
          usage.outside(judgement),
          this.findingsIn(part, stretches, references),
        ),
    );
    for (const [i, stretch] of stretches.entries()) {
      const worded = proved(runToEnd(this.explain(part, judgement, stretch, references)), proof);
      // What is set aside belongs to no stretch.
      yield placedAt(i === 0 ? worded : { ...worded, setAside: () => [] }, part);
    }
  }

  /** The findings of stretches, worded one after the other and not kept. */
  private *findingsIn(
    part: Part,
    stretches: readonly Stretch[],
    references: readonly HeadingReference[],
  ): Generator<Finding> {
    for (const stretch of stretches) yield* runToEnd(this.explain(part, part.judgement!, stretch, references)).findings;
  }

  /** The result of a judged part at its current position. */
  ofPart(part: Part, settled: readonly Verdict[], whole: Settlement): Placed {
    return runToEnd(this.wordPart(part, settled, whole));
  }

  /** As {@link ofPart}, but yields after each name or claim that it words. */
  *wordPart(part: Part, settled: readonly Verdict[], { ignored, usage }: Settlement): Generator<void, Placed> {
    const judgement = part.judgement!;
    const { verdicts, claims } = reportable(part, judgement, settled, ignored);
    let cached = this.cached.get(part);
    if (
      !cached ||
      cached.judgement !== judgement ||
      cached.usage !== usage.key ||
      !cached.references.every((reference) => holds(reference, part)) ||
      !isSame(cached.verdicts, verdicts) ||
      !isSame(cached.claims, claims)
    ) {
      const references = headingReferencesOf([...verdicts, ...claims], part, judgement);
      const worded = yield* this.explain(part, judgement, { verdicts, claims }, references);
      const local = proved(
        worded,
        once(() => new Proof(part, judgement, this.termbase, usage.outside(judgement), worded.findings)),
      );
      this.cached.set(
        part,
        (cached = {
          judgement,
          usage: usage.key,
          verdicts,
          claims,
          local,
          references,
          placed: placedAt(local, part),
        }),
      );
    } else if (cached.placed.start !== part.start) cached.placed = placedAt(cached.local, part);
    return cached.placed;
  }

  /** The places of what a judgement of a part reports, in its offsets; nothing is cached. */
  placesOf(
    part: Part,
    judgement: Judgement,
    settled: readonly Verdict[],
    ignored: Ignored | undefined,
  ): readonly Span[] {
    const stretch = reportable(part, judgement, settled, ignored);
    const references = headingReferencesOf([...stretch.verdicts, ...stretch.claims], part, judgement);
    return runToEnd(this.explain(part, judgement, stretch, references)).findings;
  }

  /** Words a stretch; its fixes are not proved yet. */
  private *explain(
    part: Part,
    judgement: Judgement,
    { verdicts, claims }: Stretch,
    references: readonly HeadingReference[],
  ): Generator<void, LocalResult> {
    const { surroundings } = judgement;
    const { text } = part;
    const bySpan = new Map<Span, HeadingReference>(references.map((reference) => [reference.span, reference]));
    const evidenceOf: EvidenceReader = (span) => {
      const reference = bySpan.get(span);
      return reference ? evidenceInHeading(reference) : textOf(span, text);
    };
    const worded: WordedVerdict[] = [];
    for (const verdict of verdicts) {
      const isReported = verdict.kind === 'report';
      worded.push({
        verdict,
        finding: isReported ? explainReport(verdict, surroundings, this.termbase, this.options, evidenceOf) : undefined,
      });
      if (isReported) yield;
    }
    const findings: Finding[] = [];
    const allowed: Allow[] = [];
    for (const { verdict, finding } of agreeingPairs(worded, text, this.termbase)) {
      if (finding) findings.push(finding);
      else allowed.push(verdict.kind === 'allow' ? verdict : { ...verdict, kind: 'allow', reason: 'switched-off' });
    }
    const claimed: Finding[] = [];
    const silent: JudgedClaim[] = [];
    for (const claim of claims) {
      const finding = isReported(claim)
        ? explainClaim(claim, surroundings, this.termbase, this.options, evidenceOf)
        : undefined;
      if (finding) claimed.push(finding);
      else silent.push(claim);
      yield;
    }
    const reported = joined(findings, claimed).filter((finding) => !isAccepted(finding, text, this.options.accepted));
    return {
      findings: reported,
      // A value precedes a name in the same place: its reason is the one to explain.
      allowed: once(() =>
        [
          ...silent
            .filter((claim) => overlapping(reported, claim) === undefined)
            .map((claim) => explainSilence(claim, text, this.options, evidenceOf)),
          ...allowed.map((verdict) => explainAllow(verdict, text, evidenceOf)),
        ].sort((a, b) => a.start - b.start),
      ),
      setAside: once(() =>
        judgement
          .setAside()
          .filter((value) => overlapping(reported, value) === undefined)
          .map((value) => explainSetAside(value, text, evidenceOf)),
      ),
      allowedNameCount: allowed.reduce(
        (count, { reason }) => (reason === 'other-meaning' || reason === 'no-anchor' ? count : count + 1),
        0,
      ),
    };
  }
}

/** The verdicts and claims of a part, without those that a comment switches off at their place. */
function reportable(
  part: Part,
  { claims }: Judgement,
  settled: readonly Verdict[],
  ignored: Ignored | undefined,
): Stretch {
  if (!ignored) return { verdicts: settled, claims };
  return {
    verdicts: withoutIgnored(settled, part, ignored),
    claims: claims.filter((claim) => !isReported(claim) || !ignored.isIgnored(claim.start + part.start, claim.rule)),
  };
}

function proved(worded: LocalResult, proof: () => Proof): LocalResult {
  return { ...worded, findings: worded.findings.map((finding) => withProvedFixes(finding, proof)) };
}

/** The fixes are proved on first access: most callers read those of few findings, or of none. */
function withProvedFixes(finding: Finding, proof: () => Proof): Finding {
  if (finding.fixes.length === 0) return finding;
  const fixes = once(() => finding.fixes.filter((fix) => proof().holds(fix)));
  return {
    ...finding,
    get fixes() {
      return fixes();
    },
  };
}

function placedAt({ findings, allowed, setAside, allowedNameCount }: LocalResult, { start, text }: Part): Placed {
  return {
    start,
    end: start + text.length,
    findings: findingsInDocument(findings, start),
    allowed: once(() => allowedInDocument(allowed(), start)),
    setAside: once(() => allowedInDocument(setAside(), start)),
    allowedNameCount,
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function headingReferencesOf(
  verdictsAndClaims: readonly (Verdict | JudgedClaim)[],
  part: Part,
  judgement: Judgement,
): readonly HeadingReference[] {
  const spans = verdictsAndClaims.flatMap(({ evidence }) => evidence.filter(isInherited));
  return spans.map((span) => headingReferenceOf(span, part, judgement));
}

function headingReferenceOf(span: InheritedTime, part: Part, { answers }: Judgement): HeadingReference {
  const { headings, homes } = answers.chainOf(span.note)!;
  const [heading, time] = span.inherited;
  // The heading may have been rewritten since the time was read, and its offset may have changed.
  return {
    span,
    home: homes[heading]!,
    distance: homes[heading]!.start - part.start,
    time: headings[heading]!.times[time]!,
  };
}

function holds({ span, home, distance }: HeadingReference, part: Part): boolean {
  const chain = part.judgement!.answers.chainOf(span.note);
  return chain?.homes[span.inherited[0]] === home && home.start - part.start === distance;
}

/** The offsets are relative to the start of this part. The text of the other part never changes. */
function evidenceInHeading({ time, home, distance }: HeadingReference): Evidence {
  const { start, end, text } = textOf(time, home.text);
  return { start: start + distance, end: end + distance, text };
}

function textOf({ start, end }: Span, text: string): Evidence {
  return { start, end, text: text.slice(start, end) };
}

function withoutIgnored(verdicts: readonly Verdict[], part: Part, ignored: Ignored): readonly Verdict[] {
  return verdicts.map((verdict) =>
    verdict.kind === 'report' && ignored.isIgnored(verdict.mention.start + part.start, verdict.rule)
      ? outcomeOf(verdict, 'ignored', () => allow(verdict, 'ignored'))
      : verdict,
  );
}

/**
 * Merges both lists in document order; where a claim overlaps a reported name, the name wins. Both are sorted and
 * disjoint.
 */
function joined(names: readonly Finding[], claimed: readonly Finding[]): readonly Finding[] {
  if (claimed.length === 0) return names;
  let next = 0;
  const free = claimed.filter((claim) => {
    while (next < names.length && names[next]!.end <= claim.start) next++;
    return next >= names.length || !overlaps(names[next]!, claim);
  });
  return [...names, ...free].sort((a, b) => a.start - b.start);
}
