import type { Span } from '../../document';

/**
 * An event that a text reports as present, or as just past, and that the record may date.
 * - `numbered`: one of a series, by its number, host city or year. `facts` are the ids of the facts with its date; of
 *   several, that of the `year` applies.
 * - `anniversary`: of the body with the id `concept`, in the year `age` after its foundation; or, in its `age`th year.
 */
export type RecordedEvent = Span &
  (
    | {
        readonly kind: 'numbered';
        readonly subject: string;
        readonly facts: readonly string[];
        readonly year: number | undefined;
      }
    | { readonly kind: 'anniversary'; readonly concept: string; readonly age: number; readonly isYear: boolean }
  );

/** A name in prose, and the id of its concept. */
export interface NamedConcept extends Span {
  readonly concept: string;
}
