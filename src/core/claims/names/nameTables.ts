import type { DateGroup } from '../../reading/nodes';
import { nameIn, type Named, type NameTime } from './compareName';
import type { NameWords } from './nameWords';
import type { Utterance } from '../utterance';
import type { Part } from '../../reading/text';

/** "1952–1980 | Intergovernmental Committee for European Migration | ICEM": a row of a name and its years. */
export function rowTimes(
  utterance: Utterance,
  cells: readonly Part[],
  { nouns, uses }: Pick<NameWords, 'nouns' | 'uses' | 'bearingWithNoun'>,
): readonly NameTime[] {
  const { reading } = utterance;
  if (reading.sentence.tokens.length > 60 || reading.groups.length === 0) return [];
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
      }
    }
  }
  const [name] = names;
  const [from] = [...dates].filter((date) => date.from.year !== undefined).sort((a, b) => a.first - b.first);
  // For a name still in use, the years are those of a section.
  if (!name || !from) return [];
  if (from.isSpan) return name.name.to === undefined ? [] : [{ kind: 'span', name, from, to: from }];
  // A single year is a beginning only after a word such as "since".
  const before = reading.nodes.filter(({ next }) => next <= from.first).at(-1);
  const isSince = before?.kind === 'preposition' && before.roles?.has('since') === true;
  return isSince ? [{ kind: 'start', name, from, to: undefined }] : [];
}
