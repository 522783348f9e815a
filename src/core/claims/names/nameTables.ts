import type { DateGroup } from '../../reading/nodes';
import type { Part } from '../../reading/text';
import { isVerbOf } from '../field';
import type { Utterance } from '../utterance';
import { nameIn, type Named, type NameTime } from './compareName';
import type { NameWords } from './nameWords';

/** "1952–1980 | Intergovernmental Committee for European Migration | ICEM": a row of a name and its years. */
export function rowTimes(
  utterance: Utterance,
  cells: readonly Part[],
  { nouns, uses, bearingWithNoun }: NameWords,
): readonly NameTime[] {
  const { reading } = utterance;
  if (reading.sentence.tokens.length > LONGEST) return [];
  const names: Named[] = [];
  const dates = new Set<DateGroup>();
  for (const node of reading.nodes) {
    // A group that extends from one cell into the next belongs to neither.
    const isInCell = cells.some(({ first, next }) => node.first >= first && node.next <= next);
    if (node.kind === 'date') dates.add(node);
    else if (node.kind === 'noun') {
      const name = nameIn(utterance, node);
      const isUse = node.words.every((word) => [uses, nouns].some((list) => list.get(word).length > 0));
      if (!isInCell || (!name && !isUse)) return [];
      if (name) names.push(name);
      for (const date of node.dates) dates.add(date);
    } else if (node.kind === 'verb' && (node.passive === false || !isVerbOf(bearingWithNoun, node, reading))) return [];
  }
  const [name] = names;
  const [from, , ...more] = [...dates].filter((date) => date.from.year !== undefined).sort((a, b) => a.first - b.first);
  if (!name || !from || more.length > 0 || names.some((other) => other.name !== name.name)) return [];
  // For a name still in use, the years are those of a section.
  if (from.isSpan) return name.name.to === undefined ? [] : [{ kind: 'span', name, from, to: from }];
  // A single year is a beginning only after a word such as "since".
  const before = reading.nodes.findLast(({ next }) => next <= from.first);
  const isSince = before?.kind === 'preposition' && before.roles?.has('since') === true;
  return isSince ? [{ kind: 'start', name, from, to: undefined }] : [];
}

/** In tokens. */
const LONGEST = 60;
