import type { Named, NounGroup, Quantity, Range } from '../../reading/nodes';
import { innermost } from '../../reading/phrases';
import { conceptIn, type Utterance } from '../utterance';
import type { TopicRelation } from './topics';

/** "Objective 9", "objectives 9 and 10", "the ninth": numbered parts, with their position in a sentence. */
export interface Numbered extends Range {
  readonly numbers: readonly number[];
  /** The tokens of the first number. */
  readonly at: Range;
  readonly group: NounGroup | undefined;
  /** The name that follows: "Objective 9 of the Compact". */
  readonly name: Named | undefined;
  /** The end of that name, or of the numbers. */
  readonly end: number;
  /** A number without a noun. */
  readonly isBare: boolean;
}

/**
 * The numbered parts that a sentence names, in order; bare numbers only if `withBare` says that the context is about
 * such parts.
 */
export function numberedIn(utterance: Utterance, relation: TopicRelation, withBare: boolean): readonly Numbered[] {
  const { words, reading } = utterance;
  const counted = words.flatMap((_, i) => {
    const isBare = withBare && opensRow(utterance, i);
    if (!isBare && relation.units.lengthAt(words, i) === 0) return [];
    const row = numbersAt(utterance, isBare ? i : i + 1);
    return row ? [placed(utterance, { ...row, first: i, isBare })] : [];
  });
  const bare = reading.groups.flatMap((group) => {
    const isNew = withBare && !counted.some(({ first, next }) => first < group.next && group.first < next);
    const number = isNew ? bareNumber(utterance, group) : undefined;
    const { first, next } = group;
    return number ? [placed(utterance, { numbers: [number.value], at: number, first, next, isBare: true })] : [];
  });
  return [...counted, ...bare].sort((a, b) => a.first - b.first);
}

/**
 * How a numbered part is attributed to the relation's subject; `undefined` where it belongs to another text, or nothing
 * attributes it. `mayGuess` allows the document to decide: where it names the subject and no other text with such
 * parts.
 */
export function wholeOf(
  utterance: Utterance,
  { group, name, first, next }: Numbered,
  relation: TopicRelation,
  mayGuess: boolean,
): 'name' | 'reference' | undefined {
  const { words, grammar, reading, discourse } = utterance;
  const isOwn = ({ mention }: Named): boolean => conceptIn(mention, relation) !== undefined;
  if (name && isOwn(name)) return 'name';
  if (group?.possessive !== undefined) {
    const owner = utterance.ownerOf(group, relation);
    return owner === 'other' ? undefined : owner?.by;
  }
  // A number belongs to the whole that the sentence names: "Objective 1 of the plan", "In its plan, objective 4 is …".
  const isOfOther = grammar.hasRole(reading.sentence.tokens[next], 'of');
  if (isOfOther || relation.rivals.isIn(words.slice(0, first))) return undefined;
  if (reading.groups.some(({ named }) => named.some((each) => each.next <= first && isOwn(each)))) return 'name';
  const named = utterance.namedLast(first, relation, (each) => relation.rivals.isIn(each.words));
  if (named) return named === 'other' ? undefined : 'reference';
  return mayGuess && discourse.isNamed(relation.file.subjects[0]!) ? 'reference' : undefined;
}

/** "9", "9 and 10", "4, 8 to 11": the numbers directly after the noun. */
function numbersAt(
  { reading, grammar }: Utterance,
  from: number,
): Pick<Numbered, 'numbers' | 'at' | 'next'> | undefined {
  const { tokens } = reading.sentence;
  const isFigure = (i: number): boolean => FIGURE.test(tokens[i]?.folded ?? '');
  const isJoint = (i: number): boolean =>
    /^[,–-]$/.test(tokens[i]?.folded ?? '') || grammar.is(tokens[i], 'coordinator') || grammar.hasRole(tokens[i], 'to');
  const numbers: number[] = [];
  let next = from;
  for (let i = from; isFigure(i) || (numbers.length > 0 && i <= next + 1 && isJoint(i)); i++)
    if (isFigure(i)) {
      numbers.push(Number(tokens[i]!.folded));
      next = i + 1;
    }
  return numbers.length > 0 ? { numbers, at: { first: from, next: from + 1 }, next } : undefined;
}

const FIGURE = /^\d{1,2}$/;

/** Whether the first cell of a row is a number, which begins at a token: markup, no blank, separates it from words. */
function opensRow({ site, reading, discourse }: Utterance, i: number): boolean {
  const [first, number, after] = [undefined, ...reading.sentence.tokens].slice(i, i + 3);
  const isFirst = site.block.kind === 'table-row' && first === undefined;
  if (!isFirst || !number || !after || !FIGURE.test(number.folded)) return false;
  return /^\s*[^\s\p{L}]/u.test(discourse.textOf(number.end, after.end));
}

/** "the 9th", "el 9": a number with an article only. A percentage or a span is no such number. */
function bareNumber({ reading }: Utterance, { quantity, words, determiner, owners }: NounGroup): Quantity | undefined {
  if (!quantity || quantity.hedge || words.length > 0 || owners.length > 0 || determiner !== 'definite')
    return undefined;
  const [after, following] = reading.sentence.tokens.slice(quantity.next);
  return after?.folded === '%' || /^\d/.test(following?.folded ?? '') ? undefined : quantity;
}

/** Numbers with the smallest group that contains them, and the name that follows. */
function placed({ reading }: Utterance, part: Omit<Numbered, 'group' | 'name' | 'end'>): Numbered {
  const group = innermost(reading.groups, { first: part.first, next: part.first + 1 });
  const name = reading.groups
    .flatMap(({ named }) => named)
    .find(({ first, next }) => first <= part.next + 2 && next > part.first);
  return { ...part, group, name, end: Math.max(part.next, name?.next ?? 0) };
}
