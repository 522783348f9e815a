import data from '../../../../data/relations/bodies.json';
import { perLang } from '../../document';
import { foldKey } from '../../fold';
import { into } from '../../into';
import type { Range } from '../../reading/nodes';
import type { Token } from '../../reading/tokens';
import type { BodyRelation } from '../relation';
import type { Utterance } from '../utterance';

/** A known body of any kind, and where the text names it. */
export interface Body extends Range {
  readonly names: readonly string[];
}

/** The bodies that a sentence names for a relation, by the longest of names that overlap. Most share one list. */
export function bodiesIn({ reading }: Utterance, { file: { others = data.others } }: BodyRelation): readonly Body[] {
  const { tokens } = reading.sentence;
  const byFirst = into(NAMES, others, namesOf);
  const found: Body[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const body = byFirst.get(tokens[i]!.folded)?.flatMap((name) => bodyAt(tokens, i, name) ?? [])[0];
    if (body) i = found[found.push(body) - 1]!.next - 1;
  }
  return found;
}

interface Name {
  readonly words: readonly string[];
  readonly written: string;
  /** All names of the body. */
  readonly names: readonly string[];
}

const NAMES = new WeakMap<readonly string[], ReadonlyMap<string, readonly Name[]>>();

/** The names of bodies by their first words, the longest first. Each line contains all names of one body. */
function namesOf(lines: readonly string[]): ReadonlyMap<string, readonly Name[]> {
  const byFirst = new Map<string, Name[]>();
  for (const names of lines.map((line) => line.split('|')))
    for (const written of names) {
      const words = foldKey(written).split(/['\s-]+/);
      into(byFirst, words[0]!, () => []).push({ words, written, names });
    }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
}

/** A name in full from a token on. It needs its capital letter; a single word, such as an abbreviation, all of them. */
function bodyAt(tokens: readonly Token[], first: number, { words, written, names }: Name): Body | undefined {
  const own = tokens[first]!.written.normalize('NFC');
  let next = first;
  for (const word of words) {
    while (next > first && /^['-]$/.test(tokens[next]?.folded ?? '')) next++;
    if (tokens[next++]?.folded !== word) return undefined;
  }
  const isAsWritten = words.length === 1 ? own === written : /^\p{Lu}/u.test(own) || !/^\p{Lu}/u.test(written);
  return isAsWritten ? { first, next, names } : undefined;
}

/** The words of a language that leave a task the same: "its overall coordinator". */
export const plainWordsOf = perLang((lang) => new Set(data.plain[lang].map(foldKey)));
