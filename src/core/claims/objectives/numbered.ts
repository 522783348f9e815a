import type { NounGroup, Range } from '../../reading/nodes';
import { numberAt } from '../../reading/numbers';
import type { Utterance } from '../utterance';
import type { TopicRelation } from './topics';

/** "Objective 9", "the ninth": a numbered part, with its position in a sentence. */
export interface Numbered extends Range {
  readonly number: number;
  /** The tokens of the number. */
  readonly at: Range;
  readonly group: NounGroup | undefined;
  /** The end of the name of the whole, where it follows: "Objective 9 of the Compact". */
  readonly end: number;
  /** A `bare` number only, or one of a `list` after one noun: "objectives 9 and 10". */
  readonly kind: 'single' | 'list' | 'bare';
}

/**
 * The numbered parts that a sentence names, in order; bare numbers only if `withBare` says that the context is about
 * such parts.
 */
export function numberedIn(utterance: Utterance, relation: TopicRelation, withBare: boolean): readonly Numbered[] {
  const found: Numbered[] = [];
  const { tokens } = utterance.reading.sentence;
  for (let i = 0; i < tokens.length; i++) {
    if (relation.units.lengthAt(utterance.words, i) === 0) continue;
    let from = i + 1;
    while (tokens[from] && (relation.numbered.has(tokens[from]!.folded) || /^[.°º]$/.test(tokens[from]!.folded)))
      from++;
    const row = numbersAt(utterance, from);
    const last = row.at(-1);
    if (!last) continue;
    const kind = row.length > 1 ? 'list' : 'single';
    for (const at of row) found.push(numbered(utterance, at, { first: i, next: last.next }, kind));
    i = last.next - 1;
  }
  if (withBare)
    for (const group of utterance.reading.groups) {
      const isNew = !found.some((other) => other.first < group.next && group.first < other.next);
      const number = isNew ? bareNumber(utterance, relation, group) : undefined;
      if (number) found.push(numbered(utterance, number, group, 'bare'));
    }
  return found.sort((a, b) => a.first - b.first);
}

interface Counted extends Range {
  readonly value: number;
}

/** "9", "9 and 10", "4, 8 to 11": the numbers directly after the noun. */
function numbersAt({ reading: { sentence }, grammar }: Utterance, from: number): readonly Counted[] {
  const { tokens } = sentence;
  const row: Counted[] = [];
  for (let i = from; i < tokens.length;) {
    const isFigure = /^\d{1,2}$/.test(tokens[i]!.folded);
    const number = isFigure
      ? { value: Number(tokens[i]!.folded), first: i, next: i + 1 }
      : numberAt(tokens, i, grammar);
    if (!number || (!isFigure && row.length > 0)) break;
    row.push(number);
    let joint = number.next;
    while (joint < number.next + 2 && isJoint(joint)) joint++;
    if (joint === number.next || !/^\d{1,2}$/.test(tokens[joint]?.folded ?? '')) break;
    i = joint;
  }
  return row;
  function isJoint(at: number): boolean {
    const token = tokens[at];
    return (
      token !== undefined &&
      (/^[,–-]$/.test(token.folded) || grammar.is(token, 'coordinator') || grammar.rolesOf(token)?.has('to') === true)
    );
  }
}

/** "the 9th", "el 9", "number 15": a number with a determiner only. A percentage or a span is no such number. */
function bareNumber({ reading }: Utterance, { numbered: signs }: TopicRelation, group: NounGroup) {
  const { quantity, words, determiner, possessive, owners, first } = group;
  const { tokens } = reading.sentence;
  const isOther = words.some((word) => !signs.has(word)) || possessive !== undefined || owners.length > 0;
  if (!quantity || quantity.hedge !== undefined || isOther) return undefined;
  const [after, following] = tokens.slice(quantity.next);
  const isSpan = after?.folded === '%' || /^\d/.test(following?.folded ?? '');
  if (isSpan || !/^\d{1,2}$/.test(tokens[quantity.first]!.folded)) return undefined;
  const isSigned = words.length > 0 || signs.has(tokens[first - 1]?.folded ?? '');
  return determiner === 'definite' || isSigned ? quantity : undefined;
}

function numbered(
  { reading: { groups } }: Utterance,
  at: Counted,
  { first, next }: Range,
  kind: Numbered['kind'],
): Numbered {
  const group = groups
    .filter((each) => each.first <= first && each.next > first)
    .sort((a, b) => a.next - a.first - (b.next - b.first))[0];
  const ends = groups
    .flatMap(({ named }) => named)
    .filter((named) => named.first <= next + 2 && named.next > first)
    .map((named) => named.next);
  return { number: at.value, at, first, next, group, end: Math.max(next, ...ends), kind };
}
