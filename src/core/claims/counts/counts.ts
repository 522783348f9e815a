import type { Grammar } from '../../reading/grammar';
import type { OwnReferent } from '../../reading/naming';
import type { NounGroup } from '../../reading/nodes';
import { agentsOf, isModifying, nounsIn, withOwners, type Statement } from '../../reading/statement';
import type { Claim } from '../claim';
import { isVerbOf } from '../field';
import type { Records } from '../records';
import type { CountRelation } from '../relation';
import { isOfElse } from '../time';
import type { Argument } from '../arguments';
import type { Utterance } from '../utterance';
import { compareCount, type CountedGroup, type FoundCount } from './compareCount';

/** "IOM has 173 Member States", "its 24 objectives": numbers that the text gives for a subject. */
export function countClaims(
  utterance: Utterance,
  relations: readonly CountRelation[],
  records: Records,
): readonly Claim[] {
  return utterance.reading.groups.filter(isCounted).flatMap((group) => {
    for (const relation of relations) {
      const found = countOf(utterance, group, relation, records);
      if (found && !isOfElse(utterance, relation, found.statement, group))
        return compareCount(utterance, group, relation, found, records) ?? [];
    }
    return [];
  });
}

function countOf(
  utterance: Utterance,
  group: CountedGroup,
  relation: CountRelation,
  records: Records,
): FoundCount | undefined {
  const { grammar, reading } = utterance;
  // "a membership of 147 countries", "an organization of 175 Member States"
  const carrier = reading.groups.find(({ owners }) => owners.includes(group));
  const isSize =
    carrier !== undefined &&
    relation.field.nouns.isIn(carrier.words) &&
    !grammar.isPlural(reading.sentence.tokens[carrier.head]!) &&
    relation.looseUnits.lengthAt(group.words, 0) === group.words.length;
  if (!isSize && !isUnit(group, relation, grammar)) return countOfPredicate(utterance, group, relation);
  if (relation.file.recurring) return countOfInterval(utterance, group, relation);
  return (
    countOfUnit(utterance, group, relation) ??
    countOfWith(utterance, isSize ? carrier : group, relation, records) ??
    (carrier && countOfBody(utterance, carrier, relation))
  );
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
  { units, file: { fixed: isFixed, partial } }: CountRelation,
  grammar: Grammar,
): boolean {
  if (head >= 0 && quantity!.first > head) return false;
  const fixed = isFixed && !partial;
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

/** "held every four years", "tous les quatre ans": what the verb that recurs at that interval is said of. */
function countOfInterval(utterance: Utterance, group: NounGroup, relation: CountRelation): FoundCount | undefined {
  const { grammar, reading } = utterance;
  const { tokens } = reading.sentence;
  const { theme, agent } = relation.field;
  const isInterval =
    group.determiner === 'quantifier' || [group.first - 1, group.first].some((i) => grammar.is(tokens[i], 'whole'));
  if (!isInterval) return undefined;
  for (const { statement } of utterance.argumentsOf(group)) {
    const isAmong = statement.subjects.some(
      ({ words, first, next }) =>
        relation.participants.isIn(words) && tokens.slice(first, next).some((token) => grammar.isPlural(token)),
    );
    // "States report" may be read as a noun.
    const isNoun = isAmong && !statement.verb && statement.subjects.some(({ words }) => agent.isIn(words.slice(-1)));
    if (!isNoun && !isVerbOf(theme, statement.verb, reading) && !isVerbOf(agent, statement.verb, reading)) continue;
    // "States report to the Forum", "Governments meet in the Forum".
    const subject = isAmong
      ? utterance.ownOf(nounsIn(statement, 'to', 'in'), relation)
      : utterance.subjectOf(statement, relation);
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

/**
 * "With 175 Member States, IOM is …", "IOM, with 175 Member States, …", "IOM is an organization with 175 members": what
 * "with" gives to a subject.
 */
function countOfWith(
  utterance: Utterance,
  group: NounGroup,
  relation: CountRelation,
  records: Records,
): FoundCount | undefined {
  const { grammar, reading } = utterance;
  const { tokens } = reading.sentence;
  const [before, preposition, after] = [group.first - 2, group.first - 1, group.end].map((i) => tokens[i]);
  const value = group.quantity?.value;
  // A membership is that of all.
  if (group.determiner !== (value ? 'none' : 'indefinite') || !grammar.hasRole(preposition, 'with')) return undefined;
  const isOpening = group.first === 1;
  const isApart = /^[,(]$/.test(before?.folded ?? '') && /^[,)]$/.test(after?.folded ?? '');
  // Other words tell of a part: "With 120 Member States in arrears, IOM is short of money".
  const isWhole = after === undefined || after.kind === 'punctuation' || grammar.is(after, 'coordinator');
  const isBody = (each: NounGroup): boolean => each.end === group.first - 1 && grammar.hasNoun(each, BODY);
  const isState = ({ kind, verb, subjects, objects }: Statement): boolean => {
    if (isOpening) {
      const isOfState = grammar.isVerbOf(verb, 'be') || verb?.passive === true || verb?.reflexive === true;
      return kind === 'main' && isOfState && (isWhole || subjects.some(({ first }) => first === group.end));
    }
    if (isApart && subjects.some(({ end, named }) => end === group.first - 2 && named.length > 0)) return true;
    return isWhole && (grammar.isVerbOf(verb, 'be') || (kind === 'apposition' && !verb)) && objects.some(isBody);
  };
  const statement = reading.statements.find(isState);
  const { tense } = (statement?.verb ? statement : reading.statements.find(({ kind }) => kind === 'main')) ?? {};
  const subject = statement && tense === 'present' ? utterance.subjectOf(statement, relation) : undefined;
  if (!subject || subject === 'other') return undefined;
  // It may act with some of its members; a number that was never right, and is not larger, may be theirs.
  const series = records.series(subject.concept, relation.file.property).map(({ value }) => value);
  const isOfAll = value === undefined || series.includes(value) || value > Math.max(...series);
  return isOfAll ? { subject, statement } : utterance.setAside('part-of-number');
}

/** "The Member States of IOM are 174", "IOM is a 166-member organization": a number that is predicated. */
function countOfPredicate(utterance: Utterance, group: CountedGroup, relation: CountRelation): FoundCount | undefined {
  const { grammar, words } = utterance;
  const { units } = relation;
  const next = group.quantity.next + (words[group.quantity.next] === '-' ? 1 : 0);
  const length = units.lengthAt(words, next);
  const isBody = length > 0 && words.slice(next + length, next + length + 2).some((word) => grammar.isNoun(word, BODY));
  if (isBody) return countOfBody(utterance, group, relation);
  const host = group.words.length === 0 && length === 0 ? utterance.hostOf(group) : undefined;
  const isWhole = host?.determiner === 'definite' && units.lengthAt(host.words, 0) === host.words.length;
  const statement = utterance.argumentsOf(group)[0]?.statement;
  // Other words tell of a part: "on the committee are 20", "are 12 to have voted", "members of the team of IOM".
  const after = utterance.reading.sentence.tokens[group.end];
  const isAlone = statement?.complements.length === 0 && (after === undefined || after.kind === 'punctuation');
  const isDirect = host?.owners.every((owner) => utterance.own(owner, relation) !== undefined);
  const owner = isWhole && isAlone && isDirect ? utterance.ownerOf(host, relation) : undefined;
  return owner && owner !== 'other' ? { subject: owner, statement } : undefined;
}

/** What is said to be a body with a number: "IOM is an organization of 175 Member States". */
function countOfBody(utterance: Utterance, group: NounGroup, relation: CountRelation): FoundCount | undefined {
  const { grammar, words, reading } = utterance;
  const isBody = words.slice(group.first, group.next + 4).some((word) => grammar.isNoun(word, BODY));
  const host = isBody && group.determiner !== 'definite' ? utterance.hostOf(group) : undefined;
  const subject = host && utterance.own(host, relation);
  const said = utterance.argumentsOf(group).find(({ statement }) => statement.verb)?.statement;
  return subject && { subject, statement: said ?? reading.statements.find(({ kind }) => kind === 'main') };
}

const BODY = 'organization';

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
    const holders = [...agentsOf(statement, utterance.grammar), ...nounsIn(statement)];
    return utterance.ownOf([...holders, ...objects.flatMap((each) => [...withOwners(each)])], relation);
  }
  // A preposition may give the subject its number: "structuré en 23 objectifs"; not "from 20 members". After a noun,
  // "with" gives it to that: "has fewer than the United Nations, a body with 193 members".
  const elsewhere = verb?.passive || verb?.reflexive ? NOT_HAD : [...NOT_HAD, 'in'];
  if (complement && elsewhere.some((each) => complement.roles.has(each))) return undefined;
  // Or after its comma: "IOM, with 13 Member States, organizes"; see `countOfWith`.
  const isApart = complement !== undefined && utterance.words[complement.group.first - 2] === ',';
  const isOfNoun = ({ end }: NounGroup): boolean => end + (isApart ? 2 : 1) === complement?.group.first;
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
      !relation.only.isIn(utterance.words.slice(place.first - 1, place.end)) &&
      ['in', 'among', 'from', 'on'].some((each) => roles.has(each)) &&
      utterance.own(place, relation) === undefined &&
      (place.isProper || grammar.hasNoun(place, 'region')),
  );
}
