import type { Node } from '../../reading/nodes';
import type { Numbered } from './numbered';
import type { Utterance } from '../utterance';

/** "There is no objective 24", "objective 9 is not about trafficking". */
export function isDenied(utterance: Utterance, part: Numbered): boolean {
  if (part.group?.determiner === 'negative' || part.group?.isDenied) return true;
  return (
    utterance.reading.statements.some(
      ({ modality, first, next, verb }) =>
        first <= part.first &&
        part.first < next &&
        ((modality !== 'asserted' && modality !== 'planned') || verb?.negated === true),
    ) ||
    aroundIn(utterance, part).some(
      (node) =>
        (node.kind === 'verb' && node.negated) ||
        (node.kind === 'negation' && node.next <= part.first && node.next >= part.first - 3),
    )
  );
}

/** The nodes between the colons and semicolons around a part. */
function aroundIn({ reading: { nodes } }: Utterance, part: Numbered): readonly Node[] {
  const isMark = ({ kind }: Node): boolean => kind === 'colon' || kind === 'stop';
  const from = nodes.findLastIndex((node) => isMark(node) && node.next <= part.first);
  const to = nodes.findIndex((node) => isMark(node) && node.first >= part.next);
  return nodes.slice(from + 1, to < 0 ? nodes.length : to);
}
