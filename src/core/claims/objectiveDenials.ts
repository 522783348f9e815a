import type { Node, VerbGroup } from '../reading/nodes';
import type { Numbered } from './numbered';
import type { Utterance } from './utterance';
import type { FoundTopic } from './topics';

/** "There is no objective 24", "objective 9 is not about trafficking". */
export function isDenied(utterance: Utterance, part: Numbered, topics: readonly FoundTopic[] = []): boolean {
  if (part.group?.determiner === 'negative' || part.group?.isDenied) return true;
  // "Objective 16, on skills, would help": the words before the verb are presupposed.
  const isPresupposed = (verb: VerbGroup | undefined): boolean =>
    verb?.modality === 'supposed' &&
    topics.length > 0 &&
    topics.every((topic) => topic.next <= verb.first && topic.first >= part.next);
  return (
    utterance.reading.statements.some(
      ({ modality, first, next, verb }) =>
        first <= part.first &&
        part.first < next &&
        ((modality !== 'asserted' && modality !== 'planned' && !isPresupposed(verb)) || verb?.negated === true),
    ) ||
    aroundIn(utterance, part).some(
      (node) =>
        (node.kind === 'verb' && node.negated && !isParted(utterance, part, node)) ||
        (node.kind === 'negation' && node.next <= part.first && node.next >= part.first - 3),
    )
  );
}

/** "objective 13, which is no last resort, and objective 9": a comma and an "and" limit the scope of negation. */
function isParted({ reading: { nodes } }: Utterance, part: Numbered, verb: Node): boolean {
  return nodes.some(
    (node, i) =>
      node.kind === 'coordinator' &&
      nodes[i - 1]?.kind === 'comma' &&
      node.first >= verb.next &&
      node.next <= part.first,
  );
}

/** The nodes between the colons and semicolons around a part. */
function aroundIn({ reading: { nodes } }: Utterance, part: Numbered): readonly Node[] {
  const isMark = ({ kind }: Node): boolean => kind === 'colon' || kind === 'stop';
  const from = nodes.findLastIndex((node) => isMark(node) && node.next <= part.first);
  const to = nodes.findIndex((node) => isMark(node) && node.first >= part.next);
  return nodes.slice(from + 1, to < 0 ? nodes.length : to);
}
