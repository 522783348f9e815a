import type { Range } from '../../reading/nodes';
import { themesOf, type Statement } from '../../reading/statement';
import type { Utterance } from '../utterance';
import { groupAround, isInstrument, ownOrPart, type Link } from './statusLinks';
import type { Form, StatusRelation } from './statusWords';

/** "governments signed the Compact", "the Compact, signed in 2018,": the patient of a verb. */
export function doneLink(utterance: Utterance, statement: Statement, relation: StatusRelation): Link | undefined {
  const { grammar } = utterance;
  // "ont, à ce jour, ratifié le Pacte": with an object, the participle is part of a perfect.
  const themes =
    statement.verb?.form === 'participle' && statement.objects.some((each) => utterance.own(each, relation))
      ? statement.objects
      : themesOf(statement, grammar);
  const own = themes.map((each) => ownOrPart(utterance, each, relation)).find(Boolean);
  if (own) return { subject: own, statement, group: undefined, isShared: themes.length > 1 };
  return undefined;
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
      const own = ownOrPart(utterance, owner, relation);
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
      const own = utterance.own(each, relation);
      if (own) return { subject: own, statement, group };
    }
    // "the signing for the project", "signature dish": about something else.
    if (attached.some(({ each, isPlace }) => !isPlace && (!each.isProper || isInstrument(utterance, each))))
      return undefined;
    if (utterance.grammar.lang === 'en' && group.head >= range.next) return undefined;
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
