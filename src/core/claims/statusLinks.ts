import type { OwnReferent } from '../reading/naming';
import type { NounGroup, Range } from '../reading/nodes';
import { withOwners, type Statement } from '../reading/statement';
import { isNounOf } from './field';
import type { Argument, Utterance } from './utterance';
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

/** The referent of a group, or of the noun in apposition to it: "The grant recipient, IOM, is". */
function ownOrSame(utterance: Utterance, group: NounGroup, relation: StatusRelation): OwnReferent | undefined {
  const own = utterance.own(group, relation);
  if (own) return own;
  for (const { kind, verb, subjects, objects } of utterance.reading.statements) {
    if (kind === 'apposition' && !verb && subjects[0] === group)
      for (const each of objects) {
        const same = utterance.own(each, relation);
        if (same) return same;
      }
  }
  return undefined;
}

/** "IOM is an NGO", "IOM, an NGO", "as an NGO", "NGOs such as IOM": a noun that is predicated of the subject. */
export function isLink(
  utterance: Utterance,
  group: NounGroup,
  { form, next }: Range & { readonly form: Form },
  relation: StatusRelation,
  words: StatusWords['words'],
): Link | undefined {
  if (form.isOfUn && !isOfUn(utterance, group, relation)) return undefined;
  const { grammar } = utterance;
  // "the UN specialized agency IOM"
  const name = group.named.find((named) => named.first >= next && named.first - next <= 1 && named.next === group.next);
  if (name) {
    const own = name.mention.terms.find((term) => relation.concepts.has(term.entry.concept.id));
    return (
      own && {
        subject: { kind: 'own', concept: own.entry.concept.id, by: 'name', mention: name.mention },
        statement: utterance.argumentsOf(group)[0]?.statement,
        group,
      }
    );
  }
  // "treaty obligations", "NGO partners"
  if (grammar.lang === 'en' && next < group.next && group.head >= next) return undefined;
  for (const argument of utterance.argumentsOf(group)) {
    const subject = beingOf(utterance, group, argument, relation, words);
    if (subject) return { subject, statement: argument.statement, group };
  }
  return (
    adjacent(utterance, group, relation) ??
    listed(utterance, group, relation, words) ??
    labelled(utterance, group, relation) ??
    demonstrated(utterance, group, relation) ??
    described(utterance, group, relation)
  );
}

function isOfUn(utterance: Utterance, group: NounGroup, { un }: StatusRelation): boolean {
  return (
    [...withOwners(group)].some((each) => isNounOf(un, each)) ||
    utterance.attachedTo(group).some(({ group: each }) => each.kind === 'noun' && isNounOf(un, each)) ||
    un.indexIn(utterance.words.slice(group.first, group.end + 4)) >= 0
  );
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
    return subject && subject !== 'other'
      ? subject
      : subjects.length > 0
        ? ownOrSame(utterance, subjects[0]!, relation)
        : undefined;
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
    if (verb?.lemmas.some((lemma) => making.get(lemma).length > 0))
      return (
        firstOwn(objects) ??
        complements
          .map(({ roles, group: each }) =>
            each.kind === 'noun' && roles.has('of') ? utterance.own(each, relation) : undefined,
          )
          .find(Boolean)
      );
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
  if (
    roles.has('among') ||
    (roles.has('of') && (complement.first < (subjects[0]?.first ?? 0) || (is('copula') && objects.length <= 1)))
  )
    return is('copula') || is('intransitive') || roles.has('of') ? ofSubjects() : undefined;
  if (roles.has('in') && verb?.lemmas.some((lemma) => making.get(lemma).length > 0))
    return firstOwn(objects) ?? ofSubjects();
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

/** "IOM, fondo de las Naciones Unidas, ayuda": an apposition between commas, directly after the name. */
function adjacent(utterance: Utterance, group: NounGroup, relation: StatusRelation): Link | undefined {
  const { tokens } = utterance.reading.sentence;
  const before = utterance.reading.groups.find((each) => each.next === group.first - 1);
  if (
    before === undefined ||
    tokens[group.first - 1]!.kind !== 'punctuation' ||
    tokens[group.end]?.kind === 'word' ||
    group.quantity ||
    utterance.grammar.singular(tokens[group.head]?.folded ?? '') !== tokens[group.head]?.folded
  )
    return undefined;
  const own = utterance.nameIn(before, relation) && utterance.own(before, relation);
  return own && { subject: own, statement: undefined, group };
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

/** "Status of IOM: specialized agency", also as a row of a table. */
function labelled(utterance: Utterance, group: NounGroup, relation: StatusRelation): Link | undefined {
  const isRow = utterance.site.block.kind === 'table-row';
  const nodes = utterance.reading.nodes.filter(({ kind, first }) => !(isRow && kind === 'other' && first === 0));
  const at = nodes.findIndex(({ kind }) => kind === 'colon' || (isRow && kind === 'other'));
  if (at < 1 || nodes[at + 1] !== group) return undefined;
  const label = nodes[0]!;
  if (label.kind !== 'noun' || label.possessive !== undefined || relation.labels.lengthAt(label.words, 0) === 0)
    return undefined;
  const owner = utterance.ownerOf(label, relation) ?? utterance.antecedentAt(label.first, relation);
  return owner && owner !== 'other' ? { subject: owner, statement: undefined, group } : undefined;
}

/**
 * "**IOM.** A specialized agency of the United Nations": the noun that opens a sentence without a verb is predicated of
 * the headword.
 */
function described(utterance: Utterance, group: NounGroup, relation: StatusRelation): Link | undefined {
  const [first] = utterance.reading.nodes;
  const subject = first === group ? utterance.describedBy(relation) : undefined;
  return subject && { subject, statement: utterance.argumentsOf(group)[0]?.statement, group };
}

/** "This treaty, after all, was endorsed": the word itself is an anaphor of the last instrument. */
function demonstrated(utterance: Utterance, group: NounGroup, relation: StatusRelation, most = 2): Link | undefined {
  if (
    group.determiner !== 'demonstrative' ||
    group.owners.length > 0 ||
    group.words.length > most ||
    group.named.length > 0
  )
    return undefined;
  const last = utterance.namedLast(group.first, relation, (each) => isInstrument(utterance, each));
  const subject = last ?? utterance.antecedentAt(group.first, relation);
  return subject === undefined || subject === 'other'
    ? undefined
    : { subject, statement: utterance.argumentsOf(group)[0]?.statement, group };
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
  // "this legally binding text"
  const taken = host && host.determiner === 'demonstrative' ? demonstrated(utterance, host, relation, 3) : undefined;
  if (taken) return taken;
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
    if (subject && !hasRival(utterance, statement, first)) return { subject, statement, group: host };
    // "rests on instruments that are themselves binding": predicated only of the subject of the inner clause.
    if (isBeing && statement.subjects.some((each) => each.first < first)) return undefined;
  }
  return undefined;
}

/** Another instrument between the subject and the words, of which they may be predicated. */
function hasRival(utterance: Utterance, { subjects }: Statement, first: number): boolean {
  return utterance.reading.groups.some(
    (group) =>
      !subjects.includes(group) &&
      group.first >= (subjects[0]?.end ?? 0) &&
      group.next <= first &&
      isInstrument(utterance, group),
  );
}

export function isInstrument({ grammar }: Utterance, group: NounGroup): boolean {
  return group.words.some((word) => grammar.isNoun(word, 'otherInstrument'));
}
