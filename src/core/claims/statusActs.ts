import type { OwnReferent } from '../reading/naming';
import type { NounGroup, Range } from '../reading/nodes';
import { themesOf, type Statement } from '../reading/statement';
import { isNounOf } from './field';
import type { Utterance } from './utterance';
import { groupAround, isInstrument, ownOrPart, type Link } from './statusLinks';
import type { Form, StatusRelation } from './statusWords';

/** "governments signed the Compact", "the Compact, signed in 2018,": the patient of a verb. */
export function doneLink(
  utterance: Utterance,
  statement: Statement,
  form: Form,
  relation: StatusRelation,
): Link | undefined {
  const {
    grammar,
    reading: { statements },
  } = utterance;
  if (form.words.length > 1) {
    const own = statement.complements
      .map(({ group }) => (group.kind === 'noun' ? ownOrPart(utterance, group, relation) : undefined))
      .find(Boolean);
    return own && { subject: own, statement, group: undefined };
  }
  // "ont, à ce jour, ratifié le Pacte": with an object, the participle is part of a perfect.
  let themes =
    statement.verb?.form === 'participle' && statement.objects.some((each) => utterance.own(each, relation))
      ? statement.objects
      : themesOf(statement, grammar);
  // "signed and ratified the Compact": both verbs share the object of the second.
  if (themes.length === 0 && statement.verb) {
    const later = statements.find(
      (each) =>
        each.verb &&
        each !== statement &&
        each.verb.first > statement.verb!.next &&
        each.verb.first - statement.verb!.next <= 3 &&
        each.objects.length > 0 &&
        each.subjects[0] === statement.subjects[0],
    );
    themes = later?.objects ?? [];
  }
  // "the agreement signed in 2021": a noun with a restrictive clause is not an anaphor.
  const isRestricted = (each: NounGroup): boolean =>
    statement.kind === 'participial' &&
    each.pronoun === undefined &&
    each.end === statement.verb?.first &&
    utterance.own(each, relation)?.by === 'reference';
  const own = themes
    .map((each) =>
      isRestricted(each)
        ? undefined
        : (ownOrPart(utterance, each, relation) ?? ownBeforeVerb(utterance, each, relation)),
    )
    .find(Boolean);
  if (own) return { subject: own, statement, group: undefined, isShared: themes.length > 1 };
  const { clitic } = statement.verb!;
  if (clitic && themes.length === 0) {
    const subject = utterance.antecedentAt(clitic.first, relation);
    return subject && { subject, statement, group: undefined };
  }
  if (
    statement.omitsSubject &&
    grammar.omitsSubjects &&
    (statement.verb!.passive === true || statement.verb!.reflexive) &&
    themes.length === 0
  ) {
    const subject = utterance.antecedentAt(statement.verb!.first, relation);
    return subject && { subject, statement, group: undefined };
  }
  return undefined;
}

/** "The Compact entered into force", "it binds States": the subject as the agent of the verb. */
export function doesLink(
  utterance: Utterance,
  statement: Statement,
  form: Form,
  relation: StatusRelation,
): Link | undefined {
  if (
    form.patients &&
    ![
      ...statement.objects,
      ...statement.complements.flatMap(({ group }) => (group.kind === 'noun' ? [group] : [])),
    ].some((group) => isNounOf(form.patients!, group))
  )
    return undefined;
  if (form.patients && statement.verb?.passive === true) return undefined;
  for (const group of statement.subjects) {
    const own = ownOrPart(utterance, group, relation);
    if (own && !utterance.isLocal(group, statement)) return { subject: own, statement, group: undefined };
  }
  const subject = utterance.subjectOf(statement, relation);
  return subject && subject !== 'other' ? { subject, statement, group: undefined } : undefined;
}

/** "the signatories of the Compact meet": after a name, an English verb without an ending is parsed as a noun. */
function ownBeforeVerb(utterance: Utterance, group: NounGroup, relation: StatusRelation): OwnReferent | undefined {
  const last = group.named[group.named.length - 1];
  return last && last.next === group.next - 1 && endsInVerb(utterance, group)
    ? utterance.nameIn(group, relation)
    : undefined;
}

function endsInVerb(
  {
    grammar,
    reading: {
      sentence: { tokens },
    },
  }: Utterance,
  group: NounGroup,
): boolean {
  return (
    grammar.lang === 'en' &&
    group.next - group.first > 1 &&
    grammar.rareVerbForms(tokens[group.next - 1]!).some(({ kind }) => kind === 'base')
  );
}

/**
 * "its signatories", "the ratification of the Compact", "States parties to it": a noun that is related to the subject.
 */
export function nominalLink(
  utterance: Utterance,
  range: Range & { readonly form: Form },
  relation: StatusRelation,
): Link | undefined {
  const group =
    groupAround(utterance, range) ??
    utterance.reading.groups.find((each) => each.first < range.next && each.next > range.first);
  const statement = group && utterance.argumentsOf(group)[0]?.statement;
  if (range.form.isParty) {
    const following = utterance.reading.groups.find(({ first }) => first === range.next || first === range.next - 1);
    const own =
      following?.named.some((named) => named.first <= following.first + 1) === true
        ? utterance.nameIn(following, relation)
        : following && utterance.own(following, relation);
    return own && { subject: own, statement, group };
  }
  if (group) {
    for (const owner of group.owners) {
      const own = ownOrPart(utterance, owner, relation) ?? ownBeforeVerb(utterance, owner, relation);
      if (own) return { subject: own, statement, group };
    }
    if (group.owners.length > 0) return undefined;
    const attached = utterance
      .attachedTo(group)
      .flatMap(({ group: each, roles }) =>
        each.kind === 'noun' && ['to', 'of', 'in', 'for', 'on'].some((role) => roles.has(role))
          ? [{ each, isPlace: roles.has('in') }]
          : [],
      );
    for (const { each } of attached) {
      const own = utterance.own(each, relation) ?? ownBeforeVerb(utterance, each, relation);
      if (own) return { subject: own, statement, group };
    }
    // "the signing for the project", "signature dish": about something else.
    if (attached.some(({ each, isPlace }) => !isPlace && (!each.isProper || isInstrument(utterance, each))))
      return undefined;
    if (utterance.grammar.lang === 'en' && group.head >= range.next && !endsInVerb(utterance, group)) return undefined;
    // "cites the Convention; its signatories"
    if (
      group.possessive !== undefined &&
      utterance.reading.groups.some((each) => each.next <= group.first && isInstrument(utterance, each))
    )
      return undefined;
    const owner = utterance.ownerOf(group, relation);
    if (owner && owner !== 'other') return { subject: owner, statement, group };
    if (owner === 'other') return undefined;
  }
  // A name of the subject in the same sentence, which names no other possible instrument.
  const names = utterance.reading.groups.flatMap((each) => utterance.nameIn(each, relation) ?? []);
  if (utterance.reading.groups.some((each) => !utterance.nameIn(each, relation) && isInstrument(utterance, each)))
    return undefined;
  if (names.length > 0) return { subject: names[0]!, statement, group };
  const subject = range.form.isWho ? utterance.antecedentAt(range.first, relation) : undefined;
  return subject && { subject, statement, group };
}
