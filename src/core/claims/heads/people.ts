import type { NounGroup, Range } from '../../reading/nodes';
import type { Sentence } from '../../reading/sentence';
import type { Text } from '../../reading/text';
import type { Fact } from '../../termbase/concept';
import type { Utterance } from '../utterance';

/** A head whom a noun group names; the range is that of the name. */
export interface Person extends Range {
  readonly group: NounGroup;
  readonly head: Fact;
}

/** Whether a sentence names a person; otherwise it names no head. */
export function mayNameHead(sentence: Sentence, text: Text): boolean {
  return text.mentionsIn(sentence).some(({ terms }) => terms[0]!.entry.concept.kind === 'person');
}

/** The heads whom a sentence names, one in each noun group. */
export function peopleIn({ reading }: Utterance, heads: readonly Fact[]): readonly Person[] {
  return reading.groups.flatMap((group) =>
    group.named
      .flatMap(({ first, next, mention }) => {
        const head = heads.find((fact) => personOf(fact) === mention.terms[0]!.entry.concept.id);
        return head ? [{ group, first, next, head }] : [];
      })
      .slice(0, 1),
  );
}

/** Facts of the property `head` are named after the person's concept: `iom-head-amy-pope` → `person-amy-pope`. */
export function personOf(fact: Fact): string {
  return fact.id.replace(/^.*?-head-/, 'person-');
}
