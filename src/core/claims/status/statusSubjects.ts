import type { OwnReferent } from '../../reading/naming';
import type { NounGroup, Range } from '../../reading/nodes';
import { themesOf, type Statement } from '../../reading/statement';
import { isNounOf, isVerbOf } from '../field';
import type { Argument, Utterance } from '../utterance';
import type { FoundForm, StatusRelation, StatusWords } from './statusWords';

/** The subject of which a form is predicated, and the place. */
export interface Link {
  readonly subject: OwnReferent;
  readonly statement: Statement | undefined;
  readonly group: NounGroup | undefined;
  /** Whether the verb has another patient, which may well be signed. */
  readonly isShared?: boolean;
}

/** The subject of a form, according to the kind of form. */
export function linkOf(
  utterance: Utterance,
  found: FoundForm,
  relation: StatusRelation,
  words: StatusWords['words'],
): Link | undefined {
  switch (found.form.kind) {
    case 'is':
      return ofNoun(utterance, found, relation, words);
    case 'place':
      return ofPlace(utterance, found, relation, words);
    case 'binding':
      return ofAdjective(utterance, found, relation, words);
    case 'done':
      return ofVerb(utterance, found.statement!, relation);
    case 'nominal':
      return ofAct(utterance, found, relation);
  }
}

/** The smallest noun group that contains a range. */
export function groupAround({ reading }: Utterance, { first, next }: Range): NounGroup | undefined {
  return reading.groups
    .filter((group) => group.first <= first && group.next >= next)
    .sort((a, b) => a.next - a.first - (b.next - b.first))[0];
}

/** "IOM is an NGO", "IOM, an NGO", "as an NGO", "NGOs such as IOM": a noun that is predicated of the subject. */
function ofNoun(
  utterance: Utterance,
  { first, next }: Range,
  relation: StatusRelation,
  words: StatusWords['words'],
): Link | undefined {
  const headLast = utterance.grammar.has('headLast');
  const head = headLast ? { first: next - 1, next } : { first, next: first + 1 };
  const group = groupAround(utterance, { first, next }) ?? groupAround(utterance, head);
  // "treaty obligations", "NGO partners"
  if (!group || (headLast && next < group.next && group.head >= next)) return undefined;
  for (const argument of utterance.argumentsOf(group)) {
    const subject = beingOf(utterance, group, argument, relation, words);
    if (subject) return { subject, statement: argument.statement, group };
  }
  return listed(utterance, group, relation, words);
}

/** Whom an argument of a statement makes out to be what the group says. */
function beingOf(
  utterance: Utterance,
  group: NounGroup,
  { statement, role, complement, top }: Argument,
  relation: StatusRelation,
  { ranks }: StatusWords['words'],
): OwnReferent | undefined {
  const { verb, subjects, objects, kind } = statement;
  const isCopula = isBeing(utterance, statement);
  const subject = (): OwnReferent | undefined => ownOnly(utterance.subjectOf(statement, relation));
  const firstOwn = (groups: readonly NounGroup[]): OwnReferent | undefined =>
    groups.map((each) => (each === top ? undefined : utterance.own(each, relation))).find(Boolean);
  if (top !== group)
    return isRankOf(group, { statement, role, complement, top }, ranks)
      ? (rankOwner(utterance, statement, role, relation, ranks) ?? subject())
      : undefined;
  if (kind === 'apposition' && !verb) {
    // "Unlike the Refugee Convention, a binding treaty, the Compact": in apposition to the name before it.
    const isOfBefore =
      utterance.words[group.first - 1] === ',' &&
      utterance.reading.groups.some((each) => each.end === group.first - 1 && each.isProper);
    const partners = role === 'object' ? subjects : objects;
    return firstOwn(partners.filter((each) => each.first < group.first || !isOfBefore));
  }
  if (role === 'object') return isCopula ? subject() : undefined;
  if (role === 'subject') {
    // "IOM is the only agency devoted to migration": the next verb is a participle.
    const before = utterance.reading.statements.find(
      (each) => each !== statement && each.verb?.next === group.first && isBeing(utterance, each),
    );
    return before && ownOnly(utterance.subjectOf(before, relation));
  }
  if (!complement?.roles.has('as')) return undefined;
  return (complement.after && utterance.own(complement.after, relation)) ?? firstOwn(objects) ?? subject();
}

/** "one of the agencies", "with the rank of an agency"; not "works with one of the agencies". */
function isRankOf(
  group: NounGroup,
  { role, complement, top }: Argument,
  ranks: StatusWords['words']['ranks'],
): boolean {
  const isRank = isNounOf(ranks, top);
  const isAmong = role !== 'complement' || ['as', 'of', 'among'].some((each) => complement!.roles.has(each));
  const isBare = top.pronoun !== undefined || top.quantity !== undefined || top.words.length === 0;
  const isOne = isBare && isAmong;
  return role !== 'subject' && top.owners.includes(group) && (isRank || isOne);
}

/** "The status of IOM is that of a specialized agency": the owner of the rank that the subject is. */
function rankOwner(
  utterance: Utterance,
  statement: Statement,
  role: Argument['role'],
  relation: StatusRelation,
  ranks: StatusWords['words']['ranks'],
): OwnReferent | undefined {
  const [rank] = role === 'object' && isBeing(utterance, statement) ? statement.subjects : [];
  return rank && isNounOf(ranks, rank) ? ownOnly(utterance.ownerOf(rank, relation)) : undefined;
}

function isBeing({ grammar }: Utterance, { verb }: Statement): boolean {
  return grammar.isVerbOf(verb, 'copula');
}

function ownOnly(referent: OwnReferent | 'other' | undefined): OwnReferent | undefined {
  return referent === 'other' ? undefined : referent;
}

/** "specialized agencies such as WHO, ILO and IOM": only names and commas precede the subject. */
function listed(
  utterance: Utterance,
  group: NounGroup,
  relation: StatusRelation,
  { listing }: StatusWords['words'],
): Link | undefined {
  const { sentence, groups } = utterance.reading;
  const folded = sentence.tokens.map((token) => token.folded);
  const at = group.end + (folded[group.end] === ',' ? 1 : 0);
  const length = listing.lengthAt(folded, at);
  if (length === 0) return undefined;
  for (const each of groups.filter(({ first }) => first >= at + length)) {
    const own = utterance.nameIn(each, relation);
    if (own) return { subject: own, statement: undefined, group };
    if (!each.isProper) return undefined;
  }
  return undefined;
}

/** "IOM remains outside the UN system": the subject of the clause that contains the words, or a name before them. */
function ofPlace(
  utterance: Utterance,
  { first }: Range,
  relation: StatusRelation,
  { ranks }: StatusWords['words'],
): Link | undefined {
  const within = utterance.reading.statements
    .filter((each) => each.first <= first && first <= each.next)
    .sort((a, b) => b.first - a.first);
  for (const statement of within) {
    // "Its place is outside the system"
    const [rank] = isBeing(utterance, statement) ? statement.subjects : [];
    const subject =
      ownOnly(utterance.subjectOf(statement, relation)) ??
      (rank && isNounOf(ranks, rank) ? ownOnly(utterance.ownerOf(rank, relation)) : undefined);
    if (subject) return { subject, statement, group: undefined };
  }
  const before = utterance.reading.groups.find((group) => group.next === first);
  const own = before && utterance.own(before, relation);
  return own && { subject: own, statement: undefined, group: undefined };
}

/** "The Compact is binding", "of a binding character": predicated of its noun, or of the subject of the clause. */
function ofAdjective(
  utterance: Utterance,
  { first, next, form }: FoundForm,
  relation: StatusRelation,
  words: StatusWords['words'],
): Link | undefined {
  const { groups, statements } = utterance.reading;
  const { grammar } = utterance;
  // "a legally binding agreement", "un accord juridiquement contraignant"
  const host = groups.find((group) =>
    grammar.has('headLast')
      ? group.first >= first - 3 && group.first <= next && group.head >= next
      : group.head >= 0 && group.head < first && group.next >= first && group.next <= next,
  );
  const link = host && !utterance.own(host, relation) ? ofNoun(utterance, host, relation, words) : undefined;
  if (link) return link;
  const inner = statements
    .filter((each) => each.first <= first && first < Math.max(each.next, next))
    .sort((a, b) => b.first - a.first);
  for (const statement of inner) {
    const isPredicated = isPredicatedIn(utterance, statement, { first, next });
    if (!mayPredicate(utterance, statement, host, { first, next, form }, isPredicated, words)) continue;
    const before = statement.subjects.filter((each) => each.first < first);
    const subject = before.map((each) => ownOrPart(utterance, each, relation)).find(Boolean);
    const isOmitted = statement.omitsSubject && grammar.has('omitsSubjects') && statement.verb !== undefined;
    const found = subject ?? (isOmitted ? utterance.antecedentAt(statement.verb.first, relation) : undefined);
    if (found) return { subject: found, statement, group: host };
    // "rests on instruments that are themselves binding": predicated only of the subject of the inner clause.
    if (isPredicated && before.length > 0) return undefined;
  }
  return undefined;
}

/** Whether a verb says that something is what the words say; "has been binding" may be parsed as a form of "bind". */
function isPredicatedIn(utterance: Utterance, statement: Statement, { first, next }: Range): boolean {
  const { verb } = statement;
  return isBeing(utterance, statement) || (verb !== undefined && verb.main >= first && verb.main < next);
}

/** Whether a clause may say of its subject what an adjective says, or that the subject has or imposes it. */
function mayPredicate(
  utterance: Utterance,
  { verb, objects, kind }: Statement,
  host: NounGroup | undefined,
  { first, next, form }: FoundForm,
  isPredicated: boolean,
  { imposing }: StatusWords['words'],
): boolean {
  const isHaving = utterance.grammar.isVerbOf(verb, 'having');
  const isImposed =
    objects.some((each) => each.first <= first && each.end >= next) && isVerbOf(imposing, verb, utterance.reading);
  if (!verb && kind !== 'fragment' && kind !== 'apposition') return false;
  if (form.isHad) return isPredicated || isImposed;
  return isHaving || (isPredicated && !(host && objects.includes(host)));
}

/** The subject itself, or its contents: "the provisions of the Compact". */
function ownOrPart(utterance: Utterance, group: NounGroup, relation: StatusRelation): OwnReferent | undefined {
  const own = utterance.own(group, relation);
  return own ?? (isNounOf(relation.parts, group) ? ownOnly(utterance.ownerOf(group, relation)) : undefined);
}

/** "governments signed the Compact", "the Compact, signed in 2018,": the patient of a verb. */
function ofVerb(utterance: Utterance, statement: Statement, relation: StatusRelation): Link | undefined {
  // "ont, à ce jour, ratifié le Pacte": with an object, the participle is part of a perfect.
  const isPerfect =
    statement.verb?.form === 'participle' && statement.objects.some((each) => utterance.own(each, relation));
  const themes = isPerfect ? statement.objects : themesOf(statement, utterance.grammar);
  const own = themes.map((each) => ownOrPart(utterance, each, relation)).find(Boolean);
  return own && { subject: own, statement, group: undefined, isShared: themes.length > 1 };
}

/** "its signatories", "the ratification of the Compact", "States parties to it": a noun related to the subject. */
function ofAct(utterance: Utterance, found: FoundForm, relation: StatusRelation): Link | undefined {
  const { groups } = utterance.reading;
  const { first, next, form } = found;
  const group = groupAround(utterance, found) ?? groups.find((each) => each.first < next && each.next > first);
  const statement = group && utterance.argumentsOf(group)[0]?.statement;
  const linked = (subject: OwnReferent | undefined): Link | undefined => subject && { subject, statement, group };
  if (form.isParty) {
    const following = groups.find((each) => each.first === next || each.first === next - 1);
    return linked(following && (utterance.nameIn(following, relation) ?? utterance.own(following, relation)));
  }
  if (group) {
    const owner = group.owners.map((each) => ownOrPart(utterance, each, relation)).find(Boolean);
    if (owner || group.owners.length > 0) return linked(owner);
    const attached = utterance
      .attachedTo(group)
      .flatMap(({ group: each, roles }) =>
        each.kind === 'noun' && ['to', 'of', 'in', 'for', 'on'].some((role) => roles.has(role))
          ? [{ each, isPlace: roles.has('in') }]
          : [],
      );
    const own = attached.map(({ each }) => utterance.own(each, relation)).find(Boolean);
    // "the signing for the project", "signature dish", "the Convention; its signatories": about something else.
    const isElse =
      attached.some(({ each, isPlace }) => !isPlace && (!each.isProper || isInstrument(utterance, each))) ||
      (utterance.grammar.has('headLast') && group.head >= next) ||
      (group.possessive !== undefined &&
        groups.some((each) => each.next <= group.first && isInstrument(utterance, each)));
    if (own || isElse) return linked(own);
    const possessor = utterance.ownerOf(group, relation);
    if (possessor) return linked(ownOnly(possessor));
  }
  // A name of the subject in the same sentence, which names no other possible instrument.
  const names = groups.flatMap((each) => utterance.nameIn(each, relation) ?? []);
  if (groups.some((each) => !utterance.nameIn(each, relation) && isInstrument(utterance, each))) return undefined;
  return linked(names[0] ?? (form.isWho ? utterance.antecedentAt(first, relation) : undefined));
}

function isInstrument({ grammar }: Utterance, group: NounGroup): boolean {
  return group.words.some((word) => grammar.isNoun(word, 'otherInstrument'));
}
