import type { OwnReferent } from '../../reading/naming';
import type { NounGroup } from '../../reading/nodes';
import { agentsOf, type Statement } from '../../reading/statement';
import { isVerbOf } from '../field';
import type { CountRelation } from '../relation';
import type { Argument, Utterance } from '../utterance';
import type { FoundCount } from './compareCount';

/** The unit itself is evidence for the relation; only the subject remains to be found. */
export function countOfUnit(utterance: Utterance, group: NounGroup, relation: CountRelation): FoundCount | undefined {
  // "An intergovernmental body of 165 members, IOM …"
  const args = utterance
    .argumentsOf(group)
    .filter(({ top, statement }) => top === group || statement.kind === 'apposition');
  const statement = args.find((each) => each.statement.kind !== 'apposition')?.statement ?? args[0]?.statement;
  const owner = utterance.ownerOf(group, relation);
  if (owner === 'other') return undefined;
  if (owner) return isWhole(utterance, group, args, relation) ? { subject: owner, statement } : undefined;
  for (const argument of args) {
    const subject = givenTo(utterance, argument, relation);
    if (subject) return { subject, statement: argument.statement };
  }
  return undefined;
}

/** The subject for which a statement gives a number that is one of its arguments. */
function givenTo(
  utterance: Utterance,
  { statement, role, complement }: Argument,
  relation: CountRelation,
): OwnReferent | undefined {
  const { verb, kind, objects, complements } = statement;
  const isHaving = isHavingIn(utterance, statement, relation);
  const isApposed = role === 'object' && kind === 'apposition' && !verb;
  // "IOM, with 175 members", "consists of 175 members"; not "works in 100 countries", "from 20 members".
  const isHad =
    isHaving &&
    (role === 'object' ||
      (role === 'complement' &&
        !['from', 'for', 'against', 'among', 'between'].some((each) => complement!.roles.has(each)) &&
        (!complement!.roles.has('in') || verb?.passive === true || verb?.reflexive === true)));
  if (isApposed || isHad) {
    const subject = utterance.subjectOf(statement, relation);
    return subject === 'other' ? undefined : subject;
  }
  if (role !== 'subject' || !(isHaving || isVerbOf(relation.field.theme, verb, utterance.reading))) return undefined;
  // "175 Member States belong to IOM", "23 objectives make up the Compact", "28,500 people are employed by IOM"
  const nouns = complements.flatMap(({ group }) => (group.kind === 'noun' ? [group] : []));
  const agents = isHaving && verb?.passive === true ? agentsOf(statement, utterance.grammar) : [];
  return [...agents, ...nouns, ...objects].map((each) => utterance.own(each, relation)).find(Boolean);
}

function isHavingIn({ grammar, reading }: Utterance, { verb }: Statement, { field }: CountRelation): boolean {
  return grammar.isVerbOf(verb, 'having') || isVerbOf(field.agent, verb, reading);
}

/**
 * Whether an owned number denotes the whole: "its 166 Member States", "There are 175 Member States of IOM"; not "12
 * objectives of the Compact", "40 IOM Member States host refugees".
 */
function isWhole(
  { grammar, reading: { groups } }: Utterance,
  group: NounGroup,
  args: readonly Argument[],
  relation: CountRelation,
): boolean {
  if (group.determiner === 'definite' || group.possessive !== undefined) return true;
  // "delegations of 130 Member States of IOM", not "a membership of 175 States"
  const isOfPart = groups.some(
    ({ owners, words }) => owners.includes(group) && words.length > 0 && !relation.field.nouns.isIn(words),
  );
  if (relation.file.fixed || isOfPart) return false;
  return args.every(({ complement, role, statement: { verb } }) => {
    const isStating =
      role !== 'subject' &&
      verb?.lemmas.some((lemma) => grammar.isBe(lemma) || grammar.isVerb(lemma, 'having')) === true;
    const isPart = complement && PARTS.some((each) => complement.roles.has(each));
    return (verb === undefined || isStating || complement?.roles.has('with') === true) && !isPart;
  });
}

const PARTS = ['in', 'from', 'for', 'among', 'to', 'by', 'on'];

/** "166 Member States that voted", "54 Member States in Africa", "39 in the region": a part of them. */
export function isNarrowed(utterance: Utterance, group: NounGroup, relation: CountRelation): boolean {
  if (relation.file.form === 'within') return false;
  const { reading, grammar } = utterance;
  const isRestricted = reading.statements.some((statement) => {
    const { kind, subjects, objects, first, verb } = statement;
    const isClause =
      (kind === 'relative' || kind === 'participial') &&
      (subjects.includes(group) || objects.includes(group)) &&
      first >= group.end &&
      first <= group.end + 1 &&
      verb?.form !== 'infinitive';
    const isAfterComma = reading.nodes.some(
      (node) => node.kind === 'comma' && node.first >= group.end && node.first < first,
    );
    // "the 175 Member States that IOM brings together": all of them.
    const isOfWhole =
      isVerbOf(relation.field.theme, verb, reading) ||
      (objects.includes(group) &&
        isHavingIn(utterance, statement, relation) &&
        subjects.some((each) => utterance.own(each, relation) !== undefined));
    return isClause && !isAfterComma && !isOfWhole;
  });
  if (isRestricted && !relation.file.fixed) return true;
  // "In Africa, IOM has 54 Member States": the place restricts the whole clause. An organ is no region.
  const around = relation.file.fixed
    ? []
    : utterance
        .argumentsOf(group)
        .flatMap(({ statement }) =>
          statement.complements.filter(({ after, group: place }) => !after && place !== group),
        );
  return [...utterance.attachedTo(group), ...around].some(
    ({ roles, group: place }) =>
      place.kind === 'noun' &&
      ['in', 'among', 'from', 'on'].some((each) => roles.has(each)) &&
      utterance.own(place, relation) === undefined &&
      (place.isProper || place.words.some((word) => grammar.isNoun(word, 'region'))),
  );
}
