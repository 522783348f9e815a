import type { OwnReferent } from '../../reading/naming';
import type { NounGroup, Range } from '../../reading/nodes';
import { type Statement } from '../../reading/statement';
import { isNounOf } from '../field';
import type { Argument, Utterance } from '../utterance';
import type { Form, StatusRelation, StatusWords } from './statusWords';

/** The subject of which a form is predicated, and the place. */
export interface Link {
  readonly subject: OwnReferent;
  readonly statement: Statement | undefined;
  readonly group: NounGroup | undefined;
  /** Whether the verb has another patient, which may well be signed. */
  readonly isShared?: boolean;
}

/** The smallest noun group that contains a range. */
export function groupAround(utterance: Utterance, { first, next }: Range): NounGroup | undefined {
  return utterance.reading.groups
    .filter((group) => group.first <= first && group.next >= next)
    .sort((a, b) => a.next - a.first - (b.next - b.first))[0];
}

/** The subject itself, or its contents: "the provisions of the Compact". */
export function ownOrPart(utterance: Utterance, group: NounGroup, relation: StatusRelation): OwnReferent | undefined {
  const own = utterance.own(group, relation);
  if (own || !isNounOf(relation.parts, group)) return own;
  const owner = utterance.ownerOf(group, relation);
  return owner === 'other' ? undefined : owner;
}

/** "IOM is an NGO", "IOM, an NGO", "as an NGO", "NGOs such as IOM": a noun that is predicated of the subject. */
export function isLink(
  utterance: Utterance,
  group: NounGroup,
  { form, next }: Range & { readonly form: Form },
  relation: StatusRelation,
  words: StatusWords['words'],
): Link | undefined {
  if (form.isOfUn) return undefined;
  const { grammar } = utterance;
  // "treaty obligations", "NGO partners"
  if (grammar.lang === 'en' && next < group.next && group.head >= next) return undefined;
  for (const argument of utterance.argumentsOf(group)) {
    const subject = beingOf(utterance, group, argument, relation, words);
    if (subject) return { subject, statement: argument.statement, group };
  }
  return listed(utterance, group, relation, words);
}

/** "Unlike the Refugee Convention, a binding treaty, the Compact …": in apposition to the name before it. */
function followsName({ words, reading: { groups } }: Utterance, { first }: NounGroup): boolean {
  return (
    words[first - 1] === ',' &&
    groups.some((each) => each.end === first - 1 && (each.isProper || each.named.length > 0))
  );
}

/** Whom an argument of a statement makes out to be what the group says. */
function beingOf(
  utterance: Utterance,
  group: NounGroup,
  { statement, role, complement, top }: Argument,
  relation: StatusRelation,
  { ranks, making }: StatusWords['words'],
): OwnReferent | undefined {
  const { grammar } = utterance;
  const { verb, subjects, objects, complements } = statement;
  const is = (kind: Parameters<typeof grammar.isVerb>[1]): boolean =>
    verb?.lemmas.some((lemma) => grammar.isVerb(lemma, kind)) === true;
  const ofSubjects = (): OwnReferent | undefined => {
    const subject = utterance.subjectOf(statement, relation);
    return subject && subject !== 'other' ? subject : undefined;
  };
  const firstOwn = (groups: readonly NounGroup[]): OwnReferent | undefined =>
    groups.map((each) => (each === top ? undefined : utterance.own(each, relation))).find(Boolean);
  if (top !== group) {
    // "has the status of a department", "with the rank of"; "one of the funds"
    if (
      !group.named.length &&
      isOwnedBy(top, group) &&
      (isNounOf(ranks, top) || top.pronoun !== undefined || top.quantity !== undefined || top.words.length === 0)
    ) {
      const owner =
        top.owners.length > 1 || top.possessive !== undefined ? utterance.ownerOf(top, relation) : undefined;
      if (owner && owner !== 'other' && is('copula')) return owner;
      // "The status of IOM is that of a specialized agency"
      const ranked =
        role === 'object' && is('copula') && isNounOf(ranks, subjects[0] ?? top)
          ? rankedBy(utterance, subjects[0], relation)
          : undefined;
      if (ranked) return ranked;
      if (role === 'subject') return undefined;
      // "works with one of the specialized agencies"
      if (
        role === 'complement' &&
        !isNounOf(ranks, top) &&
        !(complement?.roles.has('as') || complement?.roles.has('of') || complement?.roles.has('among'))
      )
        return undefined;
      return (
        complements
          .map(({ roles, group: each }) =>
            each.kind === 'noun' && (roles.has('in') || roles.has('to')) ? utterance.own(each, relation) : undefined,
          )
          .find(Boolean) ?? (owner === 'other' ? undefined : ofSubjects())
      );
    }
    return undefined;
  }
  if (statement.kind === 'apposition' && !verb) {
    // "IOM, Office of the High Commissioner": the next name of a list.
    if (group.isProper && group.owners.length > 0) return undefined;
    const isOfNext = (each: NounGroup): boolean => each.first > group.first && followsName(utterance, group);
    const own = firstOwn((role === 'object' ? subjects : objects).filter((each) => !isOfNext(each)));
    if (own || role !== 'object') return own;
    // "It is, since the Agreement of 2016, a specialized agency"
    const around = utterance.reading.statements.find(
      (each) =>
        each.objects.length === 0 &&
        each.complements.some((other) => other.group === subjects[0]) &&
        each.verb?.lemmas.some((lemma) => grammar.isVerb(lemma, 'copula')) === true,
    );
    const subject = around && utterance.subjectOf(around, relation);
    return subject && subject !== 'other' ? subject : undefined;
  }
  if (role === 'object') {
    if (is('copula')) return ofSubjects();
    return undefined;
  }
  if (role === 'subject') {
    if (is('copula')) return firstOwn(objects);
    // "IOM is the only agency devoted to migration": the next verb is a participle.
    const before = utterance.reading.statements.find(
      (each) =>
        each !== statement &&
        each.objects.length === 0 &&
        each.verb !== undefined &&
        each.verb.next === group.first &&
        each.verb.lemmas.some((lemma) => grammar.isVerb(lemma, 'copula')),
    );
    const subject = before && utterance.subjectOf(before, relation);
    return subject && subject !== 'other' ? subject : undefined;
  }
  if (!complement) return undefined;
  const { roles, after } = complement;
  if (after && utterance.own(after, relation) === undefined && !roles.has('as') && !roles.has('among'))
    return undefined;
  if ((roles.has('as') && !roles.has('like')) || (roles.has('as') && grammar.lang !== 'en'))
    return (after && utterance.own(after, relation)) ?? firstOwn(objects) ?? ofSubjects();
  return roles.has('to') && verb?.lemmas.some((lemma) => making.get(lemma).length > 0)
    ? (firstOwn(objects) ?? ofSubjects())
    : undefined;
}

/** The owner of the rank, status or place that a subject names: "its status", "the place of IOM". */
export function rankedBy(
  utterance: Utterance,
  subject: NounGroup | undefined,
  relation: StatusRelation,
): OwnReferent | undefined {
  const owner = subject && utterance.ownerOf(subject, relation);
  return owner === 'other' ? undefined : owner;
}

function isOwnedBy(top: NounGroup, group: NounGroup): boolean {
  return top.owners.some((owner) => owner === group);
}

/** "specialized agencies such as WHO, ILO and IOM": only names and commas precede the subject. */
function listed(
  utterance: Utterance,
  group: NounGroup,
  relation: StatusRelation,
  { listing }: StatusWords['words'],
): Link | undefined {
  const tokens = utterance.reading.sentence.tokens.map(({ folded }) => folded);
  let at = group.end;
  if (tokens[at] === ',' || tokens[at] === '(') at++;
  const length = listing.lengthAt(tokens, at);
  if (length === 0) return undefined;
  for (const each of utterance.reading.groups) {
    if (each.first < at + length) continue;
    if (each.isProper === false && each.named.length === 0) return undefined;
    const own = utterance.nameIn(each, relation);
    if (own) return { subject: own, statement: undefined, group };
  }
  return undefined;
}

/** "The Compact is binding", "of a binding character": predicated of the subject of the clause. */
export function bindingLink(
  utterance: Utterance,
  { first, next, form }: Range & { readonly form: Form },
  relation: StatusRelation,
  words: StatusWords['words'],
): Link | undefined {
  const {
    reading: { nodes, groups, statements },
    grammar,
  } = utterance;
  // The noun that the words modify: "a legally binding agreement", "un accord juridiquement contraignant".
  const host =
    groups.find((group) =>
      grammar.lang === 'en'
        ? group.first >= first - 3 && group.first <= next && group.head >= next
        : group.head >= 0 && group.head < first && group.next >= first && group.next <= next,
    ) ??
    (grammar.lang === 'en'
      ? undefined
      : nodes.findLast((node): node is NounGroup => node.kind === 'noun' && node.end === first));
  const isAside =
    host !== undefined &&
    utterance.own(host, relation) === undefined &&
    host.pronoun === undefined &&
    host.determiner !== 'quantifier' &&
    !host.named.length;
  const inner = statements
    .filter((each) => each.first <= first && first < Math.max(each.next, next))
    .sort((a, b) => b.first - a.first);
  if (isAside && host.head >= 0) {
    const link = isLink(utterance, host, { first: host.first, next: host.next, form }, relation, words);
    if (link) return link;
  }
  for (const statement of inner) {
    if (!statement.verb && statement.kind !== 'fragment' && statement.kind !== 'apposition') continue;
    const isHaving =
      statement.verb?.lemmas.some((lemma) => grammar.isVerb(lemma, 'having') || grammar.isHave(lemma)) === true;
    // "has been binding" may be parsed as a form of "bind".
    const isBeing =
      statement.verb !== undefined &&
      (statement.verb.lemmas.some((lemma) => grammar.isVerb(lemma, 'copula')) ||
        (statement.verb.main >= first && statement.verb.main < next));
    if (isAside && statement.objects.includes(host) && !isHaving && !form.isHad) continue;
    const isImposed =
      statement.objects.some((each) => each.first <= first && each.end >= next) &&
      statement.verb?.lemmas.some((lemma) => words.imposing.get(lemma).length > 0) === true;
    if (!(form.isHad ? isImposed || isBeing : isBeing || isHaving)) continue;
    const subject =
      statement.subjects
        .map((each) => (each.first < first ? ownOrPart(utterance, each, relation) : undefined))
        .find(Boolean) ??
      (statement.omitsSubject && grammar.omitsSubjects && statement.verb
        ? utterance.antecedentAt(statement.verb.first, relation)
        : undefined);
    if (subject) return { subject, statement, group: host };
    // "rests on instruments that are themselves binding": predicated only of the subject of the inner clause.
    if (isBeing && statement.subjects.some((each) => each.first < first)) return undefined;
  }
  return undefined;
}

export function isInstrument({ grammar }: Utterance, group: NounGroup): boolean {
  return group.words.some((word) => grammar.isNoun(word, 'otherInstrument'));
}
