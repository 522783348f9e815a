import type { DateGroup } from '../../reading/nodes';
import { nameIn, type Named, type NameTime } from './compareName';
import { isVerbOf } from '../field';
import type { NameWords } from './nameWords';
import type { Utterance } from '../utterance';
import type { Part } from '../../reading/text';

/** "1952–1980 | Intergovernmental Committee for European Migration | ICEM": a row of a name and its years. */
export function rowTimes(
  utterance: Utterance,
  cells: readonly Part[],
  { nouns, uses, bearingWithNoun }: Pick<NameWords, 'nouns' | 'uses' | 'bearingWithNoun'>,
): readonly NameTime[] {
  const { reading } = utterance;
  if (reading.sentence.tokens.length > 60 || reading.groups.length === 0) return [];
  // A group that extends from one cell into the next belongs to neither.
  if (
    reading.nodes.some(
      (node) => node.kind === 'noun' && !cells.some(({ first, next }) => node.first >= first && node.next <= next),
    )
  )
    return [];
  const isUse = (word: string): boolean => [uses, nouns].some((list) => list.get(word).length > 0);
  const names: Named[] = [];
  const dates = new Set<DateGroup>();
  for (const { first, next } of cells) {
    const inside = reading.nodes.filter((node) => node.first >= first && node.next <= next);
    for (const node of inside) {
      if (node.kind === 'date') dates.add(node);
      else if (node.kind === 'noun') {
        const name = nameIn(utterance, node);
        for (const date of node.dates) dates.add(date);
        if (name) names.push(name);
        else if (!node.words.every((word) => isUse(word))) return [];
      } else if (node.kind === 'verb' && !(node.passive !== false && isVerbOf(bearingWithNoun, node, reading)))
        return [];
    }
  }
  const [name] = names;
  if (!name || names.some((other) => other.name !== name.name)) return [];
  const [from, , ...more] = [...dates].filter((date) => date.from.year !== undefined).sort((a, b) => a.first - b.first);
  if (!from || more.length > 0) return [];
  // For a name still in use, the years are those of a section.
  if (!name || !from) return [];
  if (from.isSpan) return name.name.to === undefined ? [] : [{ kind: 'span', name, from, to: from }];
  // A single year is a beginning only after a word such as "since".
  const before = reading.nodes.filter(({ next }) => next <= from.first).at(-1);
  const isSince = before?.kind === 'preposition' && before.roles?.has('since') === true;
  return isSince ? [{ kind: 'start', name, from, to: undefined }] : [];
}
