import type { Span } from '../document';
import type { Edit, Finding } from '../finding';
import { findingsInDocument } from '../parts/inDocument';

/** An answer that a reader gave, kept for a second review. All of it may be stored as JSON. */
export interface RememberedAnswer {
  /** Of passage, excerpt, instructions and model; see `Review.keyOf`. */
  readonly key: string;
  readonly model: string;
  /** When it was given, as an ISO date and time. */
  readonly at: string;
  readonly answer: string;
}

/** The answers of earlier reviews, by key; the oldest are forgotten. */
export class RememberedAnswers {
  private readonly byKey = new Map<string, RememberedAnswer>();

  constructor(
    answers: Iterable<RememberedAnswer> = [],
    private readonly most = 2_000,
  ) {
    for (const answer of answers) this.add(answer);
  }

  get(key: string): RememberedAnswer | undefined {
    return this.byKey.get(key);
  }

  add(answer: RememberedAnswer): void {
    this.byKey.delete(answer.key);
    this.byKey.set(answer.key, answer);
    if (this.byKey.size > this.most) this.byKey.delete(this.byKey.keys().next().value!);
  }

  /** All answers, the oldest first, to be stored. */
  get all(): readonly RememberedAnswer[] {
    return [...this.byKey.values()];
  }
}

/** The remarks on a passage, at its place in the document. */
export interface PassageRemarks extends Span {
  readonly remarks: readonly Finding[];
}

/**
 * The remarks after an edit: those of a passage that it touches are dropped, and those after it move. The changes are
 * those of one edit: their offsets refer to the text before it, and they do not overlap.
 */
export function afterEdit<T extends PassageRemarks>(passages: readonly T[], changes: readonly Edit[]): readonly T[] {
  return passages.flatMap((passage) => {
    const touched = changes.some(({ start, end }) => start <= passage.end && end >= passage.start);
    if (touched) return [];
    const shift = changes
      .filter(({ end }) => end <= passage.start)
      .reduce((sum, { start, end, newText }) => sum + newText.length - (end - start), 0);
    if (shift === 0) return [passage];
    return [
      {
        ...passage,
        start: passage.start + shift,
        end: passage.end + shift,
        remarks: findingsInDocument(passage.remarks, shift),
      },
    ];
  });
}
