import data from '../../../../data/relations/bodies.json';
import { foldKey } from '../../fold';
import type { Range } from '../../reading/nodes';
import type { BodyRelation } from '../relation';
import type { Utterance } from '../utterance';

/** Finds the bodies that a sentence names for a relation. Most relations share one list of them. */
export function bodiesIn(utterance: Utterance): (relation: BodyRelation) => readonly Body[] {
  const found = new Map<readonly string[], readonly Body[]>();
  return ({ file: { others = data.others } }) => {
    let bodies = found.get(others);
    if (!bodies) found.set(others, (bodies = findBodies(utterance, others)));
    return bodies;
  };
}

/** A known body of any kind, and where the text names it. */
export interface Body extends Range {
  readonly names: readonly string[];
}

/** Longest names first. Abbreviations match in capitals only. */
function findBodies(
  {
    reading: {
      sentence: { tokens },
    },
  }: Utterance,
  others: readonly string[],
): readonly Body[] {
  const byFirst = namesOf(others);
  const found: Body[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (found.length > 0 && i < found[found.length - 1]!.next) continue;
    for (const { words, written, names } of byFirst.get(tokens[i]!.folded) ?? []) {
      let k = i;
      const isThere = words.every((word) => {
        while (tokens[k]?.kind === 'punctuation' && k > i && /^['-]$/.test(tokens[k]!.folded)) k++;
        return tokens[k++]?.folded === word;
      });
      if (
        !isThere ||
        (!/^\p{Lu}/u.test(tokens[i]!.written) && /^\p{Lu}/u.test(written)) ||
        (words.length === 1 && tokens[i]!.written.normalize('NFC') !== written)
      )
        continue;
      found.push({ first: i, next: k, names });
      break;
    }
  }
  return found;
}

/** The names of bodies by their first words. Each line contains all names of one body. */
function namesOf(lines: readonly string[]): NamesByFirst {
  const known = namesByFirst.get(lines);
  if (known) return known;
  const byFirst = new Map<string, { words: string[]; written: string; names: string[] }[]>();
  for (const line of lines) {
    const all = line.split('|');
    for (const written of all) {
      const words = foldKey(written).replace(/['-]/g, ' ').split(' ').filter(Boolean);
      const same = byFirst.get(words[0]!);
      const entry = { words, written, names: all };
      if (same) same.push(entry);
      else byFirst.set(words[0]!, [entry]);
    }
  }
  for (const list of byFirst.values()) list.sort((x, y) => y.words.length - x.words.length);
  namesByFirst.set(lines, byFirst);
  return byFirst;
}

const namesByFirst = new WeakMap<readonly string[], NamesByFirst>();

type NamesByFirst = ReadonlyMap<
  string,
  readonly { readonly words: readonly string[]; readonly written: string; readonly names: readonly string[] }[]
>;
