import { foldedWords } from '../fold';
import type { Query } from './readQuery';
import { EMPTY, JOINTS } from './words';

/** The two things that are compared: what is on the sides of a joint, otherwise two names. */
export function comparedIn(text: string, { names, words }: Query): readonly string[] {
  const comparing = new Set(words.flatMap(({ word, asks }) => (asks.includes('compare') ? [word] : [])));
  const sides: string[][] = [[]];
  for (const word of foldedWords(text)) {
    if (JOINTS.has(word)) sides.push([]);
    else if (!comparing.has(word)) sides.at(-1)!.push(word);
  }
  const filled = sides.map((side) => side.filter((word) => !EMPTY.has(word)).join(' ')).filter(Boolean);
  return filled.length === 2 ? filled : names.length === 2 ? names.map((name) => name.words.join(' ')) : [];
}

/** "Convention … 1951 Protocol … 1967": each side has words and ends with a year, and no word follows the last. */
export function twoWithYears(text: string): readonly string[] {
  const ends = [...text.matchAll(/\b\d{4}\b/g)].map(({ index }) => index + 4);
  const [before, last] = ends.slice(-2);
  if (before === undefined || last === undefined || /[\p{L}\p{N}]/u.test(text.slice(last))) return [];
  const sides = [text.slice(0, before), text.slice(before, last)];
  return sides.every((side) => /\p{L}/u.test(side)) ? sides : [];
}
