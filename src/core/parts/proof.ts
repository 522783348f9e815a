import { isReported } from '../claims/claim';
import { overlaps, type Span } from '../document';
import type { Edit, Finding, Fix } from '../finding';
import { applyEdits } from '../findings/applyFixes';
import { settle, sumOf, type Usage } from '../verdicts/settle';
import type { RuleId, Severity } from '../rules';
import type { Termbase } from '../termbase/termbase';
import { judgePart } from './judgePart';
import { Part, type Judgement } from './part';
import { runToEnd } from './runToEnd';

/**
 * Proves the fixes of a part: each is applied to a copy of the part, which is judged again. A fix holds if the copy
 * reports nothing where it was applied, and at most hints in its sentence that the part did not report. The fixes of
 * different sentences share a copy, so that the number of copies does not depend on that of the findings.
 */
export class Proof {
  private readonly holding = new Set<string>();

  constructor(
    private readonly part: Part,
    private readonly judged: Judgement,
    private readonly termbase: Termbase,
    private readonly elsewhere: Usage,
    findings: Iterable<Finding>,
  ) {
    const most = Math.min(MOST_COPIES, Math.max(FEWEST_COPIES, Math.ceil(MOST_TEXT / (part.text.length + 1))));
    const trials = this.trialsOf(findings, most);
    if (trials.length === 0) return;
    const known = new Set(reportsOf(judged, termbase, elsewhere).map(keyOf));
    const failed = [...roundsOf(trials, most)].flatMap((round) => {
      const left = this.test(round, known);
      return round.length > 1 ? left : [];
    });
    // A fix may fail for what another one changed: the first few are tested again by themselves.
    for (const trial of failed.slice(0, most)) this.test([trial], known);
  }

  /** Whether a fix of the findings holds. */
  holds(fix: Fix): boolean {
    return this.holding.has(editsKey(fix));
  }

  /** The fixes to be tested, at most `most` of those whose sentence begins at the same place. */
  private trialsOf(findings: Iterable<Finding>, most: number): readonly Trial[] {
    const { surroundings } = this.judged;
    const counts = new Map<number, number>();
    const trials: Trial[] = [];
    for (const finding of findings) {
      const sentence = surroundings.siteAt(finding)?.sentence ?? finding;
      for (const { edits } of finding.fixes) {
        const start = Math.min(sentence.start, ...edits.map((edit) => edit.start));
        const end = Math.max(sentence.end, ...edits.map((edit) => edit.end));
        const count = counts.get(start) ?? 0;
        if (count < most) trials.push({ edits, start, end });
        counts.set(start, count + 1);
      }
    }
    return trials;
  }

  /** Applies fixes of different sentences, in their order, to one copy; returns those that do not hold. */
  private test(trials: readonly Trial[], known: ReadonlySet<string>): readonly Trial[] {
    const judgement = this.judge(
      applyEdits(
        this.part.text,
        trials.flatMap(({ edits }) => edits),
      ),
    );
    const reports = [...reportsOf(judgement, this.termbase, this.elsewhere)].sort((a, b) => a.start - b.start);
    let next = 0;
    let shift = 0;
    return trials.filter((trial) => {
      const start = trial.start + shift;
      const changed = trial.edits.map((edit) => {
        const from = edit.start + shift;
        shift += edit.newText.length - (edit.end - edit.start);
        return { start: from, end: from + edit.newText.length, shift };
      });
      const end = trial.end + shift;
      while (next < reports.length && reports[next]!.end <= start) next++;
      const inSentence: Reported[] = [];
      for (; next < reports.length && reports[next]!.start < end; next++) inSentence.push(reports[next]!);
      const holds = inSentence.every(
        (report) =>
          !changed.some((span) => overlaps(span, report)) &&
          (report.severity === 'hint' || known.has(keyOf(before(report, changed, start - trial.start)))),
      );
      if (holds) this.holding.add(editsKey(trial));
      return !holds;
    });
  }

  private judge(text: string): Judgement {
    const { part } = this;
    const { format } = part.prose;
    const blocks = format.readPart(text, part.index === 0).blocks;
    const copy = new Part(text, blocks, format, this.termbase);
    return runToEnd(judgePart(copy, this.judged.answers, this.termbase));
  }
}

/** The edits of a fix to be tested, with the sentence that they change. */
interface Trial extends Span {
  readonly edits: readonly Edit[];
}

interface Reported extends Span {
  readonly rule: RuleId;
  readonly severity: Severity;
}

/** The approximate length of the copies of a part together, in code units. */
const MOST_TEXT = 60_000;
/**
 * The number of copies for fixes of the same sentences, and again that of fixes that are tested by themselves. A few
 * are made of any part, so that a sentence with several errors has its fixes in a long part, too.
 */
const MOST_COPIES = 16;
const FEWEST_COPIES = 3;

/** Rules that compare the places of a document: what they report of a copy says nothing of a fix. */
const OF_DOCUMENT: ReadonlySet<RuleId> = new Set(['undefined-abbreviation', 'inconsistent-name']);

/** What a part reports in a document that uses names elsewhere. */
function reportsOf(judgement: Judgement, termbase: Termbase, elsewhere: Usage): readonly Reported[] {
  const [verdicts] = settle([judgement], termbase, sumOf([elsewhere, judgement.settling]));
  const names = verdicts!.flatMap((verdict): readonly Reported[] =>
    verdict.kind === 'report'
      ? [{ start: verdict.mention.start, end: verdict.mention.end, rule: verdict.rule, severity: verdict.severity }]
      : [],
  );
  return [...names, ...judgement.claims.filter(isReported)].filter(({ rule }) => !OF_DOCUMENT.has(rule));
}

/** Identifies a fix by its edits: its finding may have been worded again since it was proved. */
function editsKey({ edits }: Pick<Fix, 'edits'>): string {
  return edits.map(({ start, end, newText }) => `${start} ${end} ${newText}`).join('\n');
}

function keyOf({ rule, start, end }: Pick<Reported, 'rule' | 'start' | 'end'>): string {
  return `${rule} ${start} ${end}`;
}

/** Sets of trials without overlap, at most `most`: the first trial of each sentence, the second, and so on. */
function* roundsOf(trials: readonly Trial[], most: number): Generator<readonly Trial[]> {
  let left = [...trials].sort((a, b) => a.start - b.start);
  for (let round = 0; round < most && left.length > 0; round++) {
    const chosen: Trial[] = [];
    const later: Trial[] = [];
    for (const trial of left) (trial.start >= (chosen.at(-1)?.end ?? 0) ? chosen : later).push(trial);
    yield chosen;
    left = later;
  }
}

/** A report of the copy in the offsets of the part; `shift` is that of the text before the changed spans. */
function before(
  { rule, start, end }: Reported,
  changed: readonly (Span & { readonly shift: number })[],
  shift: number,
): Pick<Reported, 'rule' | 'start' | 'end'> {
  const last = changed.findLast((span) => span.end <= start)?.shift ?? shift;
  return { rule, start: start - last, end: end - last };
}
