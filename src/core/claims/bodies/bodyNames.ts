import data from '../../../../data/relations/bodies.json';
import { perLang } from '../../document';
import { foldKey } from '../../fold';
import { into } from '../../into';
import type { Range } from '../../reading/nodes';
import { byFirstWord, endOfPhrase, type ByFirstWord } from '../../reading/phraseList';
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

const NAMES = new WeakMap<readonly string[], ByFirstWord<Name>>();

/** The names of bodies by their first words. Each line contains all names of one body. */
function namesOf(lines: readonly string[]): ByFirstWord<Name> {
  const names = lines
    .map((line) => line.split('|'))
    .flatMap((all) => all.map((written) => ({ words: foldKey(written).split(/['\s-]+/), written, names: all })));
  return byFirstWord(names, ({ words }) => words);
}

/** A name in full from a token on. It needs its capital letter; a single word, such as an abbreviation, all of them. */
function bodyAt(tokens: readonly Token[], first: number, { words, written, names }: Name): Body | undefined {
  const own = tokens[first]!.written.normalize('NFC');
  const next = endOfPhrase(words, first, (i) => tokens[i]?.folded, /^['-]$/);
  const isAsWritten = words.length === 1 ? own === written : /^\p{Lu}/u.test(own) || !/^\p{Lu}/u.test(written);
  return next !== undefined && isAsWritten ? { first, next, names } : undefined;
}

/** The words of a language that leave a task the same: "its overall coordinator". */
export const plainWordsOf = perLang((lang) => new Set(data.plain[lang].map(foldKey)));
