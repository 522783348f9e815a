import data from '../../../../data/relations/names.json';
import { perLang } from '../../document';
import { hasYear, type NounGroup } from '../../reading/nodes';
import { nounsOf, withOwners, type Complement, type Statement } from '../../reading/statement';
import { presentNameOf } from '../../termbase/termbase';
import { isVerbOf, nounList, verbList } from '../field';
import { modalityAt } from '../time';
import type { Utterance } from '../utterance';
import { NAMED, nameIn, termOf, type Named, type NameTime } from './compareName';

/** The names that begin according to a verb: "became ICM", "took its present name". */
export function namesInStatement(utterance: Utterance, statement: Statement, words: NameWords): readonly NameTime[] {
  const { verb, complements } = statement;
  if (!verb || modalityAt(utterance, undefined, statement) !== 'asserted') return [];
  const isTurning = isVerbOf(words.turning, verb, utterance.reading);
  if (!isTurning && !isVerbOf(words.withNoun, verb, utterance.reading)) return [];
  const byNoun = namesByNoun(utterance, statement, words);
  return namesBegun(byNoun.length === 0 && isTurning ? namesAfter(utterance, statement) : byNoun, complements);
}

/** The words of a language about names, compiled on first use. */
export const nameWordsOf = perLang((lang) => ({
  turning: verbList(data.turning[lang]),
  withNoun: verbList(data.withNoun[lang]),
  nouns: nounList(data.nouns[lang], lang),
  present: nounList(data.present[lang], lang),
}));

type NameWords = ReturnType<typeof nameWordsOf>;

/** Names after the verb: objects, complements of "as" and "of", subjects of participles and Spanish verbs. */
function namesAfter(utterance: Utterance, { verb, subjects, objects, complements }: Statement): readonly Named[] {
  const inverted = objects.length === 0 ? subjects : [];
  // "became a full member of IOM in 1992": what it became has no name.
  if (objects.length > 0 && namesOf(utterance, objects).length === 0) return [];
  const others = complements.flatMap(({ group, roles }) =>
    group.kind === 'noun' && !['from', 'with', 'without'].some((role) => roles.has(role)) ? [group] : [],
  );
  return namesOf(
    utterance,
    [...inverted, ...objects, ...others].filter(({ first }) => first > verb!.main),
  );
}

/** The names of groups, in the order of the text. */
function namesOf(utterance: Utterance, groups: readonly NounGroup[]): readonly Named[] {
  return [...groups].sort((a, b) => a.first - b.first).flatMap((group) => nameIn(utterance, group) ?? []);
}

/** "the name of ICEM", "the name ICEM", "its present name". */
function namesByNoun(utterance: Utterance, statement: Statement, words: NameWords): readonly Named[] {
  return nounsOf(statement)
    .flatMap((top) => [...withOwners(top)])
    .flatMap((group) => (words.nouns.isIn(group.words) ? (nameByNoun(utterance, group, statement, words) ?? []) : []));
}

function nameByNoun(
  utterance: Utterance,
  group: NounGroup,
  statement: Statement,
  { present }: NameWords,
): Named | undefined {
  const [direct] = namesOf(utterance, [group, ...group.owners]);
  if (direct || !present.isIn(group.words)) return direct;
  const owner = utterance.ownerOf(group, NAMED) ?? utterance.subjectOf(statement, NAMED);
  if (!owner || owner === 'other') return undefined;
  const { concept } = owner.mention.terms[0]!.entry;
  const name = presentNameOf(concept);
  const term = name && termOf(name, utterance.lang);
  return name && term && { concept, name, term, group, by: owner.by };
}

/** Names that begin. The last one has the only date of its statement; of several dates, each follows its own name. */
function namesBegun(names: readonly Named[], complements: readonly Complement[]): readonly NameTime[] {
  const dates = complements.flatMap(({ group, roles }) =>
    hasYear(group) && !group.isSpan && !BOUNDS.some((role) => roles.has(role)) ? [group] : [],
  );
  const distinct = names.filter(({ name }, i) => names.findIndex((other) => other.name === name) === i);
  const begun = dates.length === 1 ? distinct.slice(-1) : distinct;
  const order = begun.flatMap(({ group }, i) => [group.first, dates[i]?.first ?? 0]);
  const isInTurn = begun.length === dates.length && order.every((at, i) => i === 0 || at > order[i - 1]!);
  return dates.length === 1 || isInTurn ? begun.map((name, i) => ({ name, from: dates[i]! })) : [];
}

const BOUNDS = ['until', 'before', 'after', 'between', 'for', 'during'];
