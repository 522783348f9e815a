import type { OwnReferent } from '../../reading/naming';
import type { NounGroup } from '../../reading/nodes';
import { withOwners, type Statement } from '../../reading/statement';
import { presentNameOf } from '../../termbase/termbase';
import { isVerbOf, type PhraseList } from '../field';
import { modalityAt } from '../time';
import type { Utterance } from '../utterance';
import { nameIn, termOf, type Named, type NameTime } from './compareName';
import type { NameWords } from './nameWords';
import { namesBegun, namesBorne } from './nameYears';

/** What a verb says about a name: that it begins, or that it is in use. */
export function namesInStatement(utterance: Utterance, statement: Statement, words: NameWords): readonly NameTime[] {
  const { verb, subjects, complements, first } = statement;
  if (!verb || modalityAt(utterance, undefined, statement) !== 'asserted') return [];
  const is = (list: PhraseList): boolean => isVerbOf(list, verb, utterance.reading);
  const isInto = is(words.into);
  const isTurning = isInto || is(words.turning);
  const isBearing = is(words.bearing);
  // "CIM. So was IOM called from 1980 to 1989": the headword is the name.
  if (isBearing && utterance.words.slice(first, verb.first).some((word) => words.thus.has(word))) return [];
  const isNamed = is(words.withNoun) || is(words.bearingWithNoun) || isTurning || isBearing;
  const byNoun = isNamed ? namesByNoun(utterance, statement, words) : [];
  const bare = isInto ? nameInto(utterance, statement) : isTurning || isBearing ? namesAfter(utterance, statement) : [];
  const names = byNoun.length > 0 ? byNoun : isDescribed(statement, bare) ? [] : bare;
  if (names.length > 0)
    return isTurning || is(words.withNoun)
      ? namesBegun(statement, names, isTurning || byNoun.length > 0)
      : namesBorne(statement, names);
  // "came to be called ICM in 1980", "pasó a denominarse CIM en 1980"
  const inner = is(words.leading)
    ? utterance.reading.statements.find(
        (other) =>
          other.verb?.form === 'infinitive' && other.verb.first >= verb.next && other.verb.first <= verb.next + 2,
      )
    : undefined;
  if (inner) {
    const called = { ...inner, complements: inner.complements.filter(({ roles }) => roles.has('as')) };
    const dated = { ...inner, complements: [...complements, ...inner.complements] };
    return namesBegun(dated, namesAfter(utterance, called), true);
  }
  // "IOM replaced ICM in 1989"
  const [subject] = is(words.replacing) ? namesOf(utterance, subjects) : [];
  const isOther = subject && namesAfter(utterance, statement).some(({ name }) => name !== subject.name);
  return isOther ? namesBegun(statement, [subject], true) : [];
}

/** "calls IOM a body outside the system": the second object is a description, not a name. */
function isDescribed({ verb, objects }: Statement, names: readonly Named[]): boolean {
  return !verb!.passive && objects.length > 1 && names.some(({ group }) => group === objects[0]);
}

/** Names after the verb: objects, complements of "as" and "of", subjects of participles and Spanish verbs. */
function namesAfter(utterance: Utterance, statement: Statement): readonly Named[] {
  const { verb, subjects, objects } = statement;
  const isApart = ({ first }: NounGroup): boolean =>
    utterance.reading.nodes.some((node) => node.kind === 'comma' && node.first > verb!.main && node.first < first);
  const inverted = objects.length === 0 ? subjects.filter((group) => !isApart(group)) : [];
  const groups = [...inverted, ...objects, ...complementsOf(statement, ['from', 'with', 'without'])];
  return namesOf(
    utterance,
    groups.filter(({ first }) => first > verb!.main).sort((a, b) => a.first - b.first),
  );
}

/** "turned into IOM": the last of the complements, not the object. */
function nameInto(utterance: Utterance, statement: Statement): readonly Named[] {
  const after = complementsOf(statement, ['from']).filter(({ first }) => first > statement.verb!.main);
  return namesOf(utterance, after.sort((a, b) => a.first - b.first).slice(-1));
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
function namesByNoun(utterance: Utterance, statement: Statement, words: NameWords): readonly Named[] {
  const { subjects, objects } = statement;
  return [...subjects, ...objects, ...complementsOf(statement, [])].flatMap((top) => {
    // "The amendments that gave IOM its present name were adopted": the verb belongs to another subject than the name.
    const isOfElse =
      subjects.includes(top) && utterance.reading.nodes.some((node) => node.kind === 'noun' && node.end === top.first);
    return isOfElse
      ? []
      : [...withOwners(top)].flatMap((group) => nameByNoun(utterance, group, statement, words) ?? []);
  });
}

function nameByNoun(
  utterance: Utterance,
  group: NounGroup,
  statement: Statement,
  { nouns, present, relation }: NameWords,
): Named | undefined {
  if (!nouns.isIn(group.words)) return undefined;
  // "Intergovernmental Committee for Migration, the name that it bore"
  const host = statement.kind === 'relative' && group.owners.length === 0 ? utterance.hostOf(group) : undefined;
  const direct = nameIn(utterance, group) ?? namesOf(utterance, host ? [host] : group.owners)[0];
  if (direct || !present.isIn(group.words)) return direct;
  // "IOM – present name adopted in 1989"
  const [head] = group.determiner === 'none' ? utterance.reading.groups : [];
  const owner =
    utterance.ownerOf(group, relation) ??
    utterance.subjectOf(statement, relation) ??
    (head && utterance.own(head, relation));
  return owner && owner !== 'other' ? presentName(utterance, owner, group) : undefined;
}

/** The present name of a group that refers to its subject without a name. */
function presentName({ lang }: Utterance, { mention, by }: OwnReferent, group: NounGroup): Named | undefined {
  const name = presentNameOf(mention.terms[0]!.entry.concept);
  const term = name && termOf(name, lang);
  return name && term && { name, term, group, by };
}
