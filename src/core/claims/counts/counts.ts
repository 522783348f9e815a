import type { Grammar } from '../../reading/grammar';
import type { OwnReferent } from '../../reading/naming';
import type { NounGroup } from '../../reading/nodes';
import { agentsOf, isModifying, nounsIn, withOwners, type Statement } from '../../reading/statement';
import type { Claim } from '../claim';
import { isVerbOf } from '../field';
import type { Records } from '../records';
import type { CountRelation } from '../relation';
import { isOfElse } from '../time';
import type { Argument, Utterance } from '../utterance';
import { compareCount, type CountedGroup, type FoundCount } from './compareCount';

/** "IOM has 173 Member States", "its 24 objectives": numbers that the text gives for a subject. */
export function countClaims(
  utterance: Utterance,
  relations: readonly CountRelation[],
  records: Records,
): readonly Claim[] {
  return utterance.reading.groups.filter(isCounted).flatMap((group) => {
    for (const relation of relations) {
      if (!isUnit(group, relation, utterance.grammar)) continue;
      const found = relation.file.recurring
        ? countOfInterval(utterance, group, relation)
        : (countOfUnit(utterance, group, relation) ?? countOfWith(utterance, group, relation, records));
      if (found && !isOfElse(utterance, relation, found.statement, group))
        return compareCount(utterance, group, relation, found, records) ?? [];
    }
    return [];
  });
}

export function isCounted(group: NounGroup): group is CountedGroup {
  return group.quantity !== undefined && group.ordinal === undefined;
}

/**
 * Whether one of the units is the head of the group, which closes or opens it. A number after its noun is not a
 * quantity: "Objective 20".
 */
export function isUnit(
  { words, named, head, quantity }: NounGroup,
  { units, file: { fixed } }: CountRelation,
  grammar: Grammar,
): boolean {
  if (head >= 0 && quantity!.first > head) return false;
  const ofNames = named.reduce((sum, { first, next }) => sum + next - first, 0);
  return words.some((_, i) => {
    const length = units.lengthAt(words, i);
    if (length === 0) return false;
    // Where the head is last, other words before it narrow it: "27 EU Member States".
    if (grammar.has('headLast')) return i + length === words.length && (fixed === true || i === ofNames);
    // An adjective after the unit makes it another number, where there are several kinds: "miembros principales".
    const isWhole = fixed === true || i + length === words.length || named.length > 0;
    return isWhole && (i === 0 || (i === 1 && length > 1));
  });
}

/** "held every four years", "tous les quatre ans": the subject of the verb that recurs at that interval. */
function countOfInterval(utterance: Utterance, group: NounGroup, relation: CountRelation): FoundCount | undefined {
  const { grammar, reading } = utterance;
  const { tokens } = reading.sentence;
  const { theme, agent } = relation.field;
  const isInterval =
    group.determiner === 'quantifier' || [group.first - 1, group.first].some((i) => grammar.is(tokens[i], 'whole'));
  if (!isInterval) return undefined;
  for (const { statement } of utterance.argumentsOf(group)) {
    if (!isVerbOf(theme, statement.verb, reading) && !isVerbOf(agent, statement.verb, reading)) continue;
    const subject = utterance.subjectOf(statement, relation);
    if (subject && subject !== 'other') return { subject, statement };
  }
  return undefined;
}

/** The unit itself is evidence for the relation; only the subject remains to be found. */
function countOfUnit(utterance: Utterance, group: NounGroup, relation: CountRelation): FoundCount | undefined {
  const { determiner, possessive } = group;
  if (determiner === 'demonstrative' || determiner === 'quantifier' || isNarrowed(utterance, group, relation))
    return utterance.setAside('part-of-number');
  const args = utterance.argumentsOf(group);
  const owner = utterance.ownerOf(group, relation);
  if (owner === 'other') return utterance.setAside('other-owner');
  if (!owner) {
    for (const argument of args) {
      const subject = givenTo(utterance, argument, relation);
      if (subject) return { subject, statement: argument.statement };
    }
    return undefined;
  }
  // A possessive gives the unit its owner: "its 166 Member States"; not "12 objectives of the Compact".
  const { statement } = args.find((each) => each.statement.kind !== 'apposition') ?? args[0] ?? {};
  return determiner === 'definite' || possessive !== undefined ? { subject: owner, statement } : undefined;
}

/** "With 175 Member States, IOM is …", "IOM is an organization with 175 members": what "with" gives to a subject. */
function countOfWith(
  utterance: Utterance,
  group: CountedGroup,
  relation: CountRelation,
  records: Records,
): FoundCount | undefined {
  const { grammar, reading } = utterance;
  const [preposition, after] = [group.first - 1, group.end].map((i) => reading.sentence.tokens[i]);
  // Other words tell of a part: "With 120 Member States in arrears, IOM is short of money".
  const isWhole = after === undefined || after.kind === 'punctuation' || grammar.is(after, 'coordinator');
  if (!isWhole || group.determiner !== 'none' || !grammar.hasRole(preposition, 'with')) return undefined;
  const isBody = (each: NounGroup): boolean => each.end === group.first - 1 && grammar.hasNoun(each, 'organization');
  const isState = ({ kind, verb, objects }: Statement): boolean =>
    group.first === 1
      ? kind === 'main' && (grammar.isVerbOf(verb, 'be') || verb?.passive === true || verb?.reflexive === true)
      : grammar.isVerbOf(verb, 'be') && objects.some(isBody);
  const statement = reading.statements.find(isState);
  const subject = statement?.tense === 'present' ? utterance.subjectOf(statement, relation) : undefined;
  if (!subject || subject === 'other') return undefined;
  // It may act with some of its members; a number that was never right, and is not larger, may be theirs.
  const series = records.series(subject.concept, relation.file.property).map(({ value }) => value);
  const isOfAll = series.includes(group.quantity.value) || group.quantity.value > Math.max(...series);
  return isOfAll ? { subject, statement } : undefined;
}

/** The subject for which a statement gives a number that is one of its arguments. */
function givenTo(
  utterance: Utterance,
  { statement, role, complement }: Argument,
  relation: CountRelation,
): OwnReferent | undefined {
  const { verb, kind, objects } = statement;
  const isApposed = role === 'object' && kind === 'apposition' && !verb;
  const { field } = relation;
  const isHad = utterance.grammar.isVerbOf(verb, 'having') || isVerbOf(field.agent, verb, utterance.reading);
  // "175 States belong to IOM"
  const isOfSubject = role === 'subject' && isVerbOf(field.theme, verb, utterance.reading);
  if (!isApposed && !isHad && !isOfSubject) return undefined;
  // The counted things may be the subject: "23 objectives make up the Compact", "28,500 people are employed by IOM".
  if (role === 'subject') {
    return [
      ...agentsOf(statement, utterance.grammar),
      ...nounsIn(statement),
      ...objects.flatMap((each) => [...withOwners(each)]),
    ]
      .map((each) => utterance.own(each, relation))
      .find(Boolean);
  }
  // A preposition may give the subject its number: "structuré en 23 objectifs"; not "from 20 members". After a noun,
  // "with" gives it to that: "has fewer than the United Nations, a body with 193 members".
  const elsewhere = verb?.passive || verb?.reflexive ? NOT_HAD : [...NOT_HAD, 'in'];
  if (complement && elsewhere.some((each) => complement.roles.has(each))) return undefined;
  const isOfNoun = ({ end }: NounGroup): boolean => end + 1 === complement?.group.first;
  if (complement?.roles.has('with') && utterance.reading.groups.some(isOfNoun)) return undefined;
  const subject = utterance.subjectOf(statement, relation);
  return subject === 'other' ? undefined : subject;
}

const NOT_HAD = ['from', 'for', 'against', 'among', 'between'];

/** "166 Member States that voted", "54 in Africa": a part of them; "eight more than in 2016": a difference. */
function isNarrowed(utterance: Utterance, group: NounGroup, relation: CountRelation): boolean {
  const { reading, grammar } = utterance;
  const { fixed } = relation.file;
  const [after, next] = reading.sentence.tokens.slice(group.end);
  if (grammar.is(after, 'more') || (grammar.hasRole(after, 'of') && grammar.is(next, 'more'))) return true;
  const isRestricted = reading.statements.some(
    (statement) =>
      isModifying(statement) &&
      [...statement.subjects, ...statement.objects].includes(group) &&
      (statement.first === group.end || statement.first === group.end + 1),
  );
  if (isRestricted && !fixed) return true;
  // The place restricts the whole clause: "In Africa, IOM has 54 Member States".
  const around = utterance
    .argumentsOf(group)
    .flatMap(({ statement }) => statement.complements.filter(({ after, group: place }) => !after && place !== group));
  return [...utterance.attachedTo(group), ...(fixed ? [] : around)].some(
    ({ roles, group: place }) =>
      place.kind === 'noun' &&
      ['in', 'among', 'from', 'on'].some((each) => roles.has(each)) &&
      utterance.own(place, relation) === undefined &&
      (place.isProper || grammar.hasNoun(place, 'region')),
  );
}
