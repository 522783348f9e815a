import data from '../../../data/relations/names.json';
import type { Claim } from './claim';
import type { Records } from './records';
import { perLang } from '../document';
import { foldKey } from '../fold';
import type { OwnReferent } from '../reading/naming';
import type { Prose } from '../prose/prose';
import { cellsOf } from '../reading/cells';
import { grammarOf } from '../reading/grammar';
import type { DateGroup, NounGroup } from '../reading/nodes';
import { withOwners, type Statement } from '../reading/statement';
import { compareName, nameIn, type Named, type NameTime } from './compareName';
import { presentNameOf } from '../termbase/termbase';
import { datesIn, type Entry } from './entries';
import { matchOf } from './labelMatch';
import { Field, isVerbOf, PhraseList, nounPhrase } from './field';
import { entryTimes, lineTimes } from './nameTables';
import type { Relation } from './relation';
import type { Utterance } from './utterance';
import { count } from './claimMessage';
import { dateBefore, modalityAt } from './time';
import { inWords } from './wordNumbers';

/** "ICEM became ICM in 1975", "its present name since 1992", "PICMME (1951), ICEM (1952)": the years of names. */
export function nameClaims(utterance: Utterance, prose: Prose, records: Records): readonly Claim[] {
  const { nodes, groups, modality, sentence } = utterance.reading;
  if (modality !== 'asserted') return [];
  const counted = countClaims(utterance, wordsOf(utterance.lang), records);
  if (!(nodes.some(({ kind }) => kind === 'date') || groups.some(({ dates }) => dates.length > 0))) return counted;
  const words = wordsOf(utterance.lang);
  const stated = [
    ...utterance.reading.statements.flatMap((statement) => ofStatement(utterance, statement, words)),
    ...inBrackets(utterance),
    ...ofChange(utterance, words),
    ...lineTimes(utterance, cellsOf(sentence, prose)),
    ...entryTimes(utterance, words.nouns, words.bearing, words.bearingWithNoun),
  ];
  const claims = stated.flatMap((each) => compareName(utterance, each, records) ?? []);
  return [...counted, ...claims].filter((each, i) => !claims.slice(0, i).some((other) => other.start === each.start));
}

/** "Present name since: 1989" */
export function labelledNames(entry: Entry, records: Records): readonly Claim[] {
  const { utterance, from, asks } = entry;
  const dates = datesIn(utterance.reading).filter(({ first, from: day }) => first >= from && day.year !== undefined);
  const match = asks || dates.length !== 1 ? undefined : matchOf(entry, wordsOf(utterance.lang).relation);
  const name =
    match?.how === 'label'
      ? presentName(utterance, match.subject, { ...utterance.reading.groups[0]!, named: [] })
      : undefined;
  const claim = name && compareName(utterance, { kind: 'start', name, from: dates[0], to: undefined }, records);
  return claim ? [claim] : [];
}

/** The words of a language about names. */
interface Words {
  readonly relation: Relation;
  readonly turning: PhraseList;
  readonly into: PhraseList;
  readonly leading: PhraseList;
  readonly withNoun: PhraseList;
  readonly bearing: PhraseList;
  readonly bearingWithNoun: PhraseList;
  readonly dating: PhraseList;
  readonly happening: PhraseList;
  readonly replacing: PhraseList;
  readonly thus: ReadonlySet<string>;
  readonly nouns: PhraseList;
  readonly present: PhraseList;
  readonly changes: PhraseList;
  readonly former: PhraseList;
}

const wordsOf = perLang((lang): Words => {
  const grammar = grammarOf(lang);
  const verbs = (list: readonly string[]): PhraseList => new Field({ theme: list }, grammar).theme;
  const nouns = (list: readonly string[]): PhraseList => new PhraseList(list, (phrase) => nounPhrase(phrase, grammar));
  const none = nouns([]);
  return {
    relation: {
      file: {
        id: 'iom-names',
        property: data.property,
        subjects: data.subjects,
        field: { en: {}, fr: {}, es: {} },
        messages: data.messages,
      },
      concepts: new Set(data.subjects),
      field: new Field(undefined, grammar),
      unless: none,
      labels: nouns(data.labels[lang]),
    },
    turning: verbs(data.turning[lang]),
    into: verbs(data.into[lang]),
    leading: verbs(data.leading[lang]),
    withNoun: verbs(data.withNoun[lang]),
    bearing: verbs(data.bearing[lang]),
    bearingWithNoun: verbs(data.bearingWithNoun[lang]),
    dating: verbs(data.dating[lang]),
    happening: verbs(data.happening[lang]),
    replacing: verbs(data.replacing[lang]),
    thus: new Set(data.thus[lang].map(foldKey)),
    former: nouns(data.former[lang]),
    nouns: nouns(data.nouns[lang]),
    present: nouns(data.present[lang]),
    changes: nouns(data.changes[lang]),
  };
});

/** What a verb says about a name: that it begins, or that it is in use. */
function ofStatement(utterance: Utterance, statement: Statement, words: Words): readonly NameTime[] {
  const { verb } = statement;
  if (!verb || modalityAt(utterance, undefined, statement) !== 'asserted') return [];
  const is = (list: PhraseList): boolean => isVerbOf(list, verb, utterance.reading);
  const isInto = is(words.into);
  const isTurning = isInto || is(words.turning);
  const isBearing = is(words.bearing);
  // "CIM. So was IOM called from 1980 to 1989": the headword is the name.
  if (isBearing && utterance.words.slice(statement.first, verb.first).some((word) => words.thus.has(word))) return [];
  const byNoun =
    is(words.withNoun) || is(words.bearingWithNoun) || is(words.dating) || isTurning || isBearing
      ? namesByNoun(utterance, statement, words)
      : [];
  const bare = isInto ? nameInto(utterance, statement) : isTurning || isBearing ? namesAfter(utterance, statement) : [];
  // "calls IOM a body outside the system": the object is a description, not a name.
  const isCalled =
    isBearing &&
    !verb.passive &&
    !verb.reflexive &&
    byNoun.length === 0 &&
    statement.objects.length > 1 &&
    bare.some(({ group }) => group === statement.objects[0]);
  const names = isCalled ? [] : byNoun.length > 0 ? byNoun : bare;
  if (names.length > 0)
    return isTurning || is(words.withNoun) || is(words.dating)
      ? begun(utterance, statement, names, isTurning || byNoun.length > 0)
      : borne(utterance, statement, names);
  // "came to be called ICM in 1980", "pasó a denominarse CIM en 1980"
  const inner = is(words.leading)
    ? utterance.reading.statements.find(
        (other) =>
          other.verb?.form === 'infinitive' && other.verb.first >= verb.next && other.verb.first - verb.next <= 2,
      )
    : undefined;
  if (inner)
    return begun(
      utterance,
      { ...inner, complements: [...statement.complements, ...inner.complements] },
      namesAfter(utterance, { ...inner, complements: inner.complements.filter(({ roles }) => roles.has('as')) }),
      true,
    );
  // "IOM replaced ICM in 1989"
  if (!is(words.replacing)) return [];
  const subject = namesOf(utterance, statement.subjects)[0];
  const others = namesAfter(utterance, statement);
  return subject && others.some(({ name }) => name !== subject.name)
    ? begun(utterance, statement, [subject], true)
    : [];
}

/** Names after the verb: objects, complements of "as" and "of", subjects of participles and Spanish verbs. */
function namesAfter(utterance: Utterance, statement: Statement): readonly Named[] {
  const { verb, subjects, objects } = statement;
  const { nodes } = utterance.reading;
  const isAdjacent = ({ first }: NounGroup): boolean =>
    !nodes.some((node) => node.kind === 'comma' && node.first > verb!.main && node.first < first);
  const groups = [
    ...subjects.filter((group) => objects.length === 0 && isAdjacent(group)),
    ...objects,
    ...complementsOf(statement, ['from', 'with', 'without']),
  ];
  return namesOf(
    utterance,
    groups.filter(({ first }) => first > verb!.main).sort((a, b) => a.first - b.first),
  );
}

/** "turned into IOM": the last of the complements, not the object. */
function nameInto(utterance: Utterance, statement: Statement): readonly Named[] {
  const last = complementsOf(statement, ['from'])
    .filter(({ first }) => first > statement.verb!.main)
    .sort((a, b) => a.first - b.first)
    .at(-1);
  return namesOf(utterance, last ? [last] : []);
}

function complementsOf({ complements }: Statement, but: readonly string[]): readonly NounGroup[] {
  return complements.flatMap(({ group, roles }) =>
    group.kind === 'noun' && !but.some((role) => roles.has(role)) ? [group] : [],
  );
}

function namesOf(utterance: Utterance, groups: readonly NounGroup[]): readonly Named[] {
  return groups.flatMap((group) => nameIn(utterance, group) ?? []);
}

/** "the name of ICEM", "the name ICEM", "its present name". */
function namesByNoun(
  utterance: Utterance,
  statement: Statement,
  { nouns, present, relation }: Words,
): readonly Named[] {
  const { subjects, objects, complements } = statement;
  const tops = [...subjects, ...objects, ...complements.flatMap(({ group }) => (group.kind === 'noun' ? [group] : []))];
  const found: Named[] = [];
  for (const top of tops)
    for (const group of withOwners(top)) {
      if (!nouns.isIn(group.words) || group.quantity !== undefined) continue;
      // "The amendments that gave IOM its present name were adopted": the verb belongs to another subject than the
      // name.
      if (
        subjects.includes(top) &&
        utterance.reading.nodes.some((node) => node.kind === 'noun' && node.end === top.first)
      )
        continue;
      const host =
        statement.kind === 'relative' && group.owners.length === 0
          ? (utterance.hostOf(group) ?? precedingName(utterance, group))
          : undefined;
      // "Intergovernmental Committee for Migration, the name that it bore"
      const direct = nameIn(utterance, group) ?? namesOf(utterance, host ? [host] : group.owners)[0];
      if (direct) {
        found.push(direct);
        continue;
      }
      if (present.isIn(group.words)) {
        // "IOM – present name adopted in 1989"
        const [head] = group.determiner === 'none' ? utterance.reading.groups : [];
        const owner =
          utterance.ownerOf(group, relation) ??
          utterance.subjectOf(statement, relation) ??
          (head && utterance.own(head, relation));
        const name = owner && owner !== 'other' ? presentName(utterance, owner, group) : undefined;
        if (name) {
          found.push(name);
          continue;
        }
      }
      // "the name of “ICEM” was adopted"
      const following = complements.find(
        (each) =>
          each.group.kind === 'noun' &&
          each.roles.has('of') &&
          each.first >= group.end &&
          !utterance.reading.nodes.some(
            (node) =>
              (node.kind === 'comma' || node.kind === 'verb') && node.first >= group.end && node.first < each.first,
          ),
      );
      const adjacent = utterance.reading.statements.flatMap((other) =>
        other.kind === 'apposition' && other.subjects.includes(group) ? other.objects : [],
      );
      const other = namesOf(utterance, [...(following ? [following.group as NounGroup] : []), ...adjacent])[0];
      if (other) found.push(other);
    }
  return found;
}

/** "Intergovernmental Committee for Migration, name that it bore": a comma separates the name from the noun. */
function precedingName({ reading: { nodes } }: Utterance, group: NounGroup): NounGroup | undefined {
  const at = nodes.indexOf(group);
  const before = nodes[at - 1]?.kind === 'comma' ? nodes[at - 2] : undefined;
  return before?.kind === 'noun' ? before : undefined;
}

function presentName(utterance: Utterance, { mention, by }: OwnReferent, group: NounGroup): Named | undefined {
  const name = presentNameOf(mention.terms[0]!.entry.concept);
  const term = name?.terms.find(
    ({ lang, form, status }) =>
      lang === utterance.lang && (form ?? 'full') === 'full' && (status ?? 'preferred') === 'preferred',
  );
  return name && term && { name, term, group, by };
}

interface Dated {
  readonly date: DateGroup;
  readonly roles: ReadonlySet<string>;
}

/** The dates of a statement, including those attached to its names. */
function datesOf(statement: Statement, names: readonly Named[]): readonly Dated[] {
  const own = names.flatMap(({ group }) => group.dates.map((date) => ({ date, roles: NO_ROLES })));
  return [
    ...statement.complements.flatMap(({ group, roles }) => (group.kind === 'date' ? [{ date: group, roles }] : [])),
    ...own,
  ]
    .filter(({ date }) => date.from.year !== undefined)
    .sort((a, b) => a.date.first - b.date.first);
}

const NO_ROLES: ReadonlySet<string> = new Set();

/** A name that begins. It has the only date of its statement; of several names, each has its own date. */
function begun(
  utterance: Utterance,
  statement: Statement,
  names: readonly Named[],
  isClear: boolean,
): readonly NameTime[] {
  const dates = datesOf(statement, names).filter(
    ({ date, roles }) =>
      !date.isSpan && !['until', 'before', 'after', 'between', 'for', 'during'].some((role) => roles.has(role)),
  );
  const distinct = names.filter(({ name }, i) => names.findIndex((other) => other.name === name) === i);
  // "In 1980 it dropped a word and became ICM": a date that opens the sentence also applies to coordinated verbs.
  if (dates.length === 0) dates.push(...openingDate(utterance, statement));
  // "on 14 November 1989, when the body becomes IOM"
  const before = dates.length === 0 ? dateBefore(utterance, statement) : undefined;
  if (before) dates.push({ date: before, roles: NO_ROLES });
  if (!isClear || dates.length === 0) return [];
  if (distinct.length > 1 && distinct.length === dates.length) {
    const isInTurn = distinct.every(
      ({ group }, i) =>
        group.first < dates[i]!.date.first &&
        (i + 1 === distinct.length || dates[i]!.date.first < distinct[i + 1]!.group.first),
    );
    return isInTurn ? distinct.map((name, i) => ({ kind: 'start', name, from: dates[i]!.date, to: undefined })) : [];
  }
  return dates.length === 1 && distinct.length > 0
    ? [{ kind: 'start', name: distinct[distinct.length - 1]!, from: dates[0]!.date, to: undefined }]
    : [];
}

function openingDate({ reading: { statements } }: Utterance, statement: Statement): readonly Dated[] {
  const before = statements[statements.indexOf(statement) - 1];
  if (!before?.verb || before.kind !== 'main' || !before.subjects.some((group) => statement.subjects.includes(group)))
    return [];
  return datesOf(before, []).filter(({ date }) => date.next <= before.verb!.first && !date.isSpan);
}

/** A name in use since a year, until a year, or from one year to another. */
function borne(utterance: Utterance, statement: Statement, names: readonly Named[]): readonly NameTime[] {
  const before = dateBefore(utterance, statement);
  const own = datesOf(statement, names);
  // "In the 1960s, when it was called ICM"
  const dates = own.length === 0 && before?.isSpan === true ? [{ date: before, roles: NO_ROLES }] : own;
  const distinct = new Set(names.map(({ name }) => name));
  // "was called ICEM from 1952 to 1980, then ICM until 1989"
  const isInTurn =
    names.length > 1 &&
    distinct.size === names.length &&
    dates.length === names.length &&
    names.every(
      ({ group }, i) =>
        group.first < dates[i]!.date.first &&
        (i + 1 === names.length || dates[i]!.date.first < names[i + 1]!.group.first),
    );
  if (isInTurn) return names.flatMap((name, i) => borneIn(name, dates[i]!));
  return dates.length === 1 && distinct.size === 1 ? borneIn(names[0]!, dates[0]!) : [];
}

function borneIn(name: Named, { date, roles }: Dated): readonly NameTime[] {
  if (date.isSpan && date.to.year !== undefined && date.to.year !== date.from.year)
    return [{ kind: 'within', name, from: date, to: date }];
  if (roles.has('since') || roles.has('from')) return [{ kind: 'start', name, from: date, to: undefined }];
  return roles.has('until') ? [{ kind: 'end', name, from: undefined, to: date }] : [];
}

/** "PICMME (1951), ICEM (1952), ICM (1980)": years in brackets in a list of names; "ICEM (1952–1980)" on its own. */
function inBrackets(utterance: Utterance): readonly NameTime[] {
  const { tokens } = utterance.reading.sentence;
  const bracketed = utterance.reading.groups.flatMap((group) => {
    const name = nameIn(utterance, group);
    const dates = group.dates.filter((date) => tokens[date.first - 1]?.folded === '(' && date.first - group.next <= 2);
    return name && dates.length === 1 && tokens[dates[0]!.next]?.folded === ')' ? [{ name, date: dates[0] }] : [];
  });
  const distinct = new Set(bracketed.map(({ name }) => name.name));
  return bracketed.flatMap(({ name, date }): NameTime[] => {
    // "worked for ICEM (1961–1972)": the span dates something else during the time of the name.
    if (date!.isSpan)
      return name.name.to === undefined && distinct.size < 2
        ? []
        : [{ kind: distinct.size < 2 ? 'within' : 'span', name, from: date, to: date }];
    return distinct.size >= 3 ? [{ kind: 'start', name, from: date, to: undefined }] : [];
  });
}

/** "the passage from ICM to IOM, in 1989": the last of two names begins at the date of the change. */
function ofChange(utterance: Utterance, words: Words): readonly NameTime[] {
  const { changes, happening } = words;
  const { groups, nodes, statements } = utterance.reading;
  const at = groups.find(
    (group) =>
      changes.isIn(group.words) ||
      (group.owners.length > 0 && changes.isIn([...group.words, ...group.owners.flatMap(({ words }) => words)])),
  );
  if (!at) return [];
  const alone = ofChangeAlone(utterance, at, words);
  if (alone) return [alone];
  const following = groups
    .flatMap((group) => (group.first >= at.first ? (nameIn(utterance, group) ?? []) : []))
    .sort((a, b) => a.group.first - b.group.first);
  const [first, second] = following;
  if (
    !first ||
    !second ||
    first.name === second.name ||
    first.group.first - at.next > 6 ||
    second.group.first - first.group.next > 3 ||
    new Set(following.map(({ name }) => name)).size > 2
  )
    return [];
  const isOfChange = (date: DateGroup): boolean => {
    const between = nodes.filter((node) => node.first >= second.group.next && node.next <= date.first);
    const follows =
      date.first >= second.group.next &&
      date.first - second.group.next <= 4 &&
      between.every((node, i) =>
        node.kind === 'verb'
          ? isVerbOf(happening, node, utterance.reading)
          : node.kind !== 'noun' || between[i - 1]?.kind === 'verb',
      );
    return (
      follows ||
      statements.some(
        ({ verb, subjects, complements }) =>
          subjects.includes(at) &&
          isVerbOf(happening, verb, utterance.reading) &&
          complements.some(({ group }) => group === date),
      )
    );
  };
  const dates = [
    ...new Set([
      ...nodes.flatMap((node) => (node.kind === 'date' ? [node] : [])),
      ...groups.flatMap((group) => group.dates),
    ]),
  ].filter((date) => date.from.year !== undefined && !date.isSpan && isOfChange(date));
  return dates.length === 1 && modalityAt(utterance, at, utterance.argumentsOf(at)[0]?.statement) === 'asserted'
    ? [{ kind: 'start', name: second, from: dates[0], to: undefined }]
    : [];
}

/** "Its change of name took place in 1989": the change to the present name, unless the year fits another. */
function ofChangeAlone(
  utterance: Utterance,
  at: NounGroup,
  { happening, nouns, relation }: Words,
): NameTime | undefined {
  const name = at.owners.find(({ words }) => nouns.isIn(words));
  if (!name && !nouns.isIn(at.words)) return undefined;
  const owner = utterance.ownerOf(name ?? at, relation) ?? utterance.ownerOf(at, relation);
  const present = owner && owner !== 'other' ? presentName(utterance, owner, at) : undefined;
  const statement = utterance.reading.statements.find(
    ({ verb, subjects }) => subjects.includes(at) && isVerbOf(happening, verb, utterance.reading),
  );
  const dates =
    statement?.complements.flatMap(({ group }) => (group.kind === 'date' && !group.isSpan ? [group] : [])) ?? [];
  if (
    !present ||
    owner === 'other' ||
    dates.length !== 1 ||
    utterance.reading.groups.some((group) => nameIn(utterance, group)?.name.to !== undefined)
  )
    return undefined;
  const isOfOther = owner!.mention.terms[0]!.entry.concept.names.some(
    ({ from }) => from !== undefined && Number(from.slice(0, 4)) === dates[0]!.from.year,
  );
  return isOfOther || modalityAt(utterance, at, statement) !== 'asserted'
    ? undefined
    : { kind: 'start', name: present, from: dates[0], to: undefined };
}

/** "had three other names": the number of names that the subject has had. */
function countClaims(
  utterance: Utterance,
  { nouns, former, bearingWithNoun, relation }: Words,
  records: Records,
): readonly Claim[] {
  return utterance.reading.groups.flatMap((group): readonly Claim[] => {
    const { quantity } = group;
    if (
      !quantity ||
      quantity.hedge !== undefined ||
      group.determiner === 'quantifier' ||
      (!nouns.isIn(group.words.slice(-1)) && !nouns.isIn(group.words.slice(0, 1)))
    )
      return [];
    const [argument] = utterance.argumentsOf(group);
    const isObject =
      argument?.role === 'object' && isVerbOf(bearingWithNoun, argument.statement.verb, utterance.reading);
    const owner =
      utterance.ownerOf(group, relation) ?? (isObject ? utterance.subjectOf(argument.statement, relation) : undefined);
    if (!owner || owner === 'other' || modalityAt(utterance, group, argument?.statement) !== 'asserted') return [];
    const names = owner.mention.terms[0]!.entry.concept.names.filter(({ from }) => from !== undefined);
    const isFormer = former.isIn(group.words);
    // "three names before 1989", "under four names": the count must include all names, or all but the present one.
    if (
      (!isFormer && !isObject) ||
      utterance.datesOf(group).length > 0 ||
      argument?.statement.complements.some((each) => each.group.kind === 'date')
    )
      return [];
    const right = isFormer ? names.length - 1 : names.length;
    if (quantity.value === right || (!isFormer && quantity.value === right - 1)) return [];
    return [
      {
        ...utterance.span(quantity),
        lang: utterance.lang,
        concept: owner.concept,
        facts: records.facts(owner.concept, data.property).map((fact) => fact.id),
        message: {
          template: isFormer ? data.messages.former : data.messages.count,
          values: { right: count(right), wrong: count(quantity.value) },
        },
        rule: 'fact-mismatch',
        certainty: 'likely',
        severity: isFormer && owner.by === 'name' ? 'warning' : 'information',
        instead: [inWords(right, quantity, utterance) ?? String(right)],
        safe: false,
        evidence: [],
      },
    ];
  });
}
