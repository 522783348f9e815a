import type { OwnReferent } from '../../reading/naming';
import type { NounGroup } from '../../reading/nodes';
import { agentsOf, type Statement } from '../../reading/statement';
import { isNounOf, isVerbOf } from '../field';
import type { CountRelation } from '../relation';
import type { Argument, Utterance } from '../utterance';
import type { FoundCount } from './compareCount';

/** The unit itself is evidence for the relation; only the subject remains to be found. */
export function countOfUnit(utterance: Utterance, group: NounGroup, relation: CountRelation): FoundCount | undefined {
  // "An intergovernmental body of 165 members, IOM …"
  const args = utterance
    .argumentsOf(group)
    .filter(({ top, statement: each }) => top === group || (each.kind === 'apposition' && top.owners.includes(group)));
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
  const { grammar } = utterance;
  const { verb } = statement;
  const subject = utterance.subjectOf(statement, relation);
  const of = (): OwnReferent | undefined => (subject === 'other' ? undefined : subject);
  if (role === 'object' && statement.kind === 'apposition' && !verb) return of();
  const isHaving =
    verb !== undefined &&
    (verb.lemmas.some((lemma) => grammar.isVerb(lemma, 'having')) ||
      isVerbOf(relation.field.agent, verb, utterance.reading));
  if (role === 'object') return isHaving ? of() : undefined;
  if (role === 'complement' && complement) {
    const { roles } = complement;
    if (
      isHaving &&
      !roles.has('from') &&
      !roles.has('for') &&
      !roles.has('against') &&
      !(roles.has('in') && verb?.passive !== true && !verb?.reflexive) &&
      !roles.has('among') &&
      !roles.has('between')
    )
      return of();
    return undefined;
  }
  // "175 Member States belong to IOM", "23 objectives make up the Compact".
  // "28,500 people are employed by IOM"
  if (role === 'subject' && isHaving && verb?.passive === true)
    for (const each of agentsOf(statement, grammar)) {
      const own = utterance.own(each, relation);
      if (own) return own;
    }
  if (role === 'subject' && (isVerbOf(relation.field.theme, verb, utterance.reading) || isHaving)) {
    for (const each of statement.complements)
      if (each.group.kind === 'noun') {
        const own = utterance.own(each.group, relation);
        if (own) return own;
      }
    for (const each of statement.objects) {
      const own = utterance.own(each, relation);
      if (own) return own;
    }
  }
  return undefined;
}

/**
 * For a number that never changes, only the whole counts: "the 24 objectives of the Compact", not "12 objectives of the
 * Compact".
 */
function isWhole(
  { grammar, reading: { groups, nodes } }: Utterance,
  group: NounGroup,
  args: readonly Argument[],
  relation: CountRelation,
): boolean {
  // "in 12 of its Member States", "from its 166 Member States"
  if (group.determiner === 'definite' || group.possessive !== undefined) return true;
  // "delegations of 130 Member States of IOM", not "a membership of 175 States", "the number of Member States"
  const isOfPart = groups.some(
    (each) => each.owners.includes(group) && each.words.length > 0 && !isNounOf(relation.field.nouns, each),
  );
  if (relation.file.fixed || isOfPart || (args.length === 0 && nodes.some(({ kind }) => kind === 'verb'))) return false;
  // "There are 175 Member States of IOM", not "40 IOM Member States host refugees": what some of them do.
  return args.every(
    ({ complement, role, statement: { verb } }) =>
      (verb === undefined ||
        complement?.roles.has('with') === true ||
        (role !== 'subject' && verb.lemmas.some((lemma) => grammar.isBe(lemma) || grammar.isVerb(lemma, 'having')))) &&
      !(complement && ['in', 'from', 'for', 'among', 'to', 'by', 'on'].some((each) => complement.roles.has(each))),
  );
}

/** "166 Member States that voted", "54 Member States in Africa", "39 in the region": a part of them. */
export function isNarrowed(utterance: Utterance, group: NounGroup, relation: CountRelation): boolean {
  const { statements } = utterance.reading;
  // "the 175 Member States that IOM brings together": all of them.
  const isOfWhole = (statement: Statement): boolean => {
    const { verb, objects, subjects } = statement;
    return (
      objects.includes(group) &&
      verb?.lemmas.some((lemma) => utterance.grammar.isVerb(lemma, 'having')) === true &&
      subjects.some((each) => utterance.own(each, relation) !== undefined)
    );
  };
  const isRestricted = statements
    .filter((each) => !isOfWhole(each))
    .some(
      ({ kind, subjects, objects, first, verb }) =>
        (kind === 'relative' || kind === 'participial') &&
        (subjects.includes(group) || objects.includes(group)) &&
        first >= group.end &&
        first <= group.end + 1 &&
        !utterance.reading.nodes.some(
          (node) => node.kind === 'comma' && node.first >= group.end && node.first < first,
        ) &&
        !isVerbOf(relation.field.theme, verb, utterance.reading) &&
        verb?.form !== 'infinitive',
    );
  // "sit on the Council": an organ is no region.
  const isRegion = (place: NounGroup): boolean =>
    place.isProper || place.words.some((word) => utterance.grammar.isNoun(word, 'region'));
  // "In Africa, IOM has 54 Member States": the place restricts the whole clause.
  const around = relation.file.fixed
    ? []
    : utterance
        .argumentsOf(group)
        .flatMap(({ statement }) =>
          statement.complements.filter(({ after, group: place }) => after === undefined && place !== group),
        );
  const isPart = [...utterance.attachedTo(group), ...around].some(
    ({ roles, group: place }) =>
      place.kind === 'noun' &&
      (roles.has('in') || roles.has('among') || roles.has('from') || roles.has('on')) &&
      utterance.own(place, relation) === undefined &&
      isRegion(place),
  );
  return (isRestricted && !relation.file.fixed) || isPart;
}
