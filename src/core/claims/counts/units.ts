import type { Lang } from '../../document';
import type { NounGroup } from '../../reading/nodes';
import type { CountRelation } from '../relation';

/**
 * Whether one of the units is the head of the group; French and Spanish ones open it. A number after its noun is not a
 * quantity: "Objective 20".
 */
export function isUnit(
  { words, named, head, quantity }: NounGroup,
  { units, file: { fixed } }: CountRelation,
  lang: Lang,
): boolean {
  if (head >= 0 && quantity!.first > head) return false;
  return words.some((_, i) => {
    const length = units.lengthAt(words, i);
    if (length === 0) return false;
    // An English unit is the head of its group, and other words before it narrow it: "27 EU Member States".
    if (lang === 'en') return i + length === words.length && (fixed === true || i === lengthOfNames(named));
    // An adjective after the unit makes it another number, where there are several kinds: "miembros principales".
    const isWhole = fixed === true || i + length === words.length || named.length > 0;
    return isWhole && (i === 0 || (i === 1 && length > 1));
  });
}

function lengthOfNames(named: NounGroup['named']): number {
  return named.reduce((sum, { first, next }) => sum + next - first, 0);
}
