import { usageIn, usageKey, type Judged, type Usage } from '../verdicts/settle';

const NONE: Usage = { established: new Map(), discussed: new Set() };

/** How a document uses its names, as of one state of its text. */
export class DocumentUsage {
  private known: string | undefined;

  constructor(private readonly judged: readonly Judged[]) {}

  /** The same for all states in which the parts settle the verdicts of each other to the same outcomes. */
  get key(): string {
    return (this.known ??= usageKey(usageIn(this.judged, NONE)));
  }

  /** The usage of all parts but one. */
  besides(part: Judged): Usage {
    return usageIn(
      this.judged.filter((each) => each !== part),
      NONE,
    );
  }
}
