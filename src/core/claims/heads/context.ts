import type { Fact } from '../../termbase/concept';
import type { Records } from '../records';
import type { Utterance } from '../utterance';

/** The input of a claim about a head: the sentence, and the heads of the record in order. */
export interface Context {
  readonly utterance: Utterance;
  readonly row: readonly Fact[];
  readonly current: Fact;
  readonly records: Records;
}
