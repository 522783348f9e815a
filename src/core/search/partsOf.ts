import { foldKey } from '../fold';
import type { Query } from './readQuery';
import { PART_JOINTS } from './words';

/**
 * The two parts of a query that asks two things about the one thing that it names, each with the name of it; none if
 * it asks one thing. The joint is a comma or a word such as "and" that is no part of a name.
 */
export function partsOf(text: string, { names }: Query, read: (part: string) => Query): readonly string[] {
  const [name, ...others] = names.filter(({ isProper }) => isProper);
  if (name === undefined || others.length > 0) return [];
  const thing = name.words.join(' ');
  const joints = [...text.matchAll(/,|\p{L}+/gu)].filter(([word]) => word === ',' || PART_JOINTS.has(foldKey(word)));
  for (const { 0: joint, index } of joints.slice(0, MOST_JOINTS)) {
    const sides = [text.slice(0, index), text.slice(index + joint.length)];
    const queries = sides.map(read);
    const namedIn = queries.map((query) => query.names.filter(({ isProper }) => isProper));
    const isWhole =
      namedIn
        .flat()
        .map(({ words }) => words.join(' '))
        .join() === thing;
    if (isWhole && queries.every(({ words }) => words.length > 0))
      return sides.map((side, i) => (namedIn[i]!.length > 0 ? side : `${side} ${thing}`));
  }
  return [];
}

/** In a question; a list of many words is none. */
const MOST_JOINTS = 4;
