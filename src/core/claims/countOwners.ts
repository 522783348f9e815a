import type { OwnReferent } from '../reading/naming';
import type { NounGroup } from '../reading/nodes';
import { agentsOf, type Statement } from '../reading/statement';
import { titlesOf } from '../reading/topic';
import { isNounOf, isVerbOf } from './field';
import type { CountRelation } from './relation';
import type { Argument, Utterance } from './utterance';
import type { FoundCount } from './compareCount';

/** The unit itself is evidence for the relation; only the subject remains to be found. */
export function countOfUnit(utterance: Utterance, group: NounGroup, relation: CountRelation): FoundCount | undefined {
  // "An intergovernmental body of 165 members, IOM …"
  const args = utterance
    .argumentsOf(group)
    .filter(({ top, statement: each }) => top === group || (each.kind === 'apposition' && top.owners.includes(group)));
  const statement = args.find((each) => each.statement.kind !== 'apposition')?.statement ?? args[0]?.statement;
  const owner = utterance.ownerOf(group, relation);
  if (owner === 'other') {
    const subject =
      group.possessive !== undefined && statement ? ownerOfOrgan(utterance, statement, relation) : undefined;
    return subject && { subject, statement };
  }
  if (owner) return isWhole(utterance, group, args, relation) ? { subject: owner, statement } : undefined;
  for (const each of utterance.attachedTo(group)) {
    if (each.group.kind !== 'noun') continue;
    const inside =
      (each.roles.has('in') || each.roles.has('to') || each.roles.has('for')) && utterance.own(each.group, relation);
    if (inside) return { subject: inside, statement };
  }
  for (const argument of args) {
    const subject = givenTo(utterance, argument, relation);
    if (subject) return { subject, statement: argument.statement };
  }
  const known = knownOf(utterance, group, relation);
  return known && { subject: known, statement };
}

/** "It looks after a membership of 157 States": the subject has the members, whatever the verb. */
export function countOfMembership(
  utterance: Utterance,
  whole: NounGroup,
  relation: CountRelation,
): FoundCount | undefined {
  for (const { statement, role, top } of utterance.argumentsOf(whole)) {
    const subject = top === whole && role !== 'subject' ? utterance.subjectOf(statement, relation) : undefined;
    if (subject && subject !== 'other') return { subject, statement, isLoose: true };
  }
  return undefined;
}

/** "It serves several of the 22 objectives": the owner of the units was named before, and no rival was. */
function knownOf(utterance: Utterance, group: NounGroup, relation: CountRelation): OwnReferent | undefined {
  // "the objectives that the plan has"
  const isRestricted = utterance
    .argumentsOf(group)
    .some(({ statement: { kind } }) => kind === 'relative' || kind === 'participial');
  if (!relation.file.fixed || group.determiner !== 'definite' || group.owners.length > 0 || isRestricted)
    return undefined;
  const { discourse, reading, site } = utterance;
  const groups = [
    ...[...discourse.readingsBefore(site)].reverse().flatMap((each) => each.groups),
    ...reading.groups.filter(({ first }) => first < group.first),
  ];
  const isRival = (each: NounGroup): boolean =>
    utterance.nameIn(each, relation) === undefined &&
    (each.named.length > 0 || each.words.some((word) => RIVALS.some((kind) => utterance.grammar.isNoun(word, kind))));
  const own = groups
    .map((each) => utterance.nameIn(each, relation))
    .filter((each) => each !== undefined)
    .at(-1);
  if (!own || groups.some(isRival)) return undefined;
  // "# National strategy": its own objectives.
  for (const { text, block } of titlesOf(site.block, discourse))
    if (text.sentencesOf(block).some((sentence) => discourse.readingIn(text, sentence).groups.some(isRival)))
      return undefined;
  return { ...own, by: 'reference' };
}

/** Other things that may have objectives and principles. */
const RIVALS = [
  'plan',
  'instrument',
  'otherInstrument',
  'organization',
  'otherOrganization',
  'network',
  'office',
] as const;

/** The subject for which a statement gives a number that is one of its arguments. */
function givenTo(
  utterance: Utterance,
  { statement, role, complement }: Argument,
  relation: CountRelation,
): OwnReferent | undefined {
  const { grammar } = utterance;
  const { verb } = statement;
  const subject = utterance.subjectOf(statement, relation);
  const of = (): OwnReferent | undefined =>
    (subject === 'other' ? undefined : subject) ?? ownerOfOrgan(utterance, statement, relation);
  if (role === 'object' && statement.kind === 'apposition' && !verb) return of();
  const isHaving =
    verb !== undefined &&
    (verb.lemmas.some((lemma) => grammar.isVerb(lemma, 'having')) ||
      isVerbOf(relation.field.agent, verb, utterance.reading));
  if (role === 'object') {
    if (isHaving) return of();
    // "Its Member States are 173", "Il y a 24 objectifs".
    return verb?.lemmas.some((lemma) => grammar.isVerb(lemma, 'copula')) === true &&
      statement.subjects.some((each) => isNounOf(relation.field.nouns, each))
      ? ownerIn(utterance, statement, relation)
      : undefined;
  }
  if (role === 'complement' && complement) {
    const { roles } = complement;
    // "works from 480 field locations"
    if (
      relation.file.within &&
      (roles.has('from') || roles.has('in')) &&
      isVerbOf(relation.field.agent, verb, utterance.reading)
    )
      return of();
    if (roles.has('with') || roles.has('like')) {
      // "With 173 Member States, IOM": the number belongs to the subject, unless the phrase follows another noun.
      const isLoose =
        complement.after === undefined ||
        statement.subjects.includes(complement.after) ||
        isHaving ||
        statement.verb === undefined;
      return isLoose || (complement.after !== undefined && utterance.own(complement.after, relation) !== undefined)
        ? (of() ?? utterance.own(complement.after, relation))
        : undefined;
    }
    // "reúne a 172 Estados miembros"
    if (
      isHaving &&
      grammar.omitsSubjects &&
      roles.has('in') &&
      statement.objects.length === 0 &&
      complement.first === verb.next
    )
      return of();
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

/** "The Council of IOM brings together 175 Member States": an organ consists of the members of its owner. */
function ownerOfOrgan(utterance: Utterance, statement: Statement, relation: CountRelation): OwnReferent | undefined {
  const organ = statement.subjects.find((each) => isOrgan(utterance, each));
  const owner = organ && utterance.ownerOf(organ, relation);
  return owner === 'other' ? undefined : owner;
}

function isOrgan({ grammar }: Utterance, { words }: NounGroup): boolean {
  return words.some((word) => grammar.isNoun(word, 'organ'));
}

function ownerIn(utterance: Utterance, statement: Statement, relation: CountRelation): OwnReferent | undefined {
  for (const each of statement.subjects) {
    const owner = utterance.ownerOf(each, relation);
    if (owner && owner !== 'other') return owner;
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
    (place.isProper && !isOrgan(utterance, place)) ||
    place.words.some((word) => utterance.grammar.isNoun(word, 'region'));
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
