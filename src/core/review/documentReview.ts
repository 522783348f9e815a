import type { Span } from '../document';
import type { Edit, Finding } from '../finding';
import { isAccepted } from '../findings/accepted';
import type { Options } from '../options';
import { findingsInDocument } from '../parts/inDocument';
import { CHECKS, distinct, NOTHING_DROPPED, type Dropped, type Judged } from './judge';
import type { Passage } from './passages';

/** A passage of a review, at its place in the current text. */
interface ReviewedPassage extends Span {
  readonly index: number;
  readonly state: 'waiting' | 'answered' | 'unanswered';
  /** Whether the text has changed since, only by a fix of a finding. */
  readonly isFixed: boolean;
  readonly remarks: readonly Finding[];
  readonly dropped: Dropped;
}

/** How many passages of a review are in which state. `changed` includes those that are only fixed. */
export interface ReviewCounts {
  readonly total: number;
  readonly answered: number;
  readonly unanswered: number;
  readonly waiting: number;
  readonly changed: number;
}

/** A review of one document: it grows with every answer, and follows the edits of the text. */
export class DocumentReview {
  private passages: readonly ReviewedPassage[];
  private readonly total: number;
  private all: readonly Finding[] | undefined;

  /** `reader` is the name to show; `at` is an ISO date and time. */
  constructor(
    passages: readonly (Span & { readonly index: number })[],
    readonly reader: string,
    readonly at: string,
  ) {
    this.total = passages.length;
    this.passages = passages.map(({ start, end, index }) => ({
      start,
      end,
      index,
      state: 'waiting',
      isFixed: false,
      remarks: [],
      dropped: NOTHING_DROPPED,
    }));
  }

  /** The remarks in the offsets of the current text, sorted; the same array until one changes. */
  get remarks(): readonly Finding[] {
    return (this.all ??= distinct(this.passages.flatMap(({ remarks }) => remarks)));
  }

  /** What became of a passage; `changed` if its text has changed since. */
  stateOf({ index }: Pick<Passage, 'index'>): ReviewedPassage['state'] | 'changed' {
    return this.passages.find((passage) => passage.index === index)?.state ?? 'changed';
  }

  get counts(): ReviewCounts {
    const count = (state: ReviewedPassage['state']): number =>
      this.passages.filter((passage) => passage.state === state).length;
    return {
      total: this.total,
      answered: count('answered'),
      unanswered: count('unanswered'),
      waiting: count('waiting'),
      changed: this.total - this.passages.length + this.passages.filter(({ isFixed }) => isFixed).length,
    };
  }

  /** The number of items of the answers that each check dropped. */
  get dropped(): Dropped {
    const sum = (check: (typeof CHECKS)[number]): number =>
      this.passages.reduce((total, { dropped }) => total + dropped[check], 0);
    const repeated = this.passages.reduce((total, { remarks }) => total + remarks.length, -this.remarks.length);
    const sums = Object.fromEntries(CHECKS.map((check) => [check, sum(check)])) as Dropped;
    return { ...sums, repeated: sums.repeated + repeated };
  }

  /** Takes what remains of an answer on a passage, unless the passage has changed since it was asked about. */
  answer(passage: Passage, judged: Pick<Judged, 'remarks' | 'dropped'>): void {
    this.take(passage, judged, 'answered');
  }

  /** As {@link answer}, for an answer that broke off: its remarks count, but the passage is to be asked about again. */
  answerInPart(passage: Passage, judged: Pick<Judged, 'remarks' | 'dropped'>): void {
    this.take(passage, judged, 'unanswered');
  }

  /** Marks a passage that gets no answer. */
  giveUp({ index }: Pick<Passage, 'index'>): void {
    this.change(index, (passage) => (passage.state === 'waiting' ? { ...passage, state: 'unanswered' } : passage));
  }

  /**
   * Follows an edit, whose changes refer to the text before it. A passage that it touches is no longer reviewed. A fix
   * of a finding is known to leave the rest of its passage as it was, so only the remark that it touches goes.
   */
  edit(changes: readonly Edit[], isFix: (change: Edit) => boolean): void {
    this.all = undefined;
    this.passages = this.passages.flatMap((passage) => {
      const { start, end, state } = passage;
      const touching = changes.filter((change) => change.start <= end && change.end >= start);
      if (touching.length > 0 && !(state !== 'waiting' && touching.every(isFix))) return [];
      return [
        {
          ...passage,
          start: start + shiftOf(changes.filter((change) => change.end < start)),
          end: end + shiftOf(changes.filter((change) => change.start <= end)),
          isFixed: passage.isFixed || touching.length > 0,
          remarks: movedRemarks(passage.remarks, changes),
        },
      ];
    });
  }

  private take(
    { index, start }: Passage,
    { remarks, dropped }: Pick<Judged, 'remarks' | 'dropped'>,
    state: 'answered' | 'unanswered',
  ): void {
    this.change(index, (passage) => ({
      ...passage,
      state,
      remarks: findingsInDocument(remarks, passage.start - start),
      dropped,
    }));
  }

  private change(index: number, by: (passage: ReviewedPassage) => ReviewedPassage): void {
    this.all = undefined;
    this.passages = this.passages.map((passage) => (passage.index === index ? by(passage) : passage));
  }
}

/** The remarks after changes of the text, without those that a change touches. */
export function movedRemarks(remarks: readonly Finding[], changes: readonly Edit[]): readonly Finding[] {
  return remarks.flatMap((remark) => {
    const isTouched = changes.some(({ start, end }) => start <= remark.end && end >= remark.start);
    return isTouched ? [] : findingsInDocument([remark], shiftOf(changes.filter(({ end }) => end < remark.start)));
  });
}

/** The remarks that the rules and the accepted findings of a document leave, which may have changed since. */
export function reportable(
  remarks: readonly Finding[],
  text: string,
  { rules, accepted }: Options,
): readonly Finding[] {
  return remarks.filter((remark) => rules[remark.rule] !== 'off' && !isAccepted(remark, text, accepted));
}

/** Does a task with each of some items, a few at a time, in their order. */
export async function takeInTurn<T>(
  items: readonly T[],
  atOnce: number,
  task: (item: T) => Promise<unknown>,
): Promise<void> {
  const waiting = items.values();
  const work = async (): Promise<void> => {
    for (const item of waiting) await task(item);
  };
  await Promise.all(Array.from({ length: Math.max(1, atOnce) }, work));
}

function shiftOf(changes: readonly Edit[]): number {
  return changes.reduce((sum, { start, end, newText }) => sum + newText.length - (end - start), 0);
}
