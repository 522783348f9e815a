import { cellsOf } from '../../reading/cells';
import { type Node, hasYear, type NounGroup, yearAlone, type DateGroup } from '../../reading/nodes';
import type { Surroundings } from '../../surroundings/surroundings';
import { type Claim, claimAt, quoted } from '../claim';
import { isNameLabel } from '../labels/rows';
import type { Records } from '../records';
import type { Utterance } from '../utterance';
import data from '../../../../data/relations/names.json';
import { perLang } from '../../document';
import { nounsOf, withOwners, type Complement, type Statement } from '../../reading/statement';
import { presentNameOf } from '../../termbase/termbase';
import { isVerbOf, nounList, verbList } from '../field';
import { modalityAt } from '../time';
import { nameOf } from '../../reading/naming';
import type { Wanted } from '../../reading/text';
import type { Concept, Name, Term } from '../../termbase/concept';
import { yearOf } from '../../termbase/dates';
import { numberIn } from '../events/dateOfFact';

/** "ICEM became ICM in 1975", "its present name since 1992", "PICMME (1951), ICEM (1952)": the years of names. */
export function nameClaims(utterance: Utterance, surroundings: Surroundings, records: Records): readonly Claim[] {
  const { reading } = utterance;
  if (reading.modality !== 'asserted' || reading.dates.length === 0) return [];
  const words = nameWordsOf(utterance.lang);
  const stated = [
    ...reading.statements.flatMap((statement) => namesInStatement(utterance, statement, words)),
    ...nameInRow(utterance, surroundings),
  ];
  return stated.flatMap((each) => compareName(utterance, each, records) ?? []);
}

/**
 * "1952–1980 | Intergovernmental Committee for European Migration | ICEM": a row that consists of a name and its years,
 * in a table with a header such as "Name": in other tables, the years date something else.
 */
function nameInRow(utterance: Utterance, surroundings: Surroundings): readonly NameTime[] {
  const { reading, grammar } = utterance;
  const { sentence, nodes, groups } = reading;
  const head = surroundings.tableHeadOf(sentence.block);
  if (sentence.block.kind !== 'table-row' || head === sentence.block) return [];
  const [header] = surroundings.sentencesOf(head);
  if (!header || !cellsOf(header, surroundings.prose).some((cell) => isNameLabel(cell, grammar))) return [];
  const isElse = (node: Node): boolean =>
    node.kind === 'verb' || (node.kind === 'noun' && nameIn(utterance, node) === undefined);
  const [name, ...others] = groups.flatMap((group) => nameIn(utterance, group) ?? []);
  const [date, ...more] = reading.dates.filter(({ from }) => from.year !== undefined);
  if (!name || others.some((other) => other.name !== name.name) || !date || more.length > 0) return [];
  if (nodes.some(isElse)) return [];
  // For a name still in use, the years are those of a section.
  if (date.isSpan) return name.name.to === undefined ? [] : [{ name, from: date, to: date }];
  // A single year is a beginning only after a word such as "since".
  const before = nodes.findLast(({ next }) => next <= date.first);
  return before?.kind === 'preposition' && before.roles?.has('since') === true ? [{ name, from: date }] : [];
}

/** The names that begin according to a verb: "became ICM", "took its present name". */
function namesInStatement(utterance: Utterance, statement: Statement, words: NameWords): readonly NameTime[] {
  const { verb, complements } = statement;
  if (!verb || modalityAt(utterance, undefined, statement) !== 'asserted') return [];
  const isTurning = isVerbOf(words.turning, verb, utterance.reading);
  if (!isTurning && !isVerbOf(words.withNoun, verb, utterance.reading)) return [];
  const byNoun = namesByNoun(utterance, statement, words);
  return namesBegun(byNoun.length === 0 && isTurning ? namesAfter(utterance, statement) : byNoun, complements);
}

/** The words of a language about names, compiled on first use. */
const nameWordsOf = perLang((lang) => ({
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

/** The subjects whose names are compared. */
const NAMED: Wanted = { concepts: new Set(data.subjects) };

/** A name of the subject in a noun group, or an anaphoric reference to it ("its present name"). */
interface Named {
  readonly concept: Concept;
  readonly name: Name;
  readonly term: Term;
  readonly group: NounGroup;
  readonly by: 'name' | 'reference';
}

/** The dates at which a text lets a name begin and end. */
interface NameTime {
  readonly name: Named;
  readonly from: DateGroup;
  readonly to?: DateGroup;
}

/** The name that a group consists of, if it contains nothing else. */
function nameIn(utterance: Utterance, group: NounGroup): Named | undefined {
  const named = nameOf(group, utterance.reading);
  const found = named && NAMED.concepts.has(named.concept) ? named.mention.terms[0] : undefined;
  if (!found || found.entry.name.from === undefined) return undefined;
  const { concept, name } = found.entry;
  const term = termOf(name, utterance.lang, found.form);
  return term && { concept, name, term, group, by: 'name' };
}

/** The preferred term of a name in a language: the full form, or the abbreviation. */
function termOf({ terms }: Name, lang: string, form: Term['form'] = 'full'): Term | undefined {
  return terms.find(
    (term) => term.lang === lang && (term.form ?? 'full') === form && (term.status ?? 'preferred') === 'preferred',
  );
}

/**
 * Compares the years that a text gives to a name with those in the record. Either may be wrong, so no fix here is safe
 * to apply without review.
 */
function compareName(
  utterance: Utterance,
  { name: { concept, name, term, by }, from, to }: NameTime,
  records: Records,
): Claim | undefined {
  const { start, end } = data.messages;
  const changes = [
    { date: from, stated: from.from.year, right: yearOf(name.from), slack: name.slackFrom, template: start },
    { date: to, stated: to?.to.year, right: yearOf(name.to), slack: name.slackTo, template: end },
  ];
  for (const { date, stated, right, slack, template } of changes) {
    if (!date || stated === undefined || right === undefined || stated === right) continue;
    const span = numberIn(utterance, date, stated) ?? numberIn(utterance, date, stated % 100) ?? date;
    // A year that other good sources give for the change is explained, not reported as wrong.
    const isDisputed = slack !== undefined && (slack - stated) * (right - stated) <= 0;
    const facts = records.facts(data.subjects[0]!, data.property).filter((fact) => yearOf(fact.from) === right);
    const values = {
      name: quoted(term.text),
      right: { kind: 'date', day: yearAlone(right) },
      wrong: { kind: 'date', day: yearAlone(stated) },
    } as const;
    return claimAt(
      utterance,
      span,
      { concept: concept.id, by },
      {
        facts: facts.map(({ id }) => id),
        message: { template, values },
        ...(isDisputed ? ({ certainty: 'likely', severity: 'information' } as const) : {}),
        instead: [String(right)],
      },
    );
  }
  return undefined;
}
