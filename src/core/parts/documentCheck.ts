import { findClaims } from '../claims/findClaims';
import { judge } from '../context/judge';
import { settle } from '../context/settle';
import { Surroundings } from '../context/surroundings';
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
  /** How many parts have had their mentions found, from the first on. */
  private searched = 0;
  private judged = 0;

  constructor(document: TextDocument, private readonly termbase: Termbase, options: Options) {
    this.list = new PartList(document.text, formatOf(document.languageId), termbase);
    this.evidence = new Evidence(document.lang, termbase);
    this.results = new Results(termbase, options);
  }

  /**
   * Goes on with the work until it is done, or time is up; then it may be called again. The parts in `visible` come
   * first once the whole text has been searched. Returns whether all is done.
   */
  work(isTimeUp: () => boolean = () => false, visible?: Span): boolean {
    while (!this.list.isCut || this.searched < this.list.parts.length) {
      if (this.searched === this.list.parts.length) this.list.cutNext();
      void this.list.parts[this.searched++].mentions;
      if (isTimeUp()) return false;
    }
    if (this.evidence.parts !== this.list.parts) this.evidence.parts = this.list.parts;
    const { parts } = this.list;
    if (this.judged === parts.length) return true;
    this.judged = 0;
    const rest: Part[] = [];
    for (const part of parts) {
      if (part.mentions.length === 0 || part.judgement?.answers.areStale() === false) this.judged++;
      else if (visible && part.start < visible.end && part.start + part.text.length > visible.start) { this.judge(part); if (isTimeUp()) return false; }
      else rest.push(part);
    }
    for (const part of rest) {
      this.judge(part);
      if (isTimeUp()) return this.judged === parts.length;
    }
    return true;
  }

  /** The findings in the text as it stands; does all work that is left. */
  get checked(): Checked {
    this.work();
    return this.checkedSoFar;
  }

  /** The findings in what is done. How the document uses its names elsewhere may still change them. */
  get checkedSoFar(): Checked {
    const parts = this.list.parts.filter((part) => part.judgement !== undefined && part.mentions.length > 0);
    const verdicts = settle(parts.map((part) => part.judgement!), this.termbase);
    return this.results.of(parts, verdicts, ignoredIn(this.list.parts));
  }

  /** From 0 to 1: how much of the work is done. */
  get progress(): number {
    const { cut, all } = this.list.lengths;
    const { length } = this.list.parts;
    return all === 0 ? 1 : (cut / all) * 0.5 + (length === 0 ? 0 : (this.judged / length) * 0.5);
  }

  get text(): string {
    return this.list.text;
  }

  /** The changes of one edit. As in an editor, all of them tell their places in the text before the edit; they do not overlap. */
  edit(changes: readonly Change[]): void {
    for (const change of [...changes].sort((a, b) => b.start - a.start || b.end - a.end)) this.list.change(change);
    this.evidence.forget();
    this.searched = 0;
    this.judged = 0;
  }

  private judge(part: Part): void {
    const answers = new Answers(part, this.evidence);
    const surroundings = new Surroundings(part.prose, part.mentions, answers);
    part.judgement = { answers, surroundings, first: judge(surroundings, part.passages, this.termbase), claims: findClaims(surroundings, this.termbase) };
    this.judged++;
  }
}
