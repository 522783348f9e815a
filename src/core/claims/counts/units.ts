import type { NounGroup, Quantity } from '../../reading/nodes';
import type { Grammar } from '../../reading/grammar';
import type { PhraseList } from '../field';
import type { CountRelation } from '../relation';
import type { Utterance } from '../utterance';

/** Whether the group counts the relation's unit, a looser unit, or no unit of the relation. */
export function unitOf(
  group: NounGroup,
  quantity: Quantity,
  relation: CountRelation,
  utterance: Utterance,
): 'unit' | 'loose' | undefined {
  const { units, looseUnits } = relation;
  if (relation.file.form === 'money') return isInDollars(group, quantity, relation, utterance) ? 'loose' : undefined;
  // "offices in 12 countries of West Africa"
  if (relation.file.form === 'within' && group.owners.length > 0) return undefined;
  // "Objective 20": a number after its noun is not a quantity.
  if (group.head >= 0 && quantity.first > group.head) return undefined;
  const { words } = group;
  if (words.length === 0) return 'loose';
  if (isUnit(group, units, relation, utterance.grammar)) return 'unit';
  return looseUnits.lengthAt(words, 0) === words.length ? 'loose' : undefined;
}

/** Whether one of the units is the head of the group; French and Spanish ones open it. */
export function isUnit(
  { words, named }: NounGroup,
  units: PhraseList,
  { file: { fixed } }: CountRelation,
  { lang }: Grammar,
): boolean {
  return words.some((_, i) => {
    const length = units.lengthAt(words, i);
    if (length === 0) return false;
    // An English unit is the head of its group, and other words before it narrow it: "27 EU Member States".
    if (lang === 'en') return i + length === words.length && (fixed === true || i === lengthOfNames(named));
    // "miembros principales": an adjective after the unit makes it another number, where there are several kinds.
    const isWhole = fixed === true || i + length === words.length || named.length > 0;
    return isWhole && (i === 0 || (i === 1 && length > 1));
  });
}

function lengthOfNames(named: NounGroup['named']): number {
  return named.reduce((sum, { first, next }) => sum + next - first, 0);
}

/** "USD 1.8 billion", "1,8 milliard de dollars", "$1.8 billion" */
function isInDollars(
  { words, owners }: NounGroup,
  { first, next }: Quantity,
  { looseUnits }: CountRelation,
  {
    reading: {
      sentence: { tokens },
    },
  }: Utterance,
): boolean {
  const named = words.length > 0 ? words : (owners[0]?.words ?? []);
  return named.length > 0
    ? looseUnits.isIn(named)
    : [first - 1, next].some((at) => tokens[at]?.folded.endsWith('$') === true);
}
