import { findClaims } from '../claims/findClaims';
import { judge } from '../context/judge';
import { settle } from '../context/settle';
import { Surroundings } from '../context/surroundings';
import type { Verdict } from '../context/verdict';
import type { Span, TextDocument } from '../document';
import type { Checked } from '../findings/finding';
import type { Options } from '../options';
import { Answers } from './answers';
import { Evidence } from './evidence';
import { ignoredIn } from './ignoredIn';
import type { Part } from './part';
import { PartList, type Change } from './partList';
import { Results } from './results';
import { formatOf } from '../prose/languages';
import type { Termbase } from '../termbase/termbase';

/**
 * A document that is checked and goes on being checked while it is edited. Its parts are read, searched and judged by
 * themselves; an edit does that again for the parts that it touches, and for those that were told something of them
 * that has changed. What comes out is what a check of the whole new text gives.
 */
export class DocumentCheck {
  private readonly list: PartList;
  private readonly evidence: Evidence;
  private readonly results: Results;
  /** How many parts, from the first on, have been searched, and of those with mentions how many are judged and told. */
  private searched = 0;
  private judged = 0;
  private told = 0;
  private verdicts: Settled | undefined;

  constructor(document: TextDocument, private readonly termbase: Termbase, options: Options) {
    this.list = new PartList(document.text, formatOf(document.languageId), termbase);
    this.evidence = new Evidence(document.lang, termbase);
    this.results = new Results(termbase, options);
  }

  /**
   * Goes on with the work until it is done, or time is up; then it may be called again. Once the whole text has been
   * searched, the parts in `visible` come first. Returns whether all is done.
   */
  work(isTimeUp: () => boolean = () => false, visible?: Span): boolean {
    return this.search(isTimeUp) && this.judgeAll(isTimeUp, visible) && this.tellAll(isTimeUp);
  }

  /** The findings in the text as it stands; does all work that is left. */
  get checked(): Checked {
    this.work();
    return this.checkedSoFar;
  }

  /** The findings in what is judged. How the document uses its names elsewhere may still change them. */
  get checkedSoFar(): Checked {
    const { parts, verdicts } = this.verdicts ?? this.settle();
    return this.results.of(parts, verdicts, ignoredIn(this.list.parts));
  }

  /** Whether the findings in a stretch of the text are known. */
  isJudged({ start, end }: Span): boolean {
    return this.list.isCut && this.list.parts.every((part) => part.start >= end || part.start + part.text.length <= start || !needsJudging(part));
  }

  /** From 0 to 1: how much of the work is done. */
  get progress(): number {
    const { cut, all } = this.list.lengths;
    const { length } = this.list.parts;
    const share = (count: number): number => (this.list.isCut && length > 0 ? count / length : 0);
    return ((all === 0 ? 1 : cut / all) + share(this.judged) + (this.verdicts ? this.told / Math.max(1, this.verdicts.parts.length) || 1 : 0)) / 3;
  }

  /** The text as it stands, and its length. */
  get text(): string {
    return this.list.text;
  }

  get length(): number {
    return this.list.lengths.all;
  }

  /** The changes of one edit. As in an editor, all of them tell their places in the text before the edit; they do not overlap. */
  edit(changes: readonly Change[]): void {
    for (const change of [...changes].sort((a, b) => b.start - a.start || b.end - a.end)) this.list.change(change);
    this.evidence.forget();
    this.searched = 0;
    this.judged = 0;
    this.told = 0;
    this.verdicts = undefined;
  }

  private search(isTimeUp: () => boolean): boolean {
    while (!this.list.isCut || this.searched < this.list.parts.length) {
      if (this.searched === this.list.parts.length) this.list.cutNext();
      void this.list.parts[this.searched++].mentions;
      if (isTimeUp()) return false;
    }
    this.evidence.parts = this.list.parts;
    return true;
  }

  private judgeAll(isTimeUp: () => boolean, visible: Span | undefined): boolean {
    const { parts } = this.list;
    if (this.judged === parts.length) return true;
    const rest: Part[] = [];
    const inSight: Part[] = [];
    for (const part of parts) {
      if (needsJudging(part)) (visible && part.start < visible.end && part.start + part.text.length > visible.start ? inSight : rest).push(part);
    }
    this.judged = parts.length - rest.length - inSight.length;
    for (const part of [...inSight, ...rest]) {
      this.judge(part);
      this.judged++;
      if (isTimeUp()) return this.judged === parts.length;
    }
    return true;
  }

  /** Puts the findings of each part into words, which then need only be put together. */
  private tellAll(isTimeUp: () => boolean): boolean {
    const { parts, verdicts } = (this.verdicts ??= this.settle());
    const ignored = ignoredIn(this.list.parts);
    while (this.told < parts.length) {
      this.results.ofPart(parts[this.told], verdicts[this.told], ignored);
      this.told++;
      if (isTimeUp()) return this.told === parts.length;
    }
    return true;
  }

  private settle(): Settled {
    // While work is left, what was judged before an edit may rest on what is no longer so.
    const isDone = this.list.isCut && this.judged === this.list.parts.length;
    const parts = this.list.parts.filter((part) => part.mentions.length > 0 && (isDone || !needsJudging(part)));
    return { parts, verdicts: settle(parts.map((part) => part.judgement!), this.termbase) };
  }

  private judge(part: Part): void {
    const answers = new Answers(part, this.evidence);
    const surroundings = new Surroundings(part.prose, part.mentions, answers);
    part.judgement = { answers, surroundings, first: judge(surroundings, part.passages, this.termbase), claims: findClaims(surroundings, this.termbase) };
  }
}

interface Settled {
  readonly parts: readonly Part[];
  readonly verdicts: readonly (readonly Verdict[])[];
}

function needsJudging(part: Part): boolean {
  return part.mentions.length > 0 && part.judgement?.answers.areStale() !== false;
}
