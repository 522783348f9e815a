import type { Claim } from './claim';
import type { Records } from './records';
import type { OwnReferent } from '../reading/naming';
import type { NounGroup, Quantity } from '../reading/nodes';
import { agentsOf, type Complement, type Statement } from '../reading/statement';
import { titlesOf } from '../reading/topic';
import { isNounOf, isVerbOf } from './field';
import type { CountRelation } from './relation';
import type { Argument, Utterance } from './utterance';
import { compareCount } from './compareCount';
import { isOfElse } from './time';

/**
 * "IOM has 173 Member States", "its 24 objectives", "the number of members rose to 174": numbers that the text gives
 * for a subject.
 */
export function countClaims(
  utterance: Utterance,
  relations: readonly CountRelation[],
  records: Records,
): readonly Claim[] {
  const claims: Claim[] = [];
  for (const group of utterance.reading.groups) {
    if (!group.quantity) continue;
    for (const relation of relations) {
      const count = countOf(utterance, group, group.quantity, relation);
      const found = count && !isOfElse(utterance, relation, count.statement, group) ? count : undefined;
      const claim = found && compareCount(utterance, group, group.quantity, relation, found, records);
      if (claim) claims.push(claim);
      if (found) break;
    }
  }
  return claims;
}

/** The subject of a number, and the statement that contains it. */
export interface FoundCount {
  readonly subject: OwnReferent;
  readonly statement: Statement | undefined;
  /**
   * Only the verb is evidence for the relation, and it may be about a part as well: "IOM brings together 40 States".
   */
  readonly isLoose?: boolean;
}

function countOf(
  utterance: Utterance,
  group: NounGroup,
  quantity: Quantity,
  relation: CountRelation,
): FoundCount | undefined {
  if (group.determiner === 'demonstrative' || group.ordinal) return undefined;
  if (relation.file.every)
    return isEvery(utterance, group) && unitOf(group, quantity, relation, utterance) === 'unit'
      ? ofEvery(utterance, group, relation)
      : undefined;
  if (group.determiner === 'quantifier') return undefined;
  const unit = unitOf(group, quantity, relation, utterance);
  if (unit === undefined) return undefined;
  const equated = group.words.length === 0 ? adjacentUnit(utterance, group, quantity, relation) : undefined;
  if (equated) return ofUnit(utterance, equated, relation);
  // "a staff of some 8,400", "a membership of 174 States"
  const whole =
    unit === 'loose'
      ? utterance.reading.groups.find((each) => each.owners.includes(group) && isNounOf(relation.field.nouns, each))
      : undefined;
  if (whole) return ofUnit(utterance, whole, relation) ?? ofMembership(utterance, whole, relation);
  return unit === 'unit' ? ofUnit(utterance, group, relation) : ofField(utterance, group, relation);
}

/** "Son 175 los Estados miembros que tiene": a copula links the unit to a bare number. */
function adjacentUnit(
  utterance: Utterance,
  group: NounGroup,
  quantity: Quantity,
  relation: CountRelation,
): NounGroup | undefined {
  return utterance
    .argumentsOf(group)
    .flatMap(({ statement: { verb, subjects, objects }, role }) =>
      role === 'object' && objects.length === 1 && verb?.lemmas.some((lemma) => utterance.grammar.isBe(lemma))
        ? subjects
        : [],
    )
    .find((each) => each.head > quantity.first && unitOf(each, quantity, relation, utterance) === 'unit');
}

/** Whether the group counts the relation's unit, a looser unit, or no unit of the relation. */
export function unitOf(
  group: NounGroup,
  quantity: Quantity,
  relation: CountRelation,
  utterance: Utterance,
): 'unit' | 'loose' | undefined {
  const { units, looseUnits } = relation;
  if (relation.file.money)
    return isInDollars(group, quantity, relation, utterance) && !isForOne(group, utterance) ? 'loose' : undefined;
  // "offices in 12 countries of West Africa"
  if (relation.file.within && group.owners.length > 0) return undefined;
  // "Objective 20": a number after its noun is not a quantity.
  if (group.head >= 0 && quantity.first > group.head) return undefined;
  const { words } = group;
  if (words.length === 0) return 'loose';
  const isAtEnd = (list: CountRelation['units']): boolean => {
    for (let i = 0; i < words.length; i++) {
      const length = list.lengthAt(words, i);
      // "miembros principales": an adjective after the unit makes it another number, where there are several kinds.
      if (
        length > 0 &&
        utterance.grammar.lang !== 'en' &&
        !relation.file.fixed &&
        i + length < words.length &&
        group.named.length === 0
      )
        continue;
      // An English unit is the head of its group; in French and Spanish it opens it.
      if (
        length > 0 &&
        (utterance.grammar.lang === 'en' ? i + length === words.length : i === 0 || (i === 1 && length > 1))
      )
        return true;
    }
    return false;
  };
  if (isAtEnd(units)) return 'unit';
  return looseUnits.lengthAt(words, 0) === words.length ? 'loose' : undefined;
}

/** "USD 1.8 billion", "1,8 milliard de dollars", "$1.8 billion" */
function isInDollars(
  { words, owners }: NounGroup,
  { first, next }: Quantity,
  { looseUnits }: CountRelation,
  {
    reading: {
      sentence: { tokens },
    },
  }: Utterance,
): boolean {
  const named = words.length > 0 ? words : (owners[0]?.words ?? []);
  return named.length > 0
    ? looseUnits.isIn(named)
    : [first - 1, next].some((at) => tokens[at]?.folded.endsWith('$') === true);
}

/**
 * "spent USD 25 million on resettlement", "received USD 10 million from Japan": money for one purpose or from one
 * source.
 */
function isForOne(group: NounGroup, utterance: Utterance): boolean {
  return utterance
    .argumentsOf(group)
    .some(({ statement }) =>
      statement.complements.some(
        ({ roles, group: other }) =>
          other.kind === 'noun' &&
          other.quantity === undefined &&
          other.dates.length === 0 &&
          ['on', 'for', 'from'].some((role) => roles.has(role)),
      ),
    );
}

/** "every four years", "tous les quatre ans" */
function isEvery(
  {
    reading: {
      sentence: { tokens },
      grammar,
    },
  }: Utterance,
  { determiner, first }: NounGroup,
): boolean {
  return (
    determiner === 'quantifier' ||
    [first - 1, first].some(
      (at) => tokens[at] !== undefined && (grammar.is(tokens[at], 'whole') || grammar.is(tokens[at], 'quantifier')),
    )
  );
}

/** The subject of a verb of the field, which recurs at that interval. */
function ofEvery(utterance: Utterance, group: NounGroup, relation: CountRelation): FoundCount | undefined {
  for (const { statement, top } of utterance.argumentsOf(group)) {
    // "the Forum, where States take stock every two years": whatever the verb says happens there.
    const there =
      top === group && statement.kind === 'relative'
        ? statement.complements
            .flatMap(({ group: place, roles, first }) =>
              place.kind === 'noun' && roles.has('in') && place.first < first ? [utterance.own(place, relation)] : [],
            )
            .find((own) => own !== undefined)
        : undefined;
    if (there) return { subject: there, statement };
    if (
      top !== group ||
      !(
        isVerbOf(relation.field.theme, statement.verb, utterance.reading) ||
        isVerbOf(relation.field.agent, statement.verb, utterance.reading)
      )
    )
      continue;
    const subject = utterance.subjectOf(statement, relation);
    if (subject && subject !== 'other') return { subject, statement };
    // "Every four years States meet in the Forum"
    const inside = statement.complements
      .flatMap(({ group: place, roles }) =>
        place.kind === 'noun' && roles.has('in') ? [utterance.own(place, relation)] : [],
      )
      .find((own) => own?.by === 'name');
    if (inside) return { subject: inside, statement };
    // "Convened every four years, the Forum …"
    const following =
      statement.kind === 'participial'
        ? utterance.reading.statements
            .flatMap(({ first, subjects, objects }) => (first > statement.first ? [...subjects, ...objects] : []))
            .map((each) => utterance.own(each, relation))
            .find((own) => own !== undefined)
        : undefined;
    if (following) return { subject: following, statement };
  }
  return undefined;
}

/** The unit itself is evidence for the relation; only the subject remains to be found. */
function ofUnit(utterance: Utterance, group: NounGroup, relation: CountRelation): FoundCount | undefined {
  // "An intergovernmental body of 165 members, IOM …"
  const args = utterance
    .argumentsOf(group)
    .filter(({ top, statement: each }) => top === group || (each.kind === 'apposition' && top.owners.includes(group)));
  const statement = args.find((each) => each.statement.kind !== 'apposition')?.statement ?? args[0]?.statement;
  if (isNarrowed(utterance, group, relation)) return undefined;
  const owner = utterance.ownerOf(group, relation);
  if (owner === 'other') return undefined;
  if (owner) return isWhole(group, args, relation) ? { subject: owner, statement } : undefined;
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
    ...discourse.before(site).flatMap((each) => each.groups),
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

/** "brings together 150 States in Geneva in November": the number of attendees of an event. */
function isOccasion({ complements }: Statement, own: Complement | undefined): boolean {
  return complements.some(
    (each) =>
      each !== own &&
      (each.group.kind === 'noun'
        ? ['in', 'on', 'for', 'to'].some((role) => each.roles.has(role))
        : each.group.from.month !== undefined),
  );
}

/** "It looks after a membership of 157 States": the subject has the members, whatever the verb. */
function ofMembership(utterance: Utterance, whole: NounGroup, relation: CountRelation): FoundCount | undefined {
  for (const { statement, role, top } of utterance.argumentsOf(whole)) {
    const subject = top === whole && role !== 'subject' ? utterance.subjectOf(statement, relation) : undefined;
    if (subject && subject !== 'other') return { subject, statement, isLoose: true };
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

/** A bare number or a loose unit: another word of the statement must be evidence for the relation. */
function ofField(utterance: Utterance, group: NounGroup, relation: CountRelation): FoundCount | undefined {
  for (const argument of utterance.argumentsOf(group)) {
    const { statement, role, complement, top } = argument;
    // "Ses objectifs sont au nombre de 23"
    const isNumber =
      complement?.roles.has('in') === true &&
      top.words.length === 1 &&
      utterance.grammar.isNoun(top.words[0]!, 'number') &&
      top.owners.includes(group);
    if (top !== group && !isNumber) continue;
    if (!statement.verb) {
      // "Active in 186 countries, IOM …"
      const subject =
        relation.file.within &&
        statement.kind === 'apposition' &&
        complement?.roles.has('in') &&
        statement.objects.some((each) => isNounOf(relation.field.nouns, each))
          ? utterance.subjectOf(statement, relation)
          : undefined;
      if (subject && subject !== 'other') return { subject, statement };
      continue;
    }
    if (
      complement &&
      ['from', 'for', 'against', 'between', 'by', 'since', 'during'].some((role2) => complement.roles.has(role2))
    )
      continue;
    const { verb } = statement;
    if (isVerbOf(relation.field.theme, verb, utterance.reading) && group.words.length > 0) {
      const other = [
        ...statement.subjects,
        ...statement.objects,
        ...statement.complements.map((each) => each.group),
      ].filter((each) => each !== group);
      for (const each of other)
        if (each.kind === 'noun') {
          const own = utterance.own(each, relation);
          if (own) return { subject: own, statement };
        }
    }
    // "agrupa a 172 Estados"
    const isMarked =
      utterance.grammar.omitsSubjects && complement?.roles.has('in') === true && statement.objects.length === 0;
    const isWithin = relation.file.within === true && complement?.roles.has('in') === true;
    if (
      isVerbOf(relation.field.agent, verb, utterance.reading) &&
      (role === 'object' || isMarked || isWithin) &&
      group.words.length > 0
    ) {
      const subject = utterance.subjectOf(statement, relation);
      const isLoose = relation.file.within !== true && !relation.file.rounded;
      if (subject && subject !== 'other' && !(isLoose && isOccasion(statement, complement)))
        return { subject, statement, isLoose };
    }
    // "ce qui porte à 132 le nombre des États membres"
    const counted =
      role === 'complement'
        ? statement.objects.find(
            (each) =>
              each.words.some((word) => utterance.grammar.isNoun(word, 'number')) &&
              each.owners.some(({ words }) => relation.units.lengthAt(words, 0) > 0),
          )
        : undefined;
    const stated = counted && (utterance.ownerOf(counted, relation) ?? utterance.antecedentAt(counted.first, relation));
    if (counted && stated && stated !== 'other') return { subject: stated, statement };
    const isReaching =
      verb.lemmas.some(
        (lemma) =>
          utterance.grammar.isVerb(lemma, 'having') ||
          utterance.grammar.isVerb(lemma, 'intransitive') ||
          utterance.grammar.isVerb(lemma, 'copula'),
      ) ||
      (role === 'complement' && complement?.roles.has('to') === true);
    if (!isReaching && group.words.length === 0) continue;
    // "Its membership stands at 174", "the number of Member States rose to 174".
    if (role !== 'subject')
      for (const each of [
        ...statement.subjects,
        ...(complement?.roles.has('to') ||
        complement?.roles.has('in') ||
        verb.lemmas.some((lemma) => utterance.grammar.isVerb(lemma, 'copula'))
          ? statement.objects.filter(
              (other) => other.first === group.next || other.end === group.first || complement !== undefined,
            )
          : []),
      ]) {
        // "the number of employees of IOM"
        const isNumbered =
          each.words.some((word) => utterance.grammar.isNoun(word, 'number')) &&
          each.owners.some(({ words }) => relation.units.lengthAt(words, 0) > 0);
        if (
          !isNumbered &&
          !isNounOf(relation.field.nouns, each) &&
          !each.owners.some((owner) => isNounOf(relation.field.nouns, owner))
        )
          continue;
        // "Since then, membership has grown to 174": the members belong to the topic of the text.
        const owner =
          utterance.ownerOf(each, relation) ??
          (each.words.length === 1 ? utterance.antecedentAt(each.first, relation) : undefined);
        if (owner && owner !== 'other') return { subject: owner, statement };
      }
    // "counts 173 States among its members", "173 countries are members of IOM".
    if (group.words.length > 0) {
      for (const each of [...statement.objects, ...statement.complements.map((other) => other.group)]) {
        if (
          each.kind !== 'noun' ||
          each === group ||
          each.quantity !== undefined ||
          !isNounOf(relation.field.nouns, each)
        )
          continue;
        const owner = utterance.ownerOf(each, relation);
        if (owner && owner !== 'other') return { subject: owner, statement };
        const subject = utterance.subjectOf(statement, relation);
        if (owner === undefined && subject && subject !== 'other') return { subject, statement };
        // "173 States hold observer status with IOM"
        for (const other of statement.complements)
          if (other.group.kind === 'noun') {
            const own = utterance.own(other.group, relation);
            if (own) return { subject: own, statement };
          }
      }
    }
  }
  return undefined;
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
function isWhole(group: NounGroup, args: readonly Argument[], relation: CountRelation): boolean {
  // "in 12 of its Member States", "from its 166 Member States"
  if (group.determiner === 'definite' || group.possessive !== undefined) return true;
  if (!relation.file.fixed)
    return !args.some(
      ({ complement }) =>
        complement && ['in', 'from', 'for', 'among', 'to', 'by', 'on'].some((role) => complement.roles.has(role)),
    );
  return false;
}

/** "166 Member States that voted", "54 Member States in Africa", "39 in the region": a part of them. */
function isNarrowed(utterance: Utterance, group: NounGroup, relation: CountRelation): boolean {
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
