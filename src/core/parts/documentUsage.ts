import { sumOf, usageKey, withoutUsage, type Judged, type Usage } from '../verdicts/settle';

/** How a document uses its names, as of one state of its text. */
export class DocumentUsage {
  readonly sum: Usage;
  private known: string | undefined;

  constructor(judged: readonly Judged[]) {
    this.sum = sumOf(judged.map(({ settling }) => settling));
  }

  /** The same for all states in which the parts settle the verdicts of each other to the same outcomes. */
  get key(): string {
    return (this.known ??= usageKey(this.sum));
  }

  /** The usage of all parts but one. */
  outside({ settling }: Judged): Usage {
    return withoutUsage(this.sum, settling);
  }
}
