import type { Range } from '../../reading/nodes';
import type { NounGroup } from '../../reading/nodes';
import { numberAt } from '../../reading/numbers';
import type { Utterance } from '../utterance';
import type { TopicRelation } from './topics';

/** "Objective 9", "its third objective", "the ninth": a numbered part, with its position in a sentence. */
export interface Numbered extends Range {
  readonly number: number;
  /** The tokens of the number. */
  readonly at: Range;
  readonly group: NounGroup | undefined;
  /** The end of the name of the whole, where it follows: "Objective 9 of the Compact". */
  readonly end: number;
  /** Whether it consists of its number only. */
  readonly isBare: boolean;
  /** Several numbers after one noun: "objectives 9 and 10". */
  readonly isInList: boolean;
}

/**
 * The numbered parts that a sentence names, in order; bare numbers only if `withBare` says that the context is about
 * such parts.
 */
export function numberedIn(utterance: Utterance, relation: TopicRelation, withBare: boolean): readonly Numbered[] {
  const found: Numbered[] = [];
  const {
    sentence: { tokens },
  } = utterance.reading;
  for (let i = 0; i < tokens.length; i++) {
    if (relation.names.lengthAt(utterance.words, i) === 0) continue;
    let next = i + 1;
    while (
      next < tokens.length &&
      next <= i + 3 &&
      (relation.numbered.has(tokens[next]!.folded) || /^[.°º]$/.test(tokens[next]!.folded))
    )
      next++;
    const row = rowOfNumbers(utterance, next);
    if (row.length > 0) {
      for (const at of row)
        found.push(
          numbered(utterance, at.value, at, { first: i, next: row[row.length - 1]!.next }, row.length > 1, false),
        );
      i = row[row.length - 1]!.next - 1;
      continue;
    }
  }
  if (withBare) for (const group of utterance.reading.groups) addBare(utterance, relation, group, found);
  return found.sort((a, b) => a.first - b.first);
}

interface Counted extends Range {
  readonly value: number;
}

/** "9", "9 and 10", "4, 8 to 11": the numbers directly after the noun. */
function rowOfNumbers(
  {
    reading: {
      sentence: { tokens },
      grammar,
    },
  }: Utterance,
  from: number,
): readonly Counted[] {
  const row: Counted[] = [];
  for (let i = from; i < tokens.length;) {
    const number = /^\d{1,2}$/.test(tokens[i]!.folded)
      ? { value: Number(tokens[i]!.folded), first: i, next: i + 1 }
      : row.length === 0
        ? numberAt(tokens, i, grammar)
        : undefined;
    if (!number || number.value > 99 || tokens[number.next]?.folded === '%') break;
    row.push(number);
    let joint = number.next;
    while (
      joint < tokens.length &&
      joint < number.next + 2 &&
      (/^[,–-]$/.test(tokens[joint]!.folded) ||
        grammar.is(tokens[joint], 'coordinator') ||
        grammar.rolesOf(tokens[joint]!)?.has('to') === true ||
        grammar.rolesOf(tokens[joint]!)?.has('in') === true)
    )
      joint++;
    if (joint === number.next || !/^\d{1,2}$/.test(tokens[joint]?.folded ?? '')) break;
    i = joint;
  }
  return row;
}

/** "the 9th", "el 9", "le troisième", "number 15": a number with a determiner only. */
function addBare(utterance: Utterance, relation: TopicRelation, group: NounGroup, found: Numbered[]): void {
  const { tokens } = utterance.reading.sentence;
  if (found.some((other) => other.first < group.next && group.first < other.next)) return;
  const only = group.words.filter((word) => !relation.numbered.has(word));
  if (only.length > 0 || group.possessive !== undefined || group.owners.length > 0) return;
  if (
    group.quantity &&
    group.quantity.value <= 99 &&
    group.quantity.hedge === undefined &&
    /^\d{1,2}$/.test(tokens[group.quantity.first]!.folded)
  ) {
    const isNumber = group.words.length > 0 || relation.numbered.has(tokens[group.first - 1]?.folded ?? '');
    if (group.determiner === 'definite' || isNumber)
      found.push(numbered(utterance, group.quantity.value, group.quantity, group, false, true));
  }
}

function numbered(
  utterance: Utterance,
  number: number,
  at: Range,
  { first, next }: Range,
  isInList: boolean,
  isBare: boolean,
): Numbered {
  const group = smallestAround(utterance, first);
  let end = next;
  for (const named of utterance.reading.groups.flatMap((each) => each.named))
    if (named.first <= next + 2 && named.next > end && named.next > first) end = named.next;
  return { number, at, first, next, group, end, isBare, isInList };
}

function smallestAround({ reading: { groups } }: Utterance, token: number): NounGroup | undefined {
  return groups
    .filter(({ first, next }) => first <= token && next > token)
    .sort((a, b) => a.next - a.first - (b.next - b.first))[0];
}
