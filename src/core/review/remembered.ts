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
