import { settle } from '../verdicts/settle';
import type { Verdict } from '../verdicts/verdict';
import type { Lang, Span, TextDocument } from '../document';
import type { Allowed, Checked, JudgedAs } from '../finding';
import { isoDate } from '../reading/textTime/textTime';
import type { Options } from '../options';
import { countHeldBack } from './heldBack';
import { WholeDocument } from './wholeDocument';
import { ignoredIn } from './ignoredIn';
import type { Ignored } from './ignore';
import { judgePart } from './judgePart';
import { Beyond, firstOf, MOST_FINDINGS } from './mostFindings';
import type { Judgement, Part } from './part';
import { RememberedAnswers } from './rememberedAnswers';
import { PART_LENGTH } from './cut';
import { PartList } from './partList';
import { Results, type Placed, type Settlement } from './results';
import { DocumentUsage } from './documentUsage';
import { formatOf } from '../prose/languages';
import { yearOf } from '../termbase/dates';
import type { Termbase } from '../termbase/termbase';
import { isSame } from './same';

/**
 * Checks a document, and keeps checking it while it is edited. Its parts are read, searched and judged separately;
 * after an edit, only the parts that it touches are processed again, and those that depend on something that it
 * changed. The result always equals that of a check of the whole new text.
 */
export class DocumentCheck {
  private readonly list: PartList;
  private readonly whole: WholeDocument;
  private readonly results: Results;
  /** Whether all parts are searched and the facts about the document as a whole are gathered. */
  private isWholeRead = false;
  /**
   * Number of parts, from the first, that were tested for whether they must be judged; and the parts that must be and
   * are not yet.
   */
  private asked = 0;
  private waiting: Part[] = [];
  /** The progress of the parts whose judgement has begun. */
  private readonly inProgress = new Map<Part, Generator<void, Judgement>>();
  /** The stretch whose parts come first in the queue. */
  private prioritized: Span | undefined;
  private settled: Settled | undefined;
  /** The work of the part whose findings are being worded. */
  private wording: Generator<void, Placed> | undefined;
  private readonly beyond: Beyond;
  /** The release of judgements that is under way. */
  private releasing: Generator<void> | undefined;
  private ignored: { readonly by: Ignored | undefined } | undefined;
  /** The result before the last edit. */
  private previous: Pick<Settled, 'judgements' | 'verdicts'> | undefined;

  /**
   * @param partLength Approximate length of a part in code units; it does not affect the findings.
   * @param most The number of findings that are listed.
   */
  constructor(
    private readonly document: TextDocument,
    private readonly termbase: Termbase,
    private readonly options: Options,
    partLength = PART_LENGTH,
    private readonly most = MOST_FINDINGS,
  ) {
    this.list = new PartList(document.text, formatOf(document.languageId), termbase, partLength);
    this.whole = new WholeDocument(document.lang, termbase, document);
    this.results = new Results(termbase, options);
    this.beyond = new Beyond(this.results, most);
  }

  /**
   * Continues the work until it is done or time is up, after which it may be called again. Once the whole text has
   * been searched, the parts in `visible` come first. Returns whether all work is done.
   */
  work(isTimeUp: () => boolean = () => false, visible?: Span): boolean {
    return this.search(isTimeUp) && this.judgeAll(isTimeUp, visible) && this.wordAll(isTimeUp);
  }

  /** The findings in the current text; does all remaining work. */
  get checked(): Checked {
    this.work();
    return (this.settled!.result ??= checkedOf([...this.firstOf(this.settled!.placed)]));
  }

  /**
   * As {@link checked}, but yields one stretch of the text at a time, in document order, and words each only on
   * request: for callers that read a document once and keep nothing, however many findings there are.
   */
  *inTurn(): Generator<Checked> {
    this.search(() => false);
    this.judgeAll(() => false, undefined);
    for (const placed of this.firstOf(this.placedInTurn(this.settleAll()))) yield checkedOf([placed]);
  }

  private *placedInTurn(settled: Settled): Generator<Placed> {
    const { parts, verdicts } = settled;
    for (let i = 0; i < parts.length; i++) yield* this.results.inTurn(parts[i]!, verdicts[i]!, settled);
  }

  private firstOf(all: Iterable<Placed>): Generator<Placed> {
    const unlisted = this.list.parts.reduce((sum, { judgement }) => sum + (judgement?.unlisted ?? 0), 0);
    return firstOf(all, this.most, unlisted, this.options.messages ?? this.whole.language());
  }

  /**
   * The findings in the parts judged so far. Names elsewhere in the document may still change them. Empty until all
   * parts are searched.
   */
  get checkedSoFar(): Checked {
    if (!this.isWholeRead) return checkedOf([]);
    if (this.settled && this.settled.placed.length === this.settled.parts.length) return this.checked;
    const waiting = new Set(this.waiting);
    const settled =
      this.settled ??
      this.settle(
        this.list.parts.filter((part, i) => part.judgement !== undefined && i < this.asked && !waiting.has(part)),
      );
    return checkedOf(settled.parts.map((part, i) => this.results.ofPart(part, settled.verdicts[i]!, settled)));
  }

  /** Whether the findings in a stretch of the text are known. */
  isJudged({ start, end }: Span): boolean {
    return (
      this.isWholeRead &&
      this.asked === this.list.parts.length &&
      this.waiting.every((part) => part.start >= end || part.start + part.text.length <= start)
    );
  }

  /** The share of the work that is done, from 0 to 1. */
  get progress(): number {
    const { cut, all } = this.list.lengths;
    const count = this.list.parts.length;
    const judged = this.isWholeRead ? shareOf(this.asked - this.waiting.length, count) : 0;
    const worded = this.settled ? shareOf(this.settled.placed.length, this.settled.parts.length) : 0;
    return (shareOf(cut, all) + judged + worded) / 3;
  }

  /** The time as of which the text is judged; searches what is not yet searched. */
  get judgedAs(): JudgedAs {
    this.search(() => false);
    const { time, place } = this.whole.textTime();
    const date = time.kind === 'unclear' ? undefined : time.date;
    const possible = time.kind === 'dated' ? undefined : time.possible;
    const changed = yearOf(this.document.fileDates?.changed);
    return {
      kind: time.kind,
      date: date && isoDate(date),
      shownBy: time.shownBy,
      evidence: place && {
        start: place.start,
        end: place.end,
        text: this.text.slice(place.start, place.end),
      },
      possible: possible
        ? { from: possible.date.year, to: possible.until }
        : changed !== undefined && time.shownBy === 'file'
          ? { from: undefined, to: changed }
          : undefined,
    };
  }

  /**
   * The number of names and values that are not reported only because of the time of the text: as of today, they would
   * be. None if the caller gave its date. Does all remaining work.
   */
  get heldBack(): number {
    this.workOnHeldBack();
    return this.settleAll().heldBack!;
  }

  /** The work for {@link heldBack}, as {@link work} does its own. */
  workOnHeldBack(isTimeUp: () => boolean = () => false): boolean {
    this.search(() => false);
    this.judgeAll(() => false, undefined);
    const settled = this.settleAll();
    if (this.whole.textTime().time.shownBy === 'caller') settled.heldBack = 0;
    settled.counting ??= countHeldBack(settled, this.termbase, this.results);
    while (settled.heldBack === undefined) {
      const step = settled.counting.next();
      if (step.done) settled.heldBack = step.value;
      else if (isTimeUp()) return false;
    }
    return true;
  }

  /** The language of the text as a whole; searches what is not yet searched. */
  get language(): Lang {
    this.search(() => false);
    return this.whole.language();
  }

  /** The current text, and its length in code units. */
  get text(): string {
    return this.list.text;
  }

  get length(): number {
    return this.list.lengths.all;
  }

  /** Replaces the text, for example after an edit: what is unchanged is not read again. */
  update(text: string): void {
    if (text === this.text) return;
    this.list.update(text);
    this.isWholeRead = false;
    this.asked = 0;
    this.waiting = [];
    this.inProgress.clear();
    this.wording = undefined;
    this.releasing = undefined;
    this.ignored = undefined;
    this.prioritized = undefined;
    if (this.settled) this.previous = { judgements: this.settled.judgements, verdicts: this.settled.verdicts };
    this.settled = undefined;
  }

  private search(isTimeUp: () => boolean): boolean {
    if (this.isWholeRead) return true;
    while (!this.list.isCut) {
      void this.list.cutNext().mentions;
      if (isTimeUp()) return false;
    }
    // The facts about the document as a whole are complete only now, and may have changed.
    this.whole.read(this.list.parts);
    this.isWholeRead = true;
    return !isTimeUp();
  }

  private judgeAll(isTimeUp: () => boolean, visible: Span | undefined): boolean {
    const { parts } = this.list;
    while (this.asked < parts.length) {
      const part = parts[this.asked++]!;
      if (this.whole.hasMentions && part.judgement?.answers.areStale() !== false) {
        // Its answers are not refreshed before it is judged, because they may already be those of the current text.
        part.judgement = undefined;
        this.waiting.push(part);
      }
      if (this.asked % 64 === 0 && isTimeUp()) return false;
      if (this.asked === parts.length) this.waiting.reverse();
    }
    this.bringToFront(visible);
    do {
      while (this.waiting.length > 0) {
        if (this.releasing && !this.release(isTimeUp)) return false;
        this.judgeOn(this.waiting[this.waiting.length - 1]!);
        if (isTimeUp()) return false;
      }
      if (!this.release(isTimeUp)) return false;
      // An edit may have left too few findings before a part that was released.
      if (!this.settled) this.waiting = parts.filter((part) => this.whole.hasMentions && !part.judgement).reverse();
    } while (this.waiting.length > 0);
    return true;
  }

  /** Releases the judgements beyond the findings that are listed. */
  private release(isTimeUp: () => boolean): boolean {
    if (this.settled) return true;
    this.releasing ??= this.beyond.release(this.list.parts, this.ignoredHere());
    while (!this.releasing.next().done) if (isTimeUp()) return false;
    this.releasing = undefined;
    return true;
  }

  private ignoredHere(): Ignored | undefined {
    return (this.ignored ??= { by: ignoredIn(this.list.parts) }).by;
  }

  /** Moves the parts in sight to the end of the queue, from which the next part is taken. */
  private bringToFront(visible: Span | undefined): void {
    if (!visible || (this.prioritized?.start === visible.start && this.prioritized.end === visible.end)) return;
    this.prioritized = visible;
    const isInSight = (part: Part): boolean =>
      part.start < visible.end && part.start + part.text.length > visible.start;
    this.waiting = [...this.waiting.filter((part) => !isInSight(part)), ...this.waiting.filter(isInSight)];
  }

  /** Words the findings of each part, and collects them. */
  private wordAll(isTimeUp: () => boolean): boolean {
    const isNew = !this.settled;
    const settled = this.settleAll();
    if (isNew && isTimeUp()) return false;
    const { parts, verdicts, placed } = settled;
    while (placed.length < parts.length) {
      const step = (this.wording ??= this.results.wordPart(
        parts[placed.length]!,
        verdicts[placed.length]!,
        settled,
      )).next();
      if (step.done) {
        placed.push(step.value);
        this.wording = undefined;
      }
      if (isTimeUp()) return placed.length === parts.length;
    }
    return true;
  }

  /** Whether a part contains names, or claims about something named in another part. */
  private mayHold(part: Part): boolean {
    return (
      (part.mentions.length > 0 && part.judgement?.unlisted === undefined) ||
      (this.whole.hasMentions && part.judgement !== undefined && part.judgement.claims.length > 0)
    );
  }

  /** The verdicts of all parts, which must be judged. */
  private settleAll(): Settled {
    return (this.settled ??= this.settle(this.list.parts.filter((part) => this.mayHold(part))));
  }

  private settle(judged: readonly Part[]): Settled {
    const parts = judged.filter(({ judgement }) => judgement?.unlisted === undefined);
    const judgements = parts.map((part) => part.judgement!);
    const usage = new DocumentUsage(judgements);
    // Most edits touch no part that contains a name.
    const verdicts =
      this.previous && isSame(this.previous.judgements, judgements)
        ? this.previous.verdicts
        : settle(judgements, this.termbase, usage.sum);
    return { parts, judgements, verdicts, ignored: this.ignoredHere(), usage, placed: [] };
  }

  /**
   * Judges one more name of the last part in the queue. Works in steps, because a part may be a paragraph of any
   * length and other parts may take precedence.
   */
  private judgeOn(part: Part): void {
    let steps = this.inProgress.get(part);
    if (!steps)
      this.inProgress.set(part, (steps = judgePart(part, new RememberedAnswers(part, this.whole), this.termbase)));
    const step = steps.next();
    if (!step.done) return;
    part.judgement = step.value;
    if (this.beyond.judged(step.value)) this.releasing ??= this.beyond.release(this.list.parts, this.ignoredHere());
    this.inProgress.delete(part);
    this.waiting.pop();
  }
}

/** The verdicts of all parts with mentions, and their wording as far as it is done. */
interface Settled extends Settlement {
  readonly parts: readonly Part[];
  readonly judgements: readonly Judgement[];
  readonly verdicts: readonly (readonly Verdict[])[];
  readonly placed: Placed[];
  /** What the time of the text holds back: the count, and the progress of counting. */
  heldBack?: number;
  counting?: Generator<void, number>;
  /** Set once the findings of all parts are worded. */
  result?: Checked;
}

/** Returns the findings at once; allowed mentions are worded on request. Later edits change neither. */
function checkedOf(placed: readonly Placed[]): Checked {
  let allowed: readonly Allowed[] | undefined;
  return {
    findings: placed.flatMap(({ findings }) => findings),
    get allowed() {
      return (allowed ??= placed.flatMap((part) => part.allowed()));
    },
    setAside: (at) =>
      placed.flatMap((part) => (at === undefined || (part.start <= at && at <= part.end) ? part.setAside() : [])),
    allowedNameCount: placed.reduce((sum, part) => sum + part.allowedNameCount, 0),
  };
}

function shareOf(done: number, all: number): number {
  return all === 0 ? 1 : done / all;
}
